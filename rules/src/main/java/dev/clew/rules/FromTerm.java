package dev.clew.rules;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes Java values of terms, with a stack of its own since terms may be nested deeply. */
final class FromTerm {
    /** A value whose parts are being made. */
    private static final class Node {
        final @Nullable Node outer;
        final int depth;
        final List<Term> parts;
        final Function<Integer, Type> types;
        final Function<Integer, String> names;
        final Function<Object[], Object> maker;
        final Object[] made;
        int next;

        Node(
                @Nullable Node outer,
                List<Term> parts,
                Function<Integer, Type> types,
                Function<Integer, String> names,
                Function<Object[], Object> maker) {
            this.outer = outer;
            this.depth = outer == null ? 1 : outer.depth + 1;
            this.parts = parts;
            this.types = types;
            this.names = names;
            this.maker = maker;
            this.made = new Object[parts.size()];
        }
    }

    private @Nullable Node top;

    private FromTerm() {}

    static Object convert(Term term, Type type) {
        return new FromTerm().run(term, type);
    }

    private Object run(Term term, Type type) {
        Object done = value(term.deref(), type);
        while (true) {
            Node node = top;
            if (done != null) {
                if (node == null) {
                    return done;
                }
                node.made[node.next++] = done;
                done = null;
            } else if (node == null) {
                throw new AssertionError();
            } else if (node.next < node.parts.size()) {
                done = value(node.parts.get(node.next).deref(), node.types.apply(node.next));
            } else {
                done = node.maker.apply(node.made);
                top = node.outer;
            }
        }
    }

