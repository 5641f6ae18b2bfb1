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
            BigDecimal converted = number.multiply(factor).add(offset);
            BigDecimal rounded = converted.round(MathContext.DECIMAL64).stripTrailingZeros();
            return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
        }
        throw new ToolFailure("`" + parameter + "` is no number: " + value + ".", false);
    }
}
