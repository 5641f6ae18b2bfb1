package dev.clew.rules.machine;

import dev.clew.rules.limits.Watch;
import dev.clew.rules.sources.Reading;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.syntax.Operators;
import dev.clew.rules.syntax.SyntaxError;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.MetPairs;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One running query: the registers of the abstract machine, its trail and its choice points. A
 * machine belongs to one thread at a time; any number of machines share a {@link Database}.
 *
 * <p>The machine is a trampolined register machine after Warren's, with environments and choice
 * points as linked heap objects: arguments are passed in {@link #a}, {@link #contFrame} and {@link
 * #contCode} say where to continue after success, {@link #choice} where after failure.
 */
public final class Machine {
    private static final int POLL_INTERVAL = 4096;
    private static final int WORK_INTERVAL = 1_000_000;
    private static final int MAX_NESTING = 200;

    // Registers.
    Term[] a = new Term[64];
    Term[] scratch = new Term[64];
    Term[] v = scratch;
    @Nullable Frame env;
    @Nullable Frame contFrame;
    Code contCode = Stop.SUCCESS;
    Choice choice;
    Choice cutBarrier;
    Module module;
    boolean result;

    /** Where a call notes which clauses to try. */
    final ClauseProcedure.Selection selection;

    // Trail.
    @Nullable Object[] trail = new Object[256];
    int trailTop;
    long barrier;
    long serial = 1;

    // The running unification: compounds visited, and the pairs met since there were suspiciously
    // many.
    int unifySteps;
    @Nullable MetPairs unifyMet;

    // Pending wake-ups of attributed variables, newest first: a list of wake(Attributes, Value).
    @Nullable Term wakeup;

    // Tabling.
    @Nullable Tabling tabling;

    /** What the running computation has assumed: its answer is true if all of it is. */
    @Nullable Delay delays;

    // Limits and signals.
    int fuel = POLL_INTERVAL;
    private int fuelGiven = POLL_INTERVAL;
    private long spent;
    private int unpolledWork;
    final Limits limits;
    private final Runnable watch;
    int watchers;
    private int nesting;
    private long lastId;
    private int failures;

    /** The step that called the running built-in, for error messages. */
    @Nullable Code at;

    /** The built-in that is running, for error contexts. */
    @Nullable Predicate running;

    /** The newest call of a predicate of a library that a program has made, for error messages. */
    Steps.@Nullable Call entry;

    /** The goal that has raised an error, on the way to where the error is handled. */
    private @Nullable FailedGoal failed;

    /** What is known of the newest uncaught error: where it was raised. */
    @Nullable ErrorOrigin origin;

    private final Database db;

    /** Which clauses calls see. */
    View view;

    /** What expressions need from this machine: flags, random numbers. */
    final dev.clew.rules.arithmetic.ArithmeticContext arithmetic;

    /** Current input. */
    public PrologStream input;

    /** Current output. */
    public PrologStream output;

    private final Map<Atom, Term> globals = new HashMap<>();

    /** Slots for state that belongs to one query, by the class of the feature that owns it. */
    private final Map<Class<?>, Object> extensions = new HashMap<>();

    /** A machine at rest on {@code db}. */
    public Machine(Database db) {
        this.db = db;
        this.view = db.views().forNewMachine();
        this.selection = new ClauseProcedure.Selection(view);
        this.module = db.user();
        this.limits = new Limits(this);
        this.watch = limits::checkAll;
        this.arithmetic = db.arithmetic();
        this.input = db.streams().userInput();
        this.output = db.streams().userOutput();
        this.choice = new Bottom(this);
        this.cutBarrier = choice;
    }

    // ---- What built-ins use ----

    /** The shared part: modules, flags, operators, streams. */
    public Database db() {
        return db;
    }

    /** Unifies two terms; bindings are undone by backtracking. */
    public boolean unify(Term x, Term y) {
        if (db.occursCheck) {
            return unifyByFlag(x, y);
        }
        return Unification.unify(this, x, y);
    }

    private boolean unifyByFlag(Term x, Term y) {
        int mark = trailTop;
        if (Unification.unifyWithOccursCheck(this, x, y)) {
            return true;
        }
        if (db.occursCheckError && Unification.unify(this, x, y)) {
            undoTo(mark);
            throw Errors.of(Struct.of("occurs_check", x, y));
        }
        return false;
    }

    /** Unifies two terms unless the result would be cyclic ({@code unify_with_occurs_check/2}). */
    public boolean unifyWithOccursCheck(Term x, Term y) {
        return Unification.unifyWithOccursCheck(this, x, y);
    }

    /** A new variable. */
    public Var newVar() {
        return new Var(serial++);
    }

    /** A copy with fresh variables, attributes included. */
    public Term copy(Term t) {
        return Copying.copy(this, t, true);
    }

    /** A copy with fresh variables that carry no attributes. */
    public Term copyPlain(Term t) {
        return Copying.copy(this, t, false);
    }

    /** Unifies or leaves everything as it was. */
    public boolean unifyOrUndo(Term x, Term y) {
        int mark = trailTop;
        long saved = barrier;
        Term pending = wakeup;
        barrier = Long.MAX_VALUE;
        boolean ok = unify(x, y);
        barrier = saved;
        if (ok) {
            tidyTrail(mark);
        } else {
            undoTo(mark);
            wakeup = pending;
        }
        return ok;
    }

    /**
     * Whether two terms do not unify, or do so only against the will of attributed variables:
     * {@code \\=/2}.
     */
    boolean isDifferent(Term x, Term y) {
        int mark = trailTop;
        long saved = barrier;
        Term pending = wakeup;
        barrier = Long.MAX_VALUE;
        boolean ok = Unification.unify(this, x, y);
        boolean wakes = wakeup != pending;
        barrier = saved;
        undoTo(mark);
        wakeup = pending;
        return !ok
                || wakes
                        && once(Struct.of(Names.NOT, Struct.of(Functor.EQUALS, x, y)), db.system());
    }

    /** Whether two terms unify; binds nothing. */
    public boolean unifiable(Term x, Term y) {
        int mark = trailTop;
        long saved = barrier;
        Term pending = wakeup;
        barrier = Long.MAX_VALUE;
        boolean ok = Unification.unify(this, x, y);
        barrier = saved;
        undoTo(mark);
        wakeup = pending;
        return ok;
    }

    /** Runs an attempt and undoes all its bindings; returns what it returned. */
    boolean tentatively(java.util.function.BooleanSupplier attempt) {
        int mark = trailTop;
        long saved = barrier;
        Term pending = wakeup;
        barrier = Long.MAX_VALUE;
        try {
            return attempt.getAsBoolean();
        } finally {
            barrier = saved;
            undoTo(mark);
            wakeup = pending;
        }
    }

    /**
     * The bindings {@code Var=Value} that an attempt makes, newest first, or null if it fails; they
     * are undone.
     */
    @Nullable List<Term> bindingsOf(java.util.function.BooleanSupplier attempt) {
        int mark = trailTop;
        long saved = barrier;
        Term pending = wakeup;
        barrier = Long.MAX_VALUE;
        List<Term> bindings = new ArrayList<>();
        boolean ok;
        try {
            ok = attempt.getAsBoolean();
            for (int i = trailTop - 1; ok && i >= mark; i--) {
                if (trail[i] instanceof Var x && x.ref != null) {
                    bindings.add(
                            new Struct(dev.clew.rules.terms.Functor.EQUALS, new Term[] {x, x.ref}));
                }
            }
        } finally {
            barrier = saved;
            undoTo(mark);
            wakeup = pending;
        }
        return ok ? bindings : null;
    }

    /** A number that no one else gets from this machine. */
    long nextId() {
        return ++lastId;
    }

    /** The number of choice points. */
    int choiceDepth() {
        int n = 0;
        for (Choice c = choice; c != null; c = c.previous) {
            n++;
        }
        return n;
    }

    /** The operators of the calling module. */
    public Operators operators() {
        return module.operators();
    }

    /** The calling module. */
    public Module context() {
        return module;
    }

    /** The name of the calling module. */
    public Atom module() {
        return module.name();
    }

    /** The value of a global variable ({@code nb_setval/2}), or null. */
    public @Nullable Term global(Atom name) {
        return globals.get(name);
    }

    /** Sets a global variable until it is set again. */
    public void setGlobal(Atom name, Term value) {
        globals.put(name, value);
    }

    /** Sets a global variable until backtracking. */
    public void setGlobalUntilBacktracking(Atom name, Term value) {
        Term before = globals.put(name, value);
        record(
                new Undo() {
                    @Override
                    public void undo(Machine m) {
                        if (before == null) {
                            globals.remove(name);
                        } else {
                            globals.put(name, before);
                        }
                    }

                    @Override
                    public void redo(Machine m) {
                        setGlobalUntilBacktracking(name, value);
                    }
                });
    }

    /** The names of the global variables. */
    public Iterable<Atom> globalNames() {
        return new java.util.ArrayList<>(globals.keySet());
    }

    /** State of this query kept for a feature, or null. */
    public <T> @Nullable T extension(Class<T> feature) {
        return feature.cast(extensions.get(feature));
    }

    /** Keeps state of this query for a feature. */
    public <T> void setExtension(Class<T> feature, @Nullable T state) {
        if (state == null) {
            extensions.remove(feature);
        } else {
            extensions.put(feature, state);
        }
    }

    /** The number of calls made so far. */
    public long inferences() {
        return spent + (fuelGiven - fuel);
    }

    /** What expressions need from this machine. */
    public dev.clew.rules.arithmetic.ArithmeticContext arithmetic() {
        return arithmetic;
    }

    private record FailedGoal(Term goal, PrologError error) {}

    /**
     * Notes the goal that raises an error, unless it is known already; returns the error. An
     * excerpt is kept: the goal may be large, and the error may be caught.
     */
    PrologError failedIn(Predicate p, Term[] args, PrologError error) {
        if (failed == null || failed.error != error) {
            failed = new FailedGoal(Excerpt.of(p.functor, args), error);
        }
        return error;
    }

    /** The goal that has raised an error, if it is known. */
    @Nullable Term goalOf(PrologError error) {
        return failed != null && failed.error == error ? failed.goal : null;
    }

    /** Where the newest error was raised, if it is known. */
    public @Nullable ErrorOrigin errorOrigin() {
        return origin;
    }

    /** Limits on what this machine may use. */
    public Limits limits() {
        return limits;
    }

    // ---- Binding and undoing ----

    /** Binds an unbound variable. */
    public void bind(Var x, Term t) {
        if (x.attributes != null) {
            bindAttributed(x, t);
            return;
        }
        x.ref = t;
        if (x.serial < barrier) {
            pushTrail(x);
        }
    }

    private void bindAttributed(Var x, Term t) {
        if (t instanceof Var y && y.attributes == null) {
            bind(y, x);
            return;
        }
        x.ref = t;
        pushTrail(x);
        Term attributes = x.attributes;
        Term wake = Struct.of(Names.WAKE, attributes == null ? Atom.NIL : attributes, t);
        wakeup = new dev.clew.rules.terms.Cons(wake, wakeup == null ? Atom.NIL : wakeup);
    }

    /** Replaces the conditions of the running computation until backtracking. */
    void setDelays(@Nullable Delay list) {
        Delay before = delays;
        if (before == list) {
            return;
        }
        delays = list;
        record(
                new Undo() {
                    @Override
                    public void undo(Machine m) {
                        m.delays = before;
                    }

                    @Override
                    public void redo(Machine m) {
                        m.setDelays(list);
                    }
                });
    }

    /**
     * What the present answer depends on that is neither true nor false (well-founded semantics): a
     * conjunction of tabled goals and negated ones, {@code tnot(Goal)}; {@code true} if the answer
     * is true.
     */
    public Term condition() {
        return delays == null ? Atom.TRUE : TableBuiltins.conjunction(this, delays);
    }

    /** The tables of this query. */
    Tabling tabling() {
        Tabling t = tabling;
        if (t == null) {
            t = new Tabling(this);
            tabling = t;
        }
        return t;
    }

    void pushTrail(Object entry) {
        if (trailTop == trail.length) {
            trail = Arrays.copyOf(trail, trailTop * 2);
        }
        trail[trailTop++] = entry;
    }

    /** Has a change undone when the search backtracks to before this moment. */
    void record(Undo change) {
        pushTrail(change);
    }

    /** Replaces an argument of a compound until backtracking. */
    public void setArgUntilBacktracking(dev.clew.rules.terms.Compound c, int index, Term value) {
        Term before = c.arg(index);
        c.setArg(index, value);
        record(
                new Undo() {
                    @Override
                    public void undo(Machine m) {
                        c.setArg(index, before);
                    }

                    @Override
                    public void redo(Machine m) {
                        setArgUntilBacktracking(c, index, value);
                    }
                });
    }

    /** Replaces the attributes of an unbound variable until backtracking. */
    public void setAttributes(Var x, @Nullable Term attributes) {
        Term before = x.attributes;
        x.attributes = attributes;
        record(
                new Undo() {
                    @Override
                    public void undo(Machine m) {
                        x.attributes = before;
                    }

                    @Override
                    public void redo(Machine m) {
                        setAttributes(x, attributes);
                    }
                });
    }

    /** Undoes the recorded bindings above a mark. */
    public void undoTo(int mark) {
        @Nullable Object[] entries = trail;
        int i = trailTop;
        while (i > mark) {
            Object entry = entries[--i];
            entries[i] = null;
            if (entry instanceof Var x) {
                x.ref = null;
            } else {
                trailTop = i;
                ((Undo) java.util.Objects.requireNonNull(entry)).undo(this);
            }
        }
        trailTop = i;
        if (entries.length > 1 << 16 && i < entries.length >> 3) {
            trail = Arrays.copyOf(entries, entries.length >> 2);
        }
    }

    /** Drops the records above a mark that the newest choice point does not need. */
    void tidyTrail(int mark) {
        int kept = mark;
        for (int i = mark; i < trailTop; i++) {
            Object entry = trail[i];
            if (entry instanceof Var x ? x.serial < barrier || x.attributes != null : barrier > 0) {
                trail[kept++] = entry;
            }
        }
        Arrays.fill(trail, kept, trailTop, null);
        trailTop = kept;
    }

    /** Drops all records above a mark, when nothing can backtrack to before it. */
    void forgetTrail(int mark) {
        if (isRunBottom(choice)) {
            Arrays.fill(trail, Math.min(mark, trailTop), trailTop, null);
            trailTop = Math.min(mark, trailTop);
        }
    }

    // ---- Control ----

    /** Backtracks: resumes the newest choice point. */
    @Nullable Code fail() {
        Choice c = choice;
        if ((++failures & POLL_INTERVAL - 1) == 0) {
            if (limits.countsInferences()) {
                spent += POLL_INTERVAL; // a failure is work too, also where no call is made
            }
            limits.check();
        }
        if (trailTop > c.trailTop) {
            undoTo(c.trailTop);
        }
        wakeup = null;
        env = null;
        contFrame = c.contFrame;
        contCode = c.contCode;
        return c.retry(this);
    }

    /**
     * Notes that a goal has been backtracked into a number of times, less than a polling interval,
     * without {@link #fail}.
     */
    void backtracked(int times) {
        int before = failures;
        failures += times;
        if (before / POLL_INTERVAL != failures / POLL_INTERVAL) {
            if (limits.countsInferences()) {
                spent += POLL_INTERVAL;
            }
            limits.check();
        }
    }

    /** Makes {@code c} the newest choice point. */
    void push(Choice c) {
        choice = c;
        barrier = c.barrier;
    }

    /** Forgets the newest choice point without further ado. */
    void pop() {
        choice = choice.previous;
        barrier = choice.barrier;
    }

    /** Cuts back to {@code target}: removes all newer choice points. */
    void cutTo(Choice target) {
        Choice c = choice;
        if (c == target) {
            return;
        }
        if (watchers > 0) {
            cutWatched(survivor(target), null);
            return;
        }
        int lowest = c.trailTop;
        while (c != target) {
            if (c instanceof Bottom) {
                cutTo(survivor(target));
                return;
            }
            lowest = c.trailTop;
            c = c.previous;
        }
        choice = target;
        barrier = target.barrier;
        if (trailTop > lowest) {
            tidyTrail(lowest);
        }
    }

    /**
     * The newest choice point that is still there of {@code target} and those before it: {@code
     * prolog_cut_to/1} may have removed more than an enclosing construct expects.
     */
    private Choice survivor(Choice target) {
        Choice c = choice;
        while (c != target && !(c instanceof Bottom)) {
            c = c.previous;
        }
        if (c == target) {
            return target;
        }
        Set<Choice> present = Collections.newSetFromMap(new IdentityHashMap<>());
        for (c = choice; present.add(c); c = c.previous) {}
        Choice found = target;
        while (!present.contains(found)) {
            found = found.previous;
        }
        return found;
    }

    /** Removes choice points one by one, telling those that want to know. */
    void cutWatched(Choice target, @Nullable Throwable cause) {
        int lowest = trailTop;
        while (choice != target) {
            Choice c = choice;
            lowest = Math.min(lowest, c.trailTop);
            choice = c.previous;
            barrier = choice.barrier;
            if (c.watchesRemoval()) {
                watchers--;
                c.removed(this, cause);
            }
        }
        if (cause == null && trailTop > lowest) {
            tidyTrail(lowest);
        }
    }

    /** Gives the running clause an environment of {@code size} variables, if it has none yet. */
    Frame allocate(int size) {
        Frame e = env;
        if (e == null) {
            e =
                    new Frame(
                            contFrame,
                            contCode,
                            size == 0 ? Frame.NO_VARS : Arrays.copyOf(scratch, size),
                            cutBarrier);
            env = e;
            v = e.vars;
        }
        return e;
    }

    /** The environment of the running clause, where it is known to have one. */
    @SuppressWarnings("NullAway")
    Frame frame() {
        return env;
    }

    /** Continues after the running clause: its last goal has succeeded. */
    Code proceed() {
        Frame e = env;
        Frame to;
        Code code;
        if (e == null) {
            to = contFrame;
            code = contCode;
        } else {
            to = e.contFrame;
            code = e.contCode;
        }
        env = to;
        if (to != null) {
            v = to.vars;
        }
        return code;
    }

    /**
     * Sets where the next call continues to the continuation of the running clause: a last call.
     */
    void dropFrame() {
        Frame e = env;
        if (e != null) {
            contFrame = e.contFrame;
            contCode = e.contCode;
            env = null;
        }
    }

    /** Calls a predicate whose arguments stand in {@link #a}. */
    @Nullable Code call(Predicate p) {
        if (--fuel < 0) {
            poll(p.functor.arity());
        }
        return p.procedure.enter(this, p);
    }

    /**
     * Calls a procedure found for {@code p} from module {@link #module}, whose name the
     * meta-arguments get.
     */
    @Nullable Code callResolved(Procedure procedure, Predicate p) {
        if (procedure.meta != null && procedure instanceof ClauseProcedure c) {
            qualifyArguments(c);
        }
        return procedure.enter(this, p);
    }

    /** Gives the meta-arguments of a call the name of {@link #module}, where they may need it. */
    void qualifyArguments(ClauseProcedure c) {
        char[] meta = c.meta;
        boolean foreign = c.home != module;
        for (int i = 0; meta != null && i < meta.length; i++) {
            if (meta[i] == ':' || foreign && isMeta(meta[i])) {
                a[i] = qualified(a[i]);
            }
        }
    }

    static boolean isMeta(char mode) {
        return mode >= '0' && mode <= '9' || mode == ':' || mode == '^' || mode == '/';
    }

    private Term qualified(Term goal) {
        Term t = goal.deref();
        if (t instanceof Struct s
                && s.functor() == dev.clew.rules.terms.Functor.COLON
                && s.args[0].deref() instanceof Atom) {
            return t;
        }
        return Struct.of(dev.clew.rules.terms.Functor.COLON, module.name(), t);
    }

    void needArguments(int n) {
        if (a.length < n) {
            a = Arrays.copyOf(a, Math.max(n, a.length * 2));
        }
    }

    void needScratch(int n) {
        if (scratch.length < n) {
            boolean current = v == scratch;
            scratch = Arrays.copyOf(scratch, Math.max(n, scratch.length * 2));
            if (current) {
                v = scratch;
            }
        }
    }

    /** Runs pending wake-ups, then continues with {@code code}. */
    Code wakeThen(Code code) {
        Term goals = wakeup;
        wakeup = null;
        return goals == null ? code : interpose(Struct.of(Names.WAKEUP, goals), db.system(), code);
    }

    /** Runs a goal between two steps of a clause, all registers preserved. */
    Code interpose(Term goal, Module where, Code code) {
        SavedState saved = new SavedState(this, code);
        contFrame = saved;
        contCode = SavedState.RESUME;
        env = null;
        needArguments(1);
        a[0] = goal;
        module = where;
        return new CallGoal(where);
    }

    // ---- The trampoline ----

    private void trampoline(@Nullable Code start) {
        Code code = start;
        while (code != null) {
            try {
                while (code != null) {
                    code = code.exec(this);
                }
            } catch (PrologError e) {
                code = Unwinding.raise(this, e);
            } catch (DepthExceeded e) {
                code = Backtrack.INSTANCE;
            } catch (Interruption e) {
                Unwinding.leaveRun(this, e);
                throw e;
            } catch (SyntaxError e) {
                code = Unwinding.raise(this, Errors.of(e.formal()));
            } catch (RuntimeException e) {
                code =
                        Unwinding.raise(
                                this, Errors.of(Struct.of("system_error", Atom.of(e.toString()))));
            } catch (StackOverflowError e) {
                code = Unwinding.raise(this, Errors.resource("java_stack"));
            } catch (OutOfMemoryError e) {
                code = Unwinding.outOfMemory(this);
            }
        }
    }

    /**
     * Starts to solve {@code goal}; returns whether there is an answer. The machine must be at
     * rest.
     */
    public boolean solve(Term goal, Module where) {
        limits.restart();
        at = null;
        running = null;
        entry = null;
        failed = null;
        origin = null;
        env = null;
        contFrame = null;
        contCode = Stop.SUCCESS;
        delays = null;
        push(new RunBottom(this));
        a[0] = goal;
        module = where;
        return run(new CallGoal(where));
    }

    /**
     * Gives the query that is about to start a view of the clauses: that of the query which runs in
     * this thread, or else a fixed one of its own. To be ended with {@link #endView}.
     */
    public void beginView() {
        view = db.views().begin(view, db);
    }

    /** Ends the view; whoever changes clauses need not keep any for it from now on. */
    public void endView() {
        db.views().end(view, db);
    }

    /**
     * Does some work of this query; what it starts in this thread meanwhile sees the same clauses.
     */
    public <T> T inView(java.util.function.Supplier<T> work) {
        return db.views().within(view, work);
    }

    /**
     * Has this machine see the newest clauses at each call, as the author of its query's changes.
     */
    public void useLiveView() {
        view = new View(view.id);
    }

    /** What this query has open of the sources that lie outside. */
    Reading reading() {
        return view.reading(this, limits.deadline());
    }

    /** Closes what a query has open outside, once it has made its last choice. */
    private void settle() {
        if (nesting == 0 && view.hasReading() && (choice.previous instanceof Bottom)) {
            view.endReadingOf(this);
        }
    }

    /** Looks for the next answer. */
    public boolean redo() {
        return run(Backtrack.INSTANCE);
    }

    /** Whether the goal that was solved might have more answers. */
    public boolean hasMore() {
        return !(choice instanceof RunBottom);
    }

    /** Forgets the goal that was solved, keeping its bindings. */
    public void close() {
        Choice c = choice;
        while (!(c instanceof Bottom)) {
            c = c.previous;
        }
        cutWatched(c, null);
        settle();
    }

    private boolean run(Code code) {
        result = false;
        if (++nesting > MAX_NESTING) {
            nesting--;
            throw Errors.resource("nested_calls");
        }
        Runnable before = Watch.set(watch);
        try {
            trampoline(code);
            return result;
        } finally {
            Watch.set(before);
            nesting--;
            settle();
        }
    }

    /**
     * Runs a goal to its first answer within a running query and keeps its bindings.
     *
     * @throws PrologError if the goal raises an error
     */
    public boolean once(Term goal) {
        return once(goal, module);
    }

    /** As {@link #once(Term)}, in the given module. */
    public boolean once(Term goal, Module where) {
        SavedState saved = new SavedState(this, Stop.SUCCESS);
        Code savedAt = at;
        Predicate savedRunning = running;
        Term[] savedArgs = a;
        Term savedWakeup = wakeup;
        Module savedModule = module;
        a = new Term[64];
        scratch = new Term[64];
        v = scratch;
        wakeup = null;
        env = null;
        contFrame = null;
        contCode = Stop.SUCCESS;
        RunBottom bottom = new RunBottom(this);
        push(bottom);
        try {
            a[0] = goal;
            module = where;
            boolean ok = run(new CallGoal(where));
            if (ok) {
                cutTo(bottom);
                pop();
                tidyTrail(bottom.trailTop);
            }
            return ok;
        } finally {
            scratch = saved.scratchOr(scratch);
            saved.restore(this);
            a = savedArgs;
            wakeup = savedWakeup;
            module = savedModule;
            at = savedAt;
            running = savedRunning;
            settle();
        }
    }

    // ---- Polling ----

    /**
     * Notes work that was done within a call; now and then looks at the limits, as a poll after
     * many calls does.
     */
    void worked(int steps) {
        unpolledWork += steps;
        if (unpolledWork > WORK_INTERVAL) {
            unpolledWork = 0;
            limits.check();
        }
    }

    /**
     * Pays for the calls made since the last poll; notices signals and limits; forgets registers
     * that no one will read.
     */
    void poll(int liveArguments) {
        if (liveArguments >= 0) {
            Arrays.fill(a, Math.min(liveArguments, a.length), a.length, null);
            if (a.length > 4096 && liveArguments < 64) {
                a = Arrays.copyOf(a, 256);
            }
            Arrays.fill(scratch, null);
        }
        refuel();
        limits.check();
    }

    /** Starts a new polling interval, shorter if an inference limit is near. */
    void refuel() {
        spent += fuelGiven - fuel;
        fuelGiven =
                (int)
                        Math.max(
                                0,
                                Math.min(
                                        limits.interval(POLL_INTERVAL),
                                        limits.inferencesLeft(spent)));
        fuel = fuelGiven;
    }

    /** The bottom of the choice points of a machine. */
    private static final class Bottom extends Choice {
        Bottom(Machine m) {
            super(m, null, 0, 0);
        }

        @Override
        @Nullable Code retry(Machine m) {
            m.result = false;
            return null;
        }
    }

    /** The bottom of one run: failing to here ends it. */
    private static final class RunBottom extends Choice {
        RunBottom(Machine m) {
            super(m);
        }

        @Override
        boolean forbidsWaiting() {
            return true;
        }

        @Override
        @Nullable Code retry(Machine m) {
            m.pop();
            m.result = false;
            return null;
        }
    }

    static boolean isRunBottom(Choice c) {
        return c instanceof RunBottom || c instanceof Bottom;
    }
}
