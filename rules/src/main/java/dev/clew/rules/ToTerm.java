package dev.clew.rules;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes terms of Java values, with a stack of its own since values may be nested deeply. */
final class ToTerm {
    static final Atom NONE = Atom.of("none");
    static final Functor SOME = Functor.of("some", 1);
    static final int DEEPEST = 1_000_000;

    /** A compound whose arguments are being made. */
    private static final class Node {
        final @Nullable Node outer;
        final int depth;

        /** What the arguments belong to; null for a list. */
        final @Nullable Functor functor;

        final @Nullable Object[] parts;
        final Term[] made;
        int next;

        Node(@Nullable Node outer, @Nullable Functor functor, @Nullable Object[] parts) {
            this.outer = outer;
            this.depth = outer == null ? 1 : outer.depth + 1;
            this.functor = functor;
            this.parts = parts;
            this.made = new Term[parts.length];
            if (depth > DEEPEST) {
                throw new ConversionException(
                        "The value is nested more than "
                                + DEEPEST
                                + " levels deep.\nMaybe it contains itself.");
            }
        }

        Term finish() {
            if (functor == null) {
                return Lists.of(Arrays.asList(made));
            }
            return made.length == 0 ? functor.name() : Struct.of(functor, made);
        }
    }

    private @Nullable Node top;

    private ToTerm() {}

    static Term convert(@Nullable Object value) {
        return new ToTerm().run(value);
    }

    private Term run(@Nullable Object value) {
        Term done = simple(value);
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
            } else if (node.next < node.parts.length) {
                done = simple(node.parts[node.next]);
            } else {
                done = node.finish();
                top = node.outer;
            }
        }
    }

    /** The term for a simple value; for any other one pushes a node and returns null. */
    private @Nullable Term simple(@Nullable Object value) {
        if (value instanceof Term t) {
            return t;
        } else if (value instanceof String s) {
            return Atom.of(s);
        } else if (value instanceof Number n) {
            return number(n);
        } else if (value instanceof Boolean b) {
            return b ? Atom.TRUE : Atom.FALSE;
        } else if (value instanceof Character c) {
            return Atom.of(c.toString());
        } else if (value instanceof Enum<?> e) {
            return Shapes.atom(e);
        }
        top = node(value);
        return null;
    }

    private static Term number(Number n) {
        if (n instanceof Integer || n instanceof Long || n instanceof Short || n instanceof Byte) {
            return Int.of(n.longValue());
        } else if (n instanceof BigInteger b) {
            return Int.of(b);
        } else if (n instanceof Double || n instanceof Float) {
            return Flt.of(n.doubleValue());
        }
        throw unknown(n, "Maybe use its doubleValue() or toBigIntegerExact().");
    }

    private Node node(@Nullable Object value) {
        if (value instanceof Record r) {
            Shapes.RecordShape shape = Shapes.of(r.getClass());
            @Nullable Object[] parts = new Object[shape.names.length];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = shape.component(r, i);
            }
            return new Node(top, shape.functor, parts);
        } else if (value instanceof Iterable<?> items) {
            List<@Nullable Object> parts = new ArrayList<>();
            items.forEach(parts::add);
            return new Node(top, null, parts.toArray());
        } else if (value instanceof Map<?, ?> map) {
            return new Node(top, null, map.entrySet().toArray());
        } else if (value instanceof Map.Entry<?, ?> e) {
            return new Node(top, Functor.PAIR, new Object[] {e.getKey(), e.getValue()});
        } else if (value instanceof Optional<?> o) {
            return o.isEmpty()
                    ? new Node(top, Functor.of(NONE, 0), new Object[0])
                    : new Node(top, SOME, new Object[] {o.get()});
        } else if (value != null && value.getClass().isArray()) {
            @Nullable Object[] parts = new Object[Array.getLength(value)];
            Arrays.setAll(parts, i -> Array.get(value, i));
            return new Node(top, null, parts);
        } else if (value == null) {
            throw new ConversionException(
                    "The value null cannot be a term.\nMaybe use an Optional, which is none or"
                            + " some(Value).");
        }
        throw unknown(
                value,
                "Maybe make its class a record, or hand it through rules untouched in a new"
                        + " Opaque(\"java\", value).");
    }

    private static ConversionException unknown(Object value, String hint) {
        return new ConversionException(
                "The value ("
                        + value
                        + ") of class "
                        + value.getClass().getName()
                        + " cannot be a term.\n"
                        + hint);
    }
}
