package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a clause of a tabled predicate returns to: here its answer is entered into the table, and
 * the search goes on for more.
 */
final class AnswerFrame extends Frame {
    final Table table;

    /** The variables of the call, as the clauses see them. */
    final Term[] row;

    /** Below this choice point, nothing belongs to the filling of the table. */
    final Choice base;

    AnswerFrame(@Nullable Frame caller, Table table, Term[] row, Choice base) {
        super(caller, Backtrack.INSTANCE, NO_VARS, base);
        this.table = table;
        this.row = row;
        this.base = base;
    }

    /** Enters an answer: the operation NEW ANSWER of SLG. */
    static final class Enter extends Code {
        static final Enter INSTANCE = new Enter();

        @Override
        @Nullable Code exec(Machine m) {
            AnswerFrame f = (AnswerFrame) m.frame();
            Table t = f.table;
            TableDeclaration declaration = t.procedure.tabling;
            TableModes modes = declaration == null ? null : declaration.modes();
            if (modes != null) {
                modes.enter(m, t, f.row);
                return Backtrack.INSTANCE;
            }
            List<Var> variables = StoredTerms.list();
            Term[] bindings = StoredTerms.store(m, f.row, f.row.length, variables);
            int hash = StoredTerms.hash(bindings);
            TableAnswer known = t.find(bindings, hash);
            Delay condition = m.delays;
            if (known == null) {
                m.tabling().enter(t, bindings, variables.size(), hash, condition);
            } else if (known.conditions != null) {
                if (condition == null) {
                    known.conditions = null;
                    m.tabling().becameTrue(t);
                } else {
                    known.conditions.add(condition);
                }
            }
            if (f.row.length == 0 && condition == null) {
                m.cutTo(f.base); // a ground call can have no other answer
            }
            return Backtrack.INSTANCE;
        }
    }
}
