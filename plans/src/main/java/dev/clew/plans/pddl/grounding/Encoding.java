package dev.clew.plans.pddl.grounding;

import dev.clew.plans.pddl.PddlError;
import dev.clew.plans.pddl.budget.Watch;
import dev.clew.plans.pddl.states.Rows;
import dev.clew.plans.pddl.states.Task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Chooses variables for the facts of a task: a group of facts that exclude each other becomes one
 * variable, with a further value for none of them. A fact that somewhere must not hold has a
 * variable of its own as well, unless it stands alone anyway.
 */
final class Encoding {
    private static final int NONE = -1;

    private final GroundTask task;
    private final Relevance relevance;
    private final Watch watch;

    /**
     * The facts of each variable in the order of its values; NONE for the value of none of them.
     */
    private final List<int[]> variables = new ArrayList<>();

    /** Per fact: its value in a group, its own true and its own false value, as encoded facts. */
    private final int[] inGroup;

    private final int[] own;
    private final int[] ownFalse;
    private int encoded;
    private int primary;

    /** Per encoded fact its variable. */
    private final IntList variableOf = new IntList();

    Encoding(GroundTask task, Relevance relevance, Watch watch) {
        this.task = task;
        this.relevance = relevance;
        this.watch = watch;
        inGroup = new int[task.facts()];
        own = new int[task.facts()];
        ownFalse = new int[task.facts()];
        Arrays.fill(inGroup, NONE);
        Arrays.fill(own, NONE);
        Arrays.fill(ownFalse, NONE);
    }

    Task encode(List<int[]> groups) {
        boolean[] isNegated = negated();
        for (int[] group : cover(groups)) {
            addGroup(group);
        }
        for (int f = 0; f < task.facts(); f++) {
            boolean isAlone = inGroup[f] == NONE;
            if (relevance.isRelevant(f) && !task.isDerived.get(f) && (isAlone || isNegated[f])) {
                addOwn(f);
            }
        }
        primary = variables.size();
        for (int f = 0; f < task.facts(); f++) {
            if (relevance.isRelevant(f) && task.isDerived.get(f)) {
                addOwn(f);
            }
        }
        Task.Axioms axioms = axioms();
        return new Task(
                primary,
                sizes(),
                initial(),
                literals(task.goal),
                new ActionEncoding().encode(),
                axioms,
                task.costScale,
                task.actions.stream().anyMatch(a -> a.cost() != task.costScale),
                actionNames(task),
                factNames());
    }

    /** Which facts somewhere must not hold. */
    private boolean[] negated() {
        boolean[] is = new boolean[task.facts()];
        mark(task.goal, is);
        for (GroundAction a : task.actions) {
            mark(a.condition(), is);
            for (GroundEffect e : a.effects()) {
                mark(e.condition(), is);
            }
        }
        for (GroundAxiom a : task.axioms) {
            mark(a.body(), is);
        }
        return is;
    }

    private static void mark(int[] literals, boolean[] is) {
        for (int l : literals) {
            if (l < 0) {
                is[~l] = true;
            }
        }
    }

    /** Disjoint groups: always the one next that has the most facts not yet in another. */
    private List<int[]> cover(List<int[]> groups) {
        boolean[] isCovered = new boolean[task.facts()];
        List<int[]> chosen = new ArrayList<>();
        int most = 0;
        for (int[] g : groups) {
            most = Math.max(most, g.length);
        }
        List<List<int[]>> bySize = new ArrayList<>();
        for (int i = 0; i <= most; i++) {
            bySize.add(new ArrayList<>());
        }
        groups.forEach(g -> bySize.get(g.length).add(g));
        for (int size = most; size >= 2; size--) {
            // What shrinks is looked at again among groups of its new size.
            for (int i = 0; i < bySize.get(size).size(); i++) {
                int[] left = uncovered(bySize.get(size).get(i), isCovered);
                if (left.length == size) {
                    chosen.add(left);
                    for (int fact : left) {
                        isCovered[fact] = true;
                    }
                } else if (left.length >= 2) {
                    bySize.get(left.length).add(left);
                }
            }
        }
        return chosen;
    }

    private static int[] uncovered(int[] group, boolean[] isCovered) {
        IntList left = new IntList(group.length);
        for (int fact : group) {
            if (!isCovered[fact]) {
                left.add(fact);
            }
        }
        return left.size() == group.length ? group : left.toArray();
    }

