package dev.clew.plans.pddl.backward;

import dev.clew.plans.pddl.Unsupported;
import dev.clew.plans.pddl.budget.Watch;
import dev.clew.plans.pddl.states.Rows;
import dev.clew.plans.pddl.states.Task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Actions turned round: which facts must hold before an action so that given facts hold after it
 * (Rintanen, <i>Regression for classical and nondeterministic planning</i>, ECAI 2008). With
 * conditional effects there may be several such sets: each fact is kept or made by one of the
 * effects, and each effect that would destroy it is prevented by one of its conditions not holding.
 * Sets that contain a mutex are left out: no state that can be reached has them.
 *
 * <p>A derived fact is first replaced by the conditions of one of its rules, at no cost. That a
 * derived fact does not hold cannot be regressed, since rules may be recursive; such tasks are
 * refused.
 */
public final class Regression {
    /** In place of an action: a derived fact was replaced. */
    public static final int RULE = -1;

    /** Takes what an action would need. */
    @FunctionalInterface
    public interface Sink {
        /** Facts, sorted, that must hold before an action; {@link #RULE} for no action. */
        void accept(int action, int[] facts);
    }

    private final Task task;
    private final PairMutexes mutexes;
    private final Watch watch;

    /** Per fact the actions that may make it true. */
    private final Rows makers;

    /** Per fact the rules that give it. */
    private final Rows rules;

    private final boolean[] isUseful;
    private final int[] seen;
    private int round;

    /** Per variable the value that is wanted afterwards and before, as a fact, or -1. */
    private final int[] wanted;

    /**
     * Turns a task round.
     *
     * @throws Unsupported if something needs a derived fact not to hold
     */
    public Regression(Task task, PairMutexes mutexes, Watch watch) {
        this.task = task;
        this.mutexes = mutexes;
        this.watch = watch;
        refuse(task);
        int[][] made = new int[task.actions()][];
        isUseful = new boolean[made.length];
        for (int a = 0; a < made.length; a++) {
            int[] results = task.results.row(a);
            int n = results.length;
            made[a] = Arrays.copyOf(results, n + task.effects.length(a));
            for (int i = task.effects.start(a); i < task.effects.end(a); i++) {
                made[a][n++] = task.effectResults[task.effects.at(i)];
            }
            isUseful[a] = !mutexes.excludes(task.conditions.row(a));
        }
        makers = Rows.of(made).inverted(task.facts());
        int[][] given = new int[task.axiomResults.length][];
        for (int r = 0; r < given.length; r++) {
            given[r] = new int[] {task.axiomResults[r]};
        }
        rules = Rows.of(given).inverted(task.facts());
        seen = new int[made.length];
        wanted = new int[task.variables];
        Arrays.fill(wanted, -1);
    }

    private static void refuse(Task task) {
        for (int fact : task.goal) {
            refuse(task, fact, false);
        }
        for (Rows rows : new Rows[] {task.conditions, task.axiomConditions}) {
            refuse(task, rows, false);
        }
        refuse(task, task.effectConditions, true);
    }

    private static void refuse(Task task, Rows rows, boolean isEffect) {
        for (int r = 0; r < rows.size(); r++) {
            for (int i = rows.start(r); i < rows.end(r); i++) {
                refuse(task, rows.at(i), isEffect);
            }
        }
    }

    private static void refuse(Task task, int fact, boolean isEffect) {
        int v = task.variableOf[fact];
        if (v >= task.primary && (isEffect || fact != task.firstFact[v])) {
            throw new Unsupported(
                    "A search from the goal cannot tell when the derived fact "
                            + task.factName(task.firstFact[v])
                            + " does not hold, and this task needs to know.",
                    "Maybe search forward.");
        }
    }

    /** The goal as a sorted set of facts. */
    public int[] goal() {
        int[] goal = task.goal.clone();
        Arrays.sort(goal);
        return goal;
    }

    /** Whether a set of facts holds in a state. */
    public boolean holds(int[] facts, int[] state) {
        for (int fact : facts) {
            if (!task.holds(fact, state)) {
                return false;
            }
        }
        return true;
    }

    /** Tells all that would be needed one action before a sorted set of facts. */
    public void regress(int[] facts, Sink sink) {
        int last = facts.length == 0 ? -1 : facts[facts.length - 1];
        if (last >= 0 && task.variableOf[last] >= task.primary) {
            unfold(facts, last, sink);
            return;
        }
        for (int fact : facts) {
            wanted[task.variableOf[fact]] = fact;
        }
        try {
            round++;
            for (int fact : facts) {
                for (int i = makers.start(fact); i < makers.end(fact); i++) {
                    int action = makers.at(i);
                    if (seen[action] != round && isUseful[action]) {
                        seen[action] = round;
                        watch.check();
                        regress(facts, action, sink);
                    }
                }
            }
        } finally {
            for (int fact : facts) {
                wanted[task.variableOf[fact]] = -1;
            }
        }
    }

