package dev.clew.rules.arithmetic;

import dev.clew.rules.limits.Watch;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Evaluation with a stack on the heap, for expressions too deep for Java's stack. */
final class DeepEvaluation {
    /**
     * At this depth, and at each doubling of it, the path is searched for an expression that
     * contains itself.
     */
    private static final int CYCLE_SUSPICION = 1 << 20;

    private final ArithmeticContext context;
    private Struct[] path = new Struct[256];
    private Numeric[] lefts = new Numeric[256];
    private int[] done = new int[256];
    private int depth;
    private int steps;

    DeepEvaluation(ArithmeticContext context) {
        this.context = context;
    }

    Numeric eval(Struct expression) {
        Numeric value = descend(expression);
        while (depth > 0) {
            Watch.check(++steps);
            Struct s = path[depth - 1];
            if (s.args.length == 2 && done[depth - 1] == 0) {
                lefts[depth - 1] = value;
                done[depth - 1] = 1;
                value = descend(s.args[1]);
            } else {
                value = apply(s, value);
                depth--;
            }
        }
        return value;
    }

    private Numeric apply(Struct s, Numeric last) {
        Evaluable e = Evaluables.get(s.functor());
        return s.args.length == 2
                ? e.apply2(lefts[depth - 1], last, context)
                : e.apply1(last, context);
    }

    /**
     * Pushes the first arguments of {@code expression} until one without arguments, whose value it
     * returns.
     */
    private Numeric descend(Term expression) {
        Term t = expression.deref();
        while (true) {
            if (t instanceof Struct s && s.args.length > 0) {
                Evaluables.get(s.functor());
                push(s);
                t = s.args[0].deref();
            } else if (t instanceof Struct s) {
                return Evaluables.get(s.functor()).apply0(context);
            } else if (t instanceof Cons c) {
                Term element = Arithmetic.element(c).deref();
                if (element == c) {
                    throw Arithmetic.cyclic(c);
                }
                t = element;
            } else {
                return Arithmetic.constant(t, context);
            }
        }
    }

    private void push(Struct s) {
        if (depth == path.length) {
            if (depth >= CYCLE_SUSPICION) {
                checkPath();
            }
            grow();
        }
        path[depth] = s;
        done[depth++] = 0;
    }

    private void grow() {
        if (depth > Integer.MAX_VALUE / 4) {
            throw Errors.resource("memory");
        }
        path = Arrays.copyOf(path, depth * 2);
        lefts = Arrays.copyOf(lefts, depth * 2);
        done = Arrays.copyOf(done, depth * 2);
    }

    private void checkPath() {
        Set<Struct> met = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < depth; i++) {
            if (!met.add(path[i])) {
                throw Arithmetic.cyclic(path[i]);
            }
        }
    }
}
