package dev.clew.rules.terms;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Lists as terms: building them and taking them apart. */
public final class Lists {
    private Lists() {}

    /** The list of {@code items}. */
    public static Term of(List<? extends Term> items) {
        return of(items, Atom.NIL);
    }

    /** The partial list {@code [items...|tail]}. */
    public static Term of(List<? extends Term> items, Term tail) {
        Term list = tail;
        for (int i = items.size() - 1; i >= 0; i--) {
            list = new Cons(items.get(i), list);
        }
        return list;
    }

    /** The list of {@code items}. */
    public static Term of(Term... items) {
        Term list = Atom.NIL;
        for (int i = items.length - 1; i >= 0; i--) {
            list = new Cons(items[i], list);
        }
        return list;
    }

    /** The code list of a text. */
    public static Term codes(String text) {
        return codes(text, Atom.NIL);
    }

    /** The code list of a text, ending in {@code tail}. */
    public static Term codes(String text, Term tail) {
        Term list = tail;
        for (int i = text.length(); i > 0; ) {
            int c = text.codePointBefore(i);
            list = new Cons(Int.of(c), list);
            i -= Character.charCount(c);
        }
        return list;
    }

    /** The list of one-character atoms of a text. */
    public static Term chars(String text) {
        return chars(text, Atom.NIL);
    }

    /** The list of one-character atoms of a text, ending in {@code tail}. */
    public static Term chars(String text, Term tail) {
        Term list = tail;
        for (int i = text.length(); i > 0; ) {
            int c = text.codePointBefore(i);
            list = new Cons(Atom.ofCodePoint(c), list);
            i -= Character.charCount(c);
        }
        return list;
    }

    /**
     * The elements of a proper list, not dereferenced.
     *
     * @throws PrologError an instantiation error for a partial list, {@code type_error(list, Term)}
     *     for anything else
     */
    public static List<Term> items(Term list) {
        List<Term> items = itemsOrNull(list);
        if (items != null) {
            return items;
        }
        throw end(list) instanceof Var ? Errors.instantiation() : Errors.type("list", list.deref());
    }

    /**
     * The elements of a proper list, or null if {@code list} is not one (partial, cyclic or no list
     * at all).
     */
    public static @Nullable List<Term> itemsOrNull(Term list) {
        List<Term> items = new ArrayList<>();
        Term t = list.deref();
        Term slow = t;
        while (t instanceof Cons c) {
            items.add(c.head);
            t = c.tail.deref();
            if ((items.size() & 1) == 0) {
                slow = ((Cons) slow).tail.deref();
                if (slow == t) {
                    return null;
                }
            }
        }
        return t == Atom.NIL ? items : null;
    }

    /**
     * What stands after the last cell: {@code []} for a proper list, a variable for a partial one;
     * a cell for a cyclic one.
     */
    public static Term end(Term list) {
        Term t = list.deref();
        Term slow = t;
        boolean odd = false;
        while (t instanceof Cons c) {
            t = c.tail.deref();
            if (odd) {
                slow = ((Cons) slow).tail.deref();
                if (slow == t) {
                    return t;
                }
            }
            odd = !odd;
        }
        return t;
    }
}
