package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What is called in place of a predicate when a proof is wanted. It does what the predicate does,
 * by the same clauses in the same order, and binds one argument more to the node of the proof: the
 * clause for a fact, a term as {@link ProofScope} describes it for a rule, nothing for a built-in
 * predicate, of which only its values are to be told.
 */
final class Proving extends Procedure {
    static final Functor PROVE = Functor.of("$prove", 3);

    /** {@code '$called'(Branch, Goal, Node)}: the node of a predicate that calls a goal. */
    static final Functor CALLED = Functor.of("$called", 3);

    private static final Set<String> CALLERS =
            Set.of(
                    "call",
                    "once",
                    "ignore",
                    "catch",
                    "catch_with_backtrace",
                    "apply",
                    "@",
                    ":",
                    "setup_call_cleanup",
                    "setup_call_catcher_cleanup",
                    "call_cleanup",
                    "call_with_depth_limit");

    /** Predicates that collect the solutions of goals rather than hold because a goal does. */
    static final Set<String> COLLECTORS =
            Set.of(
                    "findall",
                    "forall",
                    "bagof",
                    "setof",
                    "aggregate_all",
                    "aggregate",
                    "findnsols",
                    "foreach");

    private final Predicate original;
    private @Nullable Opaque tabled;
    private @Nullable Boolean callsBack;

    Proving(Predicate original) {
        this.original = original;
        this.special = true;
    }

    /** The form of a clause that builds a proof. */
    static Clause.Prepared prepare(Clause c) {
        return c.body == Atom.TRUE ? new Fact(c) : ProofBuilder.rule(c);
    }

    /** Whether a call of a control construct is run as it is. */
    static boolean isOpaque(Goal.Call c) {
        Functor f = c.term() instanceof Compound s ? s.functor() : Functor.of((Atom) c.term(), 0);
        return c.module().inheritsProtected(f)
                && c.module().database().system().predicate(f).procedure instanceof Builtin.Control
                && !CALLERS.contains(f.name().name());
    }

    @Override
    @Nullable Code enter(Machine m, Predicate p) {
        Procedure procedure = original.procedure;
        if (!procedure.isDefined()) {
            Module caller = m.module;
            Procedure found = m.db().resolve(m, original);
            if (found == null) {
                return original.module.unknownProcedure(m, original);
            }
            m.module = caller;
            procedure = found;
        }
        int arity = original.functor.arity();
        if (procedure instanceof ClauseProcedure c) {
            if (c.tabling != null) {
                m.bind((Var) m.a[arity].deref(), tabled(c));
            } else if (isProved(c)) {
                m.qualifyArguments(c);
                return enterClauses(m, c);
            }
        } else if (procedure instanceof Builtin.Control
                && CALLERS.contains(original.functor.name().name())) {
            return caller(m, arity, procedure);
        }
        return m.callResolved(procedure, original);
    }

    private Opaque tabled(ClauseProcedure c) {
        Opaque t = tabled;
        if (t == null || t.value() != c) {
            t = new Opaque("tabled", c);
            tabled = t;
        }
        return t;
    }

    /** Clauses of the program are proved, and those of libraries that call goals of it. */
    private boolean isProved(ClauseProcedure c) {
        if (!c.home.isLibrary) {
            return true;
        } else if (COLLECTORS.contains(original.functor.name().name())) {
            return false;
        }
        Boolean known = callsBack;
        if (known == null) {
            known = LibraryCalls.reachGoals(c);
            callsBack = known;
        }
        return known;
    }

    // ---- Predicates that call goals ----

    private @Nullable Code caller(Machine m, int arity, Procedure procedure) {
        Term[] a = m.a;
        Term node = a[arity];
        m.env = null;
        m.running = original;
        switch (original.functor.name().name()) {
            case "call" -> {
                return called(m, withArguments(m, a[0], Arrays.asList(a).subList(1, arity)), node);
            }
            case "apply" -> {
                return called(m, withArguments(m, a[0], Lists.items(a[1])), node);
            }
            case "once" -> {
                return run(m, Struct.of(Names.ARROW, wrap(a[0], node, 1), Atom.TRUE));
            }
            case "ignore" -> {
                Term tried = Struct.of(Names.ARROW, wrap(a[0], node, 1), Atom.TRUE);
                return run(m, Struct.of(Names.OR, tried, Atom.TRUE));
            }
            case "catch", "catch_with_backtrace" -> {
                a[0] = wrap(a[0], node, 1);
                a[2] = wrap(a[2], node, 2);
            }
            case "call_with_depth_limit", "call_cleanup", "@" -> a[0] = wrap(a[0], node, 1);
            case "setup_call_cleanup", "setup_call_catcher_cleanup" -> a[1] = wrap(a[1], node, 1);
            default -> {
                return called(m, new Struct(original.functor, Arrays.copyOf(a, arity)), node);
            }
        }
        return procedure.enter(m, original);
    }

