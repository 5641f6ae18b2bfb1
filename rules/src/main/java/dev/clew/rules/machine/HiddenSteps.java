package dev.clew.rules.machine;

import dev.clew.rules.machine.ProofScope.Shape;
import dev.clew.rules.proofs.Proof;
import dev.clew.rules.proofs.Step;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Slot;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import java.util.ArrayDeque;
import java.util.List;

/** Counts the steps of a part of a proof that is not shown, without making them. */
final class HiddenSteps {
    private static final Atom MORE = Atom.of("...");
    private static final Atom CUT = Atom.of("!");

    /** Nobody wants to know exactly how many more there are. */
    private static final long MOST = 100_000;

    private record Part(ProofScope scope, Term node, boolean isLibrary) {}

    private final ArrayDeque<Part> agenda = new ArrayDeque<>();
    private long count;

    private HiddenSteps() {}

    /** What stands for the premises of a node. */
    static Proof below(ProofScope scope, Term node) {
        HiddenSteps h = new HiddenSteps();
        h.agenda.push(new Part(scope, node, isLibrary(scope)));
        while (!h.agenda.isEmpty() && h.count <= MOST) {
            Part p = h.agenda.pop();
            h.shapes(p.scope.premises, p);
        }
        return new Proof(MORE, new Step.ByMore(Math.min(h.count, MOST), h.count <= MOST));
    }

    private static boolean isLibrary(ProofScope scope) {
        return scope.clause != null && scope.clause.procedure.home.isLibrary;
    }

    private void shapes(List<Shape> shapes, Part p) {
        for (Shape shape : shapes) {
            switch (shape) {
                case Shape.Leaf(Term goal) -> leaf(goal, p);
                case Shape.Failed(_) -> count += p.isLibrary ? 0 : 1;
                case Shape.Called(Term goal, int node) ->
                        called(goal, p.scope.inner(p.node, node).deref(), p);
                case Shape.All(_, List<Shape> goals) -> shapes(goals, p);
                case Shape.Branching(_, int node) -> {
                    Term chosen = p.scope.inner(p.node, node).deref();
                    ProofScope branch = ProofScope.of(chosen);
                    if (branch != null) {
                        agenda.push(new Part(branch, chosen, p.isLibrary));
                    }
                }
            }
        }
    }

    private void leaf(Term goal, Part p) {
        Term t = goal.deref();
        if (t instanceof Slot s && p.scope.clause == null) {
            t = ((Struct) p.node).args[1 + p.scope.slots.indexOf(s.index())].deref();
        }
        boolean isTrivial =
                t == Atom.TRUE
                        || t == CUT
                        || t instanceof Struct s && s.functor() == Functor.EQUALS;
        count += p.isLibrary || isTrivial ? 0 : 1;
    }

    private void called(Term goal, Term boundNode, Part p) {
        Term node = boundNode;
        while (node instanceof Struct s && s.functor() == Proving.CALLED) {
            node = s.args[2].deref();
        }
        ProofScope scope = ProofScope.of(node);
        if (scope != null) {
            boolean isInner = scope.clause == null || p.isLibrary && isLibrary(scope);
            count += isInner ? 0 : 1;
            boolean isLibrary = scope.clause == null ? p.isLibrary : isLibrary(scope);
            agenda.push(new Part(scope, node, isLibrary));
        } else if (node instanceof Opaque o && o.value() instanceof Clause fact) {
            count += p.isLibrary && fact.procedure.home.isLibrary ? 0 : 1;
        } else if (node instanceof Opaque) {
            count++;
        } else {
            leaf(goal, p);
        }
    }
}
