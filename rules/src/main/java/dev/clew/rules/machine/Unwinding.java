package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

/**
 * What happens when an error is raised: the innermost active {@code catch/3} whose catcher unifies
 * with the ball takes over. A {@code catch/3} is active while its frame is among those the running
 * step would return to.
 */
final class Unwinding {
    private Unwinding() {}

    static @Nullable Code raise(Machine m, PrologError error) {
        Term ball = m.copyPlain(withContext(m, error.term()));
        if (m.origin == null || m.origin.ball != error.term()) {
            m.origin = ErrorOrigin.of(m, ball, m.goalOf(error));
        }
        m.wakeup = null;
        Frame f = m.env != null ? m.env : m.contFrame;
        while (true) {
            while (f != null && !(f instanceof CatchFrame)) {
                f = f.contFrame;
            }
            if (f == null) {
                leaveRun(m, error);
                throw rethrown(m, ball);
            }
            CatchFrame c = (CatchFrame) f;
            m.cutWatched(c.choice, error);
            m.undoTo(c.choice.trailTop);
            m.pop();
            m.contFrame = f.contFrame;
            m.contCode = f.contCode;
            m.env = null;
            Term pending = m.wakeup;
            int mark = m.trailTop;
            if (m.unifyOrUndo(c.catcher, ball)) {
                m.needArguments(1);
                m.a[0] = c.recovery;
                m.module = c.module;
                Code call = new CallGoal(c.module);
                return m.wakeup == null ? call : m.wakeThen(call);
            }
            m.undoTo(mark);
            m.wakeup = pending;
            f = f.contFrame;
        }
    }

    private static PrologError rethrown(Machine m, Term ball) {
        PrologError e = new PrologError(ball);
        ErrorOrigin origin = m.origin;
        if (origin != null) {
            origin.ball = ball;
        }
        return e;
    }

    /** Brings the machine back to where the innermost run was started. */
    static void leaveRun(Machine m, @Nullable Throwable cause) {
        Choice c = m.choice;
        while (!Machine.isRunBottom(c)) {
            c = c.previous;
        }
        m.cutWatched(c, cause == null ? new Abandoned() : cause);
        m.undoTo(c.trailTop);
        if (c.previous != c) {
            m.pop();
        }
        m.wakeup = null;
    }

    /** Stands for "no error": the run is left for another reason. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned() {
            super(null, null, false, false);
        }
    }

    /**
     * Fills in {@code context(Name/Arity, _)} where a built-in has raised an ISO error without a
     * context.
     */
    private static Term withContext(Machine m, Term ball) {
        if (!(ball instanceof Struct s) || s.functor() != Names.ERROR || m.running == null) {
            return ball;
        }
        Term context = s.args[1].deref();
        if (context instanceof Var) {
            return Struct.of(
                    Names.ERROR, s.args[0], Struct.of(Names.CONTEXT, indicator(m), new Var()));
        } else if (context instanceof Struct c
                && c.functor() == Names.CONTEXT
                && c.args[0].deref() instanceof Var) {
            return Struct.of(
                    Names.ERROR, s.args[0], Struct.of(Names.CONTEXT, indicator(m), c.args[1]));
        }
        return ball;
    }

    private static Term indicator(Machine m) {
        Predicate p = m.running;
        return p == null ? new Var() : p.qualifiedIndicator();
    }

    static @Nullable Code outOfMemory(Machine m) {
        java.util.Arrays.fill(m.a, Atom.NIL);
        java.util.Arrays.fill(m.scratch, Atom.NIL);
        return raise(m, Errors.resource("memory"));
    }
}