    private static @Nullable Code run(Machine m, Term goal) {
        return CallGoal.call(m, goal, 0);
    }

    private static Term wrap(Term goal, Term node, int branch) {
        return Struct.of(PROVE, goal, node, Int.of(branch));
    }

    private static @Nullable Code called(Machine m, Term goal, Term node) {
        return called(m, goal, node, Int.of(1));
    }

    private static @Nullable Code called(Machine m, Term goal, Term node, Term branch) {
        Var inner = m.newVar();
        m.bind((Var) node.deref(), Struct.of(CALLED, branch, goal, inner));
        return prove(m, goal, inner);
    }

    private static Term withArguments(Machine m, Term goal, List<Term> extra) {
        if (extra.isEmpty()) {
            return goal;
        }
        Term t = goal.deref();
        if (t instanceof Struct s && s.functor() == Functor.COLON) {
            return Struct.of(Functor.COLON, s.args[0], withArguments(m, s.args[1], extra));
        } else if (t instanceof Var) {
            throw Errors.instantiation();
        } else if (t instanceof Atom a) {
            return Struct.of(Functor.of(a, extra.size()), extra.toArray(new Term[0]));
        } else if (!(t instanceof Compound c)) {
            throw Errors.type("callable", t);
        } else {
            List<Term> args = new ArrayList<>(c.arity() + extra.size());
            for (int i = 0; i < c.arity(); i++) {
                args.add(c.arg(i));
            }
            args.addAll(extra);
            Functor f = Functor.of(c.name(), args.size());
            return f == Functor.CONS
                    ? new Cons(args.get(0), args.get(1))
                    : new Struct(f, args.toArray(new Term[0]));
        }
    }

    /** {@code '$prove'(Goal, Node, Branch)}; Branch 0 stands for the goal itself. */
    static @Nullable Code enterProve(Machine m) {
        Term goal = m.a[0];
        Term node = m.a[1];
        Term branch = m.a[2].deref();
        return branch instanceof Int i && i.value() == 0
                ? prove(m, goal, node)
                : called(m, goal, node, branch);
    }

    /** Calls a goal in module {@link Machine#module} and has {@code node} bound to its proof. */
    private static @Nullable Code prove(Machine m, Term goal, Term node) {
        Term t = goal.deref();
        while (t instanceof Struct s && s.functor() == Functor.COLON) {
            Term name = s.args[0].deref();
            if (!(name instanceof Atom a)) {
                throw name instanceof Var ? Errors.instantiation() : Errors.type("module", name);
            }
            m.module = m.db().module(a);
            t = s.args[1].deref();
        }
        if (t instanceof Var) {
            throw Errors.instantiation();
        } else if (t instanceof Atom a) {
            return proveCall(m, Functor.of(a, 0), null, node);
        } else if (!(t instanceof Compound c)) {
            throw Errors.type("callable", t);
        } else if (CallGoal.isControl(c.functor())) {
            return proveBody(m, t, node);
        } else {
            return proveCall(m, c.functor(), c, node);
        }
    }

    private static @Nullable Code proveCall(Machine m, Functor f, @Nullable Compound c, Term node) {
        int arity = f.arity();
        m.needArguments(arity + 1);
        for (int i = 0; c != null && i < arity; i++) {
            m.a[i] = c.arg(i);
        }
        m.a[arity] = node;
        if (--m.fuel < 0) {
            m.poll(arity + 1);
        }
        m.env = null;
        Predicate p = m.module.predicate(f).proving();
        return p.procedure.enter(m, p);
    }

