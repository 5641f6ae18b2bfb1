package dev.clew.cli.answers;

import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.syntax.CharSource;
import dev.clew.rules.syntax.ReadFlags;
import dev.clew.rules.syntax.ReadResult;
import dev.clew.rules.syntax.ReadVariable;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.syntax.SyntaxError;
import dev.clew.rules.syntax.TermReader;
import dev.clew.rules.syntax.TextKind;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A goal with the names of its variables.
 *
 * @param goal the goal
 * @param variables its variables that have names, in the order of their first occurrences
 */
public record Query(Term goal, List<ReadVariable> variables) {
    private static final Functor DIRECTIVE = Functor.of(":-", 1);
    private static final Functor QUERY = Functor.of("?-", 1);

    /**
     * Reads a goal that makes up all of {@code text}; a full stop may end it.
     *
     * @throws SyntaxError if it is not a term
     */
    public static Query parse(Machine machine, String text) {
        String trimmed = text.stripTrailing();
        if (trimmed.endsWith(".")) {
            try {
                return only(machine, trimmed + "\n");
            } catch (SyntaxError e) {
                return only(machine, trimmed + " .\n");
            }
        }
        return only(machine, trimmed + "\n.\n");
    }

    private static Query only(Machine machine, String text) {
        TermReader reader = reader(machine, new StringSource(text));
        ReadResult first = reader.read();
        ReadResult second = reader.read();
        if (second.term() != Atom.END_OF_FILE) {
            throw new MoreThanOne(second.line(), second.column());
        }
        return new Query(first.term(), first.namedVariables());
    }

    /** The same without the {@code ?-} or {@code :-} that may stand before it. */
    public Query plain() {
        return goal.deref() instanceof Struct s
                        && (s.functor() == DIRECTIVE || s.functor() == QUERY)
                ? new Query(s.args[0].deref(), variables)
                : this;
    }

    /** What its variables are called. */
    public Map<Var, String> names() {
        Map<Var, String> names = new IdentityHashMap<>();
        for (ReadVariable v : variables) {
            names.put(v.variable(), v.name());
        }
        return names;
    }

    /** The next goal of a source, or null at its end. */
    public static @Nullable Query next(Machine machine, CharSource source) {
        ReadResult r = reader(machine, source).read();
        return r.term() == Atom.END_OF_FILE ? null : new Query(r.term(), r.namedVariables());
    }

    /** A reader that reads as the flags and operators of module {@code user} say. */
    public static TermReader reader(Machine machine, CharSource source) {
        return new TermReader(source, machine.db().user().operators(), flags(machine));
    }

    /** How to read by the flags of the program. */
    public static ReadFlags flags(Machine machine) {
        Database db = machine.db();
        return ReadFlags.standard()
                .withVariables(machine::newVar)
                .withQuotes(
                        kind(db, "double_quotes", TextKind.STRING),
                        kind(db, "back_quotes", TextKind.CODES))
                .withConversion(db.charConversion());
    }

    private static TextKind kind(Database db, String flag, TextKind otherwise) {
        TextKind kind = db.flag(Atom.of(flag)) instanceof Atom a ? TextKind.of(a) : null;
        return kind == null ? otherwise : kind;
    }

    /** There is more text behind the goal. */
    public static final class MoreThanOne extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int line;
        private final int column;

        MoreThanOne(int line, int column) {
            super(null, null, false, false);
            this.line = line;
            this.column = column;
        }

        /** The line of the second term, from 1. */
        public int line() {
            return line;
        }

        /** The column of the second term, from 0. */
        public int column() {
            return column;
        }
    }
}
