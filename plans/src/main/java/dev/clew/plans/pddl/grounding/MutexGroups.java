package dev.clew.plans.pddl.grounding;

import dev.clew.plans.pddl.budget.Watch;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds groups of facts of which at most one holds at a time. As in Helmert 2009, section 5, a
 * candidate says which atoms belong together, and is mended by a further predicate when an action
 * adds an atom without taking one away. Unlike there, candidates are tried on the ground actions:
 * no case of equal objects is to be foreseen, and a group counts even if others of its candidate do
 * not.
 */
final class MutexGroups {
    private static final int MOST_CANDIDATES = 300;
    private static final int MOST_MENDED = 3;
    private static final long NANOS = 15_000_000_000L;

    private final GroundTask task;
    private final Relevance relevance;
    private final Watch watch;
    private final IntList[] factsOf;
    private final IntList[] addersOf;
    private final List<int[]> groups = new ArrayList<>();
    private final Deque<Candidate> open = new ArrayDeque<>();
    private final Set<Candidate> seen = new HashSet<>();

    /** Per fact the group of the candidate at hand that it belongs to, or -1. */
    private final int[] keyOf;

    MutexGroups(GroundTask task, Relevance relevance, Watch watch) {
        this.task = task;
        this.relevance = relevance;
        this.watch = watch;
        int predicates = task.world.predicates.size();
        factsOf = new IntList[predicates];
        addersOf = new IntList[predicates];
        for (int p = 0; p < predicates; p++) {
            factsOf[p] = new IntList();
            addersOf[p] = new IntList();
        }
        keyOf = new int[task.facts()];
        Arrays.fill(keyOf, -1);
    }

    /** The groups, each of at least two facts. */
    List<int[]> find() {
        for (int f = 0; f < task.facts(); f++) {
            if (relevance.isRelevant(f) && !task.isDerived.get(f)) {
                factsOf[predicate(f)].add(f);
            }
        }
        for (int i = 0; i < task.actions.size(); i++) {
            GroundAction a = task.actions.get(i);
            enter(a.add(), i);
            for (GroundEffect e : a.effects()) {
                enter(e.add(), i);
            }
        }
        for (int p = 0; p < factsOf.length; p++) {
            if (!factsOf[p].isEmpty()) {
                propose(p);
            }
        }
        long deadline = System.nanoTime() + Math.min(NANOS, watch.left() / 6);
        for (int n = 0; n < MOST_CANDIDATES && !open.isEmpty(); n++) {
            if (System.nanoTime() - deadline > 0) {
                break;
            }
            watch.checkNow();
            examine(open.remove());
        }
        return groups;
    }

    private int predicate(int fact) {
        return task.atoms.predicate(task.factAtoms.get(fact));
    }

    private int argument(int fact, int place) {
        return task.atoms.argument(task.factAtoms.get(fact), place);
    }

    private int arity(int fact) {
        return task.atoms.arity(task.factAtoms.get(fact));
    }

    private void enter(int[] add, int action) {
        for (int fact : add) {
            IntList list = addersOf[predicate(fact)];
            if (list.isEmpty() || list.get(list.size() - 1) != action) {
                list.add(action);
            }
        }
    }

