package dev.clew.plans.pddl.grounding;

import dev.clew.plans.pddl.budget.Watch;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Leaves out what does not bear on the goal, and all but the cheapest of actions that do the same.
 */
final class Relevance {
    private final GroundTask task;
    private final Watch watch;

    /** By literal: at {@code 2 * fact} that it holds, behind it that it does not. */
    private final boolean[] isRelevant;

    private final IntList open = new IntList();

    Relevance(GroundTask task, Watch watch) {
        this.task = task;
        this.watch = watch;
        this.isRelevant = new boolean[task.facts() * 2];
    }

    private static int index(int literal) {
        return literal >= 0 ? literal * 2 : ~literal * 2 + 1;
    }

    private void need(int[] literals) {
        for (int literal : literals) {
            if (!isRelevant[index(literal)]) {
                isRelevant[index(literal)] = true;
                open.add(literal);
            }
        }
    }

    void run() {
        IntList[] actions = actionsByResult();
        IntList[] axioms = new IntList[task.facts()];
        for (int i = 0; i < task.axioms.size(); i++) {
            int head = task.axioms.get(i).head();
            if (axioms[head] == null) {
                axioms[head] = new IntList();
            }
            axioms[head].add(i);
        }
        need(task.goal);
        while (!open.isEmpty()) {
            watch.check();
            int literal = open.removeLast();
            for (int i : items(actions[index(literal)])) {
                explain(task.actions.get(i), literal);
            }
            for (int i : items(actions[index(~literal)])) {
                spare(task.actions.get(i), literal);
            }
            for (int i : items(axioms[literal >= 0 ? literal : ~literal])) {
                for (int part : task.axioms.get(i).body()) {
                    // A rule for a fact that must not hold matters by what keeps it from firing.
                    need(new int[] {literal >= 0 ? part : ~part});
                }
            }
        }
        keep();
    }

    private static int[] items(@Nullable IntList list) {
        return list == null ? new int[0] : list.toArray();
    }

    private IntList[] actionsByResult() {
        IntList[] by = new IntList[task.facts() * 2];
        for (int i = 0; i < task.actions.size(); i++) {
            GroundAction a = task.actions.get(i);
            enter(by, a.add(), a.delete(), i);
            for (GroundEffect e : a.effects()) {
                enter(by, e.add(), e.delete(), i);
            }
        }
        return by;
    }

    private static void enter(IntList[] by, int[] add, int[] delete, int action) {
        for (int fact : add) {
            enter(by, fact * 2, action);
        }
        for (int fact : delete) {
            enter(by, fact * 2 + 1, action);
        }
    }

    private static void enter(IntList[] by, int index, int action) {
        if (by[index] == null) {
            by[index] = new IntList(4);
        }
        IntList list = by[index];
        if (list.isEmpty() || list.get(list.size() - 1) != action) {
            list.add(action);
        }
    }

    /** Needs what an action that brings about a literal needs for that. */
    private void explain(GroundAction a, int literal) {
        need(a.condition());
        for (GroundEffect e : a.effects()) {
            int fact = literal >= 0 ? literal : ~literal;
            if (Arrays.binarySearch(literal >= 0 ? e.add() : e.delete(), fact) >= 0) {
                need(e.condition());
            }
        }
    }

    /** Needs what keeps a conditional effect from undoing a literal. */
    private void spare(GroundAction a, int literal) {
        for (GroundEffect e : a.effects()) {
            int fact = literal >= 0 ? literal : ~literal;
            if (Arrays.binarySearch(literal >= 0 ? e.delete() : e.add(), fact) >= 0) {
                for (int part : e.condition()) {
                    need(new int[] {~part});
                }
            }
        }
    }

    private void keep() {
        List<GroundAction> kept = new ArrayList<>();
        for (GroundAction a : task.actions) {
            watch.check();
            GroundAction reduced = reduced(a);
            if (reduced != null) {
                kept.add(reduced);
            }
        }
        task.actions = distinct(kept);
        List<GroundAxiom> axioms = new ArrayList<>();
        for (GroundAxiom a : task.axioms) {
            if (isRelevant[a.head() * 2] || isRelevant[a.head() * 2 + 1]) {
                axioms.add(a);
            }
        }
        task.axioms = axioms;
    }

    /** Whether a fact bears on the goal, by holding or by not holding. */
    boolean isRelevant(int fact) {
        return isRelevant[fact * 2] || isRelevant[fact * 2 + 1];
    }

    /** The action without effects on facts that do not matter; null if it does nothing useful. */
    private @Nullable GroundAction reduced(GroundAction a) {
        boolean[] isUseful = new boolean[1];
        int[] add = relevant(a.add(), 0, isUseful);
        int[] delete = relevant(a.delete(), 1, isUseful);
        List<GroundEffect> effects = new ArrayList<>(a.effects().size());
        for (GroundEffect e : a.effects()) {
            int[] added = relevant(e.add(), 0, isUseful);
            int[] deleted = relevant(e.delete(), 1, isUseful);
            if (added.length + deleted.length > 0) {
                boolean isSame = added == e.add() && deleted == e.delete();
                effects.add(isSame ? e : new GroundEffect(e.condition(), added, deleted));
            }
        }
        return isUseful[0]
                ? new GroundAction(
                        a.rule(), a.objects(), a.condition(), add, delete, effects, a.cost())
                : null;
    }

    private int[] relevant(int[] facts, int side, boolean[] isUseful) {
        IntList kept = new IntList(facts.length);
        for (int fact : facts) {
            if (isRelevant(fact)) {
                kept.add(fact);
                isUseful[0] |= isRelevant[fact * 2 + side];
            }
        }
        return kept.size() == facts.length ? facts : kept.toArray();
    }

    /** Conditional effects change what their conditions test, so they are compared as written. */
    private List<GroundAction> distinct(List<GroundAction> actions) {
        Map<Key, Integer> seen = new HashMap<>(actions.size() * 2);
        List<GroundAction> kept = new ArrayList<>(actions.size());
        for (GroundAction a : actions) {
            if (!a.effects().isEmpty()) {
                kept.add(a);
                continue;
            }
            Key key = new Key(a);
            Integer at = seen.putIfAbsent(key, kept.size());
            if (at == null) {
                kept.add(a);
            } else if (a.cost() < kept.get(at).cost()) {
                kept.set(at, a);
            }
        }
        return kept;
    }

    /** What an action needs and does. */
    private record Key(GroundAction action) {
        @Override
        public boolean equals(Object o) {
            return o instanceof Key k
                    && Arrays.equals(action.condition(), k.action.condition())
                    && Arrays.equals(action.add(), k.action.add())
                    && Arrays.equals(action.delete(), k.action.delete());
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(action.condition()) * 31 * 31
                    + Arrays.hashCode(action.add()) * 31
                    + Arrays.hashCode(action.delete());
        }
    }
}
