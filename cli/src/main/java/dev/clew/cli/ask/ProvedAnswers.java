package dev.clew.cli.ask;

import dev.clew.cli.answers.Query;
import dev.clew.cli.programs.Session;
import dev.clew.cli.why.WhyAnswer;
import dev.clew.cli.why.WhyForm;
import dev.clew.rules.machine.Explaining;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.terms.Var;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The answers of a goal, each once, with what its proofs consist of. */
final class ProvedAnswers {
    /** Of how many answers, those that are found again counted too, the proofs are looked at. */
    private static final int PROOFS = 1000;

    /** How the proofs of an answer differ. */
    record Difference(List<String> gone, List<String> added) {
        static final Difference NONE = new Difference(List.of(), List.of());

        boolean isNone() {
            return gone.isEmpty() && added.isEmpty();
        }
    }

    /** The proofs of an answer: how the first one is shown, and of each the lines of its text. */
    private record Proofs(List<String> first, List<Set<String>> lines) {}

    private final Map<String, Proofs> found = new LinkedHashMap<>();

    private ProvedAnswers() {}

    /** Asks a goal for all its answers. */
    static ProvedAnswers of(Session session, Query query, Printer printer) {
        ProvedAnswers all = new ProvedAnswers();
        Machine m = session.machine();
        Var node = m.newVar();
        int seen = 0;
        boolean more = m.solve(Explaining.proving(query.goal(), node), session.db().user());
        while (more) {
            String answer = printer.line(query);
            Proofs known = all.found.get(answer);
            if (known == null) {
                known = new Proofs(new ArrayList<>(), new ArrayList<>());
                all.found.put(answer, known);
            }
            if (++seen <= PROOFS) {
                add(known, WhyAnswer.of(m, query, node, Integer.MAX_VALUE), printer, query);
            }
            more = m.redo();
        }
        return all;
    }

    private static void add(Proofs known, WhyAnswer why, Printer printer, Query query) {
        if (known.lines.isEmpty()) {
            known.first.addAll(printer.proof(query, why));
        }
        Set<String> lines = new LinkedHashSet<>();
        for (String line : new WhyForm(null, Integer.MAX_VALUE).proof(why)) {
            String plain = spaced(line.strip());
            if (!plain.endsWith("  shown above")) {
                lines.add(plain);
            }
        }
        known.lines.add(lines);
    }

    /** A line without the spaces that put notes in one column. */
    private static String spaced(String line) {
        StringBuilder out = new StringBuilder();
        int blanks = 0;
        for (int i = 0; i < line.length(); i++) {
            blanks = line.charAt(i) == ' ' ? blanks + 1 : 0;
            if (blanks <= 2) {
                out.append(line.charAt(i));
            }
        }
        return out.toString();
    }

    Set<String> answers() {
        return found.keySet();
    }

    boolean has(String answer) {
        return found.containsKey(answer);
    }

    /** The first proof of an answer, as it is shown. */
    List<String> proof(String answer) {
        Proofs proofs = found.get(answer);
        return proofs == null ? List.of() : proofs.first;
    }

    /**
     * How the proof of an answer is another one later. If one of its proofs is still there, it is
     * the same.
     */
    Difference difference(String answer, ProvedAnswers later) {
        Proofs was = found.get(answer);
        Proofs is = later.found.get(answer);
        if (was == null || is == null || was.lines.isEmpty() || is.lines.isEmpty()) {
            return Difference.NONE;
        }
        for (Set<String> proof : was.lines) {
            if (is.lines.contains(proof)) {
                return Difference.NONE;
            }
        }
        Set<String> old = was.lines.get(0);
        Set<String> now = is.lines.get(0);
        return new Difference(without(old, now), without(now, old));
    }

    private static List<String> without(Set<String> some, Set<String> others) {
        List<String> rest = new ArrayList<>(some);
        rest.removeAll(others);
        return rest;
    }
}
