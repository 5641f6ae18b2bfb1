package dev.clew.rules.streams;

import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.syntax.ReadFlags;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.syntax.TermReader;
import dev.clew.rules.syntax.TermWriter;
import dev.clew.rules.syntax.WriteOptions;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Term;

/** Runs goals on a database of their own and tells what they wrote. */
final class Goals {
    final PrologStream output = PrologStream.memory();
    final Database database;

    Goals(String input) {
        this.database =
                new Database(
                        StreamTable.of(PrologStream.input(input), output, PrologStream.memory()));
    }

    /**
     * What {@code goal} writes, followed by {@code no} if it fails or the error if it raises one.
     */
    static String output(String goal) {
        return new Goals("").run(goal);
    }

    /** As {@link #output}, on this database. */
    String run(String goal) {
        Machine m = new Machine(database);
        ReadFlags flags = ReadFlags.standard().withVariables(m::newVar);
        StringSource text = new StringSource(goal + "\n.");
        Term term = new TermReader(text, database.user().operators(), flags).read().term();
        String end;
        try {
            end = m.solve(term, database.user()) ? "" : "no";
        } catch (PrologError e) {
            end = formal(e);
        }
        String written = output.text();
        output.clear();
        output.place(0, 1, 0);
        return written + end;
    }

    /** The first argument of the error term. */
    private String formal(PrologError e) {
        Term ball = e.term();
        Term formal = ball instanceof Compound c && c.arity() == 2 ? c.arg(0) : ball;
        return TermWriter.toText(database.user().operators(), WriteOptions.writeq(), formal);
    }
}
