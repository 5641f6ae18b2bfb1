package dev.clew.plans.tools;

import dev.clew.goals.Budget;
import dev.clew.goals.Expander;
import dev.clew.goals.Outcome;
import dev.clew.goals.Problem;
import dev.clew.goals.Search;
import dev.clew.goals.Strategy;
import dev.clew.plans.tools.catalogue.Catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the calls that give what is wanted: {@code ToolPlanner.of(catalogue, givens).plan(want)}.
 * It calls no tool; what a call will return is known by its type alone.
 */
public final class ToolPlanner {
    private final Catalogue catalogue;
    private final List<Given> givens;
    private final Strategy strategy;
    private final Budget budget;
    private final Asking asking;

    private ToolPlanner(
            Catalogue catalogue,
            List<Given> givens,
            Strategy strategy,
            Budget budget,
            Asking asking) {
        this.catalogue = catalogue;
        this.givens = List.copyOf(givens);
        this.strategy = strategy;
        this.budget = budget;
        this.asking = asking;
    }

    /** A planner that searches for the cheapest plan, has no limits and asks nobody. */
    public static ToolPlanner of(Catalogue catalogue, List<Given> givens) {
        return new ToolPlanner(
                catalogue, givens, new Strategy.BestFirst(), Budget.unlimited(), Asking.nobody());
    }

    /** Searches by this strategy. */
    public ToolPlanner by(Strategy other) {
        return new ToolPlanner(catalogue, givens, other, budget, asking);
    }

    /** Keeps to this budget in each search. */
    public ToolPlanner within(Budget other) {
        return new ToolPlanner(catalogue, givens, strategy, other, asking);
    }

    /** Asks for what nothing gives. What is answered counts as given. */
    public ToolPlanner asking(Asking other) {
        return new ToolPlanner(catalogue, givens, strategy, budget, other);
    }

    /** Other tools, or fewer. */
    public ToolPlanner with(Catalogue other) {
        return new ToolPlanner(other, givens, strategy, budget, asking);
    }

    /** What is searched. */
    public Problem<Need> problem(Want want) {
        return problem(want, givens);
    }

    private Problem<Need> problem(Want want, List<Given> known) {
        Chaining chaining = new Chaining(catalogue, known);
        Need root = new Need.Value(want.type(), want.name(), "", false);
        return new Problem<>(root, chaining::isGiven, chaining);
    }

    /** Plans; asks as long as that helps. */
    public Planned plan(Want want) {
        List<Given> known = new ArrayList<>(givens);
        Set<String> asked = new LinkedHashSet<>();
        while (true) {
            Planned planned = plan(want, known);
            if (!(planned instanceof Planned.Missing missing)
                    || !answered(missing.questions(), asked, known, want)) {
                return planned;
            }
        }
    }

    private Planned plan(Want want, List<Given> known) {
        Outcome<Need> outcome = Search.of(problem(want, known)).by(strategy).within(budget).run();
        return switch (outcome) {
            case Outcome.Achieved<Need> a ->
                    new Planned.Found(
                            PlanReader.plan(a.proof(), want, known),
                            a.proof(),
                            a.isOptimal(),
                            a.used());
            case Outcome.Impossible<Need> i -> missing(want, known);
            case Outcome.OutOfBudget<Need> o -> new Planned.Stopped(o.limit(), o.used());
        };
    }

    /** What would have to be given: the plan in which the least is asked. */
    private Planned missing(Want want, List<Given> known) {
        Problem<Need> problem = problem(want, known);
        Expander<Need> asking = new WithQuestions(problem.by(), catalogue.types(), problem.goal());
        Outcome<Need> outcome =
                Search.of(new Problem<>(problem.goal(), problem.given(), asking))
                        .within(budget)
                        .run();
        return switch (outcome) {
            case Outcome.Achieved<Need> a ->
                    new Planned.Missing(
                            WithQuestions.of(a.proof()),
                            PlanReader.plan(a.proof(), want, known),
                            a.proof(),
                            a.used());
            case Outcome.Impossible<Need> i ->
                    throw new IllegalStateException("Whatever is needed can be asked for.");
            case Outcome.OutOfBudget<Need> o -> new Planned.Stopped(o.limit(), o.used());
        };
    }

    /** Asks each question once. Nobody is asked for what is wanted itself. */
    private boolean answered(
            List<Question> questions, Set<String> asked, List<Given> known, Want want) {
        boolean helps = false;
        for (Question question : questions) {
            boolean isAll = question.neededBy().isEmpty() && question.type().equals(want.type());
            if (isAll || !asked.add(question.toString())) {
                return false;
            }
            Optional<Object> answer = asking.ask(question);
            if (answer.isEmpty()) {
                return false;
            }
            known.add(Given.of(question.answerName(), question.type(), answer.get()));
            helps = true;
        }
        return helps;
    }
}
