package dev.clew.plans.pddl.validation;

import dev.clew.plans.pddl.model.Action;
import dev.clew.plans.pddl.model.Atom;
import dev.clew.plans.pddl.model.Parameter;
import dev.clew.plans.pddl.model.PlanningTask;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Dijkstra's search over sets of atoms with the actions as they are written: slow and plain. */
public final class BruteForce {
    private final PlanningTask task;
    private final Validator validator;
    private final Objects objects;
    private final Closure closure;

    /** A search in a task. */
    public BruteForce(PlanningTask task) {
        this.task = task;
        this.validator = new Validator(task);
        this.objects = new Objects(task);
        this.closure = new Closure(objects, task.domain().derivations());
    }

    private record Open(Set<Atom> state, BigDecimal cost) {}

    /**
     * The least cost of a plan, or null if there is none; -1 if there are more states than allowed.
     */
    public @Nullable BigDecimal leastCost(int mostStates) {
        List<Step> steps = steps();
        Facts first = new Facts(task.initial());
        closure.complete(first);
        Map<Set<Atom>, BigDecimal> known = new HashMap<>();
        PriorityQueue<Open> open = new PriorityQueue<>(Comparator.comparing(Open::cost));
        known.put(first.all(), BigDecimal.ZERO);
        open.add(new Open(first.all(), BigDecimal.ZERO));
        while (!open.isEmpty()) {
            Open next = open.remove();
            if (next.cost().compareTo(known.get(next.state())) > 0) {
                continue;
            }
            if (new Truth(objects, new Facts(next.state())).holds(task.goal(), Map.of())) {
                return next.cost();
            }
            if (known.size() > mostStates) {
                return BigDecimal.ONE.negate();
            }
            for (Step s : steps) {
                Facts facts = new Facts(next.state());
                BigDecimal more = validator.perform(s, facts, new ArrayList<>());
                if (more != null) {
                    Set<Atom> state = facts.all();
                    BigDecimal cost = next.cost().add(more);
                    BigDecimal old = known.get(state);
                    if (old == null || cost.compareTo(old) < 0) {
                        known.put(state, cost);
                        open.add(new Open(state, cost));
                    }
                }
            }
        }
        return null;
    }

    /** All actions with all objects of fitting types. */
    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (Action a : task.domain().actions()) {
            bind(a, new ArrayList<>(), steps);
        }
        return steps;
    }

    private void bind(Action a, List<String> bound, List<Step> steps) {
        if (bound.size() == a.parameters().size()) {
            steps.add(new Step(a.name(), List.copyOf(bound), 0));
            return;
        }
        Parameter p = a.parameters().get(bound.size());
        for (String object : objects.of(p.types())) {
            bound.add(object);
            bind(a, bound, steps);
            bound.remove(bound.size() - 1);
        }
    }
}
