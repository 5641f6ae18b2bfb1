package dev.clew.rules.checking;

import dev.clew.rules.checking.RandomProgram.Derivation;
import dev.clew.rules.checking.RandomProgram.Goal;
import dev.clew.rules.checking.RandomProgram.Rule;
import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.proofs.Proof;
import dev.clew.rules.proofs.Step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The proofs of the atoms in the model of a random program; and whether a step is right. */
final class RandomProofs {
    private final RandomProgram program;
    private final Proofs proofs = new Proofs(RandomProgram.FILE);
    private final List<Proof> lemmas = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();

    RandomProofs(RandomProgram program) {
        this.program = program;
    }

    static Explanation of(RandomProgram program, String atom) {
        RandomProofs p = new RandomProofs(program);
        Proof proof = p.prove(atom);
        return new Explanation(proof, p.lemmas);
    }

    private Proof prove(String atom) {
        if (!program.tabled.contains(atom.substring(0, 2))) {
            return byClause(atom);
        }
        if (!known.containsKey(atom)) {
            lemmas.add(byClause(atom));
            known.put(atom, lemmas.size() - 1);
        }
        return proofs.lemma(atom, known.get(atom));
    }

    private Proof byClause(String atom) {
        Derivation d = Objects.requireNonNull(program.model.get(atom));
        List<Proof> premises = new ArrayList<>();
        for (Goal g : d.rule().body()) {
            premises.add(premise(g, d.values()));
        }
        Rule r = d.rule();
        return proofs.clause(atom, r.line(), r.number(), premises.toArray(new Proof[0]));
    }

    private Proof premise(Goal g, Map<String, String> values) {
        String text = RandomProgram.instance(g.text(), values);
        List<String> parts = new ArrayList<>();
        for (String part : g.parts()) {
            parts.add(RandomProgram.instance(part, values));
        }
        return switch (g.kind()) {
            case ATOM -> prove(text);
            case NOT -> proofs.failure(text);
            case COMPARISON, SUM -> proofs.builtIn(text);
            case EITHER -> {
                int branch = program.model.containsKey(parts.get(0)) ? 1 : 2;
                yield proofs.branch(text, branch, prove(parts.get(branch - 1)));
            }
            case CHOICE ->
                    program.model.containsKey(parts.get(0))
                            ? proofs.branch(text, 1, prove(parts.get(0)), prove(parts.get(1)))
                            : proofs.branch(
                                    text,
                                    2,
                                    proofs.failure("\\+" + parts.get(0)),
                                    prove(parts.get(2)));
        };
    }

    // ---- What is right, by brute force on texts ----

    /** Whether a step is right if its premises are: {@code lemma} is where it stands, or -1. */
    static boolean isRight(RandomProgram program, Explanation e, Proof p, int lemma) {
        String goal = text(p);
        List<String> premises = new ArrayList<>();
        for (Proof q : p.premises()) {
            premises.add(text(q));
        }
        return switch (p.step()) {
            case Step.ByClause c -> isInstance(program, c, goal, premises);
            case Step.ByBuiltIn b -> premises.isEmpty() && isTrue(goal);
            case Step.ByFailure f ->
                    premises.isEmpty()
                            && goal.startsWith("\\+")
                            && !program.model.containsKey(goal.substring(2));
            case Step.ByLemma l ->
                    premises.isEmpty()
                            && l.lemma() >= 0
                            && l.lemma() < (lemma < 0 ? e.lemmas().size() : lemma)
                            && text(e.lemmas().get(l.lemma())).equals(goal);
            case Step.ByBranch b -> isBranch(p, b.number(), goal, premises);
            default -> false;
        };
    }

    private static String text(Proof p) {
        return p.goal().toString();
    }

    private static boolean isInstance(
            RandomProgram program, Step.ByClause c, String goal, List<String> premises) {
        for (Rule r : program.rules) {
            if (RandomProgram.FILE.equals(c.file())
                    && r.line() == c.line()
                    && r.number() == c.number()
                    && isInstance(r, goal, premises)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInstance(Rule r, String goal, List<String> premises) {
        if (premises.size() != r.body().size()) {
            return false;
        }
        Set<String> constants = new HashSet<>();
        for (String text : (goal + " " + premises).split("[^a-z0-9]+")) {
            constants.add(text);
        }
        List<String> any = new ArrayList<>(constants);
        for (Map<String, String> values : RandomProgram.valuations(r.variables(), any, any)) {
            boolean fits = RandomProgram.instance(r.head(), values).equals(goal);
            for (int i = 0; fits && i < premises.size(); i++) {
                String wanted = RandomProgram.instance(r.body().get(i).text(), values);
                fits = bare(wanted).equals(bare(premises.get(i)));
            }
            if (fits) {
                return true;
            }
        }
        return false;
    }

    /** Parentheses around a goal are not part of its text when it stands alone. */
    private static String bare(String goal) {
        return goal.startsWith("(") ? goal.substring(1, goal.length() - 1) : goal;
    }

    private static boolean isTrue(String goal) {
        String[] sides = goal.split("<| is |\\+");
        if (goal.contains(" is ")) {
            return sides.length == 3
                    && areNumbers(sides)
                    && Integer.parseInt(sides[0])
                            == Integer.parseInt(sides[1]) + Integer.parseInt(sides[2]);
        }
        return sides.length == 2
                && goal.contains("<")
                && areNumbers(sides)
                && Integer.parseInt(sides[0]) < Integer.parseInt(sides[1]);
    }

    private static boolean areNumbers(String[] texts) {
        for (String t : texts) {
            if (!t.matches("[0-9]+")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBranch(Proof p, int number, String goal, List<String> premises) {
        String[] parts = bare(goal).split("->|;");
        if (bare(goal).contains("->")) {
            return premises.size() == 2
                    && (number == 1
                                    && premises.get(0).equals(parts[0])
                                    && premises.get(1).equals(parts[1])
                            || number == 2
                                    && p.premises().get(0).step() instanceof Step.ByFailure
                                    && premises.get(0).equals("\\+" + parts[0])
                                    && premises.get(1).equals(parts[2]));
        }
        return parts.length == 2
                && (number == 1 || number == 2)
                && premises.equals(List.of(parts[number - 1]));
    }
}
