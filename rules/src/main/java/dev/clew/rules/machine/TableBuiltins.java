package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Declaring tabled predicates, negating their goals, looking at tables and forgetting them. */
final class TableBuiltins {
    private static final Functor AS = Functor.of("as", 2);
    private static final Functor DOUBLE_SLASH = Functor.of("//", 2);
    private static final Functor TNOT = Functor.of("tnot", 1);
    static final Functor TABLED_CALL = Functor.of("tabled_call", 1);

    private TableBuiltins() {}

    static void register(Registry r) {
        r.det("table", 1, (m, a) -> declare(m, a[0], m.context(), true));
        r.det("untable", 1, (m, a) -> untable(m, a[0]));
        r.det("abolish_all_tables", 0, (m, a) -> abolish(m, t -> true));
        r.det("abolish_private_tables", 0, (m, a) -> abolishPrivate(m));
        r.det("abolish_shared_tables", 0, (m, a) -> abolish(m, TableBuiltins::isShared));
        r.det("abolish_module_tables", 1, (m, a) -> abolishModule(m, a[0]));
        r.det("abolish_table_subgoals", 1, (m, a) -> abolishSubgoals(m, a[0]));
        r.nondet("current_table", 2, TableBuiltins::currentTable);
        r.det("delays_residual_program", 2, TableBuiltins::residualProgram);
    }

    static void installControl(Database db) {
        Control.define(db, "tnot", 1, (m, p) -> negated(m, m.a[0], true));
        Control.define(db, "not_exists", 1, (m, p) -> negated(m, m.a[0], false));
        Control.define(db, "call_delays", 2, (m, p) -> DelaysFrame.enter(m));
    }

    // ---- table/1 ----

    private static boolean declare(Machine m, Term spec, Module where, boolean isShared) {
        ArrayDeque<Indicators.Qualified> agenda = new ArrayDeque<>();
        agenda.push(Indicators.Qualified.of(spec, where));
        while (!agenda.isEmpty()) {
            Indicators.Qualified q = agenda.pop();
            Term t = q.term();
            if (t instanceof Var) {
                throw Errors.instantiation();
            } else if (t instanceof Cons c) {
                agenda.push(Indicators.Qualified.of(c.tail, q.module()));
                agenda.push(Indicators.Qualified.of(c.head, q.module()));
            } else if (t instanceof Struct s && s.functor() == Functor.COMMA) {
                agenda.push(Indicators.Qualified.of(s.args[1], q.module()));
                agenda.push(Indicators.Qualified.of(s.args[0], q.module()));
            } else if (t instanceof Struct s && s.functor() == AS) {
                declare(m, s.args[0], q.module(), isShared && !mentions(s.args[1], "private"));
                if (mentions(s.args[1], "dynamic")) {
                    m.once(Struct.of("dynamic", s.args[0]), q.module());
                }
            } else if (t != Atom.NIL) {
                declareOne(m, t, q.module(), isShared);
            }
        }
        return true;
    }

    /**
     * Whether an option such as {@code (subsumptive, private)} stands among those of a declaration.
     */
    static boolean mentions(Term options, String option) {
        Term t = options.deref();
        while (t instanceof Struct s && s.functor() == Functor.COMMA) {
            if (mentions(s.args[0], option)) {
                return true;
            }
            t = s.args[1].deref();
        }
        if (t instanceof Var) {
            throw Errors.instantiation();
        } else if (!(t instanceof Atom a)) {
            if (t instanceof Compound c && c.arity() == 1) {
                return false; // max_answers(N), subgoal_abstract(N) and the like bound nothing here
            }
            throw Errors.domain("table_option", t);
        } else {
            return a.name().equals(option);
        }
    }

