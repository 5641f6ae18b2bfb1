package dev.clew.rules.builtins;

import dev.clew.rules.machine.Det;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.NonDet;
import dev.clew.rules.machine.Redo;
import dev.clew.rules.machine.Registry;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Strings, with the names and the leniency of SWI-Prolog: wherever text is read, any form of text
 * will do.
 */
public final class StringBuiltins {
    private StringBuiltins() {}

    /** Enters the group. */
    public static void register(Registry r) {
        r.det("string_length", 2, new One(0));
        r.det("string_chars", 2, new One(1));
        r.det("string_codes", 2, new One(2));
        r.det("string_to_atom", 2, new One(3));
        r.det("get_string_code", 3, new One(4));
        r.det("split_string", 4, new One(5));
        r.det("string_lower", 2, new One(6));
        r.det("string_upper", 2, new One(7));
        r.det("number_string", 2, new One(8));
        r.det("atom_string", 2, new One(9));
        r.det("text_to_string", 2, new One(10));
        r.det("atomics_to_string", 2, new One(11));
        r.det("string", 1, new One(12));
        r.nondet("string_concat", 3, new Many(0));
        r.nondet("sub_string", 5, new Many(1));
        r.nondet("string_code", 3, new Many(2));
        r.nondet("text_concat", 3, new Many(3));
    }

    private record One(int code) implements Det {
        @Override
        public boolean call(Machine m, Term[] a) {
            switch (code) {
                case 0:
                    Arguments.count(a[1]);
                    return m.unify(a[1], Int.of(Points.length(text(a[0]))));
                case 1:
                    return stringChars(m, a);
                case 2:
                    return stringCodes(m, a);
                case 3:
                    return stringToAtom(m, a);
                case 4:
                    return getStringCode(m, a);
                case 5:
                    return splitString(m, a);
                case 6:
                    return m.unify(a[1], Str.of(AtomBuiltins.downcase(text(a[0]))));
                case 7:
                    return m.unify(a[1], Str.of(AtomBuiltins.upcase(text(a[0]))));
                case 8:
                    return numberString(m, a);
                case 9:
                    return atomString(m, a);
                case 10:
                    return textToString(m, a);
                case 11:
                    return atomicsToString(m, a);
                default:
                    return a[0].deref() instanceof Str;
            }
        }
    }

    private record Many(int code) implements NonDet {
        @Override
        public @Nullable Redo call(Machine m, Term[] a) {
            switch (code) {
                case 0:
                    return Concat.STRINGS.start(m, a);
                case 1:
                    return Sub.INSTANCE.start(m, a);
                case 2:
                    return stringCode(a);
                default:
                    return isAnyString(a) ? Concat.STRINGS.start(m, a) : Concat.ATOMS.start(m, a);
            }
        }
    }

    private static final class Concat extends Concatenation {
        static final Concat STRINGS = new Concat(true);
        static final Concat ATOMS = new Concat(false);

        private final boolean strings;

        Concat(boolean strings) {
            this.strings = strings;
        }

        @Override
        Term make(String text) {
            return strings ? Str.of(text) : Atom.of(text);
        }

        @Override
        String text(Machine m, Term bound) {
            return atomicText(bound, "atomic");
        }
    }

    private static final class Sub extends SubText {
        static final Sub INSTANCE = new Sub();

        @Override
        Term make(String text) {
            return Str.of(text);
        }

        @Override
        String text(Machine m, Term bound) {
            String text = Text.textOrEmptyListOrNull(bound);
            if (text == null) {
                throw Errors.type("string", bound);
            }
            return text;
        }
    }

    private static String atomicText(Term bound, String type) {
        String text = Text.atomicOrNull(bound);
        if (text == null) {
            throw Errors.type(type, bound);
        }
        return text;
    }

    private static boolean isAnyString(Term[] a) {
        return a[0].deref() instanceof Str
                || a[1].deref() instanceof Str
                || a[2].deref() instanceof Str;
    }

    /** Any text; {@code []} is the empty list of codes. */
    private static String text(Term term) {
        Term t = Arguments.bound(term);
        String text = Text.textOrEmptyListOrNull(t);
        if (text == null) {
            throw Text.noText(t, "text");
        }
        return text;
    }

    /**
     * The text of a string to be made: a list of codes or characters, a string, an atom or a
     * number.
     */
    private static String listText(Term term) {
        Term t = Arguments.bound(term);
        String text = Text.textOrEmptyListOrNull(t);
        if (text == null) {
            throw Text.noText(t, "list");
        }
        return text;
    }

    private static boolean stringChars(Machine m, Term[] a) {
        Term s = a[0].deref();
        return s instanceof Var
                ? m.unify(s, Str.of(listText(a[1])))
                : m.unify(a[1], Lists.chars(text(s)));
    }

    private static boolean stringCodes(Machine m, Term[] a) {
        Term s = a[0].deref();
        return s instanceof Var
                ? m.unify(s, Str.of(listText(a[1])))
                : m.unify(a[1], Lists.codes(text(s)));
    }

