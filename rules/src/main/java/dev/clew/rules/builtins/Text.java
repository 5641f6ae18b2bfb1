package dev.clew.rules.builtins;

import dev.clew.rules.syntax.NumberText;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

/**
 * Text in its many forms: built-ins that take "text" take atoms, strings, numbers, code lists and
 * character lists alike.
 */
public final class Text {
    private Text() {}

    /**
     * The text of {@code term}; {@code []} is the atom's text.
     *
     * @throws dev.clew.rules.terms.PrologError an instantiation error for a variable or a list that
     *     holds one, {@code type_error(text, Term)} for what is no text
     */
    public static String text(Term term) {
        return text(term, "text");
    }

    /** As {@link #text(Term)}, with {@code type} as the expected type of the error. */
    public static String text(Term term, String type) {
        String text = textOrNull(term);
        if (text != null) {
            return text;
        }
        throw noText(term, type);
    }

    /** The error for a term that is not text: an instantiation error if it could become text. */
    public static RuntimeException noText(Term term, String type) {
        Term t = term.deref();
        return isPartialText(t) ? Errors.instantiation() : Errors.type(type, t);
    }

    /** The text of an atom, string, number, code list or character list; null for others. */
    public static @Nullable String textOrNull(Term term) {
        Term t = term.deref();
        if (t instanceof Cons) {
            return listOrNull(t);
        }
        return atomicOrNull(t);
    }

    /** As {@link #textOrNull} where {@code []} is the empty list, thus empty text. */
    public static @Nullable String textOrEmptyListOrNull(Term term) {
        return term.deref() == Atom.NIL ? "" : textOrNull(term);
    }

    /** The text of an atom, string or number; null for others. */
    public static @Nullable String atomicOrNull(Term term) {
        Term t = term.deref();
        if (t instanceof Atom a) {
            return a.name();
        } else if (t instanceof Str s) {
            return s.value();
        } else if (t instanceof Numeric n) {
            return number(n);
        }
        return null;
    }

    /** The text of an atom or a string; null for others. */
    public static @Nullable String atomOrStringOrNull(Term term) {
        Term t = term.deref();
        return t instanceof Atom a ? a.name() : t instanceof Str s ? s.value() : null;
    }

    /** The text of a proper list of codes or of characters, maybe empty; null for others. */
    public static @Nullable String listOrNull(Term list) {
        StringBuilder out = new StringBuilder();
        Term t = list.deref();
        Term slow = t;
        boolean codes = false;
        for (int i = 0; t instanceof Cons c; i++) {
            Term item = c.head.deref();
            int code = item instanceof Int n ? codeOf(n) : charOf(item);
            if (i == 0) {
                codes = item instanceof Int;
            }
            if (code < 0 || codes != item instanceof Int) {
                return null;
            }
            out.appendCodePoint(code);
            t = c.tail.deref();
            if ((i & 1) != 0) {
                slow = ((Cons) slow).tail.deref();
                if (slow == t) {
                    return null;
                }
            }
        }
        return t == Atom.NIL ? out.toString() : null;
    }

    /** The code point of a one-character atom, or -1. */
    public static int charOf(Term term) {
        if (term.deref() instanceof Atom a) {
            String name = a.name();
            int n = name.length();
            if (n == 1 || (n == 2 && name.codePointCount(0, 2) == 1)) {
                return name.codePointAt(0);
            }
        }
        return -1;
    }

    private static int codeOf(Int n) {
        return n.value() >= 0 && n.value() <= Character.MAX_CODE_POINT ? (int) n.value() : -1;
    }

    /** Whether binding variables could turn the term into text. */
    private static boolean isPartialText(Term term) {
        Term t = term.deref();
        Term slow = t;
        boolean odd = false;
        boolean variables = false;
        while (t instanceof Cons c) {
            Term item = c.head.deref();
            boolean fits = item instanceof Int n ? codeOf(n) >= 0 : charOf(item) >= 0;
            variables |= item instanceof Var;
            if (!fits && !(item instanceof Var)) {
                return false;
            }
            t = c.tail.deref();
            if (odd) {
                slow = ((Cons) slow).tail.deref();
                if (slow == t) {
                    return false;
                }
            }
            odd = !odd;
        }
        return t instanceof Var || (t == Atom.NIL && variables);
    }

    /**
     * The number as it is written: digits, or the shortest decimal that reads back as the float.
     */
    public static String number(Numeric number) {
        return NumberText.of(number);
    }
}
