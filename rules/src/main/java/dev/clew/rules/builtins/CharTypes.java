package dev.clew.rules.builtins;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.Redo;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

/**
 * Classes of characters: {@code char_type/2} and {@code code_type/2}. A class is an atom or, where
 * the class relates the character to something (a weight, its other case, its counterpart), a term
 * with one argument.
 */
final class CharTypes {
    /** Classes without an argument; the code of a class is its index. */
    private static final String[] PLAIN = {
        "alnum",
        "alpha",
        "csym",
        "csymf",
        "prolog_var_start",
        "prolog_atom_start",
        "prolog_identifier_continue",
        "prolog_symbol",
        "ascii",
        "white",
        "cntrl",
        "digit",
        "decimal",
        "space",
        "end_of_line",
        "newline",
        "lower",
        "upper",
        "punct",
        "graph",
        "print",
        "period",
        "quote",
        "end_of_file"
    };

    /** Classes with an argument; their codes follow those of {@link #PLAIN}. */
    private static final String[] RELATED = {
        "digit", "decimal", "xdigit", "upper", "lower", "to_lower", "to_upper", "paren"
    };

    private static final int END_OF_FILE = PLAIN.length - 1;
    private static final int DIGIT = PLAIN.length;
    private static final int XDIGIT = DIGIT + 2;
    private static final int TO_LOWER = DIGIT + 5;
    private static final int TO_UPPER = DIGIT + 6;
    private static final int PAREN = DIGIT + 7;
    private static final int COUNT = PLAIN.length + RELATED.length;

    private static final int NONE = -2;

    private CharTypes() {}

    /** The solutions of {@code char_type(Char, Class)}, or of {@code code_type(Code, Class)}. */
    static @Nullable Redo start(Term[] a, boolean codes) {
        Term type = a[1].deref();
        int kind = type instanceof Var ? NONE : kind(type);
        Term character = a[0].deref();
        if (!(character instanceof Var)) {
            int c = character(character);
            return kind == NONE ? new Classes(c, type, codes) : check(c, kind, type, codes);
        }
        return enumerate(character, kind, type, codes);
    }

    private static @Nullable Redo check(int c, int kind, Term type, boolean codes) {
        if (kind < DIGIT) {
            return is(c, kind) ? Arguments.success() : null;
        }
        Term argument = ((Compound) type).arg(0);
        if (kind == TO_LOWER || kind == TO_UPPER) {
            // These hold for the character itself, too; an unknown argument becomes the converted
            // character.
            if (!(argument.deref() instanceof Var)) {
                int given = character(argument);
                return given == c || given == related(c, kind) ? Arguments.success() : null;
            }
        }
        Term value = argument(c, kind, codes);
        return value == null ? null : Arguments.single(argument, value);
    }

    private static Redo enumerate(Term character, int kind, Term type, boolean codes) {
        if (kind == TO_LOWER || kind == TO_UPPER) {
            Term argument = ((Compound) type).arg(0).deref();
            if (!(argument instanceof Var)) {
                int given = character(argument);
                int c =
                        kind == TO_LOWER
                                ? Character.toLowerCase(given)
                                : Character.toUpperCase(given);
                return Arguments.single(character, term(c, codes));
            }
        }
        return new Characters(character, kind, type, codes);
    }

    /** The code of the class that a term names. */
    private static int kind(Term type) {
        if (type instanceof Atom a) {
            int i = index(PLAIN, a.name());
            if (i >= 0) {
                return i;
            }
        } else if (type instanceof Compound c && c.arity() == 1) {
            int i = index(RELATED, c.name().name());
            if (i >= 0) {
                return PLAIN.length + i;
            }
        }
        throw Errors.domain("char_type", type);
    }