    /** Runs a goal made of control constructs as the body of a clause without a name. */
    private static @Nullable Code proveBody(Machine m, Term body, Term node) {
        Goal.of(body, m.module); // refuses what cannot be called
        Clause.Prepared prepared = ProofBuilder.goal(body, m.module, node, m);
        m.needScratch(prepared.size);
        m.env = null;
        m.v = m.scratch;
        m.cutBarrier = m.choice;
        return prepared.body;
    }

    // ---- Clauses: as ClauseProcedure does it, with the other form of each clause ----

    @Nullable Code enterClauses(Machine m, ClauseProcedure procedure) {
        if (procedure.isDynamic && m.tabling != null) {
            m.tabling.noteRead(procedure, m.a);
        }
        m.env = null;
        m.v = m.scratch;
        ClauseProcedure.Selection s = m.selection;
        int arity = original.functor.arity();
        procedure.select(s, m.view, m.a, arity);
        int i = s.next(s.start);
        return i < 0 ? procedure.noClause(m, original) : first(m, s, i, arity);
    }

    private static @Nullable Code first(
            Machine m, ClauseProcedure.Selection s, int from, int arity) {
        int i = from;
        while (true) {
            Clause.Prepared c = s.array[i].proving();
            int j = s.next(i + 1);
            m.cutBarrier = m.choice;
            if (j < 0) {
                return last(m, c);
            }
            int mark = m.trailTop;
            long saved = m.barrier;
            m.barrier = m.serial;
            if (c.unifyHead(m)) {
                if (m.wakeup != null) {
                    m.choice = new Rest(m, mark, s, j, arity);
                    return m.wakeThen(c.body);
                }
                if (c.testGuards(m)) {
                    if (c.neckCut) {
                        m.barrier = saved;
                        if (m.trailTop > mark) {
                            m.tidyTrail(mark);
                        }
                    } else {
                        m.choice = new Rest(m, mark, s, j, arity);
                    }
                    return c.afterGuards;
                }
            }
            m.undoTo(mark);
            m.wakeup = null;
            m.barrier = saved;
            i = j;
        }
    }

    private static @Nullable Code last(Machine m, Clause.Prepared c) {
        if (!c.unifyHead(m)) {
            return m.fail();
        } else if (m.wakeup != null) {
            return m.wakeThen(c.body);
        }
        return c.testGuards(m) ? c.afterGuards : m.fail();
    }

    /** The remaining clauses of a call. */
    private static final class Rest extends Choice {
        private final Term[] args;
        private final ClauseProcedure.Selection selection;
        private int next;

        Rest(Machine m, int mark, ClauseProcedure.Selection selection, int next, int arity) {
            super(m, mark, m.barrier);
            this.selection = selection.copy();
            this.next = next;
            this.args = Arrays.copyOf(m.a, arity + 1);
        }

        @Override
        @Nullable Code retry(Machine m) {
            System.arraycopy(args, 0, m.a, 0, args.length);
            m.v = m.scratch;
            ClauseProcedure.Selection s = selection;
            int i = next;
            while (true) {
                Clause.Prepared c = s.array[i].proving();
                int j = s.next(i + 1);
                if (j < 0) {
                    m.pop();
                    m.cutBarrier = m.choice;
                    return last(m, c);
                }
                m.cutBarrier = previous;
                next = j;
                if (c.unifyHead(m)) {
                    if (m.wakeup != null) {
                        return m.wakeThen(c.body);
                    }
                    if (c.testGuards(m)) {
                        if (c.neckCut) {
                            m.cutTo(previous);
                        }
                        return c.afterGuards;
                    }
                }
                m.undoTo(trailTop);
                m.wakeup = null;
                i = j;
            }
        }
    }

    /** A fact: its node is the clause. */
    private static final class Fact extends Clause.Prepared {
        private final Clause clause;
        private final int arity;

        Fact(Clause clause) {
            super(
                    new Pattern[0],
                    clause.slots,
                    new Guard[0],
                    false,
                    Proceed.INSTANCE,
                    Proceed.INSTANCE);
            this.clause = clause;
            this.arity = clause.procedure.predicate.functor.arity();
        }

        @Override
        boolean unifyHead(Machine m) {
            Term node = m.a[arity].deref();
            if (!clause.prepared().unifyHead(m)) {
                return false;
            }
            m.bind((Var) node, clause.reference());
            return true;
        }
    }
}
