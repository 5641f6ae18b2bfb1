package dev.clew.plans.tools;

import dev.clew.goals.Budget;
import dev.clew.goals.Outcome;
import dev.clew.goals.Problem;
import dev.clew.goals.Search;
import dev.clew.goals.Strategy;
import dev.clew.goals.WhyNot;
import dev.clew.goals.proofs.Proof;
import dev.clew.plans.tools.catalogue.Catalogue;

import org.jspecify.annotations.Nullable;

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
                catalogue,
                givens,
                new Strategy.BestFirst(),
                Budget.unlimited(),
                Asking.nobody());
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
        Outcome<Need> outcome =
                Search.of(problem(want, known)).by(strategy).within(budget).run();
        return switch (outcome) {
            case Outcome.Achieved<Need> a ->
                    new Planned.Found(
                            PlanReader.plan(a.proof(), want, known),
                            a.proof(),
                            a.isOptimal(),
                            a.used());
            case Outcome.Impossible<Need> i -> {
                WhyNot<Need> whyNot = complete(want, known, i.whyNot());
                yield new Planned.Missing(questions(whyNot), whyNot, i.used());
            }
            case Outcome.OutOfBudget<Need> o ->
                    new Planned.Stopped(o.limit(), o.whyNot(), o.used());
        };
    }

    /**
     * What is missing, everything looked at. The search that said no left out what could not
     * matter any more, which might be had or not.
     */
    private WhyNot<Need> complete(Want want, List<Given> known, WhyNot<Need> otherwise) {
        Outcome<Need> outcome =
                Search.of(problem(want, known))
                        .by(new Strategy.BreadthFirst())
                        .within(budget)
                        .run();
        return outcome instanceof Outcome.Impossible<Need> i ? i.whyNot() : otherwise;
    }

    private static List<Question> questions(WhyNot<Need> whyNot) {
        Set<Question> questions = new LinkedHashSet<>();
        for (WhyNot.Missing<Need> missing : whyNot.missing()) {
            if (missing.goal() instanceof Need.Value value) {
                questions.add(
                        new Question(
                                value.type(),
                                value.name(),
                                value.role(),
                                users(whyNot.nearest(), value)));
            }
        }
        return List.copyOf(questions);
    }

    private static List<String> users(
            @Nullable Proof<Need> nearest, Need need) {
        Set<String> users = new LinkedHashSet<>();
        if (nearest != null) {
            for (Proof.Line<Need> line : nearest.lines()) {
                if (line.goal() instanceof Need.Result result && needs(nearest, line, need)) {
                    users.add(result.tool());
                }
            }
        }
        return List.copyOf(users);
    }

    private static boolean needs(Proof<Need> proof, Proof.Line<Need> line, Need need) {
        for (int premise : line.premises()) {
            if (proof.lines().get(premise).goal().equals(need)) {
                return true;
            }
        }
        return false;
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
