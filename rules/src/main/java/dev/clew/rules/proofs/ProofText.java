package dev.clew.rules.proofs;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A proof as an indented text: each goal stands above the goals that it follows from, with the
 * place of the rule beside it. Control constructs are left out: of a condition, what held is shown.
 */
public final class ProofText {
    private static final int INDENT = 2;
    private static final int WIDEST = 60;

    /** How goals are put into words. */
    public interface Words {
        /** A goal as it is written in programs. */
        String goal(Term goal);

        /** What a goal means in the language of the user, or null if nobody has said. */
        @Nullable String sentence(Term goal);

        /**
         * What is told in place of a goal that is true for a reason of its own, line by line; null
         * for the goal itself, an empty list for nothing at all.
         */
        default @Nullable List<String> account(Term goal) {
            return null;
        }

        /** What to call a file. */
        default String file(String name) {
            return name;
        }
    }

    private record Line(int depth, String text, String note) {}

    private record Entry(Proof proof, int depth) {}

    private final Explanation explanation;
    private final Words words;
    private final int maxDepth;
    private final List<Line> lines = new ArrayList<>();
    private final Set<Integer> told = new HashSet<>();
    private final ArrayDeque<Entry> agenda = new ArrayDeque<>();

    private ProofText(Explanation explanation, Words words, int maxDepth) {
        this.explanation = explanation;
        this.words = words;
        this.maxDepth = maxDepth;
    }

    /**
     * The lines of the text.
     *
     * @param maxDepth how many levels to show; what lies deeper is counted only
     */
    public static List<String> of(Explanation explanation, Words words, int maxDepth) {
        return new ProofText(explanation, words, maxDepth).write();
    }

    private List<String> write() {
        pushAll(shown(explanation.proof()), 0);
        while (!agenda.isEmpty()) {
            Entry next = agenda.pop();
            tell(next.proof(), next.depth());
        }
        return laidOut();
    }

    private void pushAll(List<Proof> proofs, int depth) {
        for (int i = proofs.size() - 1; i >= 0; i--) {
            agenda.push(new Entry(proofs.get(i), depth));
        }
    }

    private void tell(Proof reference, int depth) {
        Proof p = reference;
        if (p.step() instanceof Step.ByLemma(int lemma)) {
            p = explanation.lemmas().get(lemma);
            if (!told.add(lemma)) {
                line(depth, text(p.goal(), p.step()), "shown above");
                return;
            }
        }
        if (p.step() instanceof Step.ByMore) {
            more(depth, List.of(p));
            return;
        }
        List<String> account = words.account(p.goal());
        if (account != null) {
            account.forEach(told -> line(depth, told, ""));
            return;
        }
        List<Proof> below = premises(p);
        String text = text(p.goal(), p.step());
        boolean reads = words.sentence(p.goal()) != null && !below.isEmpty();
        line(depth, reads ? text + ", because" : text, note(p.step()));
        if (below.isEmpty()) {
            return;
        } else if (depth + 1 < maxDepth) {
            pushAll(below, depth + 1);
        } else {
            more(depth + 1, below);
        }
    }

    private void more(int depth, List<Proof> left) {
        long hidden = count(left);
        String few = hidden == 1 ? " more step" : " more steps";
        line(depth, (areAll(left) ? "... " : "... more than ") + hidden + few, "");
    }

    private static boolean areAll(List<Proof> proofs) {
        return !(proofs.get(0).step() instanceof Step.ByMore(_, boolean isAll)) || isAll;
    }

    private void line(int depth, String text, String note) {
        lines.add(new Line(depth, text, note));
    }

    private String text(Term goal, Step step) {
        if (step instanceof Step.ByFailure && goal instanceof Struct s && s.args.length == 1) {
            String sentence = words.sentence(s.args[0].deref());
            if (sentence != null) {
                return "it cannot be shown that " + sentence;
            }
        }
        String sentence = words.sentence(goal);
        return sentence != null ? sentence : words.goal(goal);
    }

    private String note(Step step) {
        return switch (step) {
            case Step.ByClause(String file, int line, int number) ->
                    file != null
                            ? words.file(file) + ":" + line
                            : number > 0 ? "clause " + number : "";
            case Step.ByFailure() -> "no proof";
            case Step.BySolutions() -> "all solutions";
            case Step.ByUndefined() -> "neither true nor false";
            case Step.ByAssumption() -> "assumed";
            case Step.BySource(String source) -> source;
            case Step.ByBuiltIn(), Step.ByConjunction(), Step.ByBranch(_), Step.ByLemma(_) -> "";
            case Step.ByMore(_, _) -> "";
        };
    }

    // ---- What is shown ----

    private List<Proof> premises(Proof p) {
        List<Proof> shown = new ArrayList<>();
        for (Proof premise : p.premises()) {
            shown.addAll(shown(premise));
        }
        return shown;
    }

    /** A proof, or in place of a control construct those within it. */
    private List<Proof> shown(Proof p) {
        List<Proof> shown = new ArrayList<>();
        ArrayDeque<Proof> within = new ArrayDeque<>();
        within.push(p);
        while (!within.isEmpty()) {
            Proof next = within.pop();
            if (next.step() instanceof Step.ByConjunction || next.step() instanceof Step.ByBranch) {
                for (int i = next.premises().size() - 1; i >= 0; i--) {
                    within.push(next.premises().get(i));
                }
            } else if (!isTrivial(next) && !isSilent(next)) {
                shown.add(next);
            }
        }
        return shown;
    }

    private boolean isSilent(Proof p) {
        List<String> account = p.step() instanceof Step.ByBuiltIn ? words.account(p.goal()) : null;
        return account != null && account.isEmpty();
    }

    /** Cuts say nothing, and what a unification has done is seen in the other goals. */
    private static boolean isTrivial(Proof p) {
        if (!(p.step() instanceof Step.ByBuiltIn)) {
            return false;
        }
        Term t = p.goal().deref();
        return t instanceof Atom a && (a == Atom.TRUE || a.name().equals("!"))
                || t instanceof Struct s && s.functor() == Functor.EQUALS;
    }

    private static long count(List<Proof> proofs) {
        long n = 0;
        ArrayDeque<Proof> rest = new ArrayDeque<>(proofs);
        while (!rest.isEmpty()) {
            Proof p = rest.pop();
            boolean isStructure =
                    p.step() instanceof Step.ByConjunction || p.step() instanceof Step.ByBranch;
            n += p.step() instanceof Step.ByMore(long steps, _) ? steps - 1 : 0;
            n += isStructure || isTrivial(p) ? 0 : 1;
            for (Proof premise : p.premises()) {
                rest.push(premise);
            }
        }
        return n;
    }

    // ---- Layout ----

    private List<String> laidOut() {
        int column = 0;
        for (Line l : lines) {
            int width = l.depth() * INDENT + l.text().length();
            if (!l.note().isEmpty() && width <= WIDEST) {
                column = Math.max(column, width);
            }
        }
        List<String> text = new ArrayList<>(lines.size());
        for (Line l : lines) {
            String shown = " ".repeat(l.depth() * INDENT) + l.text();
            int gap = Math.max(0, column - shown.length()) + 2;
            text.add(l.note().isEmpty() ? shown : shown + " ".repeat(gap) + l.note());
        }
        return text;
    }
}