    private static void declareOne(Machine m, Term t, Module where, boolean isShared) {
        boolean isIndicator =
                t instanceof Struct s
                        && (s.functor() == Functor.SLASH || s.functor() == DOUBLE_SLASH);
        Functor f;
        TableModes modes = null;
        if (isIndicator) {
            f = Indicators.functor(t);
        } else if (t instanceof Compound c) {
            f = c.functor();
            Term[] args = new Term[c.arity()];
            for (int i = 0; i < args.length; i++) {
                args[i] = c.arg(i);
            }
            modes = TableModes.of(args, where);
        } else if (t instanceof Atom a) {
            f = Functor.of(a, 0);
        } else {
            throw Errors.type("table_declaration", t);
        }
        Predicate p = where.predicate(f);
        ClauseProcedure procedure =
                where == m.db().system()
                        ? m.db().clausesOfSystem(p)
                        : m.db().clausesForChange(p, "modify");
        procedure.tableModes = modes == null ? null : Copying.store(m, t).term();
        procedure.isTabled = true;
        procedure.tabling = new TableDeclaration(modes, isShared);
    }

    private static boolean untable(Machine m, Term spec) {
        for (Predicate p : Indicators.all(spec, m.context())) {
            ClauseProcedure c = p.clauses();
            if (c != null && c.tabling != null) {
                c.tabling = null;
                c.isTabled = false;
                abolish(m, t -> t.procedure == c);
            }
        }
        return true;
    }

    // ---- Negation ----

    private static @Nullable Code negated(Machine m, Term goal, boolean mustBeTabled) {
        Indicators.Qualified q = Indicators.Qualified.of(goal, m.module);
        Term t = q.term();
        if (t instanceof Var) {
            throw Errors.instantiation();
        } else if (!(t instanceof Atom) && !(t instanceof Compound)) {
            throw Errors.type("callable", t);
        }
        ClauseProcedure p = tabled(m, q.module(), t);
        if (p == null) {
            if (mustBeTabled) {
                Functor f = t instanceof Compound c ? c.functor() : Functor.of((Atom) t, 0);
                throw Errors.permission("tnot", "non_tabled_procedure", f.indicator());
            }
            m.module = q.module();
            return CallGoal.call(m, Struct.of(Names.NOT, t), 0);
        }
        Compound c = t instanceof Compound compound ? compound : null;
        int n = c == null ? 0 : c.arity();
        m.needArguments(n);
        for (int i = 0; c != null && i < n; i++) {
            m.a[i] = c.arg(i);
        }
        return m.tabling().callNegated(p);
    }

    /** The tabled procedure that a goal calls, or null. */
    static @Nullable ClauseProcedure tabled(Machine m, Module module, Term goal) {
        Functor f = goal instanceof Compound c ? c.functor() : Functor.of((Atom) goal, 0);
        Predicate p = module.predicate(f);
        if (!p.procedure.isDefined()) {
            m.db().resolve(m, p);
        }
        return p.procedure instanceof ClauseProcedure c && c.tabling != null ? c : null;
    }

    /**
     * Whether a goal that is being compiled calls a predicate that is known to be tabled: its
     * negation is then a tabled one.
     */
    static boolean isTabled(Module module, Term goal) {
        Functor f =
                goal instanceof Compound c
                        ? c.functor()
                        : goal instanceof Atom a ? Functor.of(a, 0) : null;
        Predicate p = f == null ? null : module.visible(f);
        return p != null && p.procedure instanceof ClauseProcedure c && c.tabling != null;
    }

    /** The negation of a goal, given with its module, that is tabled for this. */
    static Goal.Call negation(Term goal, Module module) {
        Module system = module.database().system();
        Term tabled = Struct.of(Functor.COLON, Atom.SYSTEM, Struct.of(TABLED_CALL, goal));
        return new Goal.Call(Struct.of(TNOT, tabled), module, system.predicate(TNOT));
    }

    // ---- Conditions of answers ----

    /** {@code call_delays(Goal, Condition)}: takes the conditions of an answer for itself. */
    private static final class DelaysFrame extends Frame {
        private final Term condition;
        private final @Nullable Delay outer;

