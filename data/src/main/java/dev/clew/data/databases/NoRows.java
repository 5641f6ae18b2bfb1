package dev.clew.data.databases;

import dev.clew.rules.sources.Rows;
import dev.clew.rules.terms.Term;

/** No rows: the call asks for what the column cannot hold. */
final class NoRows implements Rows {
    static final NoRows INSTANCE = new NoRows();

    private NoRows() {}

    @Override
    public boolean next() {
        return false;
    }

    @Override
    public Term value(int argument) {
        throw new IllegalStateException("There is no row.");
    }

    @Override
    public String label() {
        throw new IllegalStateException("There is no row.");
    }

    @Override
    public void close() {}
}
