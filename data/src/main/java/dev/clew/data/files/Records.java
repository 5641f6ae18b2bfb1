package dev.clew.data.files;

import dev.clew.rules.terms.Term;

import java.io.Closeable;
import java.io.IOException;

/** The records of a file, one at a time. Starts before the first one. */
interface Records extends Closeable {
    /** Goes on to the next record; returns whether there is one. */
    boolean next() throws IOException;

    /** The line on which this record starts, from 1. */
    int line();

    /** A value of this record; arguments of the predicate count from 0. */
    Term value(int argument);
}
