package dev.clew.plans.stories;

import dev.clew.goals.Estimate;
import dev.clew.goals.Moves;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Mends the flaws of partial plans. Of each plan one flaw is chosen, and each way to mend it is a
 * move; since every flaw must be mended some time, no plot is lost by this choice. The flaws:
 *
 * <ul>
 *   <li>a threat: a step may undo a causal link. It is put before it or behind it.
 *   <li>an orphan: an actor has no goal that the step serves. One is chosen, and the step then
 *       needs that the actor has it.
 *   <li>an open condition. A step that is there makes it true, or a new one.
 * </ul>
 */
final class Mending implements Moves<PartialPlan> {
    private final Grounding ground;
    private final Intentions intentions;
    private final Costs costs;
    private final int maxEvents;
    private final int[][] makers;
    private boolean wasCut;

    Mending(Grounding ground, Intentions intentions, Costs costs, int maxEvents) {
        this.ground = ground;
        this.intentions = intentions;
        this.costs = costs;
        this.maxEvents = maxEvents;
        List<List<Integer>> byLiteral = new ArrayList<>();
        for (int l = 0; l < ground.literals.size(); l++) {
            byLiteral.add(new ArrayList<>());
        }
        for (int o = 0; o < ground.occurrences.size(); o++) {
            for (int made : ground.occurrences.get(o).makes()) {
                byLiteral.get(made).add(o);
            }
        }
        makers = new int[byLiteral.size()][];
        for (int l = 0; l < makers.length; l++) {
            makers[l] = byLiteral.get(l).stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** Whether a plot was given up because it had as many events as it may. */
    boolean wasCut() {
        return wasCut;
    }

    /** Whether nothing is wrong with a plan any more. */
    boolean isWhole(PartialPlan plan) {
        return plan.hasEnding()
                && plan.open.length == 0
                && orphan(plan) == null
                && threat(plan) == null
                && new Service(plan, ground, intentions).unserved() == 0;
    }

    /**
     * What is missing counts more than what is there, so that the search goes deep: stories shall
     * be found, they need not be the shortest.
     */
    Estimate<PartialPlan> estimate() {
        return Estimate.guess(this::missing);
    }

    private static final double WEIGHT = 3;

    private double missing(PartialPlan plan) {
        if (!plan.hasEnding()) {
            return 1;
        }
        double sum = 0;
        Service service = new Service(plan, ground, intentions);
        for (long need : plan.open) {
            int literal = PartialPlan.literal(need);
            sum += 0.2 + (isMadeFor(plan, PartialPlan.to(need), literal) ? 0 : costs.of(literal));
        }
        for (int s = 2; s < plan.size(); s++) {
            for (int a = 0; a < plan.serves[s].length; a++) {
                int goal = plan.serves[s][a];
                sum += goal < 0 ? motive(plan, service, s, a) : service.lacks(s, goal, costs);
            }
        }
        return WEIGHT * sum;
    }

    /** What it takes at least to give an actor a goal that a step can serve. */
    private double motive(PartialPlan plan, Service service, int step, int actor) {
        double least = Double.POSITIVE_INFINITY;
        String who = ground.occurrences.get(plan.does[step]).actors().get(actor);
        for (int g = 0; g < intentions.goals.size(); g++) {
            Intentions.Goal goal = intentions.goals.get(g);
            if (goal.who().equals(who) && intentions.canServe(plan.does[step], g)) {
                boolean isMade = isMadeFor(plan, step, goal.motive());
                double cost = isMade ? 0 : costs.of(goal.motive());
                if (cost < least) {
                    least = Math.min(least, cost + service.lacks(step, g, costs));
                }
            }
        }
        return 0.4 + least;
    }

    private boolean isMadeFor(PartialPlan plan, int step, int literal) {
        for (int s = 0; s < plan.size(); s++) {
            if (s != step && !plan.isBefore(step, s) && makes(plan, s, literal)) {
                return true;
            }
        }
        return false;
    }

    private boolean makes(PartialPlan plan, int step, int literal) {
        int does = plan.does[step];
        return does == PartialPlan.OPENING
                ? ground.isSoAtFirst(literal)
                : does >= 0 && ground.occurrences.get(does).doesMake(literal);
    }

    @Override
    public List<Move<PartialPlan>> of(PartialPlan plan) {
        if (!plan.hasEnding()) {
            return endings(plan);
        }
        int[] threat = threat(plan);
        if (threat != null) {
            return ordered(plan, threat);
        }
        int[] orphan = orphan(plan);
        if (orphan != null) {
            return adopted(plan, orphan[0], orphan[1]);
        }
        return plan.open.length == 0 ? List.of() : met(plan, hardest(plan));
    }

    private List<Move<PartialPlan>> endings(PartialPlan plan) {
        List<Move<PartialPlan>> moves = new ArrayList<>();
        for (int e = 0; e < ground.endings.size(); e++) {
            Draft draft = new Draft(plan);
            draft.add(-2 - e, 0, ground.endings.get(e));
            moves.add(move("end", draft, 0));
        }
        return moves;
    }

    /** Without those that nothing can mend any more. */
    private List<Move<PartialPlan>> hopeful(List<Move<PartialPlan>> moves) {
        moves.removeIf(m -> missing(m.premise()) == Double.POSITIVE_INFINITY);
        return moves;
    }

    private static Move<PartialPlan> move(String name, Draft draft, double cost) {
        return new Move<>(name, draft.plan(), cost, null);
    }

    // ---- Threats ----

    /** The link (by number) and the step of a threat; of several one with the fewest remedies. */
    private int @Nullable [] threat(PartialPlan plan) {
        int[] found = null;
        int least = Integer.MAX_VALUE;
        for (int l = 0; l < plan.links.length; l++) {
            long link = plan.links[l];
            int opposite = Literals.opposite(PartialPlan.literal(link));
            for (int s = 2; s < plan.size(); s++) {
                if (isBetween(plan, s, link) && makes(plan, s, opposite)) {
                    int remedies =
                            (canPrecede(plan, s, link) ? 1 : 0)
                                    + (canFollow(plan, s, link) ? 1 : 0);
                    if (remedies < least) {
                        least = remedies;
                        found = new int[] {l, s};
                    }
                }
            }
        }
        return found;
    }

    private static boolean isBetween(PartialPlan plan, int step, long link) {
        int from = PartialPlan.from(link);
        int to = PartialPlan.to(link);
        return step != from && step != to && !plan.isBefore(step, from) && !plan.isBefore(to, step);
    }

    private static boolean canPrecede(PartialPlan plan, int step, long link) {
        int from = PartialPlan.from(link);
        return from != 0 && !plan.isBefore(from, step);
    }

    private static boolean canFollow(PartialPlan plan, int step, long link) {
        int to = PartialPlan.to(link);
        return to != 1 && !plan.isBefore(step, to);
    }

    private static List<Move<PartialPlan>> ordered(PartialPlan plan, int[] threat) {
        long link = plan.links[threat[0]];
        int step = threat[1];
        List<Move<PartialPlan>> moves = new ArrayList<>(2);
        if (canPrecede(plan, step, link)) {
            Draft draft = new Draft(plan);
            draft.order(step, PartialPlan.from(link));
            moves.add(move("demote", draft, 0));
        }
        if (canFollow(plan, step, link)) {
            Draft draft = new Draft(plan);
            draft.order(PartialPlan.to(link), step);
            moves.add(move("promote", draft, 0));
        }
        return moves;
    }

    // ---- Intentions ----

    /** A step and an actor without a goal; of several the one nearest to the ending. */
    private int @Nullable [] orphan(PartialPlan plan) {
        int[] found = null;
        int most = -1;
        for (int s = 2; s < plan.size(); s++) {
            for (int a = 0; a < plan.serves[s].length; a++) {
                if (plan.serves[s][a] < 0 && Long.bitCount(plan.before[s]) > most) {
                    most = Long.bitCount(plan.before[s]);
                    found = new int[] {s, a};
                }
            }
        }
        return found;
    }

    private List<Move<PartialPlan>> adopted(PartialPlan plan, int step, int actor) {
        List<Move<PartialPlan>> moves = new ArrayList<>();
        String who = ground.occurrences.get(plan.does[step]).actors().get(actor);
        for (int g = 0; g < intentions.goals.size(); g++) {
            Intentions.Goal goal = intentions.goals.get(g);
            if (goal.who().equals(who) && intentions.canServe(plan.does[step], g)) {
                Draft draft = new Draft(plan);
                draft.serve(step, actor, g);
                draft.need(step, goal.motive());
                moves.add(move("adopt", draft, 0));
            }
        }
        return hopeful(moves);
    }

    // ---- Open conditions ----

    /** The need with the fewest remedies; of several the one that takes the most to meet. */
    private long hardest(PartialPlan plan) {
        long hardest = plan.open[0];
        int least = Integer.MAX_VALUE;
        double most = -1;
        for (long need : plan.open) {
            int remedies = remedies(plan, need);
            double cost = costs.of(PartialPlan.literal(need));
            if (cost > most || cost == most && remedies < least) {
                hardest = need;
                least = remedies;
                most = cost;
            }
        }
        return hardest;
    }

    private int remedies(PartialPlan plan, long need) {
        int step = PartialPlan.to(need);
        int literal = PartialPlan.literal(need);
        int remedies = makers[literal].length;
        for (int s = 0; s < plan.size(); s++) {
            if (s != step && !plan.isBefore(step, s) && makes(plan, s, literal)) {
                remedies++;
            }
        }
        return remedies;
    }

    /** Whether what is once so stays so. */
    private boolean isLasting(int literal) {
        return makers[Literals.opposite(literal)].length == 0;
    }

    private List<Move<PartialPlan>> met(PartialPlan plan, long need) {
        int step = PartialPlan.to(need);
        int literal = PartialPlan.literal(need);
        List<Move<PartialPlan>> moves = new ArrayList<>();
        for (int s = 0; s < plan.size(); s++) {
            if (s != step && !plan.isBefore(step, s) && makes(plan, s, literal)) {
                Draft draft = new Draft(plan);
                draft.link(s, literal, step);
                Move<PartialPlan> reuse = move("reuse", draft, 0);
                if (isLasting(literal) && plan.isBefore(s, step)) {
                    // Whatever else would make it true could be left out.
                    return List.of(reuse);
                }
                moves.add(reuse);
            }
        }
        if (plan.size() - 2 >= maxEvents) {
            wasCut |= makers[literal].length > 0;
            return moves;
        }
        for (int o : makers[literal]) {
            Occurrence occurrence = ground.occurrences.get(o);
            Draft draft = new Draft(plan);
            int added = draft.add(o, occurrence.actors().size(), occurrence.needs());
            draft.link(added, literal, step);
            moves.add(move(occurrence.toString(), draft, 1));
        }
        return hopeful(moves);
    }
}
