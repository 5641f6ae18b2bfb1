package dev.clew.rules.sources;

import dev.clew.rules.terms.Term;

/** Rows, one at a time. Starts before the first one. */
public interface Rows extends AutoCloseable {
    /**
     * Goes on to the next row; returns whether there is one.
     *
     * @throws SourceException if the source fails; then there are no more rows
     */
    boolean next();

    /** A value of this row, without variables. Arguments count from 0. */
    Term value(int argument);

    /** Where this row is from, as a reader would look it up: {@code customers.csv:17}. */
    String label();

    /** Ends the reading of rows; may be called more than once. */
    @Override
    void close();
}
