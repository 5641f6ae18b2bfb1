package dev.clew.rules.builtins;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code atomic_list_concat/2,3}: joins the items of a list with a separator, or splits a text at
 * each separator.
 */
final class AtomicLists {
    private AtomicLists() {}

    /** Joins without a separator. */
    static boolean join(Machine m, Term list, Term result) {
        String joined = joined(list, "");
        if (joined == null) {
            throw Errors.instantiation();
        }
        return unifyResult(m, result, joined);
    }

    static boolean join(Machine m, Term list, Term separator, Term result) {
        Term sep = Arguments.bound(separator);
        String between = Text.textOrNull(sep);
        if (between == null) {
            throw Text.noText(sep, "text");
        }
        String joined = joined(list, between);
        if (joined != null) {
            return unifyResult(m, result, joined);
        }
        Term whole = Arguments.bound(result);
        if (between.isEmpty()) {
            throw Errors.domain("non_empty_atom", sep);
        }
        String text = Text.atomicOrNull(whole);
        if (text == null) {
            throw Errors.type("atomic", whole);
        }
        return split(m, list, between, text);
    }

    private static boolean unifyResult(Machine m, Term result, String joined) {
        Term r = result.deref();
        return r instanceof Str s ? s.value().equals(joined) : m.unify(r, Atom.of(joined));
    }

    /** The items' text; null if a variable is met, in the list or as its end. */
    private static @Nullable String joined(Term list, String between) {
        Arguments.listOrPartial(list);
        StringBuilder out = new StringBuilder();
        boolean first = true;
        Term t = list.deref();
        while (t instanceof Cons c) {
            Term item = c.head.deref();
            if (item instanceof Var) {
                return null;
            }
            String text = Text.atomicOrNull(item);
            if (text == null) {
                throw Errors.type("atomic", item);
            }
            if (!first) {
                out.append(between);
            }
            out.append(text);
            first = false;
            t = c.tail.deref();
        }
        return t == Atom.NIL ? out.toString() : null;
    }

    private static boolean split(Machine m, Term list, String between, String text) {
        List<Term> parts = new ArrayList<>();
        int from = 0;
        for (int at = Occurrences.indexOf(text, between, 0);
                at >= 0;
                at = Occurrences.indexOf(text, between, from)) {
            parts.add(Atom.of(text.substring(from, at)));
            from = at + between.length();
        }
        parts.add(Atom.of(text.substring(from)));
        return m.unify(list, Lists.of(parts));
    }
}
