package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Built-ins that work on the registers of the machine: calling goals, collecting solutions,
 * catching errors, cleaning up.
 */
final class Control {
    private static final Functor WITH_CALL = Functor.of("call", 1);

    private Control() {}

    /**
     * What a control construct does; its arguments stand in {@code m.a}, its continuation is set.
     */
    interface Step {
        @Nullable Code enter(Machine m, Predicate p);
    }

    /** A control construct given by a step. */
    private static final class Construct extends Builtin.Control {
        private final Step step;

        Construct(Step step) {
            this.step = step;
        }

        @Override
        @Nullable Code enter(Machine m, Predicate p) {
            m.env = null;
            m.running = p;
            try {
                return step.enter(m, p);
            } catch (PrologError e) {
                throw m.failedIn(p, Builtin.arguments(m, p), e);
            }
        }
    }

    static void install(Database db) {
        for (int n = 1; n <= 8; n++) {
            int extra = n - 1;
            define(db, "call", n, (m, p) -> callN(m, extra));
        }
        Step body = (m, p) -> CallGoal.call(m, Struct.of(p.functor, Builtin.arguments(m, p)), 0);
        define(db, ",", 2, body);
        define(db, ";", 2, body);
        define(db, "->", 2, body);
        define(db, "*->", 2, body);
        define(db, "|", 2, body);
        define(db, ":", 2, body);
        define(db, "\\+", 1, body);
        define(db, "not", 1, (m, p) -> CallGoal.call(m, Struct.of(Names.NOT, m.a[0]), 0));
        define(db, "!", 0, (m, p) -> m.proceed());
        define(db, "true", 0, (m, p) -> m.proceed());
        define(db, "otherwise", 0, (m, p) -> m.proceed());
        define(db, "fail", 0, (m, p) -> m.fail());
        define(db, "false", 0, (m, p) -> m.fail());
        define(db, "catch", 3, (m, p) -> CatchFrame.enter(m));
        define(db, "catch_with_backtrace", 3, (m, p) -> CatchFrame.enter(m));
        define(db, "findall", 3, (m, p) -> Findall.enter(m, Atom.NIL));
        define(db, "findall", 4, (m, p) -> Findall.enter(m, m.a[3]));
        define(db, "forall", 2, (m, p) -> CallGoal.call(m, forall(m.a[0], m.a[1]), 0));
        define(
                db,
                "once",
                1,
                (m, p) -> CallGoal.call(m, Struct.of(Names.ARROW, callable(m.a[0]), Atom.TRUE), 0));
        define(db, "ignore", 1, (m, p) -> CallGoal.call(m, ignore(m.a[0]), 0));
        define(db, "apply", 2, Control::apply);
        define(db, "repeat", 0, (m, p) -> repeat(m));
        define(
                db,
                "setup_call_cleanup",
                3,
                (m, p) -> Cleanup.enter(m, m.a[0], m.a[1], m.a[2], false));
        define(db, "setup_call_catcher_cleanup", 4, (m, p) -> Cleanup.enterCatching(m));
        define(db, "call_cleanup", 2, (m, p) -> Cleanup.enter(m, Atom.TRUE, m.a[0], m.a[1], false));
        define(db, "$wakeup", 1, (m, p) -> wakeup(m));
        define(db, "call_with_depth_limit", 3, (m, p) -> DepthLimit.enter(m));
        define(db, "@", 2, (m, p) -> at(m));
        define(db, "$prove", 3, (m, p) -> Proving.enterProve(m));
        define(db, "$derive", 3, (m, p) -> LemmaProofs.derive(m));
        TableBuiltins.installControl(db);
        for (String name :
                new String[] {
                    ",", ";", "->", "*->", "|", ":", "\\+", "!", "true", "fail", "catch", "findall",
                    "once", "repeat", "call"
                }) {
            protect(db, name);
        }
    }

    static void define(Database db, String name, int arity, Step step) {
        db.system().predicate(Functor.of(name, arity)).procedure = new Construct(step);
    }

    private static void protect(Database db, String name) {
        for (int arity = 0; arity <= 8; arity++) {
            Predicate p = db.system().known(Functor.of(name, arity));
            if (p != null && p.procedure.isDefined()) {
                p.procedure.isProtected = true;
            }
        }
    }

    private static @Nullable Code callN(Machine m, int extra) {
        return CallGoal.call(m, m.a[0], extra);
    }

    /** A goal as an argument of a control construct: kept opaque to cuts. */
    private static Term callable(Term goal) {
        return Struct.of(WITH_CALL, goal);
    }

    private static Term forall(Term condition, Term action) {
        Term counterexample =
                Struct.of(
                        Functor.COMMA, callable(condition), Struct.of(Names.NOT, callable(action)));
        return Struct.of(Names.NOT, counterexample);
    }

