package dev.clew.plans.pddl.grounding;

import java.util.ArrayList;
import java.util.List;

/** A task without variables, over numbered facts. */
final class GroundTask {
    final World world;
    final AtomTable atoms;

    /** Per fact its atom, or -1 for one that stands for a disjunction. */
    final IntList factAtoms = new IntList();

    final List<Boolean> isDerived = new ArrayList<>();
    final List<Boolean> isInitial = new ArrayList<>();
    List<GroundAction> actions = new ArrayList<>();
    List<GroundAxiom> axioms = new ArrayList<>();
    int[] goal = {};

    /** Whether the goal was found to be out of reach. */
    boolean isImpossible;

    /** By what costs were multiplied to make them whole. */
    int costScale = 1;

    GroundTask(World world, AtomTable atoms) {
        this.world = world;
        this.atoms = atoms;
    }

    int facts() {
        return factAtoms.size();
    }

    int addFact(int atom, boolean derived, boolean initial) {
        factAtoms.add(atom);
        isDerived.add(derived);
        isInitial.add(initial);
        return facts() - 1;
    }

    String factName(int fact) {
        int atom = factAtoms.get(fact);
        if (atom < 0) {
            return "(condition-" + fact + ")";
        }
        StringBuilder text = new StringBuilder("(");
        text.append(world.predicates.get(atoms.predicate(atom)));
        for (int i = 0; i < atoms.arity(atom); i++) {
            text.append(' ').append(world.objects.get(atoms.argument(atom, i)));
        }
        return text.append(')').toString();
    }
}
