package dev.clew.plans.pddl.search;

import dev.clew.plans.pddl.states.Task;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * How new a state is among those of the same class: 1 if it has a fact that none of them had, 2 if
 * it has a pair of facts that none of them had, else 3 (Lipovetzky and Geffner, <i>Best-first width
 * search</i>, AAAI 2017).
 */
final class Novelty {
    /** So many pairs are kept in mind over all classes. */
    private static final long MOST_PAIRS = 1L << 31;

    private static final int MOST_FACTS = 3_000;

    private final Task task;
    private final Map<Long, BitSet> facts = new HashMap<>();
    private final Map<Long, long[]> pairs = new HashMap<>();
    private final long pairsPerClass;
    private long pairsLeft = Math.min(MOST_PAIRS, Runtime.getRuntime().maxMemory());
    private final int[] changed;

    Novelty(Task task) {
        this.task = task;
        long n = task.firstFact[task.primary];
        // With very many facts almost every state has a new pair.
        pairsPerClass = n > MOST_FACTS ? Long.MAX_VALUE : n * (n + 1) / 2;
        changed = new int[task.primary];
    }

    /**
     * Enters a state that follows on another one, or null. Facts that the step has left alone are
     * regarded only if it led to another class, pairs of such facts not at all.
     */
    int enter(long kind, int[] state, int @Nullable [] previous, boolean isSameClass) {
        BitSet seen = facts.computeIfAbsent(kind, k -> new BitSet());
        int n = 0;
        boolean isNew = false;
        for (int v = 0; v < task.primary; v++) {
            boolean isChanged = previous == null || state[v] != previous[v];
            if (isChanged) {
                changed[n++] = v;
            }
            int fact = task.firstFact[v] + state[v];
            if ((isChanged || !isSameClass) && !seen.get(fact)) {
                seen.set(fact);
                isNew = true;
            }
        }
        if (previous == null) {
            return 1;
        }
        boolean isNewPair = pairs(kind, state, n);
        return isNew ? 1 : isNewPair ? 2 : 3;
    }

    private boolean pairs(long kind, int[] state, int n) {
        long[] seen = pairs.get(kind);
        if (seen == null) {
            if (pairsPerClass > pairsLeft) {
                return false;
            }
            pairsLeft -= pairsPerClass;
            seen = new long[(int) (pairsPerClass + 63 >>> 6)];
            pairs.put(kind, seen);
        }
        boolean isNew = false;
        for (int i = 0; i < n; i++) {
            int fact = task.firstFact[changed[i]] + state[changed[i]];
            for (int w = 0; w < task.primary; w++) {
                int other = task.firstFact[w] + state[w];
                int high = Math.max(fact, other);
                long bit = (long) high * (high + 1) / 2 + Math.min(fact, other);
                int word = (int) (bit >>> 6);
                if ((seen[word] >>> bit & 1) == 0) {
                    seen[word] |= 1L << bit;
                    isNew = true;
                }
            }
        }
        return isNew;
    }
}
