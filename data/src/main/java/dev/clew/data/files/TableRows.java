package dev.clew.data.files;

import dev.clew.rules.sources.Rows;
import dev.clew.rules.terms.Term;

/** The rows of a table that may match a call. */
final class TableRows implements Rows {
    private final String file;
    private final Table table;
    private final Table.Lookup lookup;
    private int row = -1;
    private boolean started;

    TableRows(String file, Table table, Term[] arguments) {
        this.file = file;
        this.table = table;
        this.lookup = new Table.Lookup(arguments.clone());
    }

    @Override
    public boolean next() {
        if (!started) {
            started = true;
            row = table.first(lookup);
        } else if (row >= 0) {
            row = table.next(lookup, row);
        }
        return row >= 0;
    }

    @Override
    public Term value(int argument) {
        return table.value(row, argument);
    }

    @Override
    public String label() {
        return file + ":" + table.line(row);
    }

    @Override
    public void close() {}
}
