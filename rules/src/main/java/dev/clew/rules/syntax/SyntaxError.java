package dev.clew.rules.syntax;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

/** Text that is not a term. Cheap to raise: it has no Java stack trace. */
public final class SyntaxError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Term id;
    private final String sentence;
    private final int line;
    private final int column;
    private final long offset;

    SyntaxError(Term id, String sentence, int line, int column, long offset) {
        super(null, null, false, false);
        this.id = id;
        this.sentence = sentence;
        this.line = line;
        this.column = column;
        this.offset = offset;
    }

    SyntaxError(String id, String sentence, int line, int column, long offset) {
        this(Atom.of(id), sentence, line, column, offset);
    }

    /** The argument of {@code syntax_error(Id)}, such as {@code operator_expected}. */
    public Term id() {
        return id;
    }

    /** The formal part of the error term, {@code syntax_error(Id)}. */
    public Term formal() {
        return Struct.of("syntax_error", id);
    }

    /** What was found and what was expected, as a sentence. */
    public String sentence() {
        return sentence;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** The column, from 0. */
    public int column() {
        return column;
    }

    /** The number of characters before the place of the error. */
    public long offset() {
        return offset;
    }

    @Override
    public String getMessage() {
        return "Line " + line + ", column " + (column + 1) + ": " + sentence;
    }
}