    private void addGroup(int[] group) {
        int[] values = Arrays.copyOf(group, group.length + 1);
        values[group.length] = NONE;
        for (int i = 0; i < group.length; i++) {
            inGroup[group[i]] = encoded + i;
        }
        addVariable(values);
    }

    private void addOwn(int fact) {
        own[fact] = encoded;
        ownFalse[fact] = encoded + 1;
        addVariable(new int[] {fact, NONE});
    }

    private void addVariable(int[] values) {
        for (int i = 0; i < values.length; i++) {
            variableOf.add(variables.size());
        }
        variables.add(values);
        encoded += values.length;
    }

    private int[] sizes() {
        int[] sizes = new int[variables.size()];
        for (int v = 0; v < sizes.length; v++) {
            sizes[v] = variables.get(v).length;
        }
        return sizes;
    }

    private int[] initial() {
        int[] state = new int[variables.size()];
        for (int v = 0; v < primary; v++) {
            int[] values = variables.get(v);
            state[v] = values.length - 1;
            for (int i = 0; i < values.length - 1; i++) {
                if (task.isInitial.get(values[i])) {
                    state[v] = i;
                }
            }
        }
        return state;
    }

    /** The encoded fact for a literal. */
    private int literal(int literal) {
        if (literal < 0) {
            return ownFalse[~literal];
        }
        return inGroup[literal] != NONE ? inGroup[literal] : own[literal];
    }

    private int[] literals(int[] literals) {
        IntList facts = new IntList(literals.length);
        for (int l : literals) {
            facts.add(literal(l));
        }
        return facts.toSet();
    }

    /** Whether two of these facts give one variable different values. */
    private boolean isContradictory(int[] facts) {
        for (int i = 1; i < facts.length; i++) {
            if (variableOf.get(facts[i]) == variableOf.get(facts[i - 1])) {
                return true;
            }
        }
        return false;
    }

    private Task.Axioms axioms() {
        List<int[]> conditions = new ArrayList<>();
        IntList results = new IntList();
        for (GroundAxiom a : task.axioms) {
            int[] body = literals(a.body());
            if (!isContradictory(body)) {
                conditions.add(body);
                results.add(own[a.head()]);
            }
        }
        int[][] rows = conditions.toArray(int[][]::new);
        return new Task.Axioms(Rows.of(rows), results.toArray(), layers(rows, results));
    }

    /**
     * The rounds in which derived variables are decided: after those that they need not to hold.
     */
    private int[] layers(int[][] conditions, IntList results) {
        int[] layers = new int[variables.size() - primary];
        boolean isChanged = true;
        for (int round = 0; isChanged; round++) {
            watch.checkNow();
            if (round > layers.length + 1) {
                throw new PddlError(
                        task.world.task.domain().source(),
                        task.world.task.domain().derivations().get(0).at(),
                        "A derived predicate depends on its own negation.",
                        null);
            }
            isChanged = false;
            for (int i = 0; i < conditions.length; i++) {
                int head = variableOf.get(results.get(i)) - primary;
                for (int fact : conditions[i]) {
                    int v = variableOf.get(fact) - primary;
                    if (v >= 0) {
                        int least = layers[v] + (isFalseValue(fact) ? 1 : 0);
                        if (layers[head] < least) {
                            layers[head] = least;
                            isChanged = true;
                        }
                    }
                }
            }
        }
        return layers;
    }

    private boolean isFalseValue(int fact) {
        return fact > 0 && variableOf.get(fact - 1) == variableOf.get(fact);
    }

    /** The names of actions, without what only grounding needs. */
    private static IntFunction<String> actionNames(GroundTask task) {
        String[] names = new String[task.actions.size()];
        List<String> objects = task.world.objects;
        int[][] arguments = new int[names.length][];
        for (int i = 0; i < names.length; i++) {
            names[i] = task.actions.get(i).rule().name;
            arguments[i] = task.actions.get(i).objects();
        }
        return i -> {
            StringBuilder text = new StringBuilder("(").append(names[i]);
            for (int object : arguments[i]) {
                text.append(' ').append(objects.get(object));
            }
            return text.append(')').toString();
        };
    }

    private IntFunction<String> factNames() {
        return fact -> {
            int v = variableOf.get(fact);
            int first = fact;
            while (first > 0 && variableOf.get(first - 1) == v) {
                first--;
            }
            int[] values = variables.get(v);
            int atom = values[fact - first];
            if (atom != NONE) {
                return task.factName(atom);
            }
            return values.length == 2
                    ? "(not " + task.factName(values[0]) + ")"
                    : "(none of " + task.factName(values[0]) + " ...)";
        };
    }

