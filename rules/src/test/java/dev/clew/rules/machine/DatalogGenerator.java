package dev.clew.rules.machine;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Random Datalog programs, small enough to be grounded. */
final class DatalogGenerator {
    static final String[] DOMAIN = {"a", "b", "c", "0", "1", "-7", "2.5"};

    /** How predicates may depend on each other by way of negation. */
    enum Negation {
        NONE,
        STRATIFIED,
        ANY
    }

    /** A predicate of the program. */
    record Pred(String name, int arity, boolean stored, boolean tabled) {}

    /**
     * A literal; arguments from 0 on are variables, others {@code ~constant}. With a null predicate
     * it says that its two arguments differ.
     */
    record Lit(@Nullable Pred pred, int[] args, boolean negated) {
        @Override
        public String toString() {
            List<String> a = new ArrayList<>();
            for (int x : args) {
                a.add(x < 0 ? DOMAIN[~x] : "V" + x);
            }
            if (pred == null) {
                return a.get(0) + " \\== " + a.get(1);
            }
            String atom = a.isEmpty() ? pred.name : pred.name + "(" + String.join(", ", a) + ")";
            return !negated ? atom : pred.tabled ? "tnot(" + atom + ")" : "\\+ " + atom;
        }
    }

    /** A rule, or a fact if the body is empty. */
    record Clause(Lit head, List<Lit> body, int variables) {
        @Override
        public String toString() {
            List<String> goals = new ArrayList<>();
            for (Lit l : body) {
                goals.add(l.toString());
            }
            return head + (body.isEmpty() ? "" : " :- " + String.join(", ", goals)) + ".";
        }
    }

    final List<Pred> preds = new ArrayList<>();
    final List<Clause> clauses = new ArrayList<>();
    private final Random random;
    private final Negation negation;

    DatalogGenerator(Random random, Negation negation) {
        this.random = random;
        this.negation = negation;
        int stored = 1 + random.nextInt(3);
        for (int i = 0; i < stored; i++) {
            preds.add(new Pred("e" + i, 1 + random.nextInt(2), true, false));
        }
        int plain = random.nextInt(2);
        for (int i = 0; i < plain; i++) {
            preds.add(new Pred("u" + i, random.nextInt(3), false, false));
        }
        int tabled = 1 + random.nextInt(4);
        for (int i = 0; i < tabled; i++) {
            int arity = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3);
            preds.add(new Pred("t" + i, arity, false, true));
        }
        for (int p = 0; p < preds.size(); p++) {
            if (preds.get(p).stored) {
                addFacts(preds.get(p), random.nextInt(9));
            } else {
                addRules(p);
            }
        }
    }

    void addFacts(Pred p, int n) {
        for (int i = 0; i < n; i++) {
            int[] args = new int[p.arity];
            for (int k = 0; k < args.length; k++) {
                args[k] = ~random.nextInt(DOMAIN.length);
            }
            clauses.add(new Clause(new Lit(p, args, false), List.of(), 0));
        }
    }

    private void addRules(int p) {
        int n = 1 + random.nextInt(3);
        for (int i = 0; i < n; i++) {
            clauses.add(rule(p));
        }
        if (preds.get(p).tabled && random.nextInt(4) == 0) {
            addFacts(preds.get(p), 1 + random.nextInt(2));
        }
    }

    private Clause rule(int p) {
        int variables = 1 + random.nextInt(4);
        List<Lit> body = new ArrayList<>();
        int n = 1 + random.nextInt(3);
        boolean[] bound = new boolean[variables];
        for (int i = 0; i < n; i++) {
            Lit l = literal(callee(p, false), variables, null);
            body.add(l);
            for (int a : l.args) {
                if (a >= 0) {
                    bound[a] = true;
                }
            }
            if (random.nextInt(8) == 0) {
                int[] args = {argument(variables, bound), argument(variables, bound)};
                body.add(new Lit(null, args, false));
            }
            if (negation != Negation.NONE && random.nextInt(3) == 0) {
                Pred q = callee(p, true);
                body.add(new Lit(q, literal(q, variables, bound).args, true));
            }
        }
        return new Clause(literal(preds.get(p), variables, bound), body, variables);
    }

    private Pred callee(int p, boolean negated) {
        boolean tabled = preds.get(p).tabled;
        List<Pred> allowed = new ArrayList<>();
        for (int q = 0; q < preds.size(); q++) {
            Pred c = preds.get(q);
            boolean below = q < p;
            boolean any = tabled && c.tabled;
            if (below
                    || any
                            && (negation == Negation.NONE
                                    || negation == Negation.ANY
                                    || q == p && !negated)) {
                allowed.add(c);
                if (any) {
                    allowed.add(c);
                }
            }
        }
        return allowed.get(random.nextInt(allowed.size()));
    }

    /** With {@code bound} only these variables are taken. */
    private Lit literal(Pred p, int variables, boolean @Nullable [] bound) {
        int[] args = new int[p.arity];
        for (int i = 0; i < args.length; i++) {
            args[i] =
                    bound == null && random.nextInt(7) != 0
                            ? random.nextInt(variables)
                            : argument(variables, bound);
        }
        return new Lit(p, args, false);
    }

    private int argument(int variables, boolean @Nullable [] bound) {
        if (bound != null && random.nextInt(6) != 0) {
            int start = random.nextInt(variables);
            for (int i = 0; i < variables; i++) {
                int v = (start + i) % variables;
                if (bound[v]) {
                    return v;
                }
            }
        }
        return ~random.nextInt(DOMAIN.length);
    }

    /** A goal: arguments from 0 on are variables in the order of first occurrence. */
    int[] goal(Pred p) {
        int[] args = new int[p.arity];
        int next = 0;
        for (int i = 0; i < args.length; i++) {
            int choice = random.nextInt(5);
            if (choice < 2) {
                args[i] = ~random.nextInt(DOMAIN.length);
            } else if (choice == 2 && next > 0) {
                args[i] = random.nextInt(next);
            } else {
                args[i] = next++;
            }
        }
        return args;
    }

    String text() {
        StringBuilder b = new StringBuilder();
        for (Pred p : preds) {
            if (p.stored) {
                b.append(":- dynamic(" + p.name + "/" + p.arity + ").\n");
            }
        }
        for (Pred p : preds) {
            for (Clause c : clauses) {
                if (c.head.pred == p) {
                    b.append(c).append('\n');
                }
            }
        }
        return b.toString();
    }

    @Override
    public String toString() {
        return text() + Arrays.toString(DOMAIN);
    }
}
