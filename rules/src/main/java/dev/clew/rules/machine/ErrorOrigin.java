package dev.clew.rules.machine;

import dev.clew.rules.syntax.Beginning;
import dev.clew.rules.syntax.Operators;
import dev.clew.rules.syntax.WriteOptions;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * Where an error was raised: the predicate, the clause of the program that called it, and the goal.
 * Of an error within a library, it is the call of the library that counts.
 */
public final class ErrorOrigin {
    private static final int NEAR = 1000;
    private static final int LENGTH = 160;
    private static final Functor THROW = Functor.of("throw", 1);

    /** The ball this belongs to. */
    Term ball;

    private final @Nullable Predicate running;
    private final @Nullable Clause clause;
    private final @Nullable Term goal;

    private ErrorOrigin(
            Term ball, @Nullable Predicate running, @Nullable Clause clause, @Nullable Term goal) {
        this.ball = ball;
        this.running = running;
        this.clause = clause;
        this.goal = goal;
    }

    static ErrorOrigin of(Machine m, Term ball, @Nullable Term goal) {
        Clause clause = m.at instanceof Steps.Located l ? l.clause() : null;
        if (clause != null && !clause.procedure.isLibrary) {
            return new ErrorOrigin(ball, m.running, clause, goal);
        }
        Steps.Call entry = m.entry;
        Frame frame = entry == null || entry.last ? null : frameOf(m, entry);
        if (entry == null || (clause == null || !entry.last) && frame == null) {
            return new ErrorOrigin(ball, m.running, null, goal);
        }
        Term[] vars = frame != null ? frame.vars : Frame.NO_VARS;
        Term called = frame == null && entry.clause != null ? goal : entry.goal(m, vars);
        return new ErrorOrigin(ball, entry.predicate, entry.clause, called);
    }

    /** The frame to which a call returns, if that is among the innermost ones. */
    private static @Nullable Frame frameOf(Machine m, Steps.Call call) {
        Frame env = m.env;
        Code code = env == null ? m.contCode : env.contCode;
        Frame f = env == null ? m.contFrame : env.contFrame;
        for (int i = 0; f != null && i < NEAR; i++) {
            if (code == call.next) {
                return f;
            }
            code = f.contCode;
            f = f.contFrame;
        }
        return null;
    }

    /** The predicate that was running, or null. */
    public @Nullable Predicate running() {
        return running;
    }

    /** The clause whose body was running, or null. */
    public @Nullable Clause clause() {
        return clause;
    }

    /**
     * The text of the goal that was running, shortened where it is long; null if it is not known,
     * or says no more than the error does.
     *
     * @param names what the user calls variables
     */
    public @Nullable String goalText(Operators operators, Map<Var, String> names) {
        if (!(goal instanceof Compound c) || c.functor() == THROW) {
            return null;
        }
        WriteOptions options = WriteOptions.writeq();
        options.spaceArguments = true;
        options.spaceOperators = true;
        options.variableNames = GoalVariables.names(goal, names);
        return Beginning.of(operators, options, goal, LENGTH);
    }

    /** The error, if it is the one this belongs to, with the predicate where none is named. */
    public Term told(Term error) {
        Predicate p = running;
        return p != null
                        && error == ball
                        && error instanceof Struct s
                        && s.functor() == Names.ERROR
                        && s.args[1].deref() instanceof Var
                ? Struct.of(
                        Names.ERROR,
                        s.args[0],
                        Struct.of(Names.CONTEXT, p.qualifiedIndicator(), new Var()))
                : error;
    }
}
