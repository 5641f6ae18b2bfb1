package dev.clew.studies.tools;

import dev.clew.goals.Event;
import dev.clew.goals.Expander;
import dev.clew.goals.Outcome;
import dev.clew.goals.Problem;
import dev.clew.goals.Search;
import dev.clew.goals.Step;
import dev.clew.goals.Strategy;
import dev.clew.goals.proofs.Proof;
import dev.clew.plans.tools.Need;
import dev.clew.plans.tools.catalogue.Parameter;
import dev.clew.plans.tools.catalogue.Tool;
import dev.clew.plans.tools.catalogue.Type;
import dev.clew.studies.tools.Chooser.Choice;
import dev.clew.studies.tools.ToolWorld.Node;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reverse Chain on a goal graph: the chooser says which tool returns what is needed, and which
 * values are its arguments. As published it is taken at its word. With the types checked, what does
 * not fit is put back to it at once, and what leads nowhere as soon as that shows.
 */
final class Backward implements Expander<Need> {
    private static final int MAX_LEVELS = 1000;

    private final ToolWorld world;
    private final Chooser chooser;
    private final boolean isChecked;
    private final Map<Need, List<Choice>> rankings = new HashMap<>();
    private final Map<Need, Integer> asked = new HashMap<>();
    private int completions;

    Backward(ToolWorld world, Chooser chooser, boolean isChecked) {
        this.world = world;
        this.chooser = chooser;
        this.isChecked = isChecked;
    }

    /** Why what is wanted can be had; null if nothing was found. */
    @Nullable Proof<Need> proof() {
        Need root = new Need.Value(world.root().type(), world.root().name(), "", false);
        Problem<Need> problem = new Problem<>(root, need -> false, this);
        Outcome<Need> outcome =
                Search.of(problem)
                        .by(new Strategy.DepthFirst(MAX_LEVELS))
                        .telling(this::count)
                        .run();
        return outcome instanceof Outcome.Achieved<Need> a ? a.proof() : null;
    }

    /** What was found, and what it took. */
    Answer answer() {
        Proof<Need> proof = proof();
        int calls = completions;
        for (var e : asked.entrySet()) {
            // Which value is given for an argument is said when the arguments are filled in.
            Node node = node(e.getKey());
            calls += node != null && node.tool() != null ? e.getValue() : e.getValue() - 1;
        }
        return new Answer(proof == null ? null : expression(proof), calls);
    }

    private void count(Event<Need> event) {
        if (event instanceof Event.Tried<Need> tried
                && tried.goal() instanceof Need.Value
                && tried.step().evidence() instanceof Integer rank) {
            asked.merge(tried.goal(), rank + 1, Math::max);
        }
    }

    private @Nullable Node node(Need need) {
        return need instanceof Need.Value value ? world.node(value.name()) : null;
    }

    @Override
    public List<Step<Need>> expand(Need need) {
        return switch (need) {
            case Need.Value value -> chosen(value);
            case Need.Result result -> {
                completions++;
                Tool tool = Objects.requireNonNull(world.tool(result.tool()));
                List<Need> premises = new ArrayList<>();
                for (Parameter p : tool.parameters()) {
                    premises.add(new Need.Value(p.type(), p.name(), "", false));
                }
                yield List.of(new Step<>("call", premises, 1));
            }
            case Need.Have have -> List.of(new Step<>("given", List.of(), 0));
        };
    }

    private List<Step<Need>> chosen(Need.Value value) {
        List<Choice> ranking =
                rankings.computeIfAbsent(value, v -> chooser.ranking(node(v), world));
        List<Step<Need>> steps = new ArrayList<>();
        for (int rank = 0; rank < ranking.size() && (isChecked || rank == 0); rank++) {
            Choice choice = ranking.get(rank);
            Tool tool = choice.tool();
            Node given = choice.given();
            Type type = tool != null ? tool.returns() : given == null ? null : given.type();
            if (isChecked && !value.type().equals(type)) {
                continue;
            }
            // Two places that the same value is given for are two needs: each is a choice.
            Need premise =
                    tool != null
                            ? new Need.Result(tool.name(), "")
                            : new Need.Have(given == null ? "" : given.name(), value.name());
            steps.add(new Step<>("choice", List.of(premise), 0, rank));
        }
        return steps;
    }

    static String expression(Proof<Need> proof) {
        String[] expressions = new String[proof.lines().size()];
        for (int i = 0; i < expressions.length; i++) {
            Proof.Line<Need> line = proof.lines().get(i);
            List<String> parts = new ArrayList<>();
            line.premises().forEach(p -> parts.add(expressions[p]));
            expressions[i] =
                    switch (line.goal()) {
                        case Need.Have have -> have.name();
                        case Need.Value value -> parts.getFirst();
                        case Need.Result result ->
                                result.tool() + "(" + String.join(", ", parts) + ")";
                    };
        }
        return expressions[expressions.length - 1];
    }
}