    /** Makes the rows of all actions. */
    private final class ActionEncoding {
        private final List<int[]> conditions = new ArrayList<>();
        private final List<int[]> results = new ArrayList<>();
        private final IntList costs = new IntList();
        private final List<int[]> effects = new ArrayList<>();
        private final List<int[]> effectConditions = new ArrayList<>();
        private final IntList effectResults = new IntList();

        // The action at work.
        private int[] condition = {};
        private final IntList always = new IntList();
        private final IntList whenDeleted = new IntList();
        private final IntList whenAdded = new IntList();

        Task.Actions encode() {
            List<GroundAction> kept = new ArrayList<>();
            for (GroundAction a : task.actions) {
                watch.check();
                condition = literals(a.condition());
                if (!isContradictory(condition) && encode(a)) {
                    kept.add(a);
                }
            }
            task.actions = kept;
            return new Task.Actions(
                    Rows.of(conditions.toArray(int[][]::new)),
                    Rows.of(results.toArray(int[][]::new)),
                    costs.toArray(),
                    Rows.of(effects.toArray(int[][]::new)),
                    Rows.of(effectConditions.toArray(int[][]::new)),
                    effectResults.toArray());
        }

        private boolean encode(GroundAction a) {
            always.truncate(0);
            whenDeleted.truncate(0);
            whenAdded.truncate(0);
            for (int fact : a.add()) {
                add(fact);
            }
            for (int fact : a.delete()) {
                delete(fact, new int[0]);
            }
            for (GroundEffect e : a.effects()) {
                int[] when = literals(e.condition());
                if (!isContradictory(union(when, condition))) {
                    for (int fact : e.delete()) {
                        delete(fact, when);
                    }
                    for (int fact : e.add()) {
                        addWhen(fact, when);
                    }
                }
            }
            if (always.size() + whenDeleted.size() + whenAdded.size() == 0) {
                return false;
            }
            conditions.add(condition);
            results.add(always.toSet());
            costs.add(a.cost());
            whenDeleted.addAll(whenAdded.toArray(), whenAdded.size());
            effects.add(whenDeleted.toArray());
            return true;
        }

        private void add(int fact) {
            if (inGroup[fact] != NONE) {
                always.add(inGroup[fact]);
            }
            if (own[fact] != NONE) {
                always.add(own[fact]);
            }
        }

        private void addWhen(int fact, int[] when) {
            if (inGroup[fact] != NONE) {
                effect(whenAdded, when, inGroup[fact]);
            }
            if (own[fact] != NONE) {
                effect(whenAdded, when, own[fact]);
            }
        }

        private void effect(IntList list, int[] when, int result) {
            if (always.contains(result) && list == whenAdded) {
                return;
            }
            list.add(effectResults.size());
            effectConditions.add(without(when, condition));
            effectResults.add(result);
        }

        private void delete(int fact, int[] when) {
            if (own[fact] != NONE) {
                change(own[fact], ownFalse[fact], when, true);
            }
            if (inGroup[fact] != NONE) {
                int v = variableOf.get(inGroup[fact]);
                int none = inGroup[fact];
                while (none + 1 < encoded && variableOf.get(none + 1) == v) {
                    none++;
                }
                change(inGroup[fact], none, when, false);
            }
        }

        /** The variable of a fact gets another value, if the fact is its value. */
        private void change(int fact, int other, int[] when, boolean isOwn) {
            int v = variableOf.get(fact);
            for (int i = 0; i < always.size(); i++) {
                if (variableOf.get(always.get(i)) == v) {
                    return;
                }
            }
            boolean isKnown = isOwn;
            for (int c : union(when, condition)) {
                if (c == fact) {
                    isKnown = true;
                } else if (variableOf.get(c) == v) {
                    return;
                }
            }
            if (when.length == 0 && isKnown) {
                always.add(other);
            } else {
                effect(whenDeleted, isKnown ? when : union(when, new int[] {fact}), other);
            }
        }
    }

    private static int[] union(int[] left, int[] right) {
        IntList both = new IntList(left.length + right.length);
        both.addAll(left, left.length);
        both.addAll(right, right.length);
        return both.toSet();
    }

    private static int[] without(int[] set, int[] others) {
        IntList rest = new IntList(set.length);
        for (int i : set) {
            if (Arrays.binarySearch(others, i) < 0) {
                rest.add(i);
            }
        }
        return rest.toArray();
    }
}
