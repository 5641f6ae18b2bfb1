package dev.clew.rules.builtins;

import dev.clew.rules.machine.Det;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.NonDet;
import dev.clew.rules.machine.Redo;
import dev.clew.rules.machine.Registry;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

/**
 * Atoms as text (ISO 8.16). Beyond ISO, strings are accepted where an atom's text is read, unless
 * flag {@code iso} is set.
 */
public final class AtomBuiltins {
    private static final int CODE_LIMIT = Character.MAX_CODE_POINT;

    private AtomBuiltins() {}

    /** Enters the group. */
    public static void register(Registry r) {
        r.det("atom_length", 2, new One(0));
        r.det("atom_chars", 2, new One(1));
        r.det("atom_codes", 2, new One(2));
        r.det("char_code", 2, new One(3));
        r.det("number_chars", 2, new One(4));
        r.det("number_codes", 2, new One(5));
        r.det("atom_number", 2, new One(6));
        r.det("upcase_atom", 2, new One(7));
        r.det("downcase_atom", 2, new One(8));
        r.det("name", 2, new One(9));
        r.det("atomic_list_concat", 2, new One(10));
        r.det("atomic_list_concat", 3, new One(11));
        r.det("collation_key", 2, new One(12));
        r.det("normalize_space", 2, new One(13));
        r.nondet("atom_concat", 3, new Many(0));
        r.nondet("sub_atom", 5, new Many(1));
        r.nondet("char_type", 2, new Many(2));
        r.nondet("code_type", 2, new Many(3));
        r.nondet("sub_atom_icasechk", 3, new Many(4));
    }

    private record One(int code) implements Det {
        @Override
        public boolean call(Machine m, Term[] a) {
            switch (code) {
                case 0:
                    return atomLength(m, a);
                case 1:
                    return atomChars(m, a);
                case 2:
                    return atomCodes(m, a);
                case 3:
                    return charCode(m, a);
                case 4:
                    return numberChars(m, a);
                case 5:
                    return numberCodes(m, a);
                case 6:
                    return atomNumber(m, a);
                case 7:
                    return upcaseAtom(m, a);
                case 8:
                    return downcaseAtom(m, a);
                case 9:
                    return name(m, a);
                case 10:
                    return AtomicLists.join(m, a[0], a[1]);
                case 11:
                    return AtomicLists.join(m, a[0], a[1], a[2]);
                case 12:
                    return collationKey(m, a);
                default:
                    return Spaces.normalize(m, a);
            }
        }
    }

    private record Many(int code) implements NonDet {
        @Override
        public @Nullable Redo call(Machine m, Term[] a) {
            switch (code) {
                case 0:
                    return Concat.INSTANCE.start(m, a);
                case 1:
                    return Sub.INSTANCE.start(m, a);
                case 2:
                    return CharTypes.start(a, false);
                case 3:
                    return CharTypes.start(a, true);
                default:
                    return subAtomIgnoringCase(m, a);
            }
        }
    }

    private static final class Concat extends Concatenation {
        static final Concat INSTANCE = new Concat();

        @Override
        Term make(String text) {
            return Atom.of(text);
        }

        @Override
        String text(Machine m, Term bound) {
            return atomText(m, bound);
        }
    }

    private static final class Sub extends SubText {
        static final Sub INSTANCE = new Sub();

        @Override
        Term make(String text) {
            return Atom.of(text);
        }

        @Override
        String text(Machine m, Term bound) {
            return atomText(m, bound);
        }
    }

    /**
     * The text of an atom, or of a string unless flag iso is set; {@code type_error(atom, Term)}
     * for others.
     */
    static String atomText(Machine m, Term bound) {
        if (bound instanceof Atom a) {
            return a.name();
        }
        if (bound instanceof Str s && !Arguments.strict(m)) {
            return s.value();
        }
        throw Errors.type("atom", bound);
    }

    private static boolean atomLength(Machine m, Term[] a) {
        String text = atomText(m, Arguments.bound(a[0]));
        Arguments.count(a[1]);
        return m.unify(a[1], Int.of(Points.length(text)));
    }

    // ---- lists of characters and codes

    private static boolean atomChars(Machine m, Term[] a) {
        Term t = a[0].deref();
        if (t instanceof Var) {
            return m.unify(t, Atom.of(charsText(a[1])));
        }
        String text = atomText(m, t);
        checkPartialChars(a[1]);
        return m.unify(a[1], Lists.chars(text));
    }

    private static boolean atomCodes(Machine m, Term[] a) {
        Term t = a[0].deref();
        if (t instanceof Var) {
            return m.unify(t, Atom.of(codesText(a[1])));
        }
        String text = atomText(m, t);
        checkPartialCodes(a[1]);
        return m.unify(a[1], Lists.codes(text));
    }

    private static boolean numberChars(Machine m, Term[] a) {
        return numberText(m, a, false);
    }

    private static boolean numberCodes(Machine m, Term[] a) {
        return numberText(m, a, true);
    }

    /**
     * A list without variables is read even if the number is known: it may be another text for the
     * same number.
     */
    private static boolean numberText(Machine m, Term[] a, boolean codes) {
        Term n = a[0].deref();
        if (!(n instanceof Var) && !(n instanceof Numeric)) {
            throw Errors.type("number", n);
        }
        if (n instanceof Numeric number && hasVariable(a[1])) {
            if (codes) {
                checkPartialCodes(a[1]);
                return m.unify(a[1], Lists.codes(Text.number(number)));
            }
            checkPartialChars(a[1]);
            return m.unify(a[1], Lists.chars(Text.number(number)));
        }
        return m.unify(n, Numerals.read(codes ? codesText(a[1]) : charsText(a[1])));
    }

