package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

/** The frame of a running {@code catch/3}: the goal returns to it, and errors look for it. */
final class CatchFrame extends Frame {
    final Term catcher;
    final Term recovery;
    final Module module;
    final CatchChoice choice;

    private CatchFrame(Machine m, Term catcher, Term recovery, CatchChoice choice) {
        super(m.contFrame, m.contCode, NO_VARS, m.choice);
        this.catcher = catcher;
        this.recovery = recovery;
        this.module = m.module;
        this.choice = choice;
    }

    private CatchFrame(CatchFrame f, Frame cont, Choice cut, CatchChoice choice) {
        super(cont, f.contCode, NO_VARS, cut);
        this.catcher = f.catcher;
        this.recovery = f.recovery;
        this.module = f.module;
        this.choice = choice;
    }

    @Override
    Frame copy(@Nullable Frame cont, Choice cut) {
        return new CatchFrame(this, java.util.Objects.requireNonNull(cont), cut, choice);
    }

    /** This frame with a choice point of its own, which becomes the newest. */
    CatchFrame reinstated(Machine m, Frame cont) {
        m.contFrame = cont;
        m.contCode = contCode;
        CatchChoice fresh = new CatchChoice(m);
        CatchFrame frame = new CatchFrame(this, cont, m.choice, fresh);
        m.push(fresh);
        return frame;
    }

    /** {@code catch(Goal, Catcher, Recovery)} with its arguments in the registers. */
    static @Nullable Code enter(Machine m) {
        CatchChoice choice = new CatchChoice(m);
        CatchFrame frame = new CatchFrame(m, m.a[1], m.a[2], choice);
        m.push(choice);
        m.contFrame = frame;
        m.contCode = Exit.INSTANCE;
        m.env = null;
        return CallGoal.call(m, m.a[0], 0);
    }

    /** Remembers the state to restore when an error is caught. */
    static final class CatchChoice extends Choice {
        CatchChoice(Machine m) {
            super(m);
        }

        @Override
        @Nullable Code retry(Machine m) {
            m.pop();
            return Backtrack.INSTANCE;
        }
    }

    /** The goal has succeeded: if it is done, the choice point goes too. */
    private static final class Exit extends Code {
        static final Exit INSTANCE = new Exit();

        @Override
        Code exec(Machine m) {
            CatchFrame f = (CatchFrame) m.frame();
            if (m.choice == f.choice) {
                m.pop();
                m.tidyTrail(f.choice.trailTop);
            }
            return m.proceed();
        }
    }
}
