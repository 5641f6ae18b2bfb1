package dev.clew.rules.defeasible;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/**
 * A ground theory of defeasible rules.
 *
 * @param atoms its atoms
 * @param rules its rules, strict ones and facts included
 * @param clauses those of overrides/2 and cancelled/1
 * @param opposed pairs of literals that cannot both hold, besides a literal and its negation
 */
record Theory(
        List<String> atoms, List<Rule> rules, List<Clause> clauses, List<List<String>> opposed) {

    /** What follows a rule's conditions. */
    enum Kind {
        STRICT(" :- "),
        DEFEASIBLE(" => "),
        DEFEATER(" ~> ");

        final String arrow;

        Kind(String arrow) {
            this.arrow = arrow;
        }
    }

    /** A condition: a literal, or that it does not follow. */
    record Condition(String literal, boolean isNegated) {
        @Override
        public String toString() {
            return isNegated ? "\\+ " + literal : literal;
        }
    }

    /** A rule; all conditions of an exception must hold, and it has none if there are none. */
    record Rule(
            String label, Kind kind, String head, List<Condition> body, List<Condition> exception) {
        @Override
        public String toString() {
            if (kind == Kind.STRICT) {
                return head + kind.arrow + goals(body) + ".";
            }
            String unless = exception.isEmpty() ? "" : " unless " + goals(exception);
            return label + " :: " + goals(body) + kind.arrow + head + unless + ".";
        }
    }

    /** A clause whose head is neither an atom of the theory nor the negation of one. */
    record Clause(String head, List<Condition> body) {
        @Override
        public String toString() {
            return head + " :- " + goals(body) + ".";
        }
    }

    private static String goals(List<Condition> conditions) {
        StringJoiner text = new StringJoiner(", ");
        conditions.forEach(c -> text.add(c.toString()));
        return conditions.isEmpty() ? "true" : text.toString();
    }

    /** The atoms and their negations. */
    List<String> literals() {
        List<String> all = new ArrayList<>(atoms);
        atoms.forEach(a -> all.add("neg " + a));
        return all;
    }

    /** The program text. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(":- use_module(library(defeasible)).\n");
        for (String atom : atoms) {
            text.append(":- dynamic ").append(atom).append("/0.\n");
            text.append(":- table ").append(atom).append("/0.\n");
        }
        rules.forEach(r -> text.append(r).append('\n'));
        clauses.forEach(c -> text.append(c).append('\n'));
        opposed.forEach(
                p -> text.append(p.get(0)).append(" opposes ").append(p.get(1)).append(".\n"));
        return text.toString();
    }

    /** A theory made by chance. */
    static Theory random(Random random) {
        return new Maker(random).theory();
    }

    private static final class Maker {
        private final Random random;
        private final List<String> atoms;

        Maker(Random random) {
            this.random = random;
            this.atoms = List.of("a", "b", "c", "d", "e").subList(0, 2 + random.nextInt(4));
        }

        Theory theory() {
            List<Rule> rules = new ArrayList<>();
            int n = 2 + random.nextInt(10);
            for (int i = 0; i < n; i++) {
                rules.add(rule("r" + (random.nextInt(8) == 0 ? 0 : i)));
            }
            List<Clause> clauses = new ArrayList<>();
            for (int i = random.nextInt(n); i > 0; i--) {
                String head = label(n) + " overrides " + label(n);
                clauses.add(new Clause(head, random.nextInt(4) == 0 ? body(2) : List.of()));
            }
            if (random.nextInt(5) == 0) {
                clauses.add(new Clause("cancelled(" + label(n) + ")", body(2)));
            }
            List<List<String>> opposed = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                opposed.add(List.of(literal(), literal()));
            }
            return new Theory(atoms, rules, clauses, opposed);
        }

        private String label(int n) {
            return "r" + random.nextInt(n);
        }

        private Rule rule(String label) {
            int k = random.nextInt(8);
            Kind kind = k == 0 ? Kind.STRICT : k == 1 ? Kind.DEFEATER : Kind.DEFEASIBLE;
            List<Condition> exception = random.nextInt(6) == 0 ? body(2) : List.of();
            return new Rule(label, kind, literal(), body(3), exception);
        }

        private List<Condition> body(int most) {
            List<Condition> body = new ArrayList<>();
            for (int i = random.nextInt(most + 1); i > 0; i--) {
                body.add(new Condition(literal(), random.nextInt(4) == 0));
            }
            return body;
        }

        private String literal() {
            String atom = atoms.get(random.nextInt(atoms.size()));
            return random.nextInt(3) == 0 ? "neg " + atom : atom;
        }
    }
}
