package dev.clew.rules.syntax;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

/**
 * What the parser has to come back to when the term it is reading is complete. Frames form a stack
 * that is linked both ways, so that they are made once and used again.
 */
final class Frame {
    /** The whole clause, up to its full stop. */
    static final int CLAUSE = 0;

    /** A prefix operator that waits for its operand. */
    static final int PREFIX = 1;

    /** An infix operator that waits for its right operand. */
    static final int INFIX = 2;

    /** The arguments of a compound. */
    static final int ARGUMENTS = 3;

    /** The elements of a list. */
    static final int LIST = 4;

    /** The tail of a list, after the bar. */
    static final int TAIL = 5;

    /** A term in parentheses. */
    static final int PARENTHESES = 6;

    /** A term in braces. */
    static final int BRACES = 7;

    /** The frame to come back to; the lowest one is below itself. */
    final Frame below;

    @Nullable Frame above;

    int kind;

    /** The highest priority that the term this frame becomes part of may have. */
    int max;

    /** The operator, for {@link #PREFIX} and {@link #INFIX}. */
    @Nullable Op op;

    /** The name, for {@link #ARGUMENTS}. */
    Atom name = Atom.NIL;

    /** The left operand, for {@link #INFIX}. */
    @Nullable Term left;

    /** How many items of enclosing frames lie on the item stack. */
    int base;

    /**
     * Where the text of the whole starts, and that of the operator or name. Kept up only if
     * positions are wanted.
     */
    long from;

    long nameFrom;
    long nameTo;
    @Nullable Term leftPosition;

    Frame(@Nullable Frame below) {
        this.below = below == null ? this : below;
    }
}
