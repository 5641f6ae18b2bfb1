package dev.clew.goals.search;

import dev.clew.goals.graph.GoalGraph;
import dev.clew.goals.graph.Growth;
import dev.clew.goals.graph.Nearest;
import dev.clew.goals.graph.Proved;

import java.util.Arrays;

/**
 * Depth-first proof-number search. The proof number of a goal is the least number of open goals
 * that must be proved to prove it, its disproof number that of those which must fail to refute it:
 *
 * <pre>
 *   proof(goal) = min over its steps,  disproof(goal) = sum over its steps
 *   proof(step) = sum over its premises, disproof(step) = min over its premises
 * </pre>
 *
 * The search goes down to the goal that counts most for both, and stays below a goal as long as its
 * numbers are below thresholds, beyond which another goal would count more.
 *
 * <p>A goal that stands on the way down to itself does not count. The numbers computed below it are
 * true of this way only, so they decide where to look, but never that there is no proof; and where
 * they chase each other round a cycle, an open goal is taken that some proof may need.
 */
final class ProofNumber<G> implements Picker {
    /** After so many moves up and down without an open goal another way is taken. */
    private static final int MAX_MOVES = 1_000;

    /** As good as infinite, and far enough from the end of the range to be added up. */
    private static final long ENDLESS = Long.MAX_VALUE / 4;

    private final GoalGraph<G> graph;
    private final Proved<G> proved;
    private final int root;

    // By goal, valid if it was expanded.
    private long[] proof = new long[0];
    private long[] disproof = new long[0];
    private boolean[] isOnWay = new boolean[0];
    private int known;

    // The way from the root down: goals, and their thresholds.
    private int[] way = new int[16];
    private long[] proofLimit = new long[16];
    private long[] disproofLimit = new long[16];
    private int depth;

    // Of the step or premise chosen last.
    private int chosen;
    private long second;

    ProofNumber(Growth<G> growth) {
        this.graph = growth.graph();
        this.proved = growth.proved();
        this.root = growth.root();
    }

    @Override
    public int next(int[] into) {
        grow();
        for (int moves = 0; !proved.has(root); moves++) {
            if (moves > MAX_MOVES + depth || depth == 0 && !restart()) {
                leave();
                into[0] = Nearest.openLeaf(graph, root);
                return into[0] < 0 ? 0 : 1;
            }
            int goal = way[depth - 1];
            if (graph.isOpen(goal)) {
                into[0] = goal;
                return 1;
            }
            review(goal);
            if (proof[goal] >= proofLimit[depth - 1]
                    || disproof[goal] >= disproofLimit[depth - 1]) {
                isOnWay[goal] = false;
                depth--;
            } else {
                descend(goal);
            }
        }
        return 0;
    }

    /** Starts at the root again; false if the numbers say that this is of no use. */
    private boolean restart() {
        if (!graph.isOpen(root)) {
            review(root);
            if (proof[root] >= ENDLESS || disproof[root] == 0) {
                return false;
            }
        }
        enter(root, ENDLESS, ENDLESS);
        return true;
    }

    /** Gives the way up, and the numbers, which may hold on that way only. */
    private void leave() {
        while (depth > 0) {
            isOnWay[way[--depth]] = false;
        }
        Arrays.fill(proof, 1);
        Arrays.fill(disproof, 1);
    }

    private void grow() {
        if (graph.goals() > proof.length) {
            int size = graph.goals() * 2;
            proof = Arrays.copyOf(proof, size);
            disproof = Arrays.copyOf(disproof, size);
            isOnWay = Arrays.copyOf(isOnWay, size);
        }
        for (; known < graph.goals(); known++) {
            proof[known] = 1;
            disproof[known] = 1;
        }
    }

    private void enter(int goal, long proofThreshold, long disproofThreshold) {
        if (depth == way.length) {
            way = Arrays.copyOf(way, 2 * depth);
            proofLimit = Arrays.copyOf(proofLimit, 2 * depth);
            disproofLimit = Arrays.copyOf(disproofLimit, 2 * depth);
        }
        way[depth] = goal;
        proofLimit[depth] = proofThreshold;
        disproofLimit[depth++] = disproofThreshold;
        isOnWay[goal] = true;
    }

    private void review(int goal) {
        if (proved.has(goal)) {
            proof[goal] = 0;
            disproof[goal] = ENDLESS;
            return;
        }
        long least = ENDLESS;
        long sum = 0;
        for (int s = graph.firstStep(goal); s < graph.endOfSteps(goal); s++) {
            least = Math.min(least, proofOfStep(s));
            sum = Math.min(ENDLESS, sum + disproofOfStep(s));
        }
        proof[goal] = least;
        disproof[goal] = sum;
    }

    private long proofOf(int goal) {
        return proved.has(goal) ? 0 : isOnWay[goal] ? ENDLESS : proof[goal];
    }

    private long disproofOf(int goal) {
        return proved.has(goal) ? ENDLESS : isOnWay[goal] ? 0 : disproof[goal];
    }

    private long proofOfStep(int s) {
        long sum = 0;
        for (int p = graph.firstPremise(s); p < graph.endOfPremises(s); p++) {
            sum = Math.min(ENDLESS, sum + proofOf(graph.premise(p)));
        }
        return sum;
    }

    private long disproofOfStep(int s) {
        long least = ENDLESS;
        for (int p = graph.firstPremise(s); p < graph.endOfPremises(s); p++) {
            least = Math.min(least, disproofOf(graph.premise(p)));
        }
        return least;
    }

    /** To the step that is easiest to prove, and of it to the premise that is easiest to refute. */
    private void descend(int goal) {
        chooseStep(goal);
        int s = chosen;
        long stepProof = proofOfStep(s);
        long stepDisproof = disproofOfStep(s);
        long forProof = Math.min(proofLimit[depth - 1], second + 1);
        long forDisproof = disproofLimit[depth - 1] - disproof[goal] + stepDisproof;
        choosePremise(s);
        int premise = graph.premise(chosen);
        enter(premise, forProof - stepProof + proofOf(premise), Math.min(forDisproof, second + 1));
    }

    private void chooseStep(int goal) {
        long least = ENDLESS;
        second = ENDLESS;
        for (int s = graph.firstStep(goal); s < graph.endOfSteps(goal); s++) {
            long number = proofOfStep(s);
            if (number < least) {
                second = least;
                least = number;
                chosen = s;
            } else {
                second = Math.min(second, number);
            }
        }
    }

    private void choosePremise(int s) {
        long least = Long.MAX_VALUE;
        second = ENDLESS;
        for (int p = graph.firstPremise(s); p < graph.endOfPremises(s); p++) {
            long number = disproofOf(graph.premise(p));
            if (number < least) {
                second = Math.min(second, least);
                least = number;
                chosen = p;
            } else {
                second = Math.min(second, number);
            }
        }
    }
}
