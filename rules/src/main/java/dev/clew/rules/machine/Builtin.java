package dev.clew.rules.machine;

import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** Procedures written in Java. */
final class Builtin {
    private Builtin() {}

    /** At most one solution. */
    static final class Deterministic extends Procedure {
        final Det code;

        Deterministic(Det code) {
            this.code = code;
            this.special = true;
        }

        @Override
        @Nullable Code enter(Machine m, Predicate p) {
            m.running = p;
            m.env = null;
            if (!call(m, p)) {
                return m.fail();
            }
            return m.wakeup == null ? m.proceed() : m.wakeThen(Proceed.INSTANCE);
        }

        /** Runs it on the arguments in the registers. */
        boolean call(Machine m, Predicate p) {
            Term[] args = arguments(m, p);
            try {
                return code.call(m, args);
            } catch (PrologError e) {
                throw m.failedIn(p, args, e);
            }
        }
    }

    /** Any number of solutions. */
    static final class Nondeterministic extends Procedure {
        final NonDet code;

        Nondeterministic(NonDet code) {
            this.code = code;
            this.special = true;
        }

        @Override
        @Nullable Code enter(Machine m, Predicate p) {
            m.running = p;
            m.env = null;
            Term[] args = arguments(m, p);
            try {
                Redo redo = code.call(m, args);
                return redo == null ? m.fail() : tryNext(m, redo, null);
            } catch (PrologError e) {
                throw m.failedIn(p, args, e);
            }
        }
    }

    /** The remaining solutions of a nondeterministic built-in. */
    private static final class RedoChoice extends Choice {
        final Redo redo;

        RedoChoice(Machine m, Redo redo) {
            super(m);
            this.redo = redo;
        }

        @Override
        @Nullable Code retry(Machine m) {
            try {
                return tryNext(m, redo, this);
            } catch (PrologError e) {
                m.at = null; // other goals have run since this one was called
                m.running = null;
                throw e;
            }
        }

        @Override
        void removed(Machine m, @Nullable Throwable cause) {
            redo.close();
        }

        @Override
        boolean watchesRemoval() {
            return redo.needsClosing();
        }
    }

    static @Nullable Code tryNext(Machine m, Redo redo, @Nullable RedoChoice choice) {
        m.env = null;
        if (choice == null && redo.isLast()) {
            if (!redo.hasMore() || !redo.attempt(m)) {
                return m.fail();
            }
            return m.wakeup == null ? m.proceed() : m.wakeThen(Proceed.INSTANCE);
        }
        while (redo.hasMore()) {
            if (choice == null) {
                choice = new RedoChoice(m, redo);
                m.push(choice);
                if (redo.needsClosing()) {
                    m.watchers++;
                }
            }
            boolean ok = redo.attempt(m);
            if (ok) {
                if (!redo.hasMore()) {
                    drop(m, redo);
                    m.tidyTrail(choice.trailTop);
                }
                return m.wakeup == null ? m.proceed() : m.wakeThen(Proceed.INSTANCE);
            }
            m.undoTo(choice.trailTop);
            m.wakeup = null;
        }
        if (choice != null) {
            drop(m, redo);
        }
        return m.fail();
    }

    private static void drop(Machine m, Redo redo) {
        m.pop();
        if (redo.needsClosing()) {
            m.watchers--;
            redo.close();
        }
    }

    /** A control construct: a procedure that works on the machine's registers itself. */
    abstract static class Control extends Procedure {
        Control() {
            this.special = true;
        }
    }

    /** The arguments of the running call. */
    static Term[] arguments(Machine m, Predicate p) {
        return Arrays.copyOf(m.a, p.functor.arity());
    }
}
