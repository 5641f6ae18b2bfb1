package dev.clew.rules.machine;

import dev.clew.rules.machine.ProofScope.Shape;
import dev.clew.rules.proofs.Proof;
import dev.clew.rules.proofs.Step;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Order;
import dev.clew.rules.terms.Slot;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes proofs of the nodes that {@link Proving} has bound. The goals are not in the nodes: each is
 * the instance of a goal of the clause above it. Works from the root with an agenda, since proofs
 * may be a million steps deep.
 */
final class ProofReader {
    private static final Functor TNOT = Functor.of("tnot", 1);
    private static final Functor NOT = Functor.of("not", 1);
    private static final Functor NOT_EXISTS = Functor.of("not_exists", 1);
    private static final Atom PHRASE = Atom.of("phrase");
    private static final Functor IGNORE = Functor.of("ignore", 1);

    /** Proofs of tabled answers, known by their place among the lemmas. */
    interface Lemmas {
        /** The lemma that shows an instance of a tabled goal. */
        int of(ClauseProcedure tabled, Term goal);
    }

    private final Machine m;
    private final Lemmas lemmas;
    private final VariableHints hints;
    private final boolean isConditional;
    private final int maxDepth;
    private final ArrayDeque<Task> agenda = new ArrayDeque<>();
    private final Map<ClauseProcedure, Map<Clause, Integer>> numbers = new IdentityHashMap<>();

    /**
     * @param isConditional whether the proof may rest on goals that are neither true nor false
     * @param maxDepth how many levels to read; what lies deeper is counted only
     */
    ProofReader(
            Machine m, Lemmas lemmas, VariableHints hints, boolean isConditional, int maxDepth) {
        this.maxDepth = maxDepth;
        this.m = m;
        this.lemmas = lemmas;
        this.hints = hints;
        this.isConditional = isConditional;
    }

    /** The proof of a goal with this node. */
    Proof read(Term goal, Term node) {
        Builder root = new Builder(goal, new Step.ByConjunction(), false, 0);
        visit(goal, node, root);
        while (!agenda.isEmpty()) {
            agenda.pop().run();
        }
        return root.premises.get(0);
    }

    // ---- The agenda ----

    private interface Task {
        void run();
    }

    /** A proof whose premises are being made. */
    private static final class Builder {
        final Term goal;
        final Step step;

        /** Whether it is a step of a library, which is not shown: only what the program adds. */
        final boolean isLibrary;

        /** On which level its premises are shown. */
        final int level;

        final List<Proof> premises = new ArrayList<>(4);

        Builder(Term goal, Step step, boolean isLibrary, int level) {
            this.level = level;
            this.goal = goal;
            this.step = step;
            this.isLibrary = isLibrary;
        }

        void add(Proof p) {
            if (!isLibrary || isOfProgram(p.step())) {
                premises.add(p);
            } else {
                premises.addAll(p.premises());
            }
        }

        private static boolean isOfProgram(Step s) {
            return s instanceof Step.ByClause
                    || s instanceof Step.ByAssumption
                    || s instanceof Step.BySource
                    || s instanceof Step.ByLemma
                    || s instanceof Step.ByMore;
        }
    }

    private Builder open(Term goal, Step step, Builder parent, boolean isLibrary) {
        int level = parent.level + (step instanceof Step.ByClause ? 1 : 0);
        Builder b = new Builder(goal, step, isLibrary, level);
        agenda.push(() -> parent.add(finished(b)));
        return b;
    }

    /** A control construct, which belongs to a library if what it stands in does. */
    private Builder within(Term goal, Step step, Builder parent) {
        return open(goal, step, parent, parent.isLibrary);
    }

    private Proof finished(Builder b) {
        if (b.isLibrary && b.premises.isEmpty()) {
            return new Proof(b.goal, leaf(b.goal));
        } else if (b.isLibrary && b.premises.size() == 1 && holdsAs(b.goal, b.premises.get(0))) {
            return new Proof(b.goal, new Step.ByBranch(1), b.premises);
        }
        return new Proof(b.goal, b.step, b.premises);
    }

