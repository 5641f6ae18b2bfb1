package dev.clew.plans.pddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Small domains and problems put together at random: types, constants, equality, negation,
 * disjunction, quantifiers, conditional effects, derived predicates and costs, each now and then.
 */
public final class RandomTask {
    private final Random random;
    private final boolean isRich;
    private final boolean hasDerived;
    private final boolean hasCosts;
    private int names;

    private final List<String> objects = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final int[] arities;

    /** A task; a rich one has more than conjunctions of literals. */
    public RandomTask(long seed, boolean isRich, boolean hasCosts) {
        random = new Random(seed);
        this.isRich = isRich;
        this.hasCosts = hasCosts;
        hasDerived = isRich && random.nextInt(3) == 0;
        arities = new int[2 + random.nextInt(3)];
        for (int i = 0; i < arities.length; i++) {
            arities[i] = random.nextInt(3);
        }
        int n = 2 + random.nextInt(2);
        for (int i = 0; i < n; i++) {
            objects.add("o" + i);
            types.add(random.nextInt(3) == 0 ? "object" : random.nextBoolean() ? "s" : "t");
        }
    }

    String domain() {
        StringBuilder text = new StringBuilder("(define (domain d) (:types s - t t)\n");
        text.append("(:predicates (static ?x ?y) ");
        for (int p = 0; p < arities.length; p++) {
            text.append("(p").append(p);
            for (int i = 0; i < arities[p]; i++) {
                text.append(" ?x").append(i);
            }
            text.append(") ");
        }
        text.append(hasDerived ? "(d0 ?x) (d1 ?x ?y))" : ")").append('\n');
        if (hasCosts) {
            text.append("(:functions (total-cost) (weight ?x) - number)\n");
        }
        if (hasDerived) {
            text.append("(:derived (d0 ?x) ").append(condition(1, List.of("?x"), 0)).append(")\n");
            // A transitive closure, and the negation of what is below.
            text.append("(:derived (d1 ?x ?y) (or (static ?x ?y) (exists (?z) (and (static ?x ?z)")
                    .append(" (d1 ?z ?y) ")
                    .append(random.nextBoolean() ? "(not (d0 ?z))" : "(d0 ?y)")
                    .append("))))\n");
        }
        int actions = 2 + random.nextInt(3);
        for (int a = 0; a < actions; a++) {
            action(text, a);
        }
        return text.append(")\n").toString();
    }

    private void action(StringBuilder text, int a) {
        List<String> variables = new ArrayList<>();
        text.append("(:action a").append(a).append(" :parameters (");
        int n = random.nextInt(3);
        for (int i = 0; i < n; i++) {
            variables.add("?v" + i);
            text.append("?v").append(i);
            text.append(
                    random.nextInt(3) == 0
                            ? " - (either s t) "
                            : random.nextBoolean() ? " - t " : " - object ");
        }
        text.append(")\n :precondition ");
        text.append(random.nextInt(8) == 0 ? "()" : condition(2, variables, hasDerived ? 2 : 0));
        text.append("\n :effect (and");
        int effects = 1 + random.nextInt(3);
        for (int i = 0; i < effects; i++) {
            text.append(' ').append(effect(variables, isRich ? 2 : 0));
        }
        if (hasCosts) {
            text.append(" (increase (total-cost) ");
            text.append(
                    n > 0 && random.nextBoolean()
                            ? "(weight ?v0)"
                            : String.valueOf(random.nextInt(5)));
            text.append(')');
        }
        text.append("))\n");
    }

    private String effect(List<String> variables, int depth) {
        switch (depth > 0 ? random.nextInt(6) : 0) {
            case 4:
                return "(when "
                        + condition(1, variables, hasDerived ? 2 : 0)
                        + " "
                        + effect(variables, 0)
                        + ")";
            case 5:
                String name = "?e" + names++;
                List<String> inner = new ArrayList<>(variables);
                inner.add(name);
                return "(forall (" + name + " - t) " + effect(inner, depth - 1) + ")";
            default:
                int p = random.nextInt(arities.length);
                String atom = atom("p" + p, arities[p], variables);
                return random.nextInt(3) == 0 ? "(not " + atom + ")" : atom;
        }
    }

