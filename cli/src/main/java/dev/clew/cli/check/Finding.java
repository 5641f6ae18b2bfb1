package dev.clew.cli.check;

import java.util.Comparator;

/**
 * Something that was found, and where.
 *
 * @param file the file
 * @param row the line, from 1
 * @param column the column, from 0
 * @param severity how bad it is
 * @param text what it is, in a sentence or two
 */
record Finding(SourceFile file, int row, int column, Severity severity, String text) {
    /** By file, line and column. */
    static final Comparator<Finding> BY_PLACE =
            Comparator.<Finding>comparingInt(f -> f.file().number())
                    .thenComparingInt(Finding::row)
                    .thenComparingInt(Finding::column);
}
