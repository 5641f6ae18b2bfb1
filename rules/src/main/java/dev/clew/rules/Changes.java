package dev.clew.rules;

import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.terms.Term;

/** The changes of one update. */
final class Changes implements Update {
    private final Database db;
    private final Machine m;

    Changes(Database db, Machine m) {
        this.db = db;
        this.m = m;
    }

    @Override
    public void add(String clause, Object... params) {
        add(Goal.read(m, clause, params).term());
    }

    @Override
    public void add(Term clause) {
        db.add(m, clause, db.user(), false, null, 0);
    }

    @Override
    public void add(Record fact) {
        add(Mapping.term(fact));
    }

    @Override
    public int remove(String pattern, Object... params) {
        return remove(Goal.read(m, pattern, params).term());
    }

    @Override
    public int remove(Term pattern) {
        return db.eraseMatching(m, pattern, db.user());
    }

    @Override
    public int remove(Record fact) {
        return remove(Mapping.term(fact));
    }
}