    private static boolean hasVariable(Term list) {
        Term t = list.deref();
        Term slow = t;
        for (boolean odd = false; t instanceof Cons c; odd = !odd) {
            if (c.head.deref() instanceof Var) {
                return true;
            }
            t = c.tail.deref();
            if (odd) {
                slow = ((Cons) slow).tail.deref();
                if (slow == t) {
                    return false;
                }
            }
        }
        return t instanceof Var;
    }

    /** The text of a complete character list; strings are accepted as such. */
    private static String charsText(Term list) {
        Term t = list.deref();
        if (t instanceof Str s) {
            return s.value();
        }
        checkPartialChars(t);
        String text = hasVariable(t) ? null : Text.listOrNull(t);
        if (text == null) {
            throw Errors.instantiation();
        }
        return text;
    }

    private static String codesText(Term list) {
        Term t = list.deref();
        if (t instanceof Str s) {
            return s.value();
        }
        checkPartialCodes(t);
        String text = hasVariable(t) ? null : Text.listOrNull(t);
        if (text == null) {
            throw Errors.instantiation();
        }
        return text;
    }

    private static void checkPartialChars(Term list) {
        if (list.deref() instanceof Str) {
            return;
        }
        Arguments.listOrPartial(list);
        for (Term t = list.deref(); t instanceof Cons c; t = c.tail.deref()) {
            Term item = c.head.deref();
            if (!(item instanceof Var) && Text.charOf(item) < 0) {
                throw Errors.type("character", item);
            }
        }
    }

    private static void checkPartialCodes(Term list) {
        if (list.deref() instanceof Str) {
            return;
        }
        Arguments.listOrPartial(list);
        for (Term t = list.deref(); t instanceof Cons c; t = c.tail.deref()) {
            if (!(c.head.deref() instanceof Var)) {
                checkCode(c.head);
            }
        }
    }

    private static int checkCode(Term term) {
        Numeric n = Arguments.integer(term);
        if (n instanceof Int i && i.value() >= 0 && i.value() <= CODE_LIMIT) {
            int code = (int) i.value();
            if (code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE) {
                return code;
            }
        }
        throw Errors.representation("character_code");
    }

    private static boolean charCode(Machine m, Term[] a) {
        Term c = a[0].deref();
        Term n = a[1].deref();
        if (c instanceof Var) {
            return m.unify(c, Atom.ofCodePoint(checkCode(n)));
        }
        int code = Text.charOf(c);
        if (code < 0) {
            throw Errors.type("character", c);
        }
        if (!(n instanceof Var)) {
            checkCode(n);
        }
        return m.unify(n, Int.of(code));
    }

    // ---- numbers

    private static boolean atomNumber(Machine m, Term[] a) {
        Term t = a[0].deref();
        if (t instanceof Var) {
            Term n = Arguments.bound(a[1]);
            if (n instanceof Numeric number) {
                return m.unify(t, Atom.of(Text.number(number)));
            }
            throw Errors.type("number", n);
        }
        String text = Text.atomOrStringOrNull(t);
        if (text == null) {
            throw Errors.type("atom", t);
        }
        Numeric value = Numerals.signed(text);
        return value != null && m.unify(a[1], value);
    }

    private static boolean name(Machine m, Term[] a) {
        Term t = a[0].deref();
        if (t instanceof Var) {
            String text = Text.textOrEmptyListOrNull(a[1]);
            if (text == null || (a[1].deref() instanceof Atom x && x != Atom.NIL)) {
                throw Text.noText(a[1], "list");
            }
            Numeric value = Numerals.signed(text);
            return m.unify(t, value != null ? value : Atom.of(text));
        }
        String text = Text.atomicOrNull(t);
        if (text == null) {
            throw Errors.type("atomic", t);
        }
        return m.unify(a[1], Lists.codes(text));
    }

    // ---- case

    private static boolean upcaseAtom(Machine m, Term[] a) {
        return m.unify(a[1], Atom.of(upcase(Text.text(a[0]))));
    }

    private static boolean downcaseAtom(Machine m, Term[] a) {
        return m.unify(a[1], Atom.of(downcase(Text.text(a[0]))));
    }

    /** Each character in upper case, one for one: {@code ß} stays. */
    static String upcase(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            out.appendCodePoint(Character.toUpperCase(c));
            i += Character.charCount(c);
        }
        return out.toString();
    }

    /** Each character in lower case, one for one. */
    static String downcase(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            out.appendCodePoint(Character.toLowerCase(c));
            i += Character.charCount(c);
        }
        return out.toString();
    }

    /**
     * A text whose order by code points is the order of the atoms; there is no other language to
     * sort by.
     */
    private static boolean collationKey(Machine m, Term[] a) {
        Term t = Arguments.bound(a[0]);
        String text = Text.textOrNull(t);
        if (text == null) {
            throw Errors.type("atom", t);
        }
        return m.unify(a[1], Str.of(text));
    }

    /** The first place where an atom occurs in another when case is ignored. */
    private static @Nullable Redo subAtomIgnoringCase(Machine m, Term[] a) {
        Points whole = new Points(downcase(atomText(m, Arguments.bound(a[0]))));
        String part = downcase(atomText(m, Arguments.bound(a[2])));
        long start = Arguments.count(a[1]);
        if (start > whole.length()) {
            return null;
        }
        if (start >= 0) {
            return whole.hasAt(part, (int) start) ? Arguments.success() : null;
        }
        int at = whole.indexOf(part, 0);
        return at < 0 ? null : Arguments.single(a[1], Int.of(at));
    }
}