        private DelaysFrame(
                @Nullable Frame cont,
                Code contCode,
                Choice cut,
                Term condition,
                @Nullable Delay outer) {
            super(cont, contCode, NO_VARS, cut);
            this.condition = condition;
            this.outer = outer;
        }

        static @Nullable Code enter(Machine m) {
            m.contFrame = new DelaysFrame(m.contFrame, m.contCode, m.choice, m.a[1], m.delays);
            m.contCode = Exit.INSTANCE;
            m.setDelays(null);
            return CallGoal.call(m, m.a[0], 0);
        }

        @Override
        Frame copy(@Nullable Frame cont, Choice cut) {
            return new DelaysFrame(cont, contCode, cut, condition, outer);
        }

        private static final class Exit extends Code {
            static final Exit INSTANCE = new Exit();

            @Override
            @Nullable Code exec(Machine m) {
                DelaysFrame f = (DelaysFrame) m.frame();
                Term condition = conjunction(m, m.delays);
                m.setDelays(f.outer);
                if (!m.unify(f.condition, condition)) {
                    return m.fail();
                }
                return m.wakeup == null ? m.proceed() : m.wakeThen(Proceed.INSTANCE);
            }
        }
    }

    /** The literals of a condition as a goal, in the order in which they were met. */
    static Term conjunction(Machine m, @Nullable Delay list) {
        Term all = Atom.TRUE;
        for (Delay d = list; d != null; d = d.next) {
            Term literal = literal(m, d);
            all = all == Atom.TRUE ? literal : Struct.of(Functor.COMMA, literal, all);
        }
        return all;
    }

    private static Term literal(Machine m, Delay d) {
        TableAnswer a = d.positive;
        return a != null ? goal(m, d.table, a) : Struct.of(TNOT, goal(m, d.table, null));
    }

    /** The goal of a table, as an answer has it or as it was called. */
    static Term goal(Machine m, Table t, @Nullable TableAnswer a) {
        Term[] row = new Term[t.variables];
        if (a != null) {
            Term[] fresh = new Term[a.slots];
            for (int i = 0; i < row.length; i++) {
                row[i] = Renaming.fresh(m, a.bindings[i], fresh);
            }
        }
        Term[] args = new Term[t.call.length];
        for (int i = 0; i < args.length; i++) {
            args[i] = Renaming.fresh(m, t.call[i], row);
        }
        Functor f = t.procedure.predicate.functor;
        Term goal = args.length == 0 ? f.name() : Struct.of(f, args);
        Module home = t.procedure.home;
        return home.name() == Atom.USER || home.name() == Atom.SYSTEM
                ? goal
                : Struct.of(Functor.COLON, home.name(), goal);
    }

    /**
     * {@code delays_residual_program(Condition, Clauses)}: the clauses that say on what the
     * undefined answers in a condition depend.
     */
    private static boolean residualProgram(Machine m, Term[] a) {
        List<Term> clauses = new ArrayList<>();
        Set<TableAnswer> met = Collections.newSetFromMap(new IdentityHashMap<>());
        ArrayDeque<Object[]> agenda = new ArrayDeque<>();
        Term t = a[0].deref();
        while (t instanceof Struct s && s.functor() == Functor.COMMA) {
            addTable(m, s.args[0], agenda, met);
            t = s.args[1].deref();
        }
        addTable(m, t, agenda, met);
        while (!agenda.isEmpty()) {
            Object[] next = agenda.poll();
            Table table = (Table) next[0];
            TableAnswer answer = (TableAnswer) next[1];
            List<Delay> conditions = answer.conditions;
            for (Delay d : conditions == null ? List.<Delay>of() : conditions) {
                clauses.add(Struct.of(Functor.RULE, goal(m, table, answer), conjunction(m, d)));
                for (Delay l = d; l != null; l = l.next) {
                    addAnswers(l.table, l.positive, agenda, met);
                }
            }
        }
        return m.unify(a[1], Lists.of(clauses, Atom.NIL));
    }