    private void unfold(int[] facts, int derived, Sink sink) {
        for (int i = rules.start(derived); i < rules.end(derived); i++) {
            int[] before = new int[task.variables];
            Arrays.fill(before, -1);
            boolean isPossible = true;
            for (int fact : facts) {
                isPossible &= fact == derived || put(fact, before);
            }
            int rule = rules.at(i);
            for (int j = task.axiomConditions.start(rule);
                    j < task.axiomConditions.end(rule);
                    j++) {
                isPossible &= put(task.axiomConditions.at(j), before);
            }
            if (isPossible) {
                tell(RULE, before, sink);
            }
        }
    }

    private void regress(int[] facts, int action, Sink sink) {
        int[] before = new int[task.variables];
        Arrays.fill(before, -1);
        for (int i = task.conditions.start(action); i < task.conditions.end(action); i++) {
            put(task.conditions.at(i), before);
        }
        if (task.effects.length(action) == 0) {
            if (isKept(facts, action, before)) {
                tell(action, before, sink);
            }
            return;
        }
        List<int[]> ways = List.of(before);
        for (int fact : facts) {
            List<int[]> next = new ArrayList<>();
            for (int[] way : ways) {
                achieve(fact, action, way, next);
            }
            ways = next;
        }
        for (int[] way : ways) {
            tell(action, way, sink);
        }
    }

    /** Adds what the action leaves as it is; false if it destroys something. */
    private boolean isKept(int[] facts, int action, int[] before) {
        for (int i = task.results.start(action); i < task.results.end(action); i++) {
            int fact = task.results.at(i);
            int want = wanted[task.variableOf[fact]];
            if (want >= 0 && want != fact) {
                return false;
            }
        }
        for (int fact : facts) {
            if (!makes(action, fact) && !put(fact, before)) {
                return false;
            }
        }
        return true;
    }

    private boolean makes(int action, int fact) {
        for (int i = task.results.start(action); i < task.results.end(action); i++) {
            if (task.results.at(i) == fact) {
                return true;
            }
        }
        return false;
    }

    /** Tells each way in which a fact holds after an action, further to what is needed already. */
    private void achieve(int fact, int action, int[] way, List<int[]> ways) {
        int v = task.variableOf[fact];
        int start = task.effects.start(action);
        int end = task.effects.end(action);
        int always = -1;
        for (int i = task.results.start(action); i < task.results.end(action); i++) {
            always = task.variableOf[task.results.at(i)] == v ? task.results.at(i) : always;
        }
        if (always == fact) {
            prevent(fact, start, end, way, ways);
        } else if (always < 0) {
            int[] kept = way.clone();
            if (put(fact, kept)) {
                prevent(fact, start, end, kept, ways);
            }
        }
        for (int i = start; i < end; i++) {
            int effect = task.effects.at(i);
            if (task.effectResults[effect] == fact) {
                int[] made = way.clone();
                if (put(task.effectConditions.row(effect), made)) {
                    prevent(fact, i + 1, end, made, ways);
                }
            }
        }
    }

    /**
     * Tells each way in which no effect from one place to another gives the variable another value.
     */
    private void prevent(int fact, int start, int end, int[] way, List<int[]> ways) {
        List<int[]> found = List.of(way);
        for (int i = start; i < end; i++) {
            int effect = task.effects.at(i);
            int result = task.effectResults[effect];
            if (result == fact || task.variableOf[result] != task.variableOf[fact]) {
                continue;
            }
            List<int[]> next = new ArrayList<>();
            for (int[] w : found) {
                prevent(task.effectConditions.row(effect), w, next);
            }
            found = next;
        }
        ways.addAll(found);
    }

    /** Tells each way in which one of these facts does not hold. */
    private void prevent(int[] condition, int[] way, List<int[]> ways) {
        for (int fact : condition) {
            int has = way[task.variableOf[fact]];
            if (has >= 0 && has != fact) {
                ways.add(way);
                return;
            }
        }
        watch.check();
        for (int fact : condition) {
            int v = task.variableOf[fact];
            if (way[v] < 0) {
                for (int other = task.firstFact[v]; other < task.firstFact[v + 1]; other++) {
                    if (other != fact) {
                        int[] w = way.clone();
                        w[v] = other;
                        ways.add(w);
                    }
                }
            }
        }
    }

    private boolean put(int[] facts, int[] before) {
        for (int fact : facts) {
            if (!put(fact, before)) {
                return false;
            }
        }
        return true;
    }

    private boolean put(int fact, int[] before) {
        int v = task.variableOf[fact];
        if (before[v] >= 0 && before[v] != fact) {
            return false;
        }
        before[v] = fact;
        return true;
    }

    private void tell(int action, int[] before, Sink sink) {
        int n = 0;
        for (int fact : before) {
            n += fact >= 0 ? 1 : 0;
        }
        int[] facts = new int[n];
        int at = 0;
        for (int fact : before) {
            if (fact >= 0) {
                facts[at++] = fact;
            }
        }
        if (!mutexes.excludes(facts)) {
            sink.accept(action, facts);
        }
    }
}
