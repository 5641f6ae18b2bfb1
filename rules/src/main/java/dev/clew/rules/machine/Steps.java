package dev.clew.rules.machine;

import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

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
                throw m.failedIn(m.running, goal(m), e);
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

        /** The arguments of the goal, made again as they were before it started. */
        private Term[] goal(Machine m) {
            Term[] before = m.v.clone();
            Term value = expression.build(m, before);
            return new Term[] {target.build(m, before), value};
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
            try {
                if (!det.call(m, actual)) {
                    return m.fail();
                }
            } catch (PrologError e) {
                throw m.failedIn(predicate, actual, e);
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

        /** Whether it stands in a program, or in a goal, rather than in a library. */
        private final boolean ofProgram;

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
            this.ofProgram = clause == null || !clause.procedure.home.isLibrary;
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
            if (procedure.special || procedure.isLibrary && ofProgram) {
                return special(m, procedure);
            }
            linkContinuation(m);
            if (--m.fuel < 0) {
                poll(m);
            }
            return procedure.enter(m, predicate);
        }

        private void poll(Machine m) {
            try {
                m.poll(args.length);
            } catch (PrologError e) {
                m.at = this;
                m.running = predicate;
                throw m.failedIn(predicate, Builtin.arguments(m, predicate), e);
            }
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
            if (ofProgram) {
                m.entry = this;
            }
            if (procedure instanceof Builtin.Deterministic d) {
                if (--m.fuel < 0) {
                    m.poll(-1);
                }
                m.running = predicate;
                if (!d.call(m, predicate)) {
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
            Term[] actual = Builtin.arguments(m, predicate);
            try {
                Redo redo = n.code.call(m, actual);
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
            } catch (PrologError e) {
                throw m.failedIn(predicate, actual, e);
            }
        }

        /** The goal as it was called, as far as the variables that were kept for later tell. */
        Term goal(Machine m, Term[] vars) {
            Term[] v = new Term[Math.max(m.scratch.length, vars.length)];
            Arrays.fill(v, Excerpt.REST);
            System.arraycopy(vars, 0, v, 0, vars.length);
            Term[] actual = new Term[args.length];
            for (int i = 0; i < actual.length; i++) {
                actual[i] = args[i] instanceof Pattern.First f ? v[f.index] : args[i].build(m, v);
            }
            return Excerpt.of(predicate.functor, actual);
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
