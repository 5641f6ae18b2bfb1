package dev.clew.rules.syntax;

import dev.clew.rules.terms.Atom;

import org.jspecify.annotations.Nullable;

/**
 * The class and associativity of an operator (ISO 6.3.4): where its operands stand and how strongly
 * they may bind.
 */
public enum OpType {
    /** Prefix, not associative. */
    FX,
    /** Prefix, associative. */
    FY,
    /** Infix, not associative. */
    XFX,
    /** Infix, right-associative. */
    XFY,
    /** Infix, left-associative. */
    YFX,
    /** Postfix, not associative. */
    XF,
    /** Postfix, associative. */
    YF;

    private final Atom atom = Atom.of(letters(name()));

    private static String letters(String name) {
        char[] letters = new char[name.length()];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (char) (name.charAt(i) | 0x20);
        }
        return new String(letters);
    }

    /** The specifier as {@code op/3} takes it, such as {@code xfx}. */
    public Atom atom() {
        return atom;
    }

    /** The type that a specifier names, or null if it names none. */
    public static @Nullable OpType of(Atom specifier) {
        for (OpType type : values()) {
            if (type.atom == specifier) {
                return type;
            }
        }
        return null;
    }

    /** Whether the operator stands before its operand. */
    public boolean isPrefix() {
        return this == FX || this == FY;
    }

    /** Whether the operator stands between two operands. */
    public boolean isInfix() {
        return this == XFX || this == XFY || this == YFX;
    }

    /** Whether the operator stands after its operand. */
    public boolean isPostfix() {
        return this == XF || this == YF;
    }
}