    /** The value of a simple term; for any other one pushes a node and returns null. */
    private @Nullable Object value(Term t, Type type) {
        Class<?> raw = raw(type);
        if (Term.class.isAssignableFrom(raw)) {
            return raw.isInstance(t) ? t : refuse(t, type);
        } else if (t instanceof Var) {
            return refuse(t, type);
        } else if (t instanceof Opaque o && raw.isInstance(o.value())) {
            return o.value();
        } else if (raw == Object.class) {
            return natural(t);
        }
        Object simple = simple(t, raw);
        if (simple != null) {
            return simple;
        }
        return compound(t, type, raw);
    }

    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> c) {
            return c;
        } else if (type instanceof ParameterizedType p) {
            return (Class<?>) p.getRawType();
        } else if (type instanceof GenericArrayType a) {
            return raw(a.getGenericComponentType()).arrayType();
        } else if (type instanceof WildcardType w) {
            return raw(w.getUpperBounds()[0]);
        } else if (type instanceof TypeVariable<?> v) {
            return raw(v.getBounds()[0]);
        }
        return Object.class;
    }

    private static Type argument(Type type, int index) {
        return type instanceof ParameterizedType p
                ? p.getActualTypeArguments()[index]
                : Object.class;
    }

    // ---- Simple terms ----

    private @Nullable Object natural(Term t) {
        if (t == Atom.NIL || t instanceof Compound && Lists.itemsOrNull(t) != null) {
            return list(t, Object.class, Object.class, items -> unmodifiable(items));
        }
        String text = text(t);
        if (text != null) {
            return text;
        } else if (t instanceof Int i) {
            return i.value();
        } else if (t instanceof BigInt b) {
            return b.value();
        }
        return t instanceof Flt f ? (Object) f.value() : t;
    }

    private static @Nullable String text(Term t) {
        return t instanceof Atom a ? a.name() : t instanceof Str s ? s.value() : null;
    }

    private static @Nullable Object simple(Term t, Class<?> raw) {
        if (t instanceof Numeric n) {
            return number(n, raw);
        } else if (raw == boolean.class || raw == Boolean.class) {
            return t == Atom.TRUE ? Boolean.TRUE : t == Atom.FALSE ? Boolean.FALSE : null;
        }
        String text = text(t);
        if (text == null) {
            return null;
        } else if (raw == String.class || raw == CharSequence.class) {
            return text;
        } else if (raw == char.class || raw == Character.class) {
            return text.length() == 1 ? text.charAt(0) : null;
        }
        return raw.isEnum() && t instanceof Atom a ? Shapes.constants(raw).get(a) : null;
    }

    private static @Nullable Object number(Numeric n, Class<?> raw) {
        if (n instanceof Flt f) {
            return floating(f.value(), raw);
        }
        BigInteger big = n instanceof Int i ? BigInteger.valueOf(i.value()) : ((BigInt) n).value();
        if (raw == BigInteger.class) {
            return big;
        } else if (raw == BigDecimal.class) {
            return new BigDecimal(big);
        } else if (raw == Number.class) {
            return n instanceof Int i ? (Number) i.value() : big;
        } else if (n instanceof Int i) {
            Object small = integer(i.value(), raw);
            return small != null ? small : floating((double) i.value(), raw);
        }
        return floating(big.doubleValue(), raw);
    }

    private static @Nullable Object integer(long value, Class<?> raw) {
        if (raw == long.class || raw == Long.class) {
            return value;
        } else if (raw == int.class || raw == Integer.class) {
            return (int) value == value ? (Object) (int) value : null;
        } else if (raw == short.class || raw == Short.class) {
            return (short) value == value ? (Object) (short) value : null;
        } else if (raw == byte.class || raw == Byte.class) {
            return (byte) value == value ? (Object) (byte) value : null;
        }
        return null;
    }

    private static @Nullable Object floating(double value, Class<?> raw) {
        if (raw == double.class || raw == Double.class || raw == Number.class) {
            return value;
        } else if (raw == float.class || raw == Float.class) {
            return (float) value;
        } else if (raw == BigDecimal.class && Double.isFinite(value)) {
            return BigDecimal.valueOf(value);
        }
        return null;
    }

    // ---- Terms with parts ----

    private @Nullable Object compound(Term t, Type type, Class<?> raw) {
        if (raw.isRecord()) {
            return record(t, type, raw);
        } else if (raw.isSealed()) {
            return oneOf(t, type, raw);
        } else if (raw == Optional.class) {
            return optional(t, type);
        } else if (raw == Map.class) {
            return map(t, type);
        } else if (raw == Set.class) {
            return list(
                    t,
                    type,
                    argument(type, 0),
                    x -> Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(x))));
        } else if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
            return list(t, type, argument(type, 0), FromTerm::unmodifiable);
        } else if (raw.isArray()) {
            Class<?> component = raw.getComponentType();
            Type item =
                    type instanceof GenericArrayType g ? g.getGenericComponentType() : component;
            return list(t, type, item, x -> array(component, x));
        }
        return refuse(t, type);
    }

    private static List<Object> unmodifiable(Object[] items) {
        return Collections.unmodifiableList(Arrays.asList(items));
    }

    private static Object array(Class<?> component, Object[] items) {
        Object array = Array.newInstance(component, items.length);
        for (int i = 0; i < items.length; i++) {
            Array.set(array, i, items[i]);
        }
        return array;
    }

    private @Nullable Object list(Term t, Type type, Type item, Function<Object[], Object> maker) {
        List<Term> items = Lists.itemsOrNull(t);
        if (items == null) {
            return refuse(t, type);
        }
        return push(items, i -> item, i -> "item " + (i + 1) + " of the list", maker);
    }

    private @Nullable Object record(Term t, Type type, Class<?> raw) {
        Shapes.RecordShape shape = Shapes.of(raw);
        List<Term> arguments = arguments(t, shape.functor);
        if (arguments == null) {
            return refuse(t, type);
        }
        return push(
                arguments,
                i -> resolve(shape.types[i], type, raw),
                i -> "component `" + shape.names[i] + "` of " + raw.getSimpleName(),
                shape::make);
    }

    /** What a component of type {@code T} of a record {@code R<T>} is in {@code R<String>}. */
    private static Type resolve(Type component, Type type, Class<?> raw) {
        if (component instanceof TypeVariable<?> && type instanceof ParameterizedType p) {
            int index = Arrays.asList(raw.getTypeParameters()).indexOf(component);
            return index < 0 ? component : p.getActualTypeArguments()[index];
        }
        return component;
    }

    private static @Nullable List<Term> arguments(Term t, Functor wanted) {
        if (t instanceof Atom a && wanted.arity() == 0) {
            return a == wanted.name() ? List.of() : null;
        } else if (!(t instanceof Compound c) || c.functor() != wanted) {
            return null;
        } else {
            List<Term> arguments = new ArrayList<>(c.arity());
            for (int i = 0; i < c.arity(); i++) {
                arguments.add(c.arg(i));
            }
            return arguments;
        }
    }

    private @Nullable Object oneOf(Term t, Type type, Class<?> raw) {
        Functor f =
                t instanceof Compound c
                        ? c.functor()
                        : t instanceof Atom a ? Functor.of(a, 0) : null;
        Class<?> found = f == null ? null : Shapes.cases(raw).get(f);
        return found == null ? refuse(t, type) : value(t, found);
    }

    private @Nullable Object optional(Term t, Type type) {
        if (t == ToTerm.NONE) {
            return Optional.empty();
        }
        List<Term> arguments = arguments(t, ToTerm.SOME);
        if (arguments == null) {
            return refuse(t, type);
        }
        return push(arguments, i -> argument(type, 0), i -> "some", x -> Optional.of(x[0]));
    }

    private @Nullable Object map(Term t, Type type) {
        List<Term> pairs = Lists.itemsOrNull(t);
        if (pairs == null) {
            return refuse(t, type);
        }
        List<Term> parts = new ArrayList<>();
        for (Term pair : pairs) {
            if (!(pair.deref() instanceof Struct s) || s.functor() != Functor.PAIR) {
                return refuse(t, type);
            }
            parts.add(s.args[0]);
            parts.add(s.args[1]);
        }
        return push(
                parts,
                i -> argument(type, i % 2),
                i -> (i % 2 == 0 ? "key " : "value ") + (i / 2 + 1) + " of the map",
                FromTerm::mapOf);
    }

    private static Map<Object, Object> mapOf(Object[] parts) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            map.put(parts[i], parts[i + 1]);
        }
        return Collections.unmodifiableMap(map);
    }

    private @Nullable Object push(
            List<Term> parts,
            Function<Integer, Type> types,
            Function<Integer, String> names,
            Function<Object[], Object> maker) {
        Node node = new Node(top, parts, types, names, maker);
        if (node.depth > ToTerm.DEEPEST) {
            throw new ConversionException(
                    "The term is nested more than "
                            + ToTerm.DEEPEST
                            + " levels deep.\nMaybe it contains itself.");
        }
        if (parts.isEmpty()) {
            return maker.apply(node.made);
        }
        top = node;
        return null;
    }

    // ---- Refusal ----

    private Object refuse(Term t, Type type) {
        StringBuilder out = new StringBuilder();
        if (t instanceof Var) {
            out.append("The term is an unbound variable");
        } else {
            out.append("The term (").append(Words.brief(t)).append(") is ").append(Words.kind(t));
        }
        out.append(", which cannot be ").append(wanted(type)).append('.');
        if (top != null) {
            out.append("\nIt is ").append(top.names.apply(top.next));
            for (Node n = top.outer; n != null && n.depth > top.depth - 3; n = n.outer) {
                out.append(", ").append(n.names.apply(n.next));
            }
            out.append('.');
        }
        throw new ConversionException(out.toString());
    }

    private static String wanted(Type type) {
        Class<?> raw = raw(type);
        String name = type instanceof Class<?> c ? c.getSimpleName() : type.getTypeName();
        if (raw.isRecord()) {
            return name + " (" + Shapes.of(raw).functor + ")";
        } else if (raw.isEnum()) {
            return name + " " + Shapes.constants(raw).keySet();
        } else if (raw.isSealed() && !Term.class.isAssignableFrom(raw)) {
            return name + " " + Shapes.cases(raw).keySet();
        }
        return name;
    }
}
