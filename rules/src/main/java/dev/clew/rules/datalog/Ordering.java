package dev.clew.rules.datalog;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The order in which the goals of a body are asked: what a goal binds is passed on to those after
 * it (sideways information passing). That is the order of the text, but for pure conjunctions in
 * which a goal without any bound argument would come before one that has some.
 */
final class Ordering {
    private final Program program;
    private final int[] components;

    Ordering(Program program, int[] components) {
        this.program = program;
        this.components = components;
    }

    /** The goals of a rule in the order for a call with the given arguments bound. */
    List<Literal> order(int predicate, int mask, Rule rule) {
        BitSet bound = headVariables(rule, mask);
        check(rule, (BitSet) bound.clone());
        return isPure(rule) ? reorder(predicate, mask, rule, bound) : rule.body();
    }

    static BitSet headVariables(Rule rule, int mask) {
        BitSet bound = new BitSet();
        for (int i = 0; i < rule.head().length; i++) {
            if ((mask >> i & 1) != 0 && rule.isVariable(rule.head()[i])) {
                bound.set(rule.head()[i]);
            }
        }
        return bound;
    }

    private static boolean isPure(Rule rule) {
        for (Literal literal : rule.body()) {
            if (!(literal instanceof Literal.Call call) || call.negated()) {
                return false;
            }
        }
        return true;
    }

    private List<Literal> reorder(int predicate, int mask, Rule rule, BitSet bound) {
        List<Literal> rest = new ArrayList<>(rule.body());
        List<Literal> ordered = new ArrayList<>();
        while (!rest.isEmpty()) {
            Literal next = rest.remove(choose(predicate, mask, rest, rule, bound));
            ordered.add(next);
            bind(next, rule, bound);
        }
        return ordered;
    }

    private int choose(int predicate, int mask, List<Literal> rest, Rule rule, BitSet bound) {
        for (int i = 0; i < rest.size(); i++) {
            Literal.Call call = (Literal.Call) rest.get(i);
            int known = maskOf(call, rule, bound);
            boolean stored = program.predicates.get(call.predicate()).isStored();
            boolean usable =
                    i == 0
                            || stored
                            || components[call.predicate()] != components[predicate]
                            || call.predicate() == predicate && known == mask;
            if (usable && (known != 0 || call.arguments().length == 0)) {
                return i;
            }
        }
        return 0;
    }

    /** Which arguments of a call are bound. */
    static int maskOf(Literal.Call call, Rule rule, BitSet bound) {
        int mask = 0;
        for (int i = 0; i < call.arguments().length; i++) {
            int r = call.arguments()[i];
            if (!rule.isVariable(r) || bound.get(r)) {
                mask |= 1 << i;
            }
        }
        return mask;
    }

    /** Adds the variables that a goal binds. */
    static void bind(Literal literal, Rule rule, BitSet bound) {
        if (literal instanceof Literal.Call call && !call.negated()) {
            for (int r : call.arguments()) {
                if (rule.isVariable(r)) {
                    bound.set(r);
                }
            }
        } else if (literal instanceof Literal.Is is && rule.isVariable(is.target())) {
            bound.set(is.target());
        } else if (literal instanceof Literal.Same same && same.kind() == Literal.Equality.UNIFY) {
            set(same.left(), rule, bound);
            set(same.right(), rule, bound);
        }
    }

    private static void set(int register, Rule rule, BitSet bound) {
        if (rule.isVariable(register)) {
            bound.set(register);
        }
    }

    // ---- Is everything bound where it must be? ----

    private void check(Rule rule, BitSet bound) {
        for (Literal literal : rule.body()) {
            if (!isReady(literal, rule, bound)) {
                throw new Unsuited("a goal with an unbound argument");
            }
            bind(literal, rule, bound);
        }
        for (int r : rule.head()) {
            if (isFree(r, rule, bound)) {
                throw new Unsuited("an answer with a variable");
            }
        }
    }

    private static boolean isFree(int register, Rule rule, BitSet bound) {
        return rule.isVariable(register) && !bound.get(register);
    }

    private static boolean isReady(Literal literal, Rule rule, BitSet bound) {
        if (literal instanceof Literal.Call call) {
            return !call.negated() || isLocallyReady(call, rule, bound);
        } else if (literal instanceof Literal.Is is) {
            return areBound(is.value(), rule, bound);
        } else if (literal instanceof Literal.Comparison c) {
            return areBound(c.left(), rule, bound) && areBound(c.right(), rule, bound);
        }
        Literal.Same same = (Literal.Same) literal;
        boolean left = isFree(same.left(), rule, bound);
        boolean right = isFree(same.right(), rule, bound);
        return same.kind() == Literal.Equality.UNIFY ? !left || !right : !left && !right;
    }

    private static boolean areBound(Expression e, Rule rule, BitSet bound) {
        for (int r : e.reads()) {
            if (isFree(r, rule, bound)) {
                return false;
            }
        }
        return true;
    }

    /** A variable that is not bound when a negation is met must not occur elsewhere. */
    private static boolean isLocallyReady(Literal.Call call, Rule rule, BitSet bound) {
        for (int r : call.arguments()) {
            if (isFree(r, rule, bound) && occurrences(r, rule) > 1) {
                return false;
            }
        }
        return true;
    }

    static int occurrences(int variable, Rule rule) {
        int n = count(variable, rule.head());
        for (Literal literal : rule.body()) {
            n += count(variable, registers(literal));
        }
        return n;
    }

    private static int count(int variable, int[] registers) {
        int n = 0;
        for (int r : registers) {
            if (r == variable) {
                n++;
            }
        }
        return n;
    }

    /** All registers that a goal reads or binds. */
    static int[] registers(Literal literal) {
        if (literal instanceof Literal.Call call) {
            return call.arguments();
        } else if (literal instanceof Literal.Is is) {
            return join(new int[] {is.target()}, is.value().reads());
        } else if (literal instanceof Literal.Comparison c) {
            return join(c.left().reads(), c.right().reads());
        }
        Literal.Same same = (Literal.Same) literal;
        return new int[] {same.left(), same.right()};
    }

    private static int[] join(int[] a, int[] b) {
        int[] both = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
