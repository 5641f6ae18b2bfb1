package dev.clew.cli.programs;

import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

/** Where the parts of a term stand in the text, from the positions that the reader gives. */
public final class Place {
    private Place() {}

    /** The number of characters before the name of a term, or before its start. */
    public static long offset(@Nullable Term position, long otherwise) {
        Term p = inner(position);
        if (!(p instanceof Struct s)) {
            return otherwise;
        }
        boolean hasName = s.name().name().equals("term_position");
        return s.args[hasName ? 2 : 0].deref() instanceof Int i ? i.value() : otherwise;
    }

    /** The position of an argument, or null. */
    public static @Nullable Term argument(@Nullable Term position, int index) {
        if (!(inner(position) instanceof Struct s)) {
            return null;
        }
        return switch (s.name().name()) {
            case "term_position" -> item(s.args[4], index);
            case "brace_term_position" -> index == 0 ? s.args[2].deref() : null;
            case "list_position" -> listArgument(s, index);
            default -> null;
        };
    }

    /**
     * A list cell has its head and, as far as positions go, the rest of the list as its arguments.
     */
    private static @Nullable Term listArgument(Struct list, int index) {
        if (index == 0) {
            return item(list.args[2], 0);
        }
        Term items = list.args[2].deref();
        if (!(items instanceof Cons c)) {
            return null;
        }
        return c.tail.deref() instanceof Cons
                ? Struct.of(list.functor(), list.args[0], list.args[1], c.tail, list.args[3])
                : list.args[3].deref();
    }

    private static @Nullable Term item(Term list, int index) {
        Term t = list.deref();
        for (int i = 0; i < index && t instanceof Cons c; i++) {
            t = c.tail.deref();
        }
        return t instanceof Cons c ? c.head.deref() : null;
    }

    /** A position without the parentheses around the term. */
    private static @Nullable Term inner(@Nullable Term position) {
        Term p = position == null ? null : position.deref();
        while (p instanceof Compound c && c.name().name().equals("parentheses_term_position")) {
            p = c.arg(2).deref();
        }
        return p;
    }
}