    private static int index(String[] names, String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The code point of a character given as one-character atom or code; -1 at the end of a file.
     */
    private static int character(Term term) {
        Term t = Arguments.bound(term);
        if (t instanceof Int i) {
            if (i.value() >= -1 && i.value() <= Character.MAX_CODE_POINT) {
                return (int) i.value();
            }
            throw Errors.representation("character_code");
        }
        int c = Text.charOf(t);
        if (c >= 0) {
            return c;
        }
        if (t == Atom.END_OF_FILE) {
            return -1;
        }
        throw Errors.type("character", t);
    }

    private static Term term(int c, boolean codes) {
        return codes ? Int.of(c) : c < 0 ? Atom.END_OF_FILE : Atom.ofCodePoint(c);
    }

    /** Whether a character belongs to a class without argument. */
    private static boolean is(int c, int kind) {
        if (c < 0) {
            return kind == END_OF_FILE;
        }
        switch (kind) {
            case 0:
                return Character.isLetterOrDigit(c);
            case 1:
                return Character.isLetter(c);
            case 2:
                return Character.isLetterOrDigit(c) || c == '_';
            case 3:
                return Character.isLetter(c) || c == '_';
            case 4:
                return c == '_' || Character.isUpperCase(c) || Character.isTitleCase(c);
            case 5:
                return Character.isLetter(c)
                        && !Character.isUpperCase(c)
                        && !Character.isTitleCase(c);
            case 6:
                return c == '_'
                        || (Character.isUnicodeIdentifierPart(c)
                                && !Character.isIdentifierIgnorable(c));
            case 7:
                return c < 128
                        ? "#$&*+-./:<=>?@\\^~".indexOf(c) >= 0
                        : isSymbol(Character.getType(c));
            case 8:
                return c < 128;
            case 9:
                return c == ' ' || c == '\t';
            case 10:
                return Character.getType(c) == Character.CONTROL;
            default:
                return isMore(c, kind);
        }
    }

    private static boolean isMore(int c, int kind) {
        switch (kind) {
            case 11:
                return c >= '0' && c <= '9';
            case 12:
                return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
            case 13:
                return Character.isWhitespace(c) && (c < 28 || c > 31);
            case 14:
                return c >= '\n' && c <= '\r';
            case 15:
                return c == '\n';
            case 16:
                return Character.isLowerCase(c);
            case 17:
                return Character.isUpperCase(c);
            case 18:
                return isGraphic(c) && !Character.isLetterOrDigit(c);
            case 19:
                return isGraphic(c);
            case 20:
                return c == ' ' || isGraphic(c);
            case 21:
                return c == '.' || c == '?' || c == '!';
            case 22:
                return c == '\'' || c == '"' || c == '`';
            default:
                return false;
        }
    }

    private static boolean isSymbol(int type) {
        return type == Character.MATH_SYMBOL
                || type == Character.CURRENCY_SYMBOL
                || type == Character.MODIFIER_SYMBOL
                || type == Character.OTHER_SYMBOL;
    }

    private static boolean isGraphic(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.UNASSIGNED
                && type != Character.SURROGATE
                && !Character.isWhitespace(c);
    }

    /**
     * What a class relates the character to, as a number: a weight or a code point; {@link #NONE}
     * outside of the class.
     */
    private static int related(int c, int kind) {
        switch (kind - DIGIT) {
            case 0:
                return c >= '0' && c <= '9' ? c - '0' : NONE;
            case 1:
                return c >= 0 && is(c, 12) ? Character.digit(c, 10) : NONE;
            case 2:
                return c >= 0 && c < 128 && Character.digit(c, 16) >= 0
                        ? Character.digit(c, 16)
                        : NONE;
            case 3:
                return c >= 0 && Character.isUpperCase(c) ? Character.toLowerCase(c) : NONE;
            case 4:
                return c >= 0 && Character.isLowerCase(c) ? Character.toUpperCase(c) : NONE;
            case 5:
                return c < 0 ? NONE : Character.toUpperCase(c);
            case 6:
                return c < 0 ? NONE : Character.toLowerCase(c);
            default:
                int open = c < 0 ? -1 : "([{".indexOf(c);
                return open < 0 ? NONE : ")]}".charAt(open);
        }
    }

    private static @Nullable Term argument(int c, int kind, boolean codes) {
        int value = related(c, kind);
        if (value == NONE) {
            return null;
        }
        return kind <= XDIGIT ? Int.of(value) : term(value, codes);
    }

    private static boolean unifyClass(Machine m, int c, int kind, Term type, boolean codes) {
        if (kind < DIGIT) {
            return is(c, kind);
        }
        Term value = argument(c, kind, codes);
        return value != null && m.unify(((Compound) type).arg(0), value);
    }

    /** The classes of a known character. */
    private static final class Classes extends Redo {
        private final int c;
        private final Term type;
        private final boolean codes;
        private int next;

        Classes(int c, Term type, boolean codes) {
            this.c = c;
            this.type = type;
            this.codes = codes;
            skip();
        }

        private void skip() {
            while (next < COUNT && !(next < DIGIT ? is(c, next) : related(c, next) != NONE)) {
                next++;
            }
        }

        @Override
        protected boolean attempt(Machine m) {
            int kind = next++;
            skip();
            if (kind < DIGIT) {
                return m.unify(type, Atom.of(PLAIN[kind]));
            }
            Numeric number = Int.of(related(c, kind));
            Term value = kind <= XDIGIT ? number : term(related(c, kind), codes);
            return m.unify(type, Struct.of(RELATED[kind - DIGIT], value));
        }

        @Override
        protected boolean hasMore() {
            return next < COUNT;
        }
    }

    /** All characters, of one class or with all their classes. */
    private static final class Characters extends Redo {
        private final Term character;
        private final int wanted;
        private final Term type;
        private final boolean codes;
        private int kind;
        private int c = -1;

        Characters(Term character, int wanted, Term type, boolean codes) {
            this.character = character;
            this.wanted = wanted;
            this.type = type;
            this.codes = codes;
            this.kind = wanted == NONE ? 0 : wanted;
            skip();
        }

        /**
         * Moves on to the next character that belongs to the class, or pair of character and class.
         */
        private void skip() {
            while (c <= last() && !belongs(c, kind)) {
                step();
            }
        }

        private void step() {
            if (wanted == NONE && kind < COUNT - 1) {
                kind++;
                return;
            }
            kind = wanted == NONE ? 0 : wanted;
            c = c == Character.MIN_SURROGATE - 1 ? Character.MAX_SURROGATE + 1 : c + 1;
        }

        private static boolean belongs(int c, int kind) {
            return kind < DIGIT ? is(c, kind) : related(c, kind) != NONE;
        }

        /** Some classes are all within ASCII, which saves the search of the rest. */
        private int last() {
            if (wanted == END_OF_FILE) {
                return -1;
            }
            boolean ascii =
                    (wanted >= 8 && wanted <= 9)
                            || wanted == 11
                            || (wanted >= 14 && wanted <= 15)
                            || (wanted >= 21 && wanted <= 22)
                            || wanted == DIGIT
                            || wanted == XDIGIT
                            || wanted == PAREN;
            return ascii ? 127 : Character.MAX_CODE_POINT;
        }

        @Override
        protected boolean attempt(Machine m) {
            int at = c;
            int of = kind;
            step();
            skip();
            if (!m.unify(character, term(at, codes))) {
                return false;
            }
            if (wanted != NONE) {
                return unifyClass(m, at, of, type, codes);
            }
            Term value = of < DIGIT ? null : argument(at, of, codes);
            return m.unify(
                    type,
                    value == null ? Atom.of(PLAIN[of]) : Struct.of(RELATED[of - DIGIT], value));
        }

        @Override
        protected boolean hasMore() {
            return c <= last();
        }
    }
}
