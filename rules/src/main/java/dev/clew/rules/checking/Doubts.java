package dev.clew.rules.checking;

import dev.clew.rules.proofs.forms.Outline;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Order;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reasons why a goal that is not true with the values at the end may have been true when it was
 * called: a proof tells only the values at the end.
 */
final class Doubts {
    private static final Set<String> CONSTRAINTS =
            Set.of("dif/2", "freeze/2", "when/2", "put_attr/3");
    private static final Set<String> SORTS =
            Set.of("sort/2", "msort/2", "keysort/2", "predsort/3", "sort/4", "list_to_set/2");
    private static final Set<String> COLLECTED = Set.of("findall/3", "bagof/3", "setof/3");
    private static final Set<String> IN_PLACE = Set.of("library/nb_set");
    private static final Set<String> NOT_MONOTONIC =
            Set.of(
                    "\\+/1",
                    "not/1",
                    "->/2",
                    "*->/2",
                    "var/1",
                    "\\==/2",
                    "==/2",
                    "@</2",
                    "@>/2",
                    "@=</2",
                    "@>=/2",
                    "\\=/2",
                    "forall/2",
                    "findall/3");
    private static final Functor LAMBDA = Functor.of(">>", 2);

    private final Program program;
    private final boolean hasConstraints;

    Doubts(Program program, Outline outline) {
        this.program = program;
        this.hasConstraints = program.hasConstraints() || anyConstrains(outline);
    }

    private static boolean anyConstrains(Outline outline) {
        for (Outline.Line line : outline.lines()) {
            if (isConstraint(Terms.plain(line.proof().goal()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a goal restricts the values that variables may get later. */
    static boolean isConstraint(Term goal) {
        Functor f = Terms.functor(goal);
        return f != null && CONSTRAINTS.contains(Terms.key(f));
    }

    /** Why a goal that is false may have been true; null if there is no reason to think so. */
    @Nullable String ofFalse(Term goal) {
        Functor f = Terms.functor(goal);
        if (f == null) {
            return null;
        }
        String key = Terms.key(f);
        Term[] a = Terms.arguments(goal);
        if (hasConstraints && hasVariables(goal)) {
            return "what its variables may be is restricted";
        } else if (mentionsLambda(goal)) {
            return "the variables of a lambda expression may have got their values later";
        } else if (SORTS.contains(key) && isRearranged(a[a.length - 2], a[a.length - 1])) {
            return "it may have sorted variables that got their values later";
        } else if (COLLECTED.contains(key) && Order.identical(a[0], a[2])) {
            return "its template may have got its value later";
        } else if (IN_PLACE.contains(home(f))) {
            return "its arguments are changed in place";
        } else if (home(f).equals("library/defeasible")) {
            return "what rules with exceptions conclude is not decided here";
        }
        return null;
    }

    private String home(Functor f) {
        String home = program.libraries().home(f);
        return home == null ? "" : home;
    }

    /** Why a goal that can be proved may have had no proof; null as above. */
    @Nullable String ofProved(Term goal) {
        if (hasConstraints && hasVariables(goal)) {
            return "what the variables of the negated goal may be is restricted";
        }
        Functor f = Terms.functor(Terms.plain(goal));
        return f != null && NOT_MONOTONIC.contains(Terms.key(f))
                ? "whether the negated goal fails depends on when it was called"
                : null;
    }

    private static boolean hasVariables(Term t) {
        return !new Bindings().variables(t).isEmpty();
    }

    private static boolean mentionsLambda(Term goal) {
        ArrayDeque<Term> agenda = new ArrayDeque<>();
        agenda.push(goal);
        while (!agenda.isEmpty()) {
            if (agenda.pop().deref() instanceof Compound c) {
                if (c.functor() == LAMBDA || c.name() == LAMBDA.name()) {
                    return true;
                }
                for (Term t : Terms.arguments(c)) {
                    agenda.push(t);
                }
            }
        }
        return false;
    }

    /** Whether two lists have the same elements, however often and in whatever order. */
    private static boolean isRearranged(Term from, Term to) {
        List<Term> x = Lists.itemsOrNull(from);
        List<Term> y = Lists.itemsOrNull(to);
        if (x == null || y == null || y.size() > x.size()) {
            return false;
        }
        return sorted(x).equals(sorted(y));
    }

    /** Whether two lists have the same elements in whatever order. */
    static boolean areSame(Term some, Term others) {
        List<Term> x = Lists.itemsOrNull(some);
        List<Term> y = Lists.itemsOrNull(others);
        return x != null && y != null && x.size() == y.size() && sorted(x).equals(sorted(y));
    }

    private static List<String> sorted(List<Term> items) {
        Bindings none = new Bindings();
        List<String> keys = new ArrayList<>();
        for (Term t : items) {
            String key = Tables.key(Struct.of("item", t), none);
            if (!keys.contains(key)) {
                keys.add(key);
            }
        }
        keys.sort(null);
        return keys;
    }
}
