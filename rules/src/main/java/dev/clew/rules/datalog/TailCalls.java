package dev.clew.rules.datalog;

import java.util.BitSet;
import java.util.List;

/**
 * Recognizes right-linear recursion, where a recursive call is the last goal of a rule and passes
 * its answers on as they are: {@code path(X, Y) :- edge(X, Z), path(Z, Y)}. The answers to one goal
 * are then those of all calls that it leads to, whatever call they came from, so that it is enough
 * to collect the calls and what ends them (J. Naughton, R. Ramakrishnan, Y. Sagiv and J. Ullman,
 * "Efficient evaluation of right-, left-, and multi-linear rules", SIGMOD 1989).
 */
final class TailCalls {
    private final Program program;
    private final int[] components;
    private final Ordering ordering;
    private final int predicate;
    private final int mask;

    TailCalls(Program program, int[] components, Ordering ordering, int predicate, int mask) {
        this.program = program;
        this.components = components;
        this.ordering = ordering;
        this.predicate = predicate;
        this.mask = mask;
    }

    /** Whether all recursion of the predicate is of this kind, and there is some. */
    boolean areAllRecursion() {
        boolean some = false;
        for (Rule rule : program.predicates.get(predicate).rules) {
            List<Literal> body = ordering.order(predicate, mask, rule);
            for (int i = 0; i < body.size(); i++) {
                if (body.get(i) instanceof Literal.Call call
                        && components[call.predicate()] == components[predicate]) {
                    if (i < body.size() - 1 || !isTail(body, rule)) {
                        return false;
                    }
                    some = true;
                }
            }
        }
        return some;
    }

    /** Whether the last goal of a body that is ordered is a recursive call of this kind. */
    boolean isTail(List<Literal> body, Rule rule) {
        if (body.isEmpty()
                || !(body.getLast() instanceof Literal.Call call)
                || call.negated()
                || call.predicate() != predicate) {
            return false;
        }
        BitSet bound = Ordering.headVariables(rule, mask);
        for (int i = 0; i < body.size() - 1; i++) {
            Ordering.bind(body.get(i), rule, bound);
        }
        if (Ordering.maskOf(call, rule, bound) != mask) {
            return false;
        }
        for (int i = 0; i < call.arguments().length; i++) {
            int r = call.arguments()[i];
            if ((mask >> i & 1) == 0
                    && (rule.head()[i] != r || Ordering.occurrences(r, rule) != 2)) {
                return false;
            }
        }
        return true;
    }
}
