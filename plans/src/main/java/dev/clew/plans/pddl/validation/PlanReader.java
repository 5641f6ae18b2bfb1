package dev.clew.plans.pddl.validation;

import dev.clew.plans.pddl.PddlError;
import dev.clew.plans.pddl.model.Source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads plans as the planning competitions write them: {@code (action object ...)}, one behind the
 * other; a semicolon begins a comment. A time before a bracket and a duration in square brackets
 * behind it are passed over.
 */
final class PlanReader {
    private final Source source;
    private final String text;
    private final List<Step> steps = new ArrayList<>();
    private int at;

    PlanReader(Source source) {
        this.source = source;
        this.text = source.text();
    }

    List<Step> read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ';') {
                skipTo('\n');
            } else if (c == '[') {
                skipTo(']');
            } else if (c == '(') {
                step();
            } else if (c <= ' ' || c == '.' || c == ':' || c >= '0' && c <= '9') {
                at++;
            } else {
                throw new PddlError(
                        source,
                        at,
                        "An action in brackets should stand here.",
                        "Maybe (ACTION OBJECT ...)?");
            }
        }
        return steps;
    }

    private void skipTo(char end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + 1;
    }

    private void step() {
        int end = text.indexOf(')', at);
        int next = text.indexOf('(', at + 1);
        if (end < 0 || next >= 0 && next < end) {
            throw new PddlError(source, at, "This bracket is not closed.", null);
        }
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = at + 1; i <= end; i++) {
            boolean isBlank = text.charAt(i) <= ' ' || i == end;
            if (!isBlank && start < 0) {
                start = i;
            } else if (isBlank && start >= 0) {
                words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                start = -1;
            }
        }
        if (words.isEmpty()) {
            throw new PddlError(source, at, "The name of an action is missing.", null);
        }
        steps.add(new Step(words.get(0), List.copyOf(words.subList(1, words.size())), at));
        at = end + 1;
    }
}
