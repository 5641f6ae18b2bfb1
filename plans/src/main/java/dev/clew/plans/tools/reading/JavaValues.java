package dev.clew.plans.tools.reading;

import dev.clew.plans.tools.catalogue.ToolFailure;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values of Java as values of JSON, and back. */
final class JavaValues {
    private JavaValues() {}

    static @Nullable Object fromJava(@Nullable Object value) throws ToolFailure {
        return switch (value) {
            case null -> null;
            case BigDecimal n -> n;
            case Number n -> new BigDecimal(n.toString());
            case Boolean b -> b;
            case Record r -> fromRecord(r);
            case Collection<?> c -> {
                List<@Nullable Object> items = new ArrayList<>();
                for (Object item : c) {
                    items.add(fromJava(item));
                }
                yield items;
            }
            case Map<?, ?> m -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                for (var e : m.entrySet()) {
                    fields.put(String.valueOf(e.getKey()), fromJava(e.getValue()));
                }
                yield fields;
            }
            default -> value.toString();
        };
    }

    private static Map<String, @Nullable Object> fromRecord(Record r) throws ToolFailure {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        try {
            for (RecordComponent part : r.getClass().getRecordComponents()) {
                part.getAccessor().trySetAccessible();
                Object value = part.getAccessor().invoke(r);
                if (value != null) {
                    fields.put(part.getName(), fromJava(value));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new ToolFailure("The record " + r + " cannot be read.", false);
        }
        return fields;
    }

    static @Nullable Object toJava(@Nullable Object value, Type type) throws ToolFailure {
        Class<?> c =
                type instanceof ParameterizedType p
                        ? (Class<?>) p.getRawType()
                        : type instanceof Class<?> plain ? plain : Object.class;
        if (value == null && !c.isPrimitive()) {
            return null;
        }
        try {
            return switch (value) {
                case BigDecimal n when c != BigDecimal.class && c != Object.class -> number(n, c);
                case Map<?, ?> m when c.isRecord() -> toRecord(m, c);
                case List<?> list when Collection.class.isAssignableFrom(c) ->
                        list(list, c, element(type));
                case String s when c.isEnum() -> constant(s, c);
                case null -> throw new ToolFailure("A value of " + c + " is missing.", false);
                default -> value;
            };
        } catch (ArithmeticException e) {
            throw new ToolFailure("(" + value + ") does not fit into " + c + ".", false);
        }
    }

    private static Object number(BigDecimal n, Class<?> c) {
        if (c == int.class || c == Integer.class) {
            return n.intValueExact();
        } else if (c == long.class || c == Long.class) {
            return n.longValueExact();
        } else if (c == float.class || c == Float.class) {
            return n.floatValue();
        } else if (c == short.class || c == Short.class) {
            return n.shortValueExact();
        } else if (c == byte.class || c == Byte.class) {
            return n.byteValueExact();
        } else if (c == BigInteger.class) {
            return n.toBigIntegerExact();
        }
        return c == double.class || c == Double.class ? n.doubleValue() : n;
    }

    private static Object constant(String name, Class<?> c) throws ToolFailure {
        for (Object constant : c.getEnumConstants()) {
            if (((Enum<?>) constant).name().equalsIgnoreCase(name)) {
                return constant;
            }
        }
        throw new ToolFailure(
                "(" + name + ") is none of " + Arrays.toString(c.getEnumConstants()) + ".", false);
    }

    private static Type element(Type type) {
        return type instanceof ParameterizedType p ? p.getActualTypeArguments()[0] : Object.class;
    }

    private static Object list(List<?> list, Class<?> c, Type element) throws ToolFailure {
        List<@Nullable Object> items = new ArrayList<>();
        for (Object item : list) {
            items.add(toJava(item, element));
        }
        return Set.class.isAssignableFrom(c) ? new LinkedHashSet<>(items) : items;
    }

    private static Object toRecord(Map<?, ?> map, Class<?> c) throws ToolFailure {
        RecordComponent[] parts = c.getRecordComponents();
        Class<?>[] types = new Class<?>[parts.length];
        @Nullable Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            types[i] = parts[i].getType();
            values[i] = toJava(map.get(parts[i].getName()), parts[i].getGenericType());
        }
        try {
            var constructor = c.getDeclaredConstructor(types);
            constructor.trySetAccessible();
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new ToolFailure(
                    "A record " + c.getName() + " cannot be made of " + map + ".", false);
        }
    }
}
