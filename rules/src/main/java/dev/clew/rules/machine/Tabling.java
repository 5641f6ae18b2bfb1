package dev.clew.rules.machine;

import dev.clew.rules.datalog.Plan;
import dev.clew.rules.sources.Reading;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Slot;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tabled evaluation in one query: SLG resolution (W. Chen and D. S. Warren, "Tabled Evaluation with
 * Delaying for General Logic Programs", Journal of the ACM 43, 1996) with local scheduling.
 *
 * <p>The first call with given arguments makes a table and fills it from the clauses. A call that
 * meets an incomplete table is suspended as a {@link Consumer}. Tables that need each other are
 * completed together by the oldest of their {@link Generator}s, and only then does its caller see
 * answers. A negative call waits for its table to be complete; if it is part of the same component,
 * its truth is left open ({@link Delay}) and settled when the component is complete ({@link
 * WellFounded}).
 */
final class Tabling {
    private static final Var[] NO_VARIABLES = {};

    private final Machine m;

    /** The tables of this query: incomplete ones, and complete ones that it made or met. */
    private final TableMap tables = new TableMap();

    /** The incomplete tables, oldest first. */
    private final List<Table> stack = new ArrayList<>();

    /** The generator that is at work, or null. */
    private @Nullable Generator top;

    /** A generator whose tables do not depend on the complete tables that are called now. */
    private @Nullable Generator unconcerned;

    private final Refreshing refreshing;

    private int[] codes = {};
    private int count;
    private long clock;
    private long epoch;

    /**
     * Whether goals may be evaluated a set at a time, which does not tell why answers are
     * undefined.
     */
    private boolean usesSets = true;

    Tabling(Machine m) {
        this.m = m;
        this.refreshing = new Refreshing(m, this);
        this.epoch = m.db().tables().epoch();
    }

    /**
     * Notes that what is being tabled depends on the clauses of a dynamic predicate that may match
     * these arguments.
     */
    void noteRead(ClauseProcedure p, Term[] args) {
        Generator g = top;
        if (g != null) {
            g.reads.add(p, args);
        }
    }

    /** Notes that what is being tabled depends on facts from outside. */
    void noteOutside(Reading reading) {
        Generator g = top;
        if (g != null) {
            g.reads.outside = reading;
        }
    }

    // ---- Calls ----

    /** Calls a tabled predicate whose arguments stand in the registers. */
    @Nullable Code call(ClauseProcedure p) {
        TableDeclaration d = p.tabling;
        if (d != null && d.modes() != null) {
            d.modes().freeArguments(m);
        }
        return call(p, false);
    }

    /** Succeeds if a tabled predicate has no answer: {@code tnot/1}. */
    @Nullable Code callNegated(ClauseProcedure p) {
        return call(p, true);
    }

    private @Nullable Code call(ClauseProcedure p, boolean negative) {
        if (usesSets) {
            int truth = SetEvaluation.settle(m, p);
            if (truth != Plan.UNSETTLED) {
                noteReads(SetEvaluation.sources(p));
                m.env = null;
                return truth == Plan.TRUE != negative ? m.proceed() : Backtrack.INSTANCE;
            }
        }
        return callAnew(p, negative);
    }

    private @Nullable Code callAnew(ClauseProcedure p, boolean negative) {
        AnswerList set = usesSets ? SetEvaluation.evaluate(m, p, m.a) : null;
        if (set != null) {
            noteReads(SetEvaluation.sources(p));
            if (!set.hasUndefined()) {
                m.env = null;
                return !negative
                        ? answers(null, set, variables(p.predicate.functor.arity()))
                        : set.size() > 0 ? m.fail() : m.proceed();
            }
        }
        List<Var> variables = StoredTerms.list();
        Term[] call = StoredTerms.store(m, m.a, p.predicate.functor.arity(), variables);
        if (negative && hasAttributes(variables)) {
            return callNegatedPlainly(p);
        }
        int hash = Table.hash(p, call);
        Var[] vars = StoredTerms.array(variables);
        if (set != null) {
            Table of = new Table(p, call, vars.length, hash);
            return negative ? refute(of, set) : answers(of, set, vars);
        }
        Table t = find(p, call, hash);
        if (t == null) {
            return begin(new Table(p, call, vars.length, hash), vars, negative);
        } else if (t.isComplete) {
            return negative ? refute(t) : answers(t, vars);
        } else if (negative && t.hasTrueAnswer()) {
            return Backtrack.INSTANCE;
        }
        return wait(t, vars, negative);
    }

    private static boolean hasAttributes(List<Var> variables) {
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).attributes != null) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is no answer that meets the constraints on the variables of a goal. */
    private @Nullable Code callNegatedPlainly(ClauseProcedure p) {
        Functor f = p.predicate.functor;
        Term goal = Struct.of(f, Arrays.copyOf(m.a, f.arity()));
        if (f == TableBuiltins.TABLED_CALL && p.home == m.db().system()) {
            throw Errors.type("free_of_attvar", goal);
        }
        m.module = p.home;
        Term called = Struct.of(Names.CALL, goal);
        return CallGoal.call(m, Struct.of(Names.NOT, called), 0);
    }

    /**
     * The distinct variables among the first arguments in the registers, which are not compound.
     */
    private Var[] variables(int arity) {
        Var[] found = NO_VARIABLES;
        for (int i = 0; i < arity; i++) {
            if (m.a[i].deref() instanceof Var v) {
                int n = 0;
                while (n < found.length && found[n] != v) {
                    n++;
                }
                if (n == found.length) {
                    found = Arrays.copyOf(found, n + 1);
                    found[n] = v;
                }
            }
        }
        return found;
    }

    /** Room for the codes of some arguments. */
    int[] codes(int arity) {
        if (codes.length < arity) {
            codes = new int[arity];
        }
        return codes;
    }

    /** The table for a call, if it is being filled or still holds. */
    private @Nullable Table find(ClauseProcedure p, Term[] call, int hash) {
        Table own = tables.get(p, call, hash);
        if (own != null && !own.isComplete) {
            return own;
        } else if (own != null && epoch == m.db().tables().epoch()) {
            Table valid = current(own);
            if (valid != null) {
                return valid;
            }
            tables.remove(own);
            own = tables.get(p, call, hash); // made while it was looked what has changed
            if (own != null && (!own.isComplete || isValid(own))) {
                return own;
            }
        } else if (own != null) {
            forgetAbolished();
        }
        return shared(p, call, hash);
    }

    private @Nullable Table shared(ClauseProcedure p, Term[] call, int hash) {
        TableSpace space = m.db().tables();
        Table shared = space.get(p, call, hash);
        if (shared == null) {
            return null;
        }
        boolean isSeen = TableReads.of(shared).isSeenBy(m.view);
        Table valid = isValid(shared) || isSeen ? current(shared) : null;
        if (valid != shared) {
            space.remove(shared);
            return valid != null ? valid : tables.get(p, call, hash);
        } else if (!isSeen) {
            return null;
        }
        tables.put(shared);
        return shared;
    }

    /** A complete table, or another one in its place, if its answers still hold; else null. */
    private @Nullable Table current(Table t) {
        return isValid(t) ? t : refreshing.refreshed(t);
    }

    private boolean isValid(Table t) {
        TableReads reads = t.reads;
        return reads != null && reads.isValid(m.db());
    }

    /** Takes over a complete table. */
    void adopt(Table t) {
        tables.put(t);
        share(t);
    }

    private void share(Table t) {
        TableReads reads = TableReads.of(t);
        TableDeclaration d = t.procedure.tabling;
        if (reads.outside() == null && reads.isSeenBy(m.view) && d != null && d.isShared()) {
            m.db().tables().put(t, epoch);
        }
    }

    /** Forgets a table that does not hold. */
    void forget(Table t) {
        tables.remove(t);
        m.db().tables().remove(t);
    }

    /**
     * The table of the goal of another one, filled now if need be, or null. What is being tabled
     * does not depend on it yet.
     */
    @Nullable Table evaluated(Table t) {
        Generator before = unconcerned;
        unconcerned = top;
        try {
            m.once(TableBuiltins.goal(m, t, null), t.procedure.home);
        } finally {
            unconcerned = before;
        }
        Table fresh = tables.get(t.procedure, t.call, t.hash);
        return fresh != null && fresh.isComplete && isValid(fresh) ? fresh : null;
    }

    private void forgetAbolished() {
        epoch = m.db().tables().epoch();
        tables.removeIf(t -> t.isComplete);
    }

    /** Fills a new table: the operation NEW SUBGOAL. */
    private @Nullable Code begin(Table t, Var[] variables, boolean negative) {
        t.number = ++count;
        tables.put(t);
        Generator g = new Generator(m, t, variables, negative, top, stack.size());
        stack.add(t);
        top = g;
        m.push(g);
        m.watchers++;
        m.setDelays(null);
        Term[] row = new Term[t.variables];
        Term[] args = new Term[t.call.length];
        for (int i = 0; i < args.length; i++) {
            args[i] = Renaming.fresh(m, t.call[i], row);
        }
        m.contFrame = new AnswerFrame(m.contFrame, t, row, g);
        m.contCode = AnswerFrame.Enter.INSTANCE;
        m.needArguments(args.length);
        System.arraycopy(args, 0, m.a, 0, args.length);
        return t.procedure.enterClauses(m, t.procedure.predicate);
    }

    /** Suspends the running computation until its table has (no) answers. */
    private Code wait(Table t, Var[] variables, boolean negative) {
        AnswerFrame owner = owner(t);
        for (Choice c = m.choice; ; c = c.previous) {
            if (c != owner.base && c.forbidsWaiting()) {
                if (c instanceof Negating.Alternative a) {
                    return a.restart(m);
                }
                throw cannotWait(t);
            }
            c.barrier = m.serial; // suspended computations may refer to all variables made so far
            if (c == owner.base) {
                break;
            }
        }
        m.barrier = m.serial;
        Generator g = java.util.Objects.requireNonNull(top);
        g.lowest = Math.min(g.lowest, t.number);
        Consumer c = new Consumer(m, t, variables, negative, owner);
        if (negative) {
            g.negatives.add(c);
        }
        t.consumers.add(c);
        c.owner.needs++;
        schedule(t);
        return Backtrack.INSTANCE;
    }

    private AnswerFrame owner(Table t) {
        Frame f = m.contFrame;
        while (!(f instanceof AnswerFrame a)) {
            if (f == null) {
                throw cannotWait(t);
            }
            f = f.contFrame;
        }
        return a;
    }

    private static dev.clew.rules.terms.PrologError cannotWait(Table t) {
        return Errors.permission(
                "decide", "recursive_tabled_goal", t.procedure.predicate.qualifiedIndicator());
    }

    private void schedule(Table t) {
        Generator g = top;
        if (g != null && !t.isScheduled && !t.consumers.isEmpty()) {
            t.isScheduled = true;
            g.agenda.add(t);
        }
    }

    /** Adds a new answer to a table. */
    TableAnswer enter(Table t, Term[] bindings, int slots, int hash, @Nullable Delay condition) {
        TableAnswer a = new TableAnswer(bindings, slots, hash, ++clock, condition);
        t.add(a);
        t.hasConditions |= condition != null;
        if (condition == null) {
            becameTrue(t);
        }
        schedule(t);
        return a;
    }

    /** Ends those who wait for a table to have no true answer. */
    void becameTrue(Table t) {
        if (!t.isTrue) {
            t.isTrue = true;
            for (int i = 0; i < t.consumers.size(); i++) {
                Consumer c = t.consumers.get(i);
                if (c.isNegative && !c.isDone) {
                    c.isDone = true;
                    needsLess(c.owner);
                }
            }
        }
    }

    private void needsLess(Table t) {
        Generator g = top;
        if (--t.needs == 0 && g != null) {
            g.idle.add(t);
        }
    }

    // ---- Completion ----

    /** Continues after the clauses of a generator, or a consumer that it resumed, have failed. */
    @Nullable Code continueWith(Generator g) {
        m.limits.check();
        while (g.lowest >= g.table.number) {
            Consumer c = next(g);
            if (c != null) {
                return resume(c, g);
            } else if (!settleNegatives(g)) {
                return complete(g);
            }
        }
        return leave(g);
    }

    private static @Nullable Consumer next(Generator g) {
        for (Table t = g.agenda.peek(); t != null; t = g.agenda.peek()) {
            Consumer c = t.isAbandoned ? null : t.nextConsumer();
            if (c != null) {
                return c;
            }
            g.agenda.poll();
            t.isScheduled = false;
        }
        return g.ready.poll();
    }

    private @Nullable Code resume(Consumer c, Generator g) {
        c.reinstate(m, g);
        if (c.isNegative) {
            needsLess(c.owner);
            if (c.isDelayed) {
                m.setDelays(Delay.onNegation(c.table, m.delays));
            }
            return m.proceed();
        }
        ConsumerChoice choice = new ConsumerChoice(m, c);
        m.push(choice);
        return choice.retry(m);
    }

    /** The answers that a resumed consumer has not consumed yet, including those still to come. */
    private static final class ConsumerChoice extends Choice {
        private final Consumer consumer;

        ConsumerChoice(Machine m, Consumer consumer) {
            super(m);
            this.consumer = consumer;
        }

        @Override
        @Nullable Code retry(Machine m) {
            Consumer c = consumer;
            List<TableAnswer> answers = c.table.answers;
            while (c.next < answers.size()) {
                TableAnswer a = answers.get(c.next++);
                if (!a.isDropped) {
                    if (unify(m, c.table, a, c.variables)) {
                        return m.wakeup == null ? m.proceed() : m.wakeThen(Proceed.INSTANCE);
                    }
                    m.undoTo(trailTop);
                    m.wakeup = null;
                }
            }
            m.pop();
            return Backtrack.INSTANCE;
        }
    }

    /** Leaves the component of a generator to the one that called it. */
    private @Nullable Code leave(Generator g) {
        Generator parent = g.parent;
        m.pop();
        m.watchers--;
        top = parent;
        if (parent == null) {
            throw new IllegalStateException("The oldest generator needs an older table.");
        }
        parent.lowest = Math.min(parent.lowest, g.lowest);
        if (parent.agenda.size() < g.agenda.size()) {
            ArrayDeque<Table> larger = g.agenda;
            g.agenda = parent.agenda;
            parent.agenda = larger;
        }
        parent.agenda.addAll(g.agenda);
        if (parent.negatives.size() < g.negatives.size()) {
            List<Consumer> larger = g.negatives;
            g.negatives = parent.negatives;
            parent.negatives = larger;
        }
        parent.negatives.addAll(g.negatives);
        parent.ready.addAll(g.ready);
        parent.idle.addAll(g.idle);
        parent.reads = parent.reads.with(g.reads);
        return g.isNegative && g.table.hasTrueAnswer()
                ? Backtrack.INSTANCE
                : wait(g.table, g.variables, g.isNegative);
    }

    /** Completes all tables of a component: the operation COMPLETION. */
    private @Nullable Code complete(Generator g) {
        List<Table> component = stack.subList(g.stackBase, stack.size());
        for (Table t : component) {
            if (t.hasConditions) {
                WellFounded.settle(component);
                break;
            }
        }
        TableReads reads = new TableReads(m.db(), g.reads, m.view);
        for (Table t : component) {
            t.complete(reads);
            share(t);
        }
        component.clear();
        m.pop();
        m.watchers--;
        top = g.parent;
        return g.isNegative ? refute(g.table) : answers(g.table, g.variables);
    }

    /** Forgets the tables that a generator was filling, as an error or a cut ends it. */
    void abandon(Generator g) {
        top = g.parent;
        List<Table> lost = stack.subList(g.stackBase, stack.size());
        for (Table t : lost) {
            t.isAbandoned = true;
            tables.remove(t);
        }
        lost.clear();
        Generator older = top;
        if (older != null) {
            older.idle.addAll(g.idle);
            // The error may depend on them, and its handler on the error.
            older.reads = older.reads.with(g.reads);
            for (Table t : g.agenda) {
                if (!t.isAbandoned) {
                    older.agenda.add(t);
                }
            }
        }
    }

    // ---- Answers of complete tables ----

    private void noteUse(Table t) {
        Generator g = top;
        TableReads reads = t.reads;
        if (g != null && g != unconcerned && reads != null) {
            g.reads.add(t, reads);
        }
    }

    private @Nullable Code answers(Table t, Var[] variables) {
        noteUse(t);
        int n = t.answers.size();
        if (n == 0) {
            return Backtrack.INSTANCE;
        }
        if (n > 1) {
            AnswerChoice choice = new AnswerChoice(m, t, variables);
            m.push(choice);
            return choice.retry(m);
        }
        if (!unify(m, t, t.answers.get(0), variables)) {
            return Backtrack.INSTANCE;
        }
        m.env = null;
        return m.wakeup == null ? m.proceed() : m.wakeThen(Proceed.INSTANCE);
    }

    /** The remaining answers of a complete table. */
    private static final class AnswerChoice extends Choice {
        private final Table table;
        private final Var[] variables;
        private int next;

        AnswerChoice(Machine m, Table table, Var[] variables) {
            super(m);
            this.table = table;
            this.variables = variables;
        }

        @Override
        @Nullable Code retry(Machine m) {
            m.env = null;
            List<TableAnswer> answers = table.answers;
            while (true) {
                TableAnswer a = answers.get(next++);
                boolean last = next == answers.size();
                if (last) {
                    m.pop();
                }
                if (unify(m, table, a, variables)) {
                    return m.wakeup == null ? m.proceed() : m.wakeThen(Proceed.INSTANCE);
                } else if (last) {
                    return Backtrack.INSTANCE;
                }
                m.undoTo(trailTop);
                m.wakeup = null;
            }
        }
    }

    private static boolean unify(Machine m, Table t, TableAnswer a, Var[] variables) {
        Term[] bindings = a.bindings;
        Term[] fresh = a.slots == 0 ? Frame.NO_VARS : new Term[a.slots];
        for (int i = 0; i < bindings.length; i++) {
            Term value = a.slots == 0 ? bindings[i] : Renaming.fresh(m, bindings[i], fresh);
            if (!m.unify(variables[i], value)) {
                return false;
            }
        }
        if (a.conditions != null) {
            m.setDelays(Delay.onAnswer(t, a, m.delays));
        }
        return true;
    }

    /** Succeeds if a complete table has no answer, on condition if it has undefined ones only. */
    private @Nullable Code refute(Table t) {
        noteUse(t);
        m.env = null;
        if (t.hasTrueAnswer()) {
            return Backtrack.INSTANCE;
        }
        if (t.hasAnswer()) {
            m.setDelays(Delay.onNegation(t, m.delays));
        }
        return m.proceed();
    }

    /** The table of a goal that has undefined answers only, with these conditions. */
    Table undefined(Term goal, List<Delay> conditions) {
        Predicate p = m.db().system().predicate(TableBuiltins.TABLED_CALL);
        if (!p.procedure.isDefined()) {
            m.db().resolve(m, p);
        }
        List<Var> variables = StoredTerms.list();
        Term[] call = StoredTerms.store(m, new Term[] {goal}, 1, variables);
        Table t = new Table((ClauseProcedure) p.procedure, call, variables.size(), 0);
        addUndefined(t, conditions);
        return t;
    }

    // ---- Answers of set-at-a-time evaluation ----

    private void noteReads(List<ClauseProcedure> sources) {
        Generator g = top;
        if (g != null && g != unconcerned) {
            for (int i = 0; i < sources.size(); i++) {
                if (sources.get(i).isDynamic) {
                    g.reads.addWhole(sources.get(i), sources.get(i).lastChange());
                }
            }
        }
    }

    private @Nullable Code answers(@Nullable Table t, AnswerList set, Var[] variables) {
        if (set.size() == 0) {
            return Backtrack.INSTANCE;
        } else if (t == null && Findall.isNext(m)) {
            return Findall.collect(m, set, variables);
        }
        SetChoice choice = new SetChoice(m, t, set, variables);
        if (set.size() > 1) {
            m.push(choice);
        }
        return choice.retry(m);
    }

    /** The remaining answers of a set. */
    private static final class SetChoice extends Choice {
        /** For the conditions of undefined answers; null if there are none. */
        private final @Nullable Table table;

        private final AnswerList set;
        private final Var[] variables;
        private int next;

        SetChoice(Machine m, @Nullable Table table, AnswerList set, Var[] variables) {
            super(m);
            this.table = table;
            this.set = set;
            this.variables = variables;
        }

        @Override
        @Nullable Code retry(Machine m) {
            m.env = null;
            int n = set.size();
            while (true) {
                int i = next++;
                boolean isLast = next == n;
                if (isLast && n > 1) {
                    m.pop();
                }
                if (set.unify(m, variables, i)) {
                    if (table != null && set.isUndefined(i)) {
                        m.setDelays(Delay.onAnswer(table, undefined(m), m.delays));
                    }
                    return m.wakeup == null ? m.proceed() : m.wakeThen(Proceed.INSTANCE);
                } else if (isLast) {
                    return Backtrack.INSTANCE;
                }
                m.undoTo(trailTop);
                m.wakeup = null;
            }
        }

        /** The undefined answer that the variables stand for now. */
        private TableAnswer undefined(Machine m) {
            List<Var> none = StoredTerms.list();
            Term[] bindings = StoredTerms.store(m, variables, variables.length, none);
            TableAnswer a = new TableAnswer(bindings, none.size(), 0, 0, null);
            a.conditions = List.of();
            return a;
        }
    }

    private @Nullable Code refute(Table t, AnswerList set) {
        m.env = null;
        boolean isUndefined = false;
        for (int i = 0; i < set.size(); i++) {
            if (!set.isUndefined(i)) {
                return Backtrack.INSTANCE;
            }
            isUndefined = true;
        }
        if (isUndefined) {
            addUndefined(t, List.of());
            m.setDelays(Delay.onNegation(t, m.delays));
        }
        return m.proceed();
    }

    /**
     * Gives a table an undefined answer, by which a negative literal about it is seen to be open.
     */
    private static void addUndefined(Table t, List<Delay> conditions) {
        Term[] bindings = new Term[t.variables];
        for (int i = 0; i < bindings.length; i++) {
            bindings[i] = new Slot(i);
        }
        TableAnswer a = new TableAnswer(bindings, bindings.length, 0, 0, null);
        a.conditions = conditions;
        t.add(a);
        t.hasConditions = true;
    }

    // ---- Negation within a component ----

    /**
     * When no consumer has answers to consume: finds negative consumers that can be resumed. Those
     * whose tables no open negation can reach are decided; if there are none, the negative literals
     * of a component that needs no other are delayed.
     */
    private boolean settleNegatives(Generator g) {
        if (g.negatives.isEmpty()) {
            return false;
        }
        closeIdle(g);
        if (!g.ready.isEmpty()) {
            return true;
        }
        List<Consumer> open = g.negatives;
        open.removeIf(c -> c.isDone || c.owner.isAbandoned || c.table.hasTrueAnswer());
        if (open.isEmpty()) {
            return false;
        }
        List<Table> component = stack.subList(g.stackBase, stack.size());
        new Components(component).choose(open);
        for (Consumer c : open) {
            if (c.isDone) {
                g.ready.add(c);
            }
        }
        open.removeIf(c -> c.isDone);
        return true;
    }

    /**
     * Decides those that wait for tables which own no consumer that might bring them answers. What
     * this misses are tables that need each other.
     */
    private static void closeIdle(Generator g) {
        for (Table t = g.idle.poll(); t != null; t = g.idle.poll()) {
            if (t.isAbandoned || t.needs > 0) {
                continue;
            }
            for (int i = 0; i < t.consumers.size(); i++) {
                Consumer c = t.consumers.get(i);
                if (c.isDone || c.owner.isAbandoned) {
                    continue;
                }
                c.isDone = true;
                if (c.isNegative) {
                    c.isDelayed = t.hasAnswer();
                    g.ready.add(c);
                } else if (--c.owner.needs == 0) {
                    g.idle.add(c.owner);
                }
            }
        }
    }

    // ---- Abolishing ----

    /** Forgets the complete tables of this query for which the condition holds. */
    void abolish(java.util.function.Predicate<Table> condition) {
        tables.removeIf(t -> t.isComplete && condition.test(t));
        epoch = m.db().tables().epoch();
    }

    /** The complete tables that this query knows. */
    List<Table> complete() {
        List<Table> all = tables.all();
        all.removeIf(t -> !t.isComplete);
        return all;
    }

    /**
     * Fills the tables that a goal needs by SLG alone, so that the conditions of answers are known.
     */
    void fillOneByOne(Term goal, Module where) {
        oneByOne(() -> m.once(Struct.of("forall", goal, Atom.TRUE), where));
    }

    /** Does some work that evaluates goals by SLG alone. */
    void oneByOne(Runnable work) {
        boolean before = usesSets;
        usesSets = false;
        try {
            work.run();
        } finally {
            usesSets = before;
        }
    }
}
