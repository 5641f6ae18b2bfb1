package dev.clew.rules.conformity;

import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.syntax.ReadFlags;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.syntax.TermReader;
import dev.clew.rules.syntax.TermWriter;
import dev.clew.rules.syntax.WriteOptions;
import dev.clew.rules.terms.Term;

/** Databases without a console, and terms from and to text. */
final class Texts {
    private Texts() {}

    /** A database whose input is empty and whose output is kept in memory. */
    static Database quietDatabase() {
        return new Database(
                StreamTable.of(
                        PrologStream.input(""), PrologStream.memory(), PrologStream.memory()));
    }

    /** Reads a term, given without its end. */
    static Term read(Machine m, String text) {
        ReadFlags flags = ReadFlags.standard().withVariables(m::newVar);
        StringSource source = new StringSource(text + "\n.");
        return new TermReader(source, m.db().user().operators(), flags).read().term();
    }

    /** The term as {@code writeq/1} writes it. */
    static String write(Machine m, Term term) {
        return TermWriter.toText(m.db().user().operators(), WriteOptions.writeq(), term);
    }
}
