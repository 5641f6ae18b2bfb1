package dev.clew.rules.machine;

import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What a node of a proof in the making means. A clause that proves its head makes one node, and so
 * does each branch taken within it. A node is a term: this scope, then the values of those
 * variables that its goals do not share with the head or with an outer scope, then the nodes of
 * those goals that are proved. All else is known from the clause, so that a step of a proof costs
 * little more than one small term.
 */
final class ProofScope {
    /** How a goal of the scope holds. Terms are those of the clause, with its slots. */
    sealed interface Shape {
        /** A goal that is run as it is: nothing is known of it but its values. */
        record Leaf(Term goal) implements Shape {}

        /** {@code \+ test}: the test of a condition whose other branch was taken. */
        record Failed(Term test) implements Shape {}

        /** A goal whose proof is the node with this number. */
        record Called(Term goal, int node) implements Shape {}

        /** A conjunction within a control construct. */
        record All(Term goal, List<Shape> goals) implements Shape {}

        /** A control construct; the node with this number tells which branch was taken, and how. */
        record Branching(Term goal, int node) implements Shape {}
    }

    /** The clause, or null for the body of a goal that was called. */
    final @Nullable Clause clause;

    /** The scope that this one is a branch of, or null for a whole body. */
    final @Nullable ProofScope outer;

    /** Which branch it is, from 1; 0 for a whole body. */
    final int branch;

    final List<Shape> premises = new ArrayList<>(4);

    /**
     * The slots whose values the node keeps: variables of the clause, or the goals of a running
     * goal.
     */
    final List<Integer> slots = new ArrayList<>(4);

    /** Of a whole body, how many slots there are. */
    int values;

    private final List<Term> nodes = new ArrayList<>(4);
    private final Opaque reference = new Opaque("proof", this);
    private final int depth;

    ProofScope(@Nullable Clause clause, @Nullable ProofScope outer, int branch) {
        this.clause = clause;
        this.outer = outer;
        this.branch = branch;
        this.depth = outer == null ? 0 : outer.depth + 1;
    }

    /** Adds a node; returns its number. */
    int add(Term node) {
        nodes.add(node);
        return nodes.size() - 1;
    }

    /** The term that is a node of this scope. */
    Term node(List<Term> values) {
        if (values.isEmpty() && nodes.isEmpty()) {
            return reference;
        }
        List<Term> args = new ArrayList<>(1 + values.size() + nodes.size());
        args.add(reference);
        args.addAll(values);
        args.addAll(nodes);
        return new Struct(Functor.of("$proof", args.size()), args.toArray(new Term[0]));
    }

    /** The scope of a node, or null if the term is none. */
    static @Nullable ProofScope of(Term node) {
        Term first = node instanceof Struct s ? s.args[0] : node;
        return first instanceof Opaque o && o.value() instanceof ProofScope scope ? scope : null;
    }

    /** Of a node of this scope, that of a goal within. */
    Term inner(Term node, int number) {
        return ((Struct) node).args[1 + slots.size() + number];
    }

    /** The innermost scope that encloses both. */
    static ProofScope common(ProofScope x, ProofScope y) {
        ProofScope a = x;
        ProofScope b = y;
        while (a != b) {
            if (a.depth >= b.depth && a.outer != null) {
                a = a.outer;
            } else if (b.outer != null) {
                b = b.outer;
            }
        }
        return a;
    }
}
