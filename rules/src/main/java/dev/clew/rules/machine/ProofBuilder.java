package dev.clew.rules.machine;

import dev.clew.rules.machine.ProofScope.Shape;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Slot;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns clauses into such that also build the proof of their heads. {@code p(X) :- q(X, Y), Y > 1,
 * r(Y)} becomes
 *
 * <pre>{@code p(X, Node) :- q(X, Y, Q), Y > 1, Node = proof(Scope, Y, Q, R), r(Y, R)}</pre>
 *
 * The node is made before the last call, which thereby stays a last call: proofs grow from the root
 * and need no stack, however deep they are. Cuts, conditions and negations are those of the clause,
 * since the control structure is kept.
 */
final class ProofBuilder {
    private static final Atom CUT = Atom.of("!");

    private final @Nullable Clause clause;
    private final Module system;
    private final @Nullable Machine machine;

    /** By slot: the scope whose node keeps its value, or null. */
    private final @Nullable ProofScope[] owners;

    private final boolean[] inHead;
    private final List<Term> running = new ArrayList<>();
    private final List<Open> opened = new ArrayList<>();
    private int slots;

    /** A node whose term is completed at the end. */
    private record Open(ProofScope scope, Struct equation) {}

    private ProofBuilder(@Nullable Clause clause, Database db, @Nullable Machine machine) {
        this.clause = clause;
        this.system = db.system();
        this.machine = machine;
        this.slots = clause == null ? 0 : clause.slots;
        this.owners = new ProofScope[slots];
        this.inHead = new boolean[slots];
    }

    /** The form of a rule that builds its proof in an argument behind the others. */
    static Clause.Prepared rule(Clause c) {
        ProofBuilder builder = new ProofBuilder(c, c.module.database(), null);
        Term node = builder.newNode();
        Compound head = c.head instanceof Compound h ? h : null;
        int arity = head == null ? 0 : head.arity();
        Term[] args = new Term[arity + 1];
        for (int i = 0; head != null && i < arity; i++) {
            args[i] = head.arg(i);
            builder.markHead(args[i]);
        }
        args[arity] = node;
        Goal body = builder.whole(c.body, c.module, node);
        Term extended = new Struct(Functor.of("$proved", arity + 1), args);
        return Compiler.prepare(c, extended, body, builder.slots);
    }

    /** A running goal made of control constructs, with its proof. */
    static Clause.Prepared goal(Term goal, Module module, Term node, Machine m) {
        return Compiler.prepareGoal(new ProofBuilder(null, m.db(), m).whole(goal, module, node));
    }

    private Goal whole(Term body, Module module, Term node) {
        ProofScope scope = new ProofScope(clause, null, 0);
        List<Goal> goals = new ArrayList<>();
        conjunction(body, module, scope, goals, scope.premises);
        place(scope, goals, node);
        for (int s = 0; s < owners.length; s++) {
            ProofScope owner = owners[s];
            if (owner != null) {
                owner.slots.add(s);
            }
        }
        scope.values = clause == null ? running.size() : clause.slots;
        for (Open o : opened) {
            o.equation().args[1] = o.scope().node(values(o.scope()));
        }
        return new Goal.Conjunction(goals);
    }

    private List<Term> values(ProofScope scope) {
        List<Term> values = new ArrayList<>(scope.slots.size());
        for (int s : scope.slots) {
            values.add(clause == null ? running.get(s) : new Slot(s));
        }
        return values;
    }

    /**
     * A goal as a shape keeps it: a part of the stored clause as it is, a part of a running goal as
     * a value of the node, so that it is copied with that.
     */
    private Term kept(Term goal, ProofScope scope) {
        if (clause != null) {
            return goal;
        }
        running.add(goal);
        scope.slots.add(running.size() - 1);
        return new Slot(running.size() - 1);
    }

    private Term newNode() {
        return machine != null ? machine.newVar() : new Slot(slots++);
    }

    /**
     * Makes the node as late as possible, when most of its values are known, but before a last
     * call.
     */
    private void place(ProofScope scope, List<Goal> goals, Term node) {
        Struct equation = new Struct(Functor.EQUALS, new Term[] {node, Atom.NIL});
        opened.add(new Open(scope, equation));
        int n = goals.size();
        boolean callsLast = n > 0 && endsInCall(goals.get(n - 1));
        goals.add(callsLast ? n - 1 : n, new Goal.Call(equation, system));
    }

    private static boolean endsInCall(Goal g) {
        return g instanceof Goal.Call c
                ? !Compiler.isInline(c)
                : g instanceof Goal.Disjunction || g instanceof Goal.Condition;
    }

    // ---- Goals ----

    private void conjunction(
            Term body, Module module, ProofScope scope, List<Goal> goals, List<Shape> shapes) {
        ArrayDeque<Term> agenda = new ArrayDeque<>();
        agenda.push(body);
        while (!agenda.isEmpty()) {
            Term t = agenda.pop().deref();
            if (t instanceof Struct c && c.functor() == Functor.COMMA) {
                agenda.push(c.args[1]);
                agenda.push(c.args[0]);
            } else {
                shapes.add(goal(t, module, scope, goals));
            }
        }
    }

    /** A goal that is one premise, be it a conjunction. */
    private Shape premise(Term t, Module module, ProofScope scope, List<Goal> goals) {
        Term goal = t.deref();
        if (goal instanceof Struct c && c.functor() == Functor.COMMA) {
            return all(goal, goal, module, scope, goals);
        }
        return goal(goal, module, scope, goals);
    }