    /** Whether a library predicate holds because the one goal that it calls does. */
    private static boolean holdsAs(Term goal, Proof premise) {
        if (!(unqualified(goal) instanceof Struct s)) {
            return false;
        }
        Term called = unqualified(premise.goal());
        if (s.name() == PHRASE) {
            Functor body = functor(unqualified(s.args[0]));
            Functor f = functor(called);
            return body != null
                    && f != null
                    && body.name() == f.name()
                    && body.arity() + 2 == f.arity();
        }
        for (Term argument : s.args) {
            if (Order.identical(unqualified(argument), called)) {
                return true;
            }
        }
        return false;
    }

    // ---- Goals and their nodes ----

    private void visit(Term goal, Term boundNode, Builder parent) {
        Term node = boundNode.deref();
        ProofScope scope = ProofScope.of(node);
        if (scope != null) {
            whole(goal, node, scope, parent);
        } else if (node instanceof Opaque o && o.value() instanceof Clause fact) {
            parent.add(
                    fact.procedure.home.isLibrary
                            ? new Proof(goal, leaf(goal))
                            : new Proof(goal, byClause(fact)));
        } else if (node instanceof Opaque o && o.value() instanceof ClauseProcedure p) {
            parent.add(new Proof(goal, new Step.ByLemma(lemmas.of(p, unqualified(goal)))));
        } else if (node instanceof Struct s && s.functor() == Proving.CALLED) {
            int branch = (int) ((Int) s.args[0].deref()).value();
            Builder b = within(goal, new Step.ByBranch(branch), parent);
            agenda.push(() -> visit(s.args[1].deref(), s.args[2], b));
        } else if (functor(unqualified(goal)) == IGNORE) {
            Term failed = ((Struct) unqualified(goal)).args[0];
            Proof none = new Proof(Struct.of(Names.NOT, failed), new Step.ByFailure());
            parent.add(new Proof(goal, new Step.ByBranch(2), List.of(none)));
        } else {
            parent.add(new Proof(goal, leaf(goal)));
        }
    }

    /** The node of a clause body, or of a goal made of control constructs. */
    private void whole(Term goal, Term node, ProofScope scope, Builder parent) {
        Clause c = scope.clause;
        Term[] values = new Term[scope.values];
        Env env = new Env(c, scope, node, values);
        takeAll(env);
        if (c != null) {
            match(c.head, unqualified(goal), values);
            boolean isLibrary = c.procedure.home.isLibrary;
            Step step = isLibrary ? new Step.ByBuiltIn() : byClause(c);
            Builder b = open(goal, step, parent, isLibrary);
            if (b.level < maxDepth) {
                premises(env, b);
            } else if (!scope.premises.isEmpty()) {
                b.premises.add(HiddenSteps.below(scope, node));
            }
        } else if (scope.premises.size() == 1) {
            visit(scope.premises.get(0), env, parent);
        } else {
            premises(env, within(goal, new Step.ByConjunction(), parent));
        }
    }

    private void premises(Env env, Builder parent) {
        pushAll(env.scope.premises, env, parent);
    }

    private void pushAll(List<Shape> shapes, Env env, Builder parent) {
        for (int i = shapes.size() - 1; i >= 0; i--) {
            Shape shape = shapes.get(i);
            agenda.push(() -> visit(shape, env, parent));
        }
    }

    private void visit(Shape shape, Env env, Builder parent) {
        switch (shape) {
            case Shape.Leaf(Term goal) -> {
                Term t = instance(goal, env);
                parent.add(new Proof(t, leaf(t)));
            }
            case Shape.Failed(Term test) -> {
                Term t = Struct.of(Names.NOT, instance(test, env));
                parent.add(new Proof(t, new Step.ByFailure()));
            }
            case Shape.Called(Term goal, int node) ->
                    visit(instance(goal, env), env.scope.inner(env.node, node), parent);
            case Shape.All(Term goal, List<Shape> goals) -> {
                Step step = new Step.ByConjunction();
                pushAll(goals, env, within(instance(goal, env), step, parent));
            }
            case Shape.Branching(Term goal, int node) -> {
                Term chosen = env.scope.inner(env.node, node).deref();
                ProofScope branch = Objects.requireNonNull(ProofScope.of(chosen));
                Env inner = new Env(env.clause, branch, chosen, env.values);
                Step step = new Step.ByBranch(branch.branch);
                premises(inner, within(instance(goal, env), step, parent));
            }
        }
    }

    // ---- Values of variables ----

