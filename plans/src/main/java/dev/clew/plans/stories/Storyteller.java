package dev.clew.plans.stories;

import dev.clew.goals.Budget;
import dev.clew.goals.Outcome;
import dev.clew.goals.Problem;
import dev.clew.goals.Search;
import dev.clew.goals.Strategy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells how a world may come to an ending, backward from there to the opening.
 *
 * <pre>{@code
 * var ending = Demands.of(Condition.of(Fact.of("married", rosa, leo)));
 * Telling telling = new Storyteller(world).tell(ending, Budget.unlimited());
 * }</pre>
 */
public final class Storyteller {
    /** How many events a story may have, if nothing else is said. */
    public static final int USUAL_EVENTS = 40;

    /** How many events a story can have at most. */
    public static final int MAX_EVENTS = PartialPlan.MAX_STEPS - 2;

    private final World world;
    private final int maxEvents;

    /** Tells stories of this world, of a usual length at most. */
    public Storyteller(World world) {
        this(world, USUAL_EVENTS);
    }

    private Storyteller(World world, int maxEvents) {
        this.world = world;
        this.maxEvents = maxEvents;
    }

    /** Tells stories of so many events at most. */
    public Storyteller withEvents(int max) {
        if (max < 1 || max > MAX_EVENTS) {
            throw new IllegalArgumentException(
                    "The number of events (" + max + ") must be from 1 to " + MAX_EVENTS + ".");
        }
        return new Storyteller(world, max);
    }

    /**
     * Looks for a story with this ending. A condition may be {@code happens(Action)}: that this
     * action occurs in it.
     */
    public Telling tell(Demands ending, Budget budget) {
        requireBound(ending);
        Grounding ground = new Grounding(world, ending, happening(ending));
        if (ground.endings.isEmpty()) {
            return new Telling.Impossible(whyNot(ground, ending), 0);
        }
        Intentions intentions = new Intentions(ground);
        Costs costs = new Costs(ground, intentions);
        ground.endings.removeIf(needs -> costs.sum(needs) == Double.POSITIVE_INFINITY);
        if (ground.endings.isEmpty()) {
            return new Telling.Impossible(
                    "Nobody who could bring it about comes to want anything that it serves.", 0);
        }
        Mending mending = new Mending(ground, intentions, costs, maxEvents);
        var problem =
                new Problem<>(
                        PartialPlan.start(),
                        mending::isWhole,
                        mending.expander(),
                        mending.estimate());
        Outcome<PartialPlan> outcome =
                Search.of(problem).by(new Strategy.BestFirst(1, false)).within(budget).run();
        long expansions = outcome.used().expansions();
        return switch (outcome) {
            case Outcome.Achieved<PartialPlan> a -> {
                PartialPlan plot = a.proof().lines().getFirst().goal();
                yield new Telling.Told(
                        new Linearising(world, ground, intentions, plot).story(), expansions);
            }
            case Outcome.Impossible<PartialPlan> i ->
                    mending.wasCut()
                            ? new Telling.OutOfBudget(
                                    "No story of at most " + maxEvents + " events ends so.",
                                    expansions)
                            : new Telling.Impossible(
                                    "Everything was tried: whatever leads there undoes something"
                                            + " else that is needed.",
                                    expansions);
            case Outcome.OutOfBudget<PartialPlan> o ->
                    new Telling.OutOfBudget(
                            switch (o.limit()) {
                                case TIME -> "The time is over.";
                                case EXPANSIONS ->
                                        "So many partial plots were tried as were allowed.";
                                default -> "The search was stopped.";
                            },
                            expansions);
        };
    }

    private static void requireBound(Demands ending) {
        Set<String> bound = new HashSet<>();
        for (Condition c : ending.conditions()) {
            if (c.holds()) {
                bound.addAll(Substitution.variables(c.fact()));
            }
        }
        for (Condition c : ending.conditions()) {
            requireBound(c.fact(), bound, c.place());
        }
        for (Demands.Difference d : ending.differences()) {
            requireBound(d.one(), bound, Place.NOWHERE);
            requireBound(d.other(), bound, Place.NOWHERE);
        }
    }

    private static void requireBound(Term term, Set<String> bound, Place place) {
        for (String name : Substitution.variables(term)) {
            if (!bound.contains(name)) {
                throw new WorldError(
                        place,
                        "The variable " + name + " is in no condition that must hold.",
                        "Maybe add one that says what it can be.");
            }
        }
    }

    private static List<String> happening(Demands ending) {
        List<String> names = new ArrayList<>();
        for (Condition c : ending.conditions()) {
            if (c.fact().name().equals("happens")
                    && c.fact().arguments().size() == 1
                    && c.fact().arguments().getFirst() instanceof Fact action) {
                names.add(action.name() + '/' + action.arguments().size());
            }
        }
        return names;
    }

    /** The first condition that cannot come to hold even if nothing is ever undone. */
    private static String whyNot(Grounding ground, Demands ending) {
        for (Condition c : ending.conditions()) {
            boolean isPossible =
                    !c.holds()
                            || ground.possible().stream()
                                    .anyMatch(f -> new Substitution().match(c.fact(), f) != null);
            if (!isPossible) {
                return "Nothing that can happen makes " + c + " true.";
            }
        }
        return "What the ending asks for cannot hold together.";
    }
}
