package dev.clew.plans.tools.operations;

import dev.clew.plans.tools.catalogue.Json;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Texts with places for arguments: {@code /cities/{city}}. */
public final class Template {
    private Template() {}

    /** The names of the places, in their order. */
    public static Set<String> names(String template) {
        Set<String> names = new LinkedHashSet<>();
        int open = template.indexOf('{');
        while (open >= 0) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            names.add(template.substring(open + 1, close));
            open = template.indexOf('{', close);
        }
        return names;
    }

    /** The text with the arguments in their places; a place without an argument is left empty. */
    static String fill(
            String template, Map<String, @Nullable Object> arguments, UnaryOperator<String> code) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            out.append(template, at, open);
            Object value = arguments.get(template.substring(open + 1, close));
            out.append(value == null ? "" : code.apply(plain(value)));
            at = close + 1;
        }
        return out.append(template.substring(at)).toString();
    }

    /** A value as it stands in an address: a text without quotes, a number in digits. */
    static String plain(@Nullable Object value) {
        return value instanceof String text
                ? text
                : value instanceof BigDecimal n ? n.toPlainString() : Json.write(value);
    }
}
