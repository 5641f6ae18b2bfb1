package dev.clew.plans.stories;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What variables stand for. Terms are as deep as somebody wrote them, a few levels. */
final class Substitution {
    private final Map<String, Fact> values = new HashMap<>();

    /** The names of the variables of a term, in their order. */
    static Set<String> variables(Term term) {
        Set<String> names = new LinkedHashSet<>();
        variables(term, names);
        return names;
    }

    private static void variables(Term term, Set<String> into) {
        switch (term) {
            case Variable v -> into.add(v.name());
            case Fact f -> f.arguments().forEach(a -> variables(a, into));
        }
    }

    static boolean isGround(Term term) {
        return switch (term) {
            case Variable v -> false;
            case Fact f -> f.arguments().stream().allMatch(Substitution::isGround);
        };
    }

    /** The term with its variables replaced, as far as they stand for something. */
    Term apply(Term term) {
        return switch (term) {
            case Variable v -> {
                Fact value = values.get(v.name());
                yield value == null ? v : value;
            }
            case Fact f -> apply(f);
        };
    }

    Fact apply(Fact fact) {
        if (fact.arguments().isEmpty()) {
            return fact;
        }
        List<Term> arguments = new ArrayList<>(fact.arguments().size());
        for (Term argument : fact.arguments()) {
            arguments.add(apply(argument));
        }
        return new Fact(fact.name(), arguments);
    }

    /**
     * Makes a pattern equal to a fact without variables; returns the variables that this bound, for
     * {@link #undo}, or null if it cannot be.
     */
    @Nullable List<String> match(Term pattern, Fact fact) {
        List<String> bound = new ArrayList<>();
        if (match(pattern, fact, bound)) {
            return bound;
        }
        undo(bound);
        return null;
    }

    private boolean match(Term pattern, Fact fact, List<String> bound) {
        return switch (pattern) {
            case Variable v -> {
                Fact known = values.get(v.name());
                if (known == null) {
                    values.put(v.name(), fact);
                    bound.add(v.name());
                }
                yield known == null || known.equals(fact);
            }
            case Fact f -> f.isLike(fact) && matchArguments(f, fact, bound);
        };
    }

    private boolean matchArguments(Fact pattern, Fact fact, List<String> bound) {
        for (int i = 0; i < pattern.arguments().size(); i++) {
            if (!(fact.arguments().get(i) instanceof Fact value)
                    || !match(pattern.arguments().get(i), value, bound)) {
                return false;
            }
        }
        return true;
    }

    void undo(List<String> bound) {
        bound.forEach(values::remove);
    }
}
