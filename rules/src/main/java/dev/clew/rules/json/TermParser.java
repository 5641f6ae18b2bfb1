package dev.clew.rules.json;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes terms of the JSON that {@link TermJson} writes. Variables of the same name are the same
 * variable in all terms that one parser makes, handles of the same text the same handle.
 */
public final class TermParser {
    private final Map<String, Var> variables = new HashMap<>();
    private final Map<String, Opaque> handles = new HashMap<>();

    /** The variables so far, by name. */
    public Map<String, Var> variables() {
        return variables;
    }

    /** A compound or list whose parts are being made. */
    private static final class Part {
        final @Nullable String name;
        final List<JsonValue> todo;
        final boolean hasTail;
        final List<Term> done = new ArrayList<>();

        Part(@Nullable String name, List<JsonValue> todo, boolean hasTail) {
            this.name = name;
            this.todo = todo;
            this.hasTail = hasTail;
        }

        Term whole() {
            if (name != null) {
                return Struct.of(name, done.toArray(new Term[0]));
            }
            int last = done.size() - 1;
            return hasTail
                    ? Lists.of(done.subList(0, last), done.get(last))
                    : Lists.of(done, Atom.NIL);
        }
    }

    /**
     * The term that {@code json} stands for.
     *
     * @throws JsonError if it stands for none
     */
    public Term term(JsonValue json) {
        ArrayDeque<Part> open = new ArrayDeque<>();
        JsonValue next = json;
        while (true) {
            Term done = simple(next);
            if (done == null) {
                open.push(part(next));
            }
            while (done != null || isFull(open)) {
                Term whole = done != null ? done : open.pop().whole();
                done = null;
                if (open.isEmpty()) {
                    return whole;
                }
                open.element().done.add(whole);
            }
            Part p = open.element();
            next = p.todo.get(p.done.size());
        }
    }

    private static boolean isFull(ArrayDeque<Part> open) {
        Part p = open.element();
        return p.done.size() == p.todo.size();
    }

    private static JsonError unknown(JsonValue json) {
        String shown = json instanceof JsonValue.Table t ? "members " + t.members().keySet() : "";
        return new JsonError("A term is expected in the JSON, not this: " + shown + ".");
    }

    /** An atomic term or a variable; null if the JSON is of a term with parts. */
    private @Nullable Term simple(JsonValue json) {
        if (!(json instanceof JsonValue.Table t) || t.members().isEmpty()) {
            throw unknown(json);
        }
        String kind = t.members().keySet().iterator().next();
        JsonValue value = t.members().values().iterator().next();
        return switch (kind) {
            case "atom" -> Atom.of(text(value));
            case "integer" -> integer(value);
            case "float" -> real(value);
            case "string" -> Str.of(text(value));
            case "var" -> variables.computeIfAbsent(text(value), n -> new Var());
            case "handle" -> handles.computeIfAbsent(text(value), n -> new Opaque("handle", n));
            case "compound", "list" -> null;
            default -> throw unknown(json);
        };
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonValue.Text t) {
            return t.value();
        }
        throw new JsonError("A text is expected in the JSON of a term.");
    }

    private static String digits(JsonValue value) {
        return value instanceof JsonValue.Number n ? n.digits() : text(value);
    }

    private static Term integer(JsonValue value) {
        try {
            return Int.of(new BigInteger(digits(value)));
        } catch (NumberFormatException e) {
            throw new JsonError("The integer (" + digits(value) + ") of the JSON is none.");
        }
    }

    private static Term real(JsonValue value) {
        String digits = digits(value);
        switch (digits) {
            case "inf":
                return Flt.of(Double.POSITIVE_INFINITY);
            case "-inf":
                return Flt.of(Double.NEGATIVE_INFINITY);
            case "nan":
                return Flt.of(Double.NaN);
            default:
        }
        try {
            return Flt.of(Double.parseDouble(digits));
        } catch (NumberFormatException e) {
            throw new JsonError("The float (" + digits + ") of the JSON is none.");
        }
    }

    private static Part part(JsonValue json) {
        JsonValue.Table table = (JsonValue.Table) json;
        if (table.get("compound") instanceof JsonValue.Table c) {
            if (c.get("name") instanceof JsonValue.Text name
                    && c.get("args") instanceof JsonValue.Array args) {
                return new Part(name.value(), args.items(), false);
            }
        } else if (table.get("list") instanceof JsonValue.Array items) {
            JsonValue tail = table.get("tail");
            List<JsonValue> todo = new ArrayList<>(items.items());
            if (tail != null && todo.isEmpty()) {
                throw new JsonError("A list of the JSON has a tail but no element.");
            }
            if (tail != null) {
                todo.add(tail);
            }
            return new Part(null, todo, tail != null);
        }
        throw unknown(json);
    }
}
