package dev.clew.plans.pddl.backward;

import dev.clew.plans.pddl.budget.Watch;
import dev.clew.plans.pddl.states.Task;

import java.util.Arrays;

/**
 * Which pairs of facts can hold together in a state that can be reached, by h2 (Haslum and Geffner,
 * <i>Admissible heuristics for optimal planning</i>, AIPS 2000, section 4, with costs left out): a
 * pair is possible at first, or after an action that is possible itself. What is called impossible
 * is; what is called possible may not be. Facts of one variable always exclude each other. Nothing
 * is known of derived facts.
 */
public final class PairMutexes {
    /** Tasks with more facts are not examined; only facts of one variable exclude each other. */
    private static final int MOST_FACTS = 6_000;

    private static final long NANOS = 20_000_000_000L;

    private final Task task;
    private final int words;

    /** Per fact the facts that are possible with it. */
    private final long[][] possible;

    private final boolean isExamined;
    private boolean isChanged;

    /** Examines a task. */
    public PairMutexes(Task task, Watch watch) {
        this.task = task;
        int facts = task.facts();
        words = (facts + 63) / 64;
        if (facts > MOST_FACTS) {
            possible = new long[0][];
            isExamined = false;
            return;
        }
        Watch.reserve(8L * facts * words);
        possible = new long[facts][words];
        isExamined = examine(watch);
    }

    /** Whether two facts cannot hold together. */
    public boolean excludes(int left, int right) {
        if (left == right) {
            return isExamined && !has(possible[left], left);
        }
        return task.variableOf[left] == task.variableOf[right]
                || isExamined && !has(possible[left], right);
    }

    /** Whether facts, one of each variable at most, cannot hold together. */
    public boolean excludes(int[] facts) {
        if (!isExamined) {
            return false;
        }
        for (int i = 0; i < facts.length; i++) {
            long[] row = possible[facts[i]];
            for (int j = i; j < facts.length; j++) {
                if (!has(row, facts[j])) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean has(long[] row, int fact) {
        return (row[fact >> 6] >>> fact & 1) != 0;
    }

    private boolean examine(Watch watch) {
        long deadline = System.nanoTime() + Math.min(NANOS, watch.left() / 3);
        for (int v = 0; v < task.primary; v++) {
            for (int w = v; w < task.primary; w++) {
                allow(task.fact(v, task.initial[v]), task.fact(w, task.initial[w]));
            }
        }
        long[] derived = new long[words];
        for (int f = task.firstFact[task.primary]; f < task.facts(); f++) {
            set(derived, f);
        }
        for (int f = 0; f < task.facts(); f++) {
            for (int i = 0; i < words; i++) {
                possible[f][i] =
                        f < task.firstFact[task.primary] ? possible[f][i] | derived[i] : -1L;
            }
        }
        isChanged = true;
        while (isChanged) {
            isChanged = false;
            for (int a = 0; a < task.actions(); a++) {
                watch.check();
                if ((a & 0xff) == 0 && System.nanoTime() - deadline > 0) {
                    // Pairs not met so far could still be possible: nothing is known.
                    return false;
                }
                perform(a);
            }
        }
        return true;
    }

    private static void set(long[] row, int fact) {
        row[fact >> 6] |= 1L << fact;
    }

    private void allow(int left, int right) {
        if (!has(possible[left], right)) {
            set(possible[left], right);
            set(possible[right], left);
            isChanged = true;
        }
    }

    private void perform(int a) {
        int[] condition = task.conditions.row(a);
        if (excludesNow(condition)) {
            return;
        }
        int[] always = task.results.row(a);
        persist(always, compatible(condition, always));
        together(always, always);
        for (int i = task.effects.start(a); i < task.effects.end(a); i++) {
            int effect = task.effects.at(i);
            int[] when = union(condition, task.effectConditions.row(effect));
            if (excludesNow(when)) {
                continue;
            }
            int[] result = {task.effectResults[effect]};
            persist(result, compatible(when, union(always, result)));
            together(result, always);
            for (int j = task.effects.start(a); j <= i; j++) {
                int other = task.effects.at(j);
                if (!excludesNow(union(when, task.effectConditions.row(other)))) {
                    together(result, new int[] {task.effectResults[other]});
                }
            }
        }
    }

    private boolean excludesNow(int[] facts) {
        for (int i = 0; i < facts.length; i++) {
            for (int j = i; j < facts.length; j++) {
                if (!has(possible[facts[i]], facts[j])) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The facts that may hold before, with the condition, and still hold afterwards. */
    private long[] compatible(int[] condition, int[] results) {
        long[] row = new long[words];
        Arrays.fill(row, -1L);
        for (int fact : condition) {
            for (int i = 0; i < words; i++) {
                row[i] &= possible[fact][i];
            }
        }
        for (int fact : results) {
            int v = task.variableOf[fact];
            for (int f = task.firstFact[v]; f < task.firstFact[v + 1]; f++) {
                row[f >> 6] &= ~(1L << f);
            }
        }
        if (condition.length == 0) {
            // Only facts that are possible at all.
            for (int f = 0; f < task.facts(); f++) {
                if (!has(possible[f], f)) {
                    row[f >> 6] &= ~(1L << f);
                }
            }
        }
        return row;
    }

    private void persist(int[] results, long[] others) {
        for (int fact : results) {
            long[] row = possible[fact];
            for (int i = 0; i < words; i++) {
                long more = others[i] & ~row[i];
                row[i] |= more;
                while (more != 0) {
                    int other = (i << 6) + Long.numberOfTrailingZeros(more);
                    more &= more - 1;
                    if (other < task.facts()) {
                        set(possible[other], fact);
                        isChanged = true;
                    }
                }
            }
        }
    }

    private void together(int[] left, int[] right) {
        for (int l : left) {
            for (int r : right) {
                if (l == r || task.variableOf[l] != task.variableOf[r]) {
                    allow(l, r);
                }
            }
        }
    }

    private static int[] union(int[] left, int[] right) {
        int[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }
}
