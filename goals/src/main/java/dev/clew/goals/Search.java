package dev.clew.goals;

import dev.clew.goals.Outcome.Limit;
import dev.clew.goals.graph.GoalGraph;
import dev.clew.goals.graph.Growth;
import dev.clew.goals.graph.Nearest;
import dev.clew.goals.search.Meeting;
import dev.clew.goals.search.Meter;
import dev.clew.goals.search.Picker;
import dev.clew.goals.search.Pickers;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/**
 * A search for a proof of a goal: {@code Search.of(problem).by(strategy).within(budget).run()}.
 *
 * <p>One search runs once, in the thread that calls {@link #run}; another thread may {@link
 * #cancel} it.
 */
public final class Search<G> {
    private static final int EXPANSIONS_PER_PROGRESS = 1024;

    /**
     * When a search is stopped with more goals than this, it is not worked out which leaves are
     * nearest: it would take as long as a good part of the search.
     */
    private static final int MAX_EXPLAINED_GOALS = 100_000;

    private final Problem<G> problem;
    private Strategy strategy = new Strategy.BestFirst();
    private Budget budget = Budget.unlimited();
    private @Nullable Consumer<? super Event<G>> listener;
    private volatile boolean isCancelled;
    private volatile @Nullable Meter meter;
    private @Nullable Growth<G> growth;

    private Search(Problem<G> problem) {
        this.problem = problem;
    }

    /** A search that is best-first and has no limits, unless it is told otherwise. */
    public static <G> Search<G> of(Problem<G> problem) {
        return new Search<>(problem);
    }

    /** Uses this strategy. */
    public Search<G> by(Strategy strategy) {
        this.strategy = strategy;
        return this;
    }

    /** Keeps to this budget. */
    public Search<G> within(Budget budget) {
        this.budget = budget;
        return this;
    }

    /** Tells what happens as it happens, in the thread of the search. */
    public Search<G> telling(Consumer<? super Event<G>> listener) {
        this.listener = listener;
        return this;
    }

    /** Stops the search soon, or before it begins. To interrupt its thread does the same. */
    public void cancel() {
        isCancelled = true;
        Meter running = meter;
        if (running != null) {
            running.cancel();
        }
    }

    /** The graph that the search grew; empty before it ran and if it was bidirectional. */
    public GoalGraph<G> graph() {
        return growth == null ? new GoalGraph<>() : growth.graph();
    }

    /** Searches until it is settled or the budget is used up. */
    public Outcome<G> run() {
        Meter clock = new Meter(budget);
        meter = clock;
        if (isCancelled) {
            clock.cancel();
        }
        if (strategy instanceof Strategy.Bidirectional) {
            return new Meeting<>(problem, clock).run();
        }
        Growth<G> grown = new Growth<>(problem, listener);
        growth = grown;
        return run(grown, Pickers.of(strategy, grown), clock);
    }

    private Outcome<G> run(Growth<G> grown, Picker picker, Meter clock) {
        int[] batch = new int[picker.batch()];
        long nextProgress = EXPANSIONS_PER_PROGRESS;
        while (!(grown.proved().has(grown.root()) && picker.isSatisfied())) {
            Limit limit = clock.exceeded(grown.expansions(), grown.calls(), grown.money());
            if (limit != null) {
                return stopped(grown, picker, clock, limit);
            }
            int count = picker.next(batch);
            if (count == 0) {
                return settled(grown, picker, clock);
            }
            grown.expand(batch, (int) Math.min(count, budget.expansions() - grown.expansions()));
            if (grown.isHeard() && grown.expansions() >= nextProgress) {
                nextProgress = grown.expansions() + EXPANSIONS_PER_PROGRESS;
                grown.tell(new Event.Progress<>(used(grown, clock), picker.bound()));
            }
        }
        return achieved(grown, picker, clock);
    }

    private Outcome<G> achieved(Growth<G> grown, Picker picker, Meter clock) {
        double cost = grown.proved().cost(grown.root());
        double bound = Math.min(cost, bound(grown, picker));
        return new Outcome.Achieved<>(
                grown.proved().proof(grown.root()), bound >= cost, bound, used(grown, clock));
    }

    /** Nothing is left to expand. */
    private Outcome<G> settled(Growth<G> grown, Picker picker, Meter clock) {
        if (grown.proved().has(grown.root())) {
            return achieved(grown, picker, clock);
        } else if (!picker.isComplete()) {
            return stopped(grown, picker, clock, Limit.STRATEGY);
        } else if (!grown.failures().isEmpty()) {
            return stopped(grown, picker, clock, Limit.FAILURES);
        }
        return new Outcome.Impossible<>(explained(grown), used(grown, clock));
    }

    private Outcome<G> stopped(Growth<G> grown, Picker picker, Meter clock, Limit limit) {
        if (grown.proved().has(grown.root())) {
            return achieved(grown, picker, clock);
        }
        return new Outcome.OutOfBudget<>(
                limit, bound(grown, picker), whyNot(grown), used(grown, clock));
    }

    /** What is certain: a goal that the expander failed on might be cheap. */
    private double bound(Growth<G> grown, Picker picker) {
        boolean isCertain = problem.estimate().isAdmissible() && grown.failures().isEmpty();
        return isCertain ? picker.bound() : 0;
    }

    private WhyNot<G> whyNot(Growth<G> grown) {
        if (grown.graph().goals() > MAX_EXPLAINED_GOALS) {
            var root = new WhyNot.Missing<>(problem.goal(), WhyNot.Reason.NOT_TRIED, null);
            return new WhyNot<>(List.of(root), null);
        }
        return explained(grown);
    }

    private WhyNot<G> explained(Growth<G> grown) {
        return Nearest.of(grown.graph(), grown.root(), grown.failures());
    }

    private Used used(Growth<G> grown, Meter clock) {
        return new Used(
                grown.expansions(),
                grown.graph().goals(),
                grown.graph().steps(),
                grown.failures().size(),
                grown.calls(),
                grown.money(),
                clock.time());
    }
}