    private String condition(int depth, List<String> variables, int derived) {
        if (!isRich || depth == 0) {
            StringBuilder text = new StringBuilder("(and");
            int n = random.nextInt(3);
            for (int i = 0; i < n; i++) {
                text.append(' ').append(literal(variables, derived));
            }
            return text.append(')').toString();
        }
        String name = "?q" + names++;
        List<String> inner = new ArrayList<>(variables);
        inner.add(name);
        return switch (random.nextInt(8)) {
            case 0 ->
                    "(or "
                            + condition(depth - 1, variables, derived)
                            + " "
                            + literal(variables, derived)
                            + ")";
            case 1 ->
                    "(imply "
                            + literal(variables, derived)
                            + " "
                            + condition(depth - 1, variables, derived)
                            + ")";
            case 2 -> "(forall (" + name + " - t) " + condition(depth - 1, inner, derived) + ")";
            case 3 -> "(exists (" + name + ") " + condition(depth - 1, inner, derived) + ")";
            case 4 -> "(not " + condition(depth - 1, variables, derived) + ")";
            default ->
                    "(and "
                            + literal(variables, derived)
                            + " "
                            + literal(variables, derived)
                            + " "
                            + condition(depth - 1, variables, derived)
                            + ")";
        };
    }

    private String literal(List<String> variables, int derived) {
        int kind = random.nextInt(12);
        String text;
        if (kind == 0) {
            text = "(= " + term(variables) + " " + term(variables) + ")";
        } else if (kind <= 2) {
            text = atom("static", 2, variables);
        } else if (kind <= 4 && derived > 0) {
            int d = random.nextInt(derived);
            text = atom("d" + d, d + 1, variables);
        } else {
            int p = random.nextInt(arities.length);
            text = atom("p" + p, arities[p], variables);
        }
        return random.nextInt(4) == 0 ? "(not " + text + ")" : text;
    }

    private String atom(String name, int arity, List<String> variables) {
        StringBuilder text = new StringBuilder("(").append(name);
        for (int i = 0; i < arity; i++) {
            text.append(' ').append(term(variables));
        }
        return text.append(')').toString();
    }

    private String term(List<String> variables) {
        return variables.isEmpty()
                ? objects.get(random.nextInt(objects.size()))
                : variables.get(random.nextInt(variables.size()));
    }

    /** The problem. */
    public String problem() {
        // In a domain without constants, atoms of actions without parameters name none: see below.
        StringBuilder text = new StringBuilder("(define (problem q) (:domain d)\n(:init");
        int facts = random.nextInt(4);
        for (int i = 0; i < facts; i++) {
            int p = random.nextInt(arities.length);
            text.append(' ').append(atom("p" + p, arities[p], List.of()));
        }
        for (int i = 0; i < 3; i++) {
            text.append(' ').append(atom("static", 2, List.of()));
        }
        if (hasCosts) {
            text.append(" (= (total-cost) 0)");
            for (String o : objects) {
                text.append(" (= (weight ").append(o).append(") ");
                text.append(random.nextInt(4)).append(random.nextInt(3) == 0 ? ".5)" : ")");
            }
        }
        text.append(")\n(:goal ").append(goal()).append(")\n");
        return text.append(hasCosts ? "(:metric minimize (total-cost))" : "")
                .append(")\n")
                .toString();
    }

    private String goal() {
        StringBuilder text = new StringBuilder("(and");
        int n = 2 + random.nextInt(2);
        for (int i = 0; i < n; i++) {
            text.append(' ')
                    .append(
                            isRich && random.nextInt(4) == 0
                                    ? condition(2, List.of(), hasDerived ? 2 : 0)
                                    : literal(List.of(), hasDerived ? 2 : 0));
        }
        return text.append(')').toString();
    }

    /** The constants that actions may name; the domain text needs them. */
    String constants() {
        StringBuilder text = new StringBuilder("(:constants");
        for (int i = 0; i < objects.size(); i++) {
            text.append(' ').append(objects.get(i)).append(" - ").append(types.get(i));
        }
        return text.append(")\n").toString();
    }

    /** The domain with its constants. */
    public String wholeDomain() {
        return domain().replace("(:predicates", constants() + "(:predicates");
    }
}