    private static void addTable(
            Machine m, Term literal, ArrayDeque<Object[]> agenda, Set<TableAnswer> met) {
        // Conditions name the module of a goal unless it is user or system.
        Module here = m.context() == m.db().system() ? m.db().user() : m.context();
        Indicators.Qualified q = Indicators.Qualified.of(literal, here);
        Term t = q.term();
        if (t instanceof Struct s && s.functor() == TNOT) {
            q = Indicators.Qualified.of(s.args[0], q.module());
            t = q.term();
        }
        if (t instanceof Atom || t instanceof Compound) {
            ClauseProcedure p = tabled(m, q.module(), t);
            if (p != null) {
                m.tabling().fillOneByOne(t, q.module());
            }
            for (Table table : p == null ? List.<Table>of() : m.tabling().complete()) {
                if (table.procedure == p && m.unifiable(plain(goal(m, table, null)), t)) {
                    for (TableAnswer a : table.answers) {
                        if (m.unifiable(plain(goal(m, table, a)), t)) {
                            addAnswers(table, a, agenda, met);
                        }
                    }
                }
            }
        }
    }

    private static void addAnswers(
            Table t,
            @Nullable TableAnswer only,
            ArrayDeque<Object[]> agenda,
            Set<TableAnswer> met) {
        for (TableAnswer x : only == null ? t.answers : List.of(only)) {
            if (x.conditions != null && met.add(x)) {
                agenda.add(new Object[] {t, x});
            }
        }
    }

    // ---- Tables ----

    private static boolean abolish(Machine m, java.util.function.Predicate<Table> condition) {
        SetEvaluation.abolish(m.db());
        m.db().tables().abolish(condition);
        m.tabling().abolish(condition);
        return true;
    }

    private static boolean abolishPrivate(Machine m) {
        m.tabling().abolish(t -> !isShared(t));
        return true;
    }

    private static boolean isShared(Table t) {
        TableDeclaration d = t.procedure.tabling;
        return d != null && d.isShared();
    }

    private static boolean abolishModule(Machine m, Term name) {
        Term t = name.deref();
        if (!(t instanceof Atom a)) {
            throw t instanceof Var ? Errors.instantiation() : Errors.type("atom", t);
        }
        Module home = m.db().module(a);
        return abolish(m, table -> table.procedure.home == home);
    }

    private static boolean abolishSubgoals(Machine m, Term goal) {
        Indicators.Qualified q = Indicators.Qualified.of(goal, m.context());
        if (q.term() instanceof Var) {
            throw Errors.instantiation();
        } else if (!(q.term() instanceof Atom) && !(q.term() instanceof Compound)) {
            throw Errors.type("callable", q.term());
        }
        ClauseProcedure p = tabled(m, q.module(), q.term());
        return p == null
                || abolish(
                        m, t -> t.procedure == p && m.unifiable(plain(goal(m, t, null)), q.term()));
    }

    private static Term plain(Term goal) {
        return goal instanceof Struct s && s.functor() == Functor.COLON ? s.args[1] : goal;
    }

    private static @Nullable Redo currentTable(Machine m, Term[] a) {
        Indicators.Qualified q = Indicators.Qualified.of(a[0], m.context());
        List<Term> found = new ArrayList<>();
        Set<Table> all = Collections.newSetFromMap(new IdentityHashMap<>());
        all.addAll(m.tabling().complete());
        for (Table t : m.db().tables().all()) {
            all.add(t);
        }
        for (Table t : all) {
            if (t.procedure.home == q.module()) {
                found.add(
                        Struct.of(
                                Functor.PAIR,
                                plain(goal(m, t, null)),
                                new dev.clew.rules.terms.Opaque("trie", t)));
            }
        }
        return Redo.unifying(Struct.of(Functor.PAIR, q.term(), a[1]), found.iterator());
    }
}