    private static boolean stringToAtom(Machine m, Term[] a) {
        Term s = a[0].deref();
        if (!(s instanceof Var)) {
            String text = text(s);
            Term atom = a[1].deref();
            return atom instanceof Var
                    ? m.unify(atom, Atom.of(text))
                    : text.equals(Text.atomicOrNull(atom));
        }
        return m.unify(s, Str.of(atomicText(Arguments.bound(a[1]), "atom")));
    }

    private static boolean getStringCode(Machine m, Term[] a) {
        long index = Arguments.count(Arguments.bound(a[0]));
        Points points = new Points(text(a[1]));
        return index >= 1
                && index <= points.length()
                && m.unify(a[2], Int.of(points.at((int) index - 1)));
    }

    private static @Nullable Redo stringCode(Term[] a) {
        Points points = new Points(text(a[1]));
        long index = Arguments.count(a[0]);
        if (index == Arguments.UNBOUND) {
            return points.length() == 0 ? null : new Codes(points, a);
        }
        return index == 0 || index > points.length()
                ? null
                : Arguments.single(a[2], Int.of(points.at((int) index - 1)));
    }

    private static final class Codes extends Redo {
        private final Points points;
        private final Term[] a;
        private int next;

        Codes(Points points, Term[] a) {
            this.points = points;
            this.a = a;
        }

        @Override
        protected boolean attempt(Machine m) {
            int i = next++;
            return m.unify(a[2], Int.of(points.at(i))) && m.unify(a[0], Int.of(i + 1));
        }

        @Override
        protected boolean hasMore() {
            return next < points.length();
        }
    }

    // ---- splitting

    /**
     * Fields end at each character of {@code Separators}; characters of {@code Pad} are removed
     * from both ends of the text and of each field. A separator that is padding, too, is removed at
     * the start of a field like other padding, so that runs of it count as one.
     */
    private static boolean splitString(Machine m, Term[] a) {
        String text = text(a[0]);
        String separators = text(a[1]);
        String pad = text(a[2]);
        List<Term> fields = new ArrayList<>();
        int end = stripEnd(text, 0, text.length(), pad);
        int start = stripStart(text, 0, end, pad);
        while (true) {
            start = stripStart(text, start, end, pad);
            int at = start;
            while (at < end && !isOneOf(text.codePointAt(at), separators)) {
                at += Character.charCount(text.codePointAt(at));
            }
            fields.add(Str.of(text.substring(start, stripEnd(text, start, at, pad))));
            if (at >= end) {
                return m.unify(a[3], Lists.of(fields));
            }
            start = at + Character.charCount(text.codePointAt(at));
        }
    }

    private static int stripStart(String text, int from, int to, String pad) {
        int start = from;
        while (start < to && isOneOf(text.codePointAt(start), pad)) {
            start += Character.charCount(text.codePointAt(start));
        }
        return start;
    }

    private static int stripEnd(String text, int from, int to, String pad) {
        int end = to;
        while (end > from && isOneOf(text.codePointBefore(end), pad)) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return end;
    }

    private static boolean isOneOf(int c, String set) {
        return set.indexOf(c) >= 0;
    }

    // ---- conversions

    private static boolean numberString(Machine m, Term[] a) {
        Term s = a[1].deref();
        Term n = a[0].deref();
        if (s instanceof Var) {
            Term number = Arguments.bound(n);
            if (number instanceof Numeric value) {
                return m.unify(s, Str.of(Text.number(value)));
            }
            throw Errors.type("number", number);
        }
        if (!(n instanceof Var) && !(n instanceof Numeric)) {
            throw Errors.type("number", n);
        }
        Numeric value = Numerals.signed(text(s).strip());
        return value != null && m.unify(n, value);
    }

    private static boolean atomString(Machine m, Term[] a) {
        Term x = a[0].deref();
        if (!(x instanceof Var)) {
            String text = Text.textOrNull(x);
            if (text == null) {
                throw Errors.type("atom", x);
            }
            Term s = a[1].deref();
            return s instanceof Var ? m.unify(s, Str.of(text)) : text.equals(Text.textOrNull(s));
        }
        Term s = Arguments.bound(a[1]);
        String text = Text.textOrEmptyListOrNull(s);
        if (text == null) {
            throw Text.noText(s, "string");
        }
        return m.unify(x, Atom.of(text));
    }

    private static boolean textToString(Machine m, Term[] a) {
        Term t = Arguments.bound(a[0]);
        if (t instanceof Numeric) {
            throw Errors.type("text", t);
        }
        return m.unify(a[1], t instanceof Str ? t : Str.of(text(t)));
    }

    private static boolean atomicsToString(Machine m, Term[] a) {
        StringBuilder out = new StringBuilder();
        for (Term item : Arguments.items(a[0])) {
            out.append(atomicText(Arguments.bound(item), "atomic"));
        }
        return m.unify(a[1], Str.of(out.toString()));
    }
}