    private static Term ignore(Term goal) {
        return Struct.of(Names.OR, Struct.of(Names.ARROW, callable(goal), Atom.TRUE), Atom.TRUE);
    }

    private static @Nullable Code apply(Machine m, Predicate p) {
        Term goal = m.a[0];
        List<Term> extra = Lists.items(m.a[1]);
        m.needArguments(extra.size() + 1);
        for (int i = 0; i < extra.size(); i++) {
            m.a[i + 1] = extra.get(i);
        }
        return CallGoal.call(m, goal, extra.size());
    }

    /** {@code @(Goal, Module)}: calls a goal with its context set. */
    private static @Nullable Code at(Machine m) {
        Term name = m.a[1].deref();
        if (!(name instanceof Atom a)) {
            throw name instanceof Var ? Errors.instantiation() : Errors.type("module", name);
        }
        m.module = m.db().module(a);
        return CallGoal.call(m, m.a[0], 0);
    }

    private static Code repeat(Machine m) {
        m.push(new RepeatChoice(m));
        return m.proceed();
    }

    private static final class RepeatChoice extends Choice {
        RepeatChoice(Machine m) {
            super(m);
        }

        @Override
        Code retry(Machine m) {
            return m.proceed();
        }
    }

    // ---- Attributed variables ----

    /**
     * Calls the hooks for variables that were bound: the argument lists wake(Attributes, Value),
     * newest first.
     */
    private static @Nullable Code wakeup(Machine m) {
        List<Term> goals = new ArrayList<>();
        for (Term item : Lists.items(m.a[0])) {
            Struct wake = (Struct) item.deref();
            List<Term> hooks = new ArrayList<>();
            Term attributes = wake.args[0].deref();
            while (attributes instanceof Struct att && att.args.length == 3) {
                Term hook = Struct.of("attr_unify_hook", att.args[1], wake.args[1]);
                hooks.add(Struct.of(Functor.COLON, att.args[0], hook));
                attributes = att.args[2].deref();
            }
            goals.addAll(0, hooks);
        }
        Term body = Atom.TRUE;
        for (int i = goals.size() - 1; i >= 0; i--) {
            body = body == Atom.TRUE ? goals.get(i) : Struct.of(Functor.COMMA, goals.get(i), body);
        }
        m.module = m.db().system();
        return CallGoal.call(m, body, 0);
    }

    // ---- call_with_depth_limit/3 ----

    /** Depth limits: the search fails where it would go deeper. */
    private static final class DepthLimit extends Choice {
        private final int outerLimit;
        private final int outerBase;
        private final int outerReached;
        private final boolean outerExceeded;
        private final Term result;

        private DepthLimit(Machine m) {
            super(m);
            Limits l = m.limits;
            this.outerLimit = l.depthLimit;
            this.outerBase = l.depthBase;
            this.outerReached = l.depthReached;
            this.outerExceeded = l.depthExceeded;
            this.result = m.a[2];
        }

        static @Nullable Code enter(Machine m) {
            Term limit = m.a[1].deref();
            if (!(limit instanceof dev.clew.rules.terms.Int n)) {
                throw limit instanceof Var ? Errors.instantiation() : Errors.type("integer", limit);
            }
            DepthLimit choice = new DepthLimit(m);
            Term goal = m.a[0];
            m.push(choice);
            m.watchers++;
            Limits l = m.limits;
            m.contFrame = new DepthFrame(m, choice);
            m.contCode = Reached.INSTANCE;
            l.depthBase = m.contFrame.depth - 1;
            l.depthReached = 1;
            l.depthExceeded = false;
            l.setDepthLimit((int) Math.max(0, Math.min(n.value(), Integer.MAX_VALUE - 1)));
            return CallGoal.call(m, goal, 0);
        }

        private void restore(Machine m) {
            Limits l = m.limits;
            l.depthBase = outerBase;
            l.depthReached = outerReached;
            l.depthExceeded = outerExceeded;
            l.setDepthLimit(outerLimit);
        }

        @Override
        boolean forbidsWaiting() {
            return true;
        }

        @Override
        @Nullable Code retry(Machine m) {
            boolean exceeded = m.limits.depthExceeded;
            m.pop();
            m.watchers--;
            restore(m);
            return exceeded && m.unify(result, Atom.of("depth_limit_exceeded"))
                    ? m.proceed()
                    : m.fail();
        }

        @Override
        void removed(Machine m, @Nullable Throwable cause) {
            restore(m);
        }

        @Override
        boolean watchesRemoval() {
            return true;
        }
    }

    private static final class DepthFrame extends Frame {
        final DepthLimit choice;

