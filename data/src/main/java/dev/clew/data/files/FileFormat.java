package dev.clew.data.files;

import java.io.IOException;

/** A file in some format, with the columns that a predicate wants of it. */
interface FileFormat {
    /** The number of columns wanted. */
    int width();

    /** Opens the file and finds the columns. */
    Records open() throws IOException;
}
