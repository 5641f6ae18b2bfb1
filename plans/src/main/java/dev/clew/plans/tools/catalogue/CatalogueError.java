package dev.clew.plans.tools.catalogue;

import dev.clew.plans.pddl.model.Source;

import org.jspecify.annotations.Nullable;

/**
 * A catalogue, or a value, that cannot be understood. The message shows where, and perhaps what was
 * meant:
 *
 * <pre>{@code
 * travel.yaml:7:14: error: There is no type (citty).
 *     returns: citty
 *              ^
 *   Maybe (city)?
 * }</pre>
 */
public final class CatalogueError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;
    private final int line;
    private final int column;

    /** An error at an offset of a source; the hint is a whole sentence. */
    public CatalogueError(Source source, int at, String sentence, @Nullable String hint) {
        super(text(source, at, sentence, hint), null, false, false);
        this.sentence = sentence;
        this.line = source.line(at);
        this.column = source.column(at);
    }

    private static String text(Source source, int at, String sentence, @Nullable String hint) {
        String text = source.place(at) + ": error: " + sentence + "\n" + source.excerpt(at);
        return hint == null ? text : text + "\n  " + hint;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** What is wrong, without where. */
    public String sentence() {
        return sentence;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** The column, from 1. */
    public int column() {
        return column;
    }
}
