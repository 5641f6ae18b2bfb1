package dev.clew.goals.search;

import dev.clew.goals.Expansion;
import dev.clew.goals.Outcome;
import dev.clew.goals.Outcome.Limit;
import dev.clew.goals.Problem;
import dev.clew.goals.Reversible;
import dev.clew.goals.Step;
import dev.clew.goals.Used;
import dev.clew.goals.WhyNot;
import dev.clew.goals.proofs.Proof;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Bidirectional search by cost (Pohl 1971): from the goal along steps and from the given goals
 * against them. The cheapest proof is known when no two goals that are still open, one of each
 * side, could be the ends of a cheaper one.
 */
public final class Meeting<G> {
    /** A goal as seen from one side: what leads to it, and the next goal toward the start. */
    private record Node<G>(G goal, double cost, @Nullable Step<G> step, @Nullable Node<G> next) {}

    private static final class Side<G> {
        final Map<G, Node<G>> nodes = new HashMap<>();
        final PriorityQueue<Node<G>> open =
                new PriorityQueue<>((a, b) -> Double.compare(a.cost(), b.cost()));

        void reach(Node<G> node) {
            Node<G> known = nodes.get(node.goal());
            if (known == null || node.cost() < known.cost()) {
                nodes.put(node.goal(), node);
                open.add(node);
            }
        }

        /** The least cost of a goal that is still open; infinite if there is none. */
        double least() {
            while (!open.isEmpty() && nodes.get(open.peek().goal()) != open.peek()) {
                open.remove();
            }
            return open.isEmpty() ? Double.POSITIVE_INFINITY : open.peek().cost();
        }
    }

    private final Problem<G> problem;
    private final Reversible<G> expander;
    private final Meter meter;
    private final Side<G> fromGoal = new Side<>();
    private final Side<G> fromGivens = new Side<>();
    private final List<WhyNot.Missing<G>> deadEnds = new ArrayList<>();
    private double best = Double.POSITIVE_INFINITY;
    private @Nullable G meeting;
    private long expansions;
    private long steps;
    private long failures;
    private long calls;
    private double money;

    /** A search that starts now. */
    public Meeting(Problem<G> problem, Meter meter) {
        if (!(problem.by() instanceof Reversible<G> reversible)) {
            throw new IllegalArgumentException(
                    "The bidirectional strategy needs an expander that is `Reversible`.\n"
                            + "Maybe implement it, or search best-first.");
        }
        this.problem = problem;
        this.expander = reversible;
        this.meter = meter;
    }

    /** Searches until it is settled or the budget is used up. */
    public Outcome<G> run() {
        enter(fromGoal, fromGivens, new Node<>(problem.goal(), 0, null, null));
        for (G given : expander.givens()) {
            enter(fromGivens, fromGoal, new Node<>(given, 0, null, null));
        }
        while (fromGoal.least() + fromGivens.least() < best) {
            Limit limit = meter.exceeded(expansions, calls, money);
            if (limit != null) {
                return stopped(limit);
            }
            expansions++;
            if (fromGoal.least() <= fromGivens.least()) {
                expand(fromGoal.open.remove());
            } else {
                expandUses(fromGivens.open.remove());
            }
        }
        if (best < Double.POSITIVE_INFINITY) {
            return new Outcome.Achieved<>(proof(), failures == 0, bound(), used());
        }
        return failures > 0
                ? new Outcome.OutOfBudget<>(Limit.FAILURES, bound(), whyNot(), used())
                : new Outcome.Impossible<>(whyNot(), used());
    }

    private Outcome<G> stopped(Limit limit) {
        return best < Double.POSITIVE_INFINITY
                ? new Outcome.Achieved<>(proof(), false, bound(), used())
                : new Outcome.OutOfBudget<>(limit, bound(), whyNot(), used());
    }

    private double bound() {
        return Math.min(best, fromGoal.least() + fromGivens.least());
    }

    private void enter(Side<G> side, Side<G> other, Node<G> node) {
        side.reach(node);
        Node<G> met = other.nodes.get(node.goal());
        if (met != null && met.cost() + node.cost() < best) {
            best = met.cost() + node.cost();
            meeting = node.goal();
        }
    }

    private void expand(Node<G> node) {
        Expansion<G> expansion = expander.expandAll(List.of(node.goal())).getFirst();
        calls += expansion.spent().calls();
        money += expansion.spent().money();
        if (expansion.failure() != null) {
            failures++;
            dead(node.goal(), WhyNot.Reason.EXPANDER_FAILED, expansion.failure());
        } else if (expansion.steps().isEmpty() && !problem.given().test(node.goal())) {
            dead(node.goal(), WhyNot.Reason.NOTHING_ACHIEVES_IT, null);
        }
        for (Step<G> step : expansion.steps()) {
            requireOnePremise(step);
            G premise = step.premises().getFirst();
            enter(fromGoal, fromGivens, new Node<>(premise, node.cost() + step.cost(), step, node));
            steps++;
        }
    }

    private void expandUses(Node<G> node) {
        for (Reversible.Use<G> use : expander.uses(node.goal())) {
            requireOnePremise(use.step());
            enter(
                    fromGivens,
                    fromGoal,
                    new Node<>(use.goal(), node.cost() + use.step().cost(), use.step(), node));
            steps++;
        }
    }

    private void dead(G goal, WhyNot.Reason reason, @Nullable RuntimeException failure) {
        if (deadEnds.size() < 10) {
            deadEnds.add(new WhyNot.Missing<>(goal, reason, failure));
        }
    }

    private static void requireOnePremise(Step<?> step) {
        if (step.premises().size() != 1) {
            throw new IllegalArgumentException(
                    "The step `"
                            + step.name()
                            + "` has "
                            + step.premises().size()
                            + " premises, and only steps with one can be taken in both"
                            + " directions.");
        }
    }

    private WhyNot<G> whyNot() {
        return deadEnds.isEmpty()
                ? new WhyNot<>(
                        List.of(
                                new WhyNot.Missing<>(
                                        problem.goal(), WhyNot.Reason.NOT_TRIED, null)),
                        null)
                : new WhyNot<>(deadEnds, null);
    }

    private Proof<G> proof() {
        G middle = java.util.Objects.requireNonNull(meeting);
        List<Proof.Line<G>> lines = new ArrayList<>();
        List<Node<G>> givenToMiddle = new ArrayList<>();
        for (Node<G> n = fromGivens.nodes.get(middle); n != null; n = n.next()) {
            givenToMiddle.add(n);
        }
        for (Node<G> n : givenToMiddle.reversed()) {
            lines.add(line(n.goal(), n.step(), lines.size()));
        }
        Node<G> n = java.util.Objects.requireNonNull(fromGoal.nodes.get(middle));
        while (n.next() != null) {
            lines.add(line(n.next().goal(), n.step(), lines.size()));
            n = n.next();
        }
        return new Proof<>(lines);
    }

    private Proof.Line<G> line(G goal, @Nullable Step<G> step, int place) {
        return new Proof.Line<>(goal, step, step == null ? List.of() : List.of(place - 1));
    }

    private Used used() {
        long goals = (long) fromGoal.nodes.size() + fromGivens.nodes.size();
        return new Used(expansions, goals, steps, failures, calls, money, meter.time());
    }
}