    /** The candidates of one predicate: all arguments in the key, or all but one. */
    private void propose(int predicate) {
        int arity = arity(factsOf[predicate].get(0));
        for (int counted = -1; counted < arity; counted++) {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < arity; i++) {
                if (i != counted) {
                    places.add(i);
                }
            }
            propose(new Candidate(List.of(new Candidate.Part(predicate, places, counted))));
        }
    }

    private void propose(Candidate c) {
        if (seen.add(c)) {
            open.add(c);
        }
    }

    private void examine(Candidate c) {
        IntList members = new IntList();
        int keys = sort(c, members);
        int[] weight = new int[keys];
        int[] size = new int[keys];
        for (int i = 0; i < members.size(); i++) {
            int fact = members.get(i);
            size[keyOf[fact]]++;
            weight[keyOf[fact]] += task.isInitial.get(fact) ? 1 : 0;
        }
        boolean[] isBroken = new boolean[keys];
        for (int k = 0; k < keys; k++) {
            isBroken[k] = weight[k] > 1;
        }
        int mended = 0;
        for (Candidate.Part part : c.parts()) {
            IntList adders = addersOf[part.predicate()];
            for (int i = 0; i < adders.size(); i++) {
                GroundAction a = task.actions.get(adders.get(i));
                int unbalanced = breaks(a, isBroken);
                if (unbalanced >= 0 && mended < MOST_MENDED) {
                    mended += mend(c, a, unbalanced) ? 1 : 0;
                }
            }
        }
        collect(members, size, weight, isBroken);
        for (int i = 0; i < members.size(); i++) {
            keyOf[members.get(i)] = -1;
        }
    }

    /** Numbers the keys; returns how many there are. */
    private int sort(Candidate c, IntList members) {
        Map<List<Integer>, Integer> keys = new HashMap<>();
        for (Candidate.Part part : c.parts()) {
            IntList facts = factsOf[part.predicate()];
            for (int i = 0; i < facts.size(); i++) {
                int fact = facts.get(i);
                List<Integer> key = new ArrayList<>(part.places().size());
                for (int place : part.places()) {
                    key.add(argument(fact, place));
                }
                keyOf[fact] = keys.computeIfAbsent(key, k -> keys.size());
                members.add(fact);
            }
        }
        return keys.size();
    }

    /** Marks the groups that an action lets grow; returns a fact that could be balanced, or -1. */
    private int breaks(GroundAction a, boolean[] isBroken) {
        int unbalanced = breaks(a, null, a.add(), isBroken);
        for (GroundEffect e : a.effects()) {
            int found = breaks(a, e, e.add(), isBroken);
            unbalanced = unbalanced < 0 ? found : unbalanced;
        }
        return unbalanced;
    }

    private int breaks(GroundAction a, @Nullable GroundEffect e, int[] add, boolean[] isBroken) {
        int unbalanced = -1;
        for (int fact : add) {
            int key = keyOf[fact];
            if (key < 0 || isBroken[key] || isKept(a, e, fact)) {
                continue;
            }
            if (addsAnother(a, fact, key)) {
                isBroken[key] = true;
            } else if (!isBalanced(a, e, key)) {
                isBroken[key] = true;
                unbalanced = fact;
            }
        }
        return unbalanced;
    }

    /** Whether a fact that is added holds before. */
    private static boolean isKept(GroundAction a, @Nullable GroundEffect e, int fact) {
        return contains(a.condition(), fact) || e != null && contains(e.condition(), fact);
    }

    private static boolean contains(int[] sorted, int value) {
        return Arrays.binarySearch(sorted, value) >= 0;
    }

    private boolean addsAnother(GroundAction a, int fact, int key) {
        for (int other : a.add()) {
            if (other != fact && keyOf[other] == key) {
                return true;
            }
        }
        for (GroundEffect e : a.effects()) {
            for (int other : e.add()) {
                if (other != fact && keyOf[other] == key) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a fact of the group surely held before and surely does not afterwards. */
    private boolean isBalanced(GroundAction a, @Nullable GroundEffect e, int key) {
        for (int fact : a.delete()) {
            if (keyOf[fact] == key && isKept(a, e, fact)) {
                return true;
            }
        }
        if (e != null) {
            for (int fact : e.delete()) {
                if (keyOf[fact] == key && isKept(a, e, fact)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Proposes the candidate with a further predicate that balances what the action adds. */
    private boolean mend(Candidate c, GroundAction a, int added) {
        boolean isMended = false;
        for (int deleted : a.delete()) {
            if (contains(a.condition(), deleted)) {
                isMended |= mend(c, added, deleted);
            }
        }
        for (GroundEffect e : a.effects()) {
            if (contains(e.add(), added)) {
                for (int deleted : e.delete()) {
                    if (isKept(a, e, deleted)) {
                        isMended |= mend(c, added, deleted);
                    }
                }
            }
        }
        return isMended;
    }

    private boolean mend(Candidate c, int added, int deleted) {
        int predicate = predicate(deleted);
        int arity = arity(deleted);
        if (c.has(predicate) || arity > c.keyLength() + 1 || arity < c.keyLength()) {
            return false;
        }
        Candidate.Part part = null;
        for (Candidate.Part p : c.parts()) {
            part = p.predicate() == predicate(added) ? p : part;
        }
        if (part == null) {
            return false;
        }
        int before = open.size();
        places(c, part, added, deleted, new ArrayList<>());
        return open.size() > before;
    }

    /** Finds where the key of the added fact stands in the deleted one. */
    private void places(
            Candidate c, Candidate.Part part, int added, int deleted, List<Integer> places) {
        int k = places.size();
        if (k == part.places().size()) {
            int counted = -1;
            for (int i = 0; i < arity(deleted); i++) {
                counted = places.contains(i) ? counted : i;
            }
            propose(c.with(new Candidate.Part(predicate(deleted), List.copyOf(places), counted)));
            return;
        }
        for (int i = 0; i < arity(deleted); i++) {
            if (!places.contains(i)
                    && argument(deleted, i) == argument(added, part.places().get(k))) {
                places.add(i);
                places(c, part, added, deleted, places);
                places.remove(k);
            }
        }
    }

    private void collect(IntList members, int[] size, int[] weight, boolean[] isBroken) {
        int[][] found = new int[size.length][];
        int[] filled = new int[size.length];
        for (int i = 0; i < members.size(); i++) {
            int fact = members.get(i);
            int key = keyOf[fact];
            if (isBroken[key] || size[key] < 2 || weight[key] > 1) {
                continue;
            }
            if (found[key] == null) {
                found[key] = new int[size[key]];
            }
            found[key][filled[key]++] = fact;
        }
        for (int[] group : found) {
            if (group != null) {
                groups.add(group);
            }
        }
    }
}