        DepthFrame(Machine m, DepthLimit choice) {
            super(m.contFrame, m.contCode, NO_VARS, choice);
            this.choice = choice;
        }
    }

    private static final class Reached extends Code {
        static final Reached INSTANCE = new Reached();

        @Override
        @Nullable Code exec(Machine m) {
            DepthLimit c = ((DepthFrame) m.frame()).choice;
            int reached = m.limits.depthReached;
            boolean last = m.choice == c;
            int limit = m.limits.depthLimit;
            int base = m.limits.depthBase;
            c.restore(m);
            if (last) {
                m.pop();
                m.watchers--;
            } else {
                m.record(machine -> machine.limits.resumeDepthLimit(limit, base, reached));
            }
            return m.unify(c.result, dev.clew.rules.terms.Int.of(reached)) ? m.proceed() : m.fail();
        }
    }

    // ---- setup_call_cleanup/3 ----

    /** Runs a cleanup goal once, however the guarded goal ends. */
    static final class Cleanup extends Choice {
        private final Term cleanup;
        private final @Nullable Term catcher;
        private final Module module;
        private boolean done;

        private Cleanup(Machine m, Term cleanup, @Nullable Term catcher) {
            super(m);
            this.cleanup = cleanup;
            this.catcher = catcher;
            this.module = m.module;
        }

        static @Nullable Code enterCatching(Machine m) {
            return enter(m, m.a[0], m.a[1], Struct.of(Functor.PAIR, m.a[2], m.a[3]), true);
        }

        static @Nullable Code enter(
                Machine m, Term setup, Term goal, Term cleanup, boolean catching) {
            Term catcher = null;
            Term action = cleanup;
            if (catching) {
                Struct pair = (Struct) cleanup;
                catcher = pair.args[0];
                action = pair.args[1];
            }
            checkCallable(action);
            Module module = m.module;
            if (setup.deref() != Atom.TRUE && !m.once(setup, module)) {
                return m.fail();
            }
            m.module = module;
            Cleanup choice = new Cleanup(m, action, catcher);
            m.push(choice);
            m.watchers++;
            m.contFrame = new CleanupFrame(m, choice);
            m.contCode = CleanupExit.INSTANCE;
            return CallGoal.call(m, goal, 0);
        }

        private static void checkCallable(Term goal) {
            Term t = goal.deref();
            while (t instanceof Struct s && s.functor() == Functor.COLON) {
                t = s.args[1].deref();
            }
            if (t instanceof Var) {
                throw Errors.instantiation();
            } else if (!(t instanceof Atom || t instanceof Compound)) {
                throw Errors.type("callable", t);
            }
        }

        @Override
        boolean forbidsWaiting() {
            return true;
        }

        @Override
        @Nullable Code retry(Machine m) {
            m.pop();
            m.watchers--;
            run(m, Atom.FAIL);
            return Backtrack.INSTANCE;
        }

        @Override
        void removed(Machine m, @Nullable Throwable cause) {
            Term reason = Atom.of("!");
            if (cause instanceof PrologError e) {
                reason = Struct.of("exception", e.term());
                try {
                    run(m, reason);
                } catch (PrologError second) {
                    return;
                }
                return;
            } else if (cause != null) {
                runAtEnd(m, Struct.of("external_exception", Atom.of("abort")));
                return;
            }
            run(m, reason);
        }

        /**
         * The query is being ended from outside: errors of the cleanup goal must not keep it alive.
         */
        private void runAtEnd(Machine m, Term reason) {
            if (m.limits.isOver()) {
                return;
            }
            try {
                run(m, reason);
            } catch (PrologError e) {
                return;
            }
        }

        @Override
        boolean watchesRemoval() {
            return true;
        }

        /** Runs the cleanup goal; its failure and its bindings are ignored. */
        void run(Machine m, Term reason) {
            if (done) {
                return;
            }
            done = true;
            int mark = m.trailTop;
            if (catcher != null && !m.unifyOrUndo(catcher, reason)) {
                return;
            }
            m.once(cleanup, module);
            if (catcher != null) {
                m.tidyTrail(mark);
            }
        }
    }

    private static final class CleanupFrame extends Frame {
        final Cleanup choice;

        CleanupFrame(Machine m, Cleanup choice) {
            super(m.contFrame, m.contCode, NO_VARS, choice);
            this.choice = choice;
        }
    }

    private static final class CleanupExit extends Code {
        static final CleanupExit INSTANCE = new CleanupExit();

        @Override
        Code exec(Machine m) {
            Cleanup c = ((CleanupFrame) m.frame()).choice;
            if (m.choice == c) {
                m.pop();
                m.watchers--;
                m.tidyTrail(c.trailTop);
                c.run(m, Atom.of("exit"));
            }
            return m.proceed();
        }
    }
}
