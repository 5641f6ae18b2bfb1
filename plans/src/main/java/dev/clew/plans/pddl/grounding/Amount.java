package dev.clew.plans.pddl.grounding;

import dev.clew.plans.pddl.model.Expression;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/** What an action costs: a sum of amounts that depend on its objects. */
final class Amount {
    private final List<Expression> parts;
    private final List<Slots> scopes;
    private final Map<List<Object>, BigDecimal> values;

    Amount(List<Expression> parts, List<Slots> scopes, Map<List<Object>, BigDecimal> values) {
        this.parts = parts;
        this.scopes = scopes;
        this.values = values;
    }

    /** The sum, or null if a function has no value here, so that the action cannot be done. */
    @Nullable BigDecimal at(int[] binding) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal value = value(parts.get(i), scopes.get(i), binding);
            if (value == null) {
                return null;
            }
            sum = sum.add(value);
        }
        return sum;
    }

    private @Nullable BigDecimal value(Expression e, Slots slots, int[] binding) {
        return switch (e) {
            case Expression.Number n -> n.value();
            case Expression.Value v -> values.get(key(v, slots, binding));
            case Expression.Arithmetic a -> arithmetic(a, slots, binding);
        };
    }

    private static List<Object> key(Expression.Value v, Slots slots, int[] binding) {
        Object[] key = new Object[v.function().arguments().size() + 1];
        key[0] = v.function().name();
        for (int i = 1; i < key.length; i++) {
            int term = slots.term(v.function().arguments().get(i - 1));
            key[i] = term < 0 ? ~term : binding[term];
        }
        return List.of(key);
    }

    private @Nullable BigDecimal arithmetic(Expression.Arithmetic a, Slots slots, int[] binding) {
        BigDecimal result = value(a.parts().get(0), slots, binding);
        if (result == null) {
            return null;
        }
        if (a.parts().size() == 1) {
            return a.sign() == '-' ? result.negate() : result;
        }
        for (Expression part : a.parts().subList(1, a.parts().size())) {
            BigDecimal next = value(part, slots, binding);
            if (next == null || a.sign() == '/' && next.signum() == 0) {
                return null;
            }
            result =
                    switch (a.sign()) {
                        case '+' -> result.add(next);
                        case '-' -> result.subtract(next);
                        case '*' -> result.multiply(next);
                        default -> result.divide(next, MathContext.DECIMAL64);
                    };
        }
        return result;
    }
}
