package dev.clew.rules.machine;

import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

/** The steps that interpreted clause bodies are made of. */
final class Steps {
    private Steps() {}

    /** Does nothing: an empty branch. */
    static final class Continue extends Code {
        @Override
        Code exec(Machine m) {
            return next;
        }
    }

    /** Gives variables their first values before branches that may do so in different orders. */
    static final class Initialise extends Code {
        final int[] places;

        Initialise(int[] places) {
            this.places = places;
        }

        @Override
        Code exec(Machine m) {
            Term[] v = m.v;
            for (int place : places) {
                v[place] = m.newVar();
            }
            return next;
        }
    }

    /** A test. */
    static final class Test extends Code implements Located {
        final @Nullable Clause clause;
        final Guard guard;

        Test(@Nullable Clause clause, Guard guard) {
            this.clause = clause;
            this.guard = guard;
        }

        @Override
        @Nullable Code exec(Machine m) {
            m.at = this;
            return guard.test(m, m.v) ? next : m.fail();
        }

        @Override
        public @Nullable Clause clause() {
            return clause;
        }
    }

    /** {@code =/2}: unifies the value of a term with a pattern. */
    static final class Unify extends Code {
        final Pattern left;
        final Pattern right;

        Unify(Pattern left, Pattern right) {
            this.left = left;
            this.right = right;
        }

        @Override
        @Nullable Code exec(Machine m) {
            Term[] v = m.v;
            Term value = left.build(m, v);
            if (!right.unify(m, value, v)) {
                return m.fail();
            }
            return m.wakeup == null ? next : m.wakeThen(next);
        }
    }

    /** {@code is/2}. */
    static final class Is extends Code implements Located {
        private static final Functor IS = Functor.of("is", 2);

        final @Nullable Clause clause;
        final Pattern target;
        final Expression expression;

        Is(@Nullable Clause clause, Pattern target, Expression expression) {
            this.clause = clause;
            this.target = target;
            this.expression = expression;
        }

        @Override
        @Nullable Code exec(Machine m) {
            m.at = this;
            Term[] v = m.v;
            Term value;
            try {
                value = expression.eval(m, v);
            } catch (PrologError e) {
                m.running = m.db().system().predicate(IS);
                throw e;
            }
            if (target instanceof Pattern.First first) {
                v[first.index] = value;
                return next;
            }
            if (!target.unify(m, value, v)) {
                return m.fail();
            }
            return m.wakeup == null ? next : m.wakeThen(next);
        }

        @Override
        public @Nullable Clause clause() {
            return clause;
        }
    }

    /** {@code !}: cuts back to where the clause's predicate was called. */
    static final class Cut extends Code {
        @Override
        Code exec(Machine m) {
            Frame e = m.env;
            Choice target = e == null ? m.cutBarrier : e.cutBarrier;
            if (m.choice != target) {
                m.cutTo(target);
                if (m.wakeup != null) {
                    return m.wakeThen(next);
                }
            }
            return next;
        }
    }

    /**
     * {@code !} within a condition: removes the choice points of the condition, but not its
     * alternative.
     */
    static final class CutTo extends Code {
        final int place;

        CutTo(int place) {
            this.place = place;
        }

        @Override
        Code exec(Machine m) {
            m.cutTo((Choice) m.v[place]);
            return m.wakeup == null ? next : m.wakeThen(next);
        }
    }

    /** {@code ->}: the condition has succeeded; removes its choice points and its alternative. */
    static final class Commit extends Code {
        final int place;

        Commit(int place) {
            this.place = place;
        }

        @Override
        Code exec(Machine m) {
            m.cutTo(((Choice) m.v[place]).previous);
            return m.wakeup == null ? next : m.wakeThen(next);
        }
    }

    /**
     * {@code *->}: gives up the alternative to a condition, but not the condition's further
     * solutions.
     */
    static final class SoftCut extends Code {
        final int place;

        SoftCut(int place) {
            this.place = place;
        }

        @Override
        Code exec(Machine m) {
            Alternative alternative = (Alternative) m.v[place];
            if (m.choice == alternative) {
                m.pop();
                m.tidyTrail(alternative.trailTop);
            } else {
                alternative.code = Backtrack.INSTANCE;
            }
            return next;
        }
    }

    /** A choice point within a clause. */
    static final class Alternative extends Choice {
        Code code;
        final Frame frame;

        private final boolean isCondition;

        Alternative(Machine m, Code code, Frame frame, boolean isCondition) {
            super(m);
            this.code = code;
            this.frame = frame;
            this.isCondition = isCondition;
        }

        @Override
        boolean forbidsWaiting() {
            return isCondition && code != Backtrack.INSTANCE;
        }

        @Override
        Code retry(Machine m) {
            m.pop();
            m.env = frame;
            m.v = frame.vars;
            return code;
        }
    }

    /**
     * Tries one branch, then another: disjunction and, with a {@code place} for the barrier,
     * conditions.
     */
    static final class Try extends Code {
        Code first = Proceed.INSTANCE;
        Code second = Proceed.INSTANCE;
        final int frameSize;
        private final int place;