    /** A node with the values of the clause's variables as far as they are known. */
    private record Env(@Nullable Clause clause, ProofScope scope, Term node, Term[] values) {
        void take() {
            for (int i = 0; i < scope.slots.size(); i++) {
                values[scope.slots.get(i)] = ((Struct) node).args[1 + i].deref();
            }
        }
    }

    /** Takes the values of a node and of the branches within it, so that all goals agree. */
    private static void takeAll(Env root) {
        ArrayDeque<Env> nodes = new ArrayDeque<>();
        nodes.push(root);
        while (!nodes.isEmpty()) {
            Env env = nodes.pop();
            env.take();
            ArrayDeque<Shape> shapes = new ArrayDeque<>(env.scope.premises);
            while (!shapes.isEmpty()) {
                Shape shape = shapes.pop();
                if (shape instanceof Shape.All(_, List<Shape> goals)) {
                    shapes.addAll(goals);
                } else if (shape instanceof Shape.Branching(_, int number)) {
                    Term chosen = env.scope.inner(env.node, number).deref();
                    ProofScope branch = Objects.requireNonNull(ProofScope.of(chosen));
                    nodes.push(new Env(env.clause, branch, chosen, env.values));
                }
            }
        }
    }

    private Term instance(Term goal, Env env) {
        Term t = Renaming.fresh(m, goal, env.values).deref();
        if (env.clause != null) {
            hints.note(env.clause, env.values);
        }
        return t;
    }

    /** Takes the values of the head's variables from the goal, which is an instance of it. */
    private static void match(Term head, Term goal, @Nullable Term[] values) {
        if (!(head instanceof Compound h) || !(goal instanceof Compound g)) {
            return;
        }
        ArrayDeque<Term> pairs = new ArrayDeque<>();
        pushArguments(h, g, pairs);
        while (!pairs.isEmpty()) {
            Term formal = pairs.pop();
            Term actual = pairs.pop().deref();
            if (formal instanceof Slot s && values[s.index()] == null) {
                values[s.index()] = actual;
            } else if (formal instanceof Compound f
                    && actual instanceof Compound a
                    && f.functor() == a.functor()) {
                pushArguments(f, a, pairs);
            }
        }
    }

    private static void pushArguments(Compound formal, Compound actual, ArrayDeque<Term> pairs) {
        for (int i = formal.arity() - 1; i >= 0; i--) {
            pairs.push(actual.arg(i));
            pairs.push(formal.arg(i));
        }
    }

    // ---- Steps ----

    private Step byClause(Clause c) {
        if (c.line == Clause.ASSUMED && c.body == Atom.TRUE) {
            return new Step.ByAssumption();
        }
        return new Step.ByClause(c.file, c.line, number(c));
    }

    private int number(Clause c) {
        Map<Clause, Integer> known = numbers.computeIfAbsent(c.procedure, this::numberAll);
        return known.getOrDefault(c, 0);
    }

    private Map<Clause, Integer> numberAll(ClauseProcedure p) {
        return p.numbers(m);
    }

    /** How a goal holds that was run as it is. */
    private Step leaf(Term goal) {
        Functor f = functor(unqualified(goal));
        if (f == Names.NOT || f == NOT || f == TNOT || f == NOT_EXISTS) {
            return isConditional && isUndefined(goal)
                    ? new Step.ByUndefined()
                    : new Step.ByFailure();
        }
        Predicate p = f == null ? null : m.db().user().visible(f);
        if (p != null && p.procedure instanceof SourceProcedure s) {
            return new Step.BySource(s.relation.description());
        }
        return f != null && Proving.COLLECTORS.contains(f.name().name())
                ? new Step.BySolutions()
                : new Step.ByBuiltIn();
    }

    private boolean isUndefined(Term negation) {
        Term condition = m.newVar();
        Term asked = Struct.of("call_delays", negation, condition);
        Term open = Struct.of("\\==", condition, Atom.TRUE);
        return m.once(Struct.of(Functor.COMMA, asked, open), m.db().user());
    }

    private static @Nullable Functor functor(Term t) {
        return t instanceof Compound c
                ? c.functor()
                : t instanceof Atom a ? Functor.of(a, 0) : null;
    }

    private static Term unqualified(Term goal) {
        Term t = goal.deref();
        while (t instanceof Struct s && s.functor() == Functor.COLON) {
            t = s.args[1].deref();
        }
        return t;
    }
}
