package dev.clew.rules.machine;

import dev.clew.rules.machine.DatalogGenerator.Clause;
import dev.clew.rules.machine.DatalogGenerator.Lit;
import dev.clew.rules.machine.DatalogGenerator.Pred;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The well-founded model of a small program by its definition as an alternating fixpoint (A. Van
 * Gelder, 1989), over all ground instances of the rules, without any cleverness.
 */
final class WellFoundedReference {
    private record Instance(String head, List<String> positive, List<String> negative) {}

    private final List<Instance> instances = new ArrayList<>();
    private final Set<String> certain;
    private final Set<String> possible;

    WellFoundedReference(List<Clause> clauses) {
        for (Clause c : clauses) {
            ground(c, new int[c.variables()], 0);
        }
        Set<String> under = new HashSet<>();
        while (true) {
            Set<String> over = fixpoint(under);
            Set<String> next = fixpoint(over);
            if (next.equals(under)) {
                certain = under;
                possible = over;
                return;
            }
            under = next;
        }
    }

    private void ground(Clause c, int[] values, int from) {
        if (from < values.length) {
            for (int d = 0; d < DatalogGenerator.DOMAIN.length; d++) {
                values[from] = d;
                ground(c, values, from + 1);
            }
            return;
        }
        List<String> positive = new ArrayList<>();
        List<String> negative = new ArrayList<>();
        for (Lit l : c.body()) {
            Pred p = l.pred();
            if (p == null) {
                if (value(l.args()[0], values) == value(l.args()[1], values)) {
                    return;
                }
            } else {
                (l.negated() ? negative : positive).add(atom(p, l.args(), values));
            }
        }
        instances.add(
                new Instance(
                        atom(Objects.requireNonNull(c.head().pred()), c.head().args(), values),
                        positive,
                        negative));
    }

    private static int value(int argument, int[] values) {
        return argument < 0 ? ~argument : values[argument];
    }

    private static String atom(Pred p, int[] arguments, int[] values) {
        int[] args = new int[arguments.length];
        for (int i = 0; i < args.length; i++) {
            args[i] = value(arguments[i], values);
        }
        return atom(p, args);
    }

    static String atom(Pred p, int[] constants) {
        return p.name() + Arrays.toString(constants);
    }

    /** What follows when the negations are met whose atoms are not in {@code assumed}. */
    private Set<String> fixpoint(Set<String> assumed) {
        Set<String> derived = new HashSet<>();
        boolean changed;
        do {
            changed = false;
            for (Instance i : instances) {
                if (!derived.contains(i.head)
                        && derived.containsAll(i.positive)
                        && i.negative.stream().noneMatch(assumed::contains)) {
                    derived.add(i.head);
                    changed = true;
                }
            }
        } while (changed);
        return derived;
    }

    /** {@code true}, {@code undefined} or {@code false}. */
    String truth(Pred p, int[] constants) {
        String atom = atom(p, constants);
        return certain.contains(atom) ? "true" : possible.contains(atom) ? "undefined" : "false";
    }
}