        /**
         * @param place where to keep the choice point for a cut of the condition, or -1 for a plain
         *     disjunction
         */
        Try(int frameSize, int place) {
            this.frameSize = frameSize;
            this.place = place;
        }

        @Override
        Code exec(Machine m) {
            Frame e = m.allocate(frameSize);
            Alternative alternative = new Alternative(m, second, e, place >= 0);
            m.push(alternative);
            if (place >= 0) {
                e.vars[place] = alternative;
            }
            return first;
        }
    }

    /** A condition that is a row of tests: no choice point is needed. */
    static final class Branch extends Code implements Located {
        final @Nullable Clause clause;
        final Guard[] guards;
        Code then = Proceed.INSTANCE;
        Code otherwise = Proceed.INSTANCE;

        Branch(@Nullable Clause clause, Guard[] guards) {
            this.clause = clause;
            this.guards = guards;
        }

        @Override
        Code exec(Machine m) {
            m.at = this;
            for (Guard g : guards) {
                if (!g.test(m, m.v)) {
                    return otherwise;
                }
            }
            return then;
        }

        @Override
        public @Nullable Clause clause() {
            return clause;
        }
    }

    /** A call of a deterministic built-in that user programs cannot redefine. */
    static final class CallBuiltin extends Code implements Located {
        final @Nullable Clause clause;
        final Predicate predicate;
        final Module module;
        final Pattern[] args;
        final Det det;

        CallBuiltin(
                @Nullable Clause clause,
                Predicate predicate,
                Det det,
                Module module,
                Pattern[] args) {
            this.clause = clause;
            this.predicate = predicate;
            this.det = det;
            this.module = module;
            this.args = args;
        }

        @Override
        @Nullable Code exec(Machine m) {
            Term[] actual = new Term[args.length];
            Term[] v = m.v;
            for (int i = 0; i < actual.length; i++) {
                actual[i] = Pattern.build(args[i], m, v);
            }
            m.at = this;
            m.running = predicate;
            m.module = module;
            if (!det.call(m, actual)) {
                return m.fail();
            }
            return m.wakeup == null ? next : m.wakeThen(next);
        }

        @Override
        public @Nullable Clause clause() {
            return clause;
        }
    }

    /** A call of a predicate. */
    static final class Call extends Code implements Located {
        final @Nullable Clause clause;
        final Predicate predicate;
        final Module module;
        final Pattern[] args;
        final int frameSize;
        final boolean last;

        Call(
                @Nullable Clause clause,
                Predicate predicate,
                Module module,
                Pattern[] args,
                int frameSize,
                boolean last) {
            this.clause = clause;
            this.predicate = predicate;
            this.module = module;
            this.args = args;
            this.frameSize = frameSize;
            this.last = last;
        }

        @Override
        @Nullable Code exec(Machine m) {
            Pattern[] formal = args;
            int n = formal.length;
            if (n > 64) {
                m.needArguments(n);
            }
            Term[] a = m.a;
            Term[] v = m.v;
            for (int i = 0; i < n; i++) {
                a[i] = Pattern.build(formal[i], m, v);
            }
            Procedure procedure = predicate.procedure;
            if (procedure.special) {
                return special(m, procedure);
            }
            linkContinuation(m);
            if (--m.fuel < 0) {
                m.poll(n);
            }
            return procedure.enter(m, predicate);
        }

        private void linkContinuation(Machine m) {
            if (last) {
                m.dropFrame();
            } else {
                m.contFrame = m.allocate(frameSize);
                m.contCode = next;
            }
        }

        private @Nullable Code special(Machine m, Procedure procedure) {
            m.at = this;
            m.module = module;
            if (procedure instanceof Builtin.Deterministic d) {
                if (--m.fuel < 0) {
                    m.poll(-1);
                }
                m.running = predicate;
                if (!d.code.call(m, Builtin.arguments(m, predicate))) {
                    return m.fail();
                }
                return m.wakeup == null ? next : m.wakeThen(next);
            }
            if (procedure instanceof Builtin.Nondeterministic n) {
                return nondeterministic(m, n);
            }
            linkContinuation(m);
            if (--m.fuel < 0) {
                m.poll(args.length);
            }
            return m.callResolved(procedure, predicate);
        }

        /** A single solution needs no continuation. */
        private @Nullable Code nondeterministic(Machine m, Builtin.Nondeterministic n) {
            if (--m.fuel < 0) {
                m.poll(-1);
            }
            m.running = predicate;
            Redo redo = n.code.call(m, Builtin.arguments(m, predicate));
            if (redo == null) {
                return m.fail();
            }
            if (redo.isLast()) {
                if (!redo.hasMore() || !redo.attempt(m)) {
                    return m.fail();
                }
                return m.wakeup == null ? next : m.wakeThen(next);
            }
            linkContinuation(m);
            return Builtin.tryNext(m, redo, null);
        }

        @Override
        public @Nullable Clause clause() {
            return clause;
        }
    }

    /** A step that knows the clause it belongs to. */
    interface Located {
        @Nullable Clause clause();
    }
}
