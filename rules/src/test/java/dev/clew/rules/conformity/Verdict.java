package dev.clew.rules.conformity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What came of the cases of a suite: the driver's lines held against the list of known differences.
 */
final class Verdict {
    final List<String> failed = new ArrayList<>();
    final List<String> stale = new ArrayList<>();
    int passed;
    int known;

    /**
     * Judges the lines {@code ok FILE:LINE} and {@code not ok FILE:LINE ? GOAL | ...} of the
     * driver.
     *
     * @param expected the differences that are known
     */
    static Verdict of(Suite suite, String lines, Map<String, String> expected) {
        Verdict verdict = new Verdict();
        TreeSet<Integer> missing = new TreeSet<>(suite.goals().keySet());
        missing.removeAll(suite.skipped(expected));
        for (String line : lines.split("\n")) {
            boolean ok = line.startsWith("ok " + suite.name() + ":");
            if (ok || line.startsWith("not ok " + suite.name() + ":")) {
                String place = line.substring(line.indexOf(':') + 1);
                int end = place.indexOf(' ');
                int number = Integer.parseInt(end < 0 ? place : place.substring(0, end));
                missing.remove(number);
                verdict.note(ok, expected.containsKey(suite.goals().get(number)), line);
            } else if (line.startsWith("not ok driver:")) {
                verdict.failed.add(line);
            }
        }
        for (int number : missing) {
            verdict.failed.add(
                    "not run " + suite.name() + ":" + number + " ? " + suite.goals().get(number));
        }
        for (String goal : expected.keySet()) {
            if (!suite.goals().containsValue(goal)) {
                verdict.stale.add("no such case: " + suite.name() + " ? " + goal);
            }
        }
        return verdict;
    }

    private void note(boolean ok, boolean isKnown, String line) {
        if (ok && isKnown) {
            stale.add("passes, but is listed as known: " + line);
        } else if (ok) {
            passed++;
        } else if (isKnown) {
            known++;
        } else {
            failed.add(line);
        }
    }

    /** What is wrong, one line each. */
    List<String> complaints() {
        List<String> all = new ArrayList<>(failed);
        all.addAll(stale);
        return all;
    }
}
