package dev.clew.plans.tools.reading;

import dev.clew.plans.tools.catalogue.Effects;
import dev.clew.plans.tools.catalogue.Kind;
import dev.clew.plans.tools.catalogue.Operation;
import dev.clew.plans.tools.catalogue.Tool;
import dev.clew.plans.tools.catalogue.ToolFailure;
import dev.clew.plans.tools.catalogue.Type;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The marked methods of an object as tools. */
final class JavaMethods {
    private final Object object;
    private final TypeTable table;

    JavaMethods(Object object, TypeTable table) {
        this.object = object;
        this.table = table;
    }

    /** The tools, by name: reflection has methods in no certain order. */
    List<Tool> tools() {
        Class<?> type = object instanceof Class<?> c ? c : object.getClass();
        List<Tool> tools = new ArrayList<>();
        for (Method method : type.getMethods()) {
            ToolMethod mark = method.getAnnotation(ToolMethod.class);
            if (mark != null) {
                tools.add(tool(method, mark));
            }
        }
        if (tools.isEmpty()) {
            throw new IllegalArgumentException(
                    "The class ("
                            + type.getName()
                            + ") has no public method that is a tool.\n"
                            + "Maybe mark them with @ToolMethod.");
        }
        tools.sort(Comparator.comparing(Tool::name));
        return tools;
    }

    private Tool tool(Method method, ToolMethod mark) {
        String name = mark.name().isEmpty() ? method.getName() : mark.name();
        List<dev.clew.plans.tools.catalogue.Parameter> parameters = new ArrayList<>();
        for (Parameter p : method.getParameters()) {
            parameters.add(parameter(method, p));
        }
        OfType result = method.getAnnotation(OfType.class);
        String resultName = result == null || result.name().isEmpty() ? name : result.name();
        Effects effects = mark.effects();
        return new Tool(
                name,
                mark.value(),
                parameters,
                type(method.getGenericReturnType(), result),
                resultName,
                mark.cost() < 0 ? 1 + effects.ordinal() : mark.cost(),
                effects,
                operation(method, parameters),
                method.getDeclaringClass().getName() + "." + method.getName());
    }

    private dev.clew.plans.tools.catalogue.Parameter parameter(Method method, Parameter p) {
        OfType of = p.getAnnotation(OfType.class);
        if (!p.isNamePresent() && (of == null || of.name().isEmpty())) {
            throw new IllegalArgumentException(
                    "The name of a parameter of "
                            + method
                            + " is not known.\n"
                            + "Maybe compile with -parameters, or name it: @OfType(value ="
                            + " \"city\", name = \"from\").");
        }
        String name = of == null || of.name().isEmpty() ? p.getName() : of.name();
        boolean isOptional = of != null && of.isOptional();
        return new dev.clew.plans.tools.catalogue.Parameter(
                name,
                type(p.getParameterizedType(), of),
                !isOptional,
                p.getType().isRecord(),
                null,
                "");
    }

    private Type type(java.lang.reflect.Type type, @Nullable OfType of) {
        Type shape = shape(type);
        if (of == null) {
            return shape;
        }
        Type declared = Type.parse(of.value());
        Type innermost = declared;
        for (Type t = declared; t != null; t = t.element()) {
            innermost = t;
        }
        Type innermostShape = shape;
        for (Type t = shape; t != null; t = t.element()) {
            innermostShape = t;
        }
        table.declare(innermost.name(), false);
        if (!innermost.name().equals(innermostShape.name())) {
            table.isKindOf(innermost.name(), innermostShape.name());
        }
        return declared;
    }

    private Type shape(java.lang.reflect.Type type) {
        if (type instanceof ParameterizedType p
                && p.getRawType() instanceof Class<?> raw
                && Collection.class.isAssignableFrom(raw)) {
            return Type.listOf(shape(p.getActualTypeArguments()[0]));
        }
        Class<?> c =
                type instanceof ParameterizedType p && p.getRawType() instanceof Class<?> raw
                        ? raw
                        : type instanceof Class<?> plain ? plain : Object.class;
        if (c.isRecord()) {
            return record(c);
        }
        return new Type(kind(c).typeName());
    }

    private Type record(Class<?> c) {
        String name = c.getSimpleName();
        if (!table.has(name)) {
            table.isKindOf(name, Kind.OBJECT.typeName());
            for (RecordComponent part : c.getRecordComponents()) {
                OfType of = part.getAnnotation(OfType.class);
                boolean isRequired = of == null || !of.isOptional();
                table.hasField(name, part.getName(), type(part.getGenericType(), of), isRequired);
            }
        }
        return new Type(name);
    }

    private static Kind kind(Class<?> c) {
        if (c == boolean.class || c == Boolean.class) {
            return Kind.BOOLEAN;
        } else if (c == double.class
                || c == Double.class
                || c == float.class
                || c == Float.class
                || c == BigDecimal.class
                || c == Number.class) {
            return Kind.NUMBER;
        } else if (c.isPrimitive() && c != void.class && c != char.class
                || Number.class.isAssignableFrom(c)) {
            return Kind.INTEGER;
        } else if (CharSequence.class.isAssignableFrom(c) || c.isEnum() || c == char.class) {
            return Kind.STRING;
        }
        return Map.class.isAssignableFrom(c) ? Kind.OBJECT : Kind.ANY;
    }

    private Operation operation(
            Method method, List<dev.clew.plans.tools.catalogue.Parameter> parameters) {
        Object target = object instanceof Class<?> ? null : object;
        if (target == null && !Modifier.isStatic(method.getModifiers())) {
            throw new IllegalArgumentException(
                    "The method " + method + " is not static.\nMaybe give an object instead.");
        }
        return arguments -> {
            @Nullable Object[] values = new Object[parameters.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] =
                        JavaValues.toJava(
                                arguments.get(parameters.get(i).name()),
                                method.getGenericParameterTypes()[i]);
            }
            try {
                return JavaValues.fromJava(method.invoke(target, values));
            } catch (InvocationTargetException e) {
                throw new ToolFailure(method.getName() + " threw " + e.getCause() + ".", false);
            } catch (IllegalAccessException e) {
                throw new ToolFailure(method.getName() + " is not accessible.", false);
            }
        };
    }
}
