package dev.clew.rules.builtins;

import dev.clew.rules.limits.Watch;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Order;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whether two terms are the same up to a renaming of variables ({@code =@=/2}). */
final class Variants {
    private static final int SUSPICION = 1 << 20;

    private record Pair(Compound left, Compound right) {
        @Override
        public boolean equals(Object o) {
            return o instanceof Pair p && p.left == left && p.right == right;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(left) * 31 + System.identityHashCode(right);
        }
    }

    private final ArrayDeque<Term> todo = new ArrayDeque<>();
    private final Map<Var, Var> forward = new HashMap<>();
    private final Map<Var, Var> backward = new HashMap<>();
    private int steps;
    private @Nullable Set<Pair> met;

    private Variants() {}

    static boolean areVariants(Term x, Term y) {
        return new Variants().compare(x, y);
    }

    private boolean compare(Term x, Term y) {
        todo.push(y);
        todo.push(x);
        while (!todo.isEmpty()) {
            Term a = todo.pop().deref();
            Term b = todo.pop().deref();
            if (a instanceof Compound c && b instanceof Compound d) {
                if (c.functor() != d.functor()) {
                    return false;
                }
                Watch.check(++steps);
                if (steps < SUSPICION || firstMeeting(c, d)) {
                    pushArguments(c, d);
                }
            } else if (a instanceof Var v && b instanceof Var w) {
                if (!correspond(v, w)) {
                    return false;
                }
            } else if (!Order.identical(a, b)) {
                return false;
            }
        }
        return true;
    }

    private void pushArguments(Compound c, Compound d) {
        for (int i = c.arity() - 1; i >= 0; i--) {
            todo.push(d.arg(i));
            todo.push(c.arg(i));
        }
    }

    private boolean firstMeeting(Compound c, Compound d) {
        if (met == null) {
            met = new HashSet<>();
        }
        return met.add(new Pair(c, d));
    }

    private boolean correspond(Var v, Var w) {
        Var image = forward.putIfAbsent(v, w);
        Var origin = backward.putIfAbsent(w, v);
        return (image == null || image == w) && (origin == null || origin == v);
    }
}
