package dev.clew.plans.pddl.grounding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A way to sort atoms into groups of which perhaps at most one atom holds: atoms of the same key
 * belong together.
 *
 * @param parts which predicates take part, and which of their arguments are the key
 */
record Candidate(List<Part> parts) {
    /**
     * One predicate of a candidate.
     *
     * @param predicate the predicate
     * @param places where the parts of the key stand among its arguments
     * @param counted the argument that is not in the key, or -1
     */
    record Part(int predicate, List<Integer> places, int counted) {}

    /** The candidate with one more predicate. */
    Candidate with(Part part) {
        List<Part> all = new ArrayList<>(parts);
        all.add(part);
        all.sort(Comparator.comparingInt(Part::predicate));
        return new Candidate(all);
    }

    boolean has(int predicate) {
        for (Part p : parts) {
            if (p.predicate() == predicate) {
                return true;
            }
        }
        return false;
    }

    int keyLength() {
        return parts.get(0).places().size();
    }
}
