package dev.clew.rules;

import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Interruption;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.syntax.Beginning;
import dev.clew.rules.syntax.Operators;
import dev.clew.rules.syntax.WriteOptions;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.time.Duration;

/** Puts terms, errors and messages into words. */
final class Words {
    static final long TIME_FOR_A_MESSAGE = Duration.ofSeconds(2).toNanos();
    private static final int BRIEF_DEPTH = 10;
    private static final int BRIEF_LENGTH = 300;

    private Words() {}

    /** A term as it is written in a program, cut off where it is deep or long. */
    static String brief(Term t) {
        return brief(Operators.standard(), t);
    }

    static String brief(Operators operators, Term t) {
        WriteOptions options = WriteOptions.writeq();
        options.maxDepth = BRIEF_DEPTH;
        return Beginning.of(operators, options, t, BRIEF_LENGTH);
    }

    /** What sort of term it is. */
    static String kind(Term t) {
        if (t == Atom.NIL) {
            return "the empty list";
        } else if (t instanceof Atom) {
            return "an atom";
        } else if (t instanceof Str) {
            return "a string";
        } else if (t instanceof Int || t instanceof BigInt) {
            return "an integer";
        } else if (t instanceof Flt) {
            return "a float";
        } else if (t instanceof Cons) {
            return "a list";
        }
        return t instanceof Struct ? "a compound" : "a handle";
    }

    /** The text that Clew prints for a message. Programs may have their say, but not for long. */
    static String message(Database db, Term message) {
        return message(db, message, TIME_FOR_A_MESSAGE);
    }

    /** As {@link #message(Database, Term)}, but with no more than so much time. */
    static String message(Database db, Term message, long nanos) {
        Machine m = new Machine(db);
        m.limits().setDeadline(System.nanoTime() + nanos);
        Var lines = m.newVar();
        try {
            Term goal = Struct.of("message_to_lines", m.copy(message), lines);
            if (m.solve(goal, db.user())) {
                return joined(lines);
            }
        } catch (PrologError | Interruption e) {
            return brief(db.user().operators(), message);
        }
        return brief(db.user().operators(), message);
    }

    private static String joined(Term lines) {
        StringBuilder out = new StringBuilder();
        for (Term line : Lists.items(lines)) {
            if (!out.isEmpty()) {
                out.append('\n');
            }
            out.append(line.deref() instanceof Str s ? s.value() : brief(line));
        }
        return out.toString();
    }
}
