package dev.clew.plans.tools.operations;

import dev.clew.plans.tools.catalogue.Operation;
import dev.clew.plans.tools.catalogue.ToolFailure;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;

/**
 * Converts a number from one unit to another: {@code value * factor + offset}.
 *
 * @param parameter the parameter that has the number
 */
public record Conversion(String parameter, BigDecimal factor, BigDecimal offset)
        implements Operation {
    @Override
    public Object call(Map<String, @Nullable Object> arguments) throws ToolFailure {
        Object value = arguments.get(parameter);
        if (value instanceof Number n) {
            BigDecimal number = new BigDecimal(n.toString());
            return number.multiply(factor).add(offset).round(MathContext.DECIMAL64);
        }
        throw new ToolFailure("`" + parameter + "` is no number: " + value + ".", false);
    }
}