    private Shape all(Term whole, Term body, Module module, ProofScope scope, List<Goal> goals) {
        List<Shape> shapes = new ArrayList<>();
        conjunction(body, module, scope, goals, shapes);
        return new Shape.All(kept(whole, scope), shapes);
    }

    private Shape goal(Term t, Module module, ProofScope scope, List<Goal> goals) {
        Module where = module;
        Term plain = t;
        while (plain instanceof Struct s
                && s.functor() == Functor.COLON
                && s.args[0].deref() instanceof Atom name
                && !isVariable(s.args[1].deref())) {
            where = where.database().module(name);
            plain = s.args[1].deref();
        }
        if (plain == CUT) {
            goals.add(new Goal.Cut());
            return new Shape.Leaf(kept(t, scope));
        } else if (plain == Atom.TRUE) {
            goals.add(new Goal.True());
            return new Shape.Leaf(kept(t, scope));
        } else if (!(plain instanceof Struct s)) {
            return call(t, where, scope, goals);
        } else if (s.functor() == Functor.COMMA) {
            return all(t, s, where, scope, goals);
        } else if (s.functor() == Names.OR || s.functor() == Names.BAR) {
            Term left = s.args[0].deref();
            return left instanceof Struct c && isArrow(c)
                    ? condition(t, c, s.args[1], where, scope, goals)
                    : disjunction(t, s, where, scope, goals);
        } else if (isArrow(s)) {
            return condition(t, s, null, where, scope, goals);
        }
        return call(t, where, scope, goals);
    }

    private static boolean isVariable(Term t) {
        return t instanceof Var || t instanceof Slot;
    }

    private static boolean isArrow(Struct s) {
        return s.functor() == Names.ARROW || s.functor() == Names.SOFT_ARROW;
    }

    private Shape call(Term t, Module module, ProofScope scope, List<Goal> goals) {
        Term shown = isVariable(t.deref()) ? Struct.of("call", t) : t;
        Goal read = Goal.of(stripped(t), module);
        if (!(read instanceof Goal.Call c)) {
            goals.add(read);
            return new Shape.Leaf(kept(t, scope));
        }
        note(t, scope);
        if (Compiler.isInline(c) || Proving.isOpaque(c)) {
            goals.add(c);
            return new Shape.Leaf(kept(t, scope));
        }
        Functor f = c.term() instanceof Compound s ? s.functor() : Functor.of((Atom) c.term(), 0);
        Term[] args = new Term[f.arity() + 1];
        for (int i = 0; i < f.arity(); i++) {
            args[i] = ((Compound) c.term()).arg(i);
        }
        Term node = newNode();
        args[f.arity()] = node;
        Predicate p = c.module().predicate(f).proving();
        goals.add(new Goal.Call(new Struct(p.functor, args), c.module(), p));
        return new Shape.Called(kept(shown, scope), scope.add(node));
    }

    /** The goal without the names of modules that {@link #goal} has followed. */
    private static Term stripped(Term t) {
        Term plain = t;
        while (plain instanceof Struct s
                && s.functor() == Functor.COLON
                && s.args[0].deref() instanceof Atom
                && !isVariable(s.args[1].deref())) {
            plain = s.args[1].deref();
        }
        return plain;
    }

    private Shape disjunction(Term t, Struct s, Module module, ProofScope scope, List<Goal> goals) {
        Term node = newNode();
        Term whole = isVariable(s.args[0].deref()) ? called(s) : t;
        Goal left = branch(s.args[0], module, new ProofScope(clause, scope, 1), node);
        Goal right = branch(s.args[1], module, new ProofScope(clause, scope, 2), node);
        goals.add(new Goal.Disjunction(left, right));
        return new Shape.Branching(kept(whole, scope), scope.add(node));
    }

    /** A disjunction of a variable: when it has a value, that may look like a condition. */
    private static Term called(Struct s) {
        return Struct.of(Names.OR, Struct.of("call", s.args[0]), s.args[1]);
    }

    private Goal branch(Term t, Module module, ProofScope scope, Term node) {
        List<Goal> goals = new ArrayList<>();
        scope.premises.add(premise(t, module, scope, goals));
        place(scope, goals, node);
        return new Goal.Conjunction(goals);
    }

    private Shape condition(
            Term whole,
            Struct arrow,
            @Nullable Term otherwise,
            Module module,
            ProofScope scope,
            List<Goal> goals) {
        Term node = newNode();
        ProofScope held = new ProofScope(clause, scope, 1);
        List<Goal> test = new ArrayList<>();
        held.premises.add(premise(arrow.args[0], module, held, test));
        Goal then = branch(arrow.args[1], module, held, node);
        Goal other = new Goal.Fail();
        if (otherwise != null) {
            ProofScope failed = new ProofScope(clause, scope, 2);
            failed.premises.add(new Shape.Failed(kept(arrow.args[0], failed)));
            other = branch(otherwise, module, failed, node);
        }
        boolean soft = arrow.functor() == Names.SOFT_ARROW;
        goals.add(new Goal.Condition(new Goal.Conjunction(test), then, other, soft));
        return new Shape.Branching(kept(whole, scope), scope.add(node));
    }

    // ---- Which node keeps the value of a variable ----

    private void markHead(Term t) {
        Compiler.forEachSlot(t, slot -> inHead[slot] = true);
    }

    private void note(Term t, ProofScope scope) {
        if (owners.length == 0) {
            return; // the variables of a running goal are known from the goal
        }
        Compiler.forEachSlot(
                t,
                slot -> {
                    if (!inHead[slot]) {
                        ProofScope owner = owners[slot];
                        owners[slot] = owner == null ? scope : ProofScope.common(owner, scope);
                    }
                });
    }
}
