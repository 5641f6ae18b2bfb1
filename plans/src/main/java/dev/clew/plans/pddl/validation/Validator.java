package dev.clew.plans.pddl.validation;

import dev.clew.plans.pddl.model.Action;
import dev.clew.plans.pddl.model.Atom;
import dev.clew.plans.pddl.model.Effect;
import dev.clew.plans.pddl.model.Expression;
import dev.clew.plans.pddl.model.Parameter;
import dev.clew.plans.pddl.model.PlanningTask;
import dev.clew.plans.pddl.model.Source;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Carries plans out as their texts say, and tells what goes wrong first. */
public final class Validator {
    private final PlanningTask task;
    private final Objects objects;
    private final Closure closure;

    /** A checker of plans for a task. */
    public Validator(PlanningTask task) {
        this.task = task;
        this.objects = new Objects(task);
        this.closure = new Closure(objects, task.domain().derivations());
    }

    /**
     * Checks the text of a plan.
     *
     * @throws dev.clew.plans.pddl.PddlError if it is no plan
     */
    public Verdict check(Source plan) {
        List<Step> steps = new PlanReader(plan).read();
        Facts facts = new Facts(task.initial());
        closure.complete(facts);
        BigDecimal cost = BigDecimal.ZERO;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            List<String> reasons = new ArrayList<>();
            BigDecimal more = perform(step, facts, reasons);
            if (more == null) {
                return new Verdict.Invalid(
                        i + 1, plan.place(step.at()), step + " cannot be done.", reasons);
            }
            cost = cost.add(more);
        }
        Truth truth = new Truth(objects, facts);
        if (!truth.holds(task.goal(), Map.of())) {
            return new Verdict.Invalid(
                    steps.size() + 1,
                    plan.place(plan.text().length()),
                    "The goal is not reached.",
                    truth.whyNot(task.goal(), Map.of()));
        }
        return new Verdict.Valid(steps.size(), cost);
    }

    /** Does an action; returns its cost, or null if it cannot be done, with reasons. */
    @Nullable BigDecimal perform(Step step, Facts facts, List<String> reasons) {
        Action action = task.domain().action(step.action());
        if (action == null) {
            reasons.add("There is no action (" + step.action() + ").");
            return null;
        }
        Map<String, String> bindings = bind(action, step, reasons);
        if (bindings == null) {
            return null;
        }
        Truth truth = new Truth(objects, facts);
        if (!truth.holds(action.precondition(), bindings)) {
            reasons.addAll(truth.whyNot(action.precondition(), bindings));
            return null;
        }
        Changes changes = new Changes(truth, reasons);
        changes.collect(action.effect(), bindings);
        if (!reasons.isEmpty()) {
            return null;
        }
        changes.deleted.forEach(facts::remove);
        changes.added.forEach(facts::add);
        closure.complete(facts);
        return task.metric() == null ? BigDecimal.ONE : changes.cost;
    }

    private @Nullable Map<String, String> bind(Action action, Step step, List<String> reasons) {
        List<Parameter> parameters = action.parameters();
        if (parameters.size() != step.objects().size()) {
            reasons.add(
                    "The action takes "
                            + parameters.size()
                            + (parameters.size() == 1 ? " object" : " objects")
                            + ", not "
                            + step.objects().size()
                            + ".");
            return null;
        }
        Map<String, String> bindings = new HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter p = parameters.get(i);
            String object = step.objects().get(i);
            if (!objects.has(object)) {
                reasons.add("There is no object (" + object + ").");
            } else if (!objects.is(object, p.types())) {
                reasons.add(
                        object
                                + " is no "
                                + String.join(" or ", p.types())
                                + ", as "
                                + p.name()
                                + " must be.");
            }
            bindings.put(p.name(), object);
        }
        return reasons.isEmpty() ? bindings : null;
    }

    /** What an action changes, found before anything is changed. */
    private final class Changes {
        private final Truth truth;
        private final List<String> reasons;
        final Set<Atom> added = new LinkedHashSet<>();
        final Set<Atom> deleted = new LinkedHashSet<>();
        BigDecimal cost = BigDecimal.ZERO;

        Changes(Truth truth, List<String> reasons) {
            this.truth = truth;
            this.reasons = reasons;
        }

        void collect(Effect effect, Map<String, String> bindings) {
            switch (effect) {
                case Effect.Add e -> added.add(e.atom().bind(bindings));
                case Effect.Delete e -> deleted.add(e.atom().bind(bindings));
                case Effect.All e -> e.parts().forEach(part -> collect(part, bindings));
                case Effect.When e -> {
                    if (truth.holds(e.condition(), bindings)) {
                        collect(e.effect(), bindings);
                    }
                }
                case Effect.ForAll e ->
                        truth.some(
                                e.variables(),
                                0,
                                bindings,
                                b -> {
                                    collect(e.effect(), b);
                                    return false;
                                });
                case Effect.Increase e -> {
                    if (e.function().name().equals(task.metric())) {
                        cost = cost.add(value(e.amount(), bindings));
                    }
                }
            }
        }

        private BigDecimal value(Expression expression, Map<String, String> bindings) {
            return switch (expression) {
                case Expression.Number n -> n.value();
                case Expression.Value v -> {
                    Atom function = v.function().bind(bindings);
                    BigDecimal value = task.values().get(function);
                    if (value == null) {
                        reasons.add("The function " + function + " has no value.");
                        yield BigDecimal.ZERO;
                    }
                    yield value;
                }
                case Expression.Arithmetic a -> arithmetic(a, bindings);
            };
        }

        private BigDecimal arithmetic(Expression.Arithmetic a, Map<String, String> bindings) {
            BigDecimal result = value(a.parts().get(0), bindings);
            if (a.parts().size() == 1) {
                return a.sign() == '-' ? result.negate() : result;
            }
            for (Expression part : a.parts().subList(1, a.parts().size())) {
                BigDecimal next = value(part, bindings);
                switch (a.sign()) {
                    case '+' -> result = result.add(next);
                    case '-' -> result = result.subtract(next);
                    case '*' -> result = result.multiply(next);
                    default -> {
                        if (next.signum() == 0) {
                            reasons.add("A cost is divided by 0.");
                        } else {
                            result = result.divide(next, MathContext.DECIMAL64);
                        }
                    }
                }
            }
            return result;
        }
    }
}
