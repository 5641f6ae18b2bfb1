package dev.clew.plans.pddl.grounding;

import dev.clew.plans.pddl.PddlError;
import dev.clew.plans.pddl.model.Action;
import dev.clew.plans.pddl.model.Atom;
import dev.clew.plans.pddl.model.Derivation;
import dev.clew.plans.pddl.model.Effect;
import dev.clew.plans.pddl.model.Expression;
import dev.clew.plans.pddl.model.Term;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes rules of actions and derivations. */
final class RuleCompiler {
    private final World world;
    private final Normalizer normalizer;
    private final Map<List<Object>, BigDecimal> values = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private int predicates;

    RuleCompiler(World world) {
        this.world = world;
        this.normalizer = new Normalizer(world);
        this.predicates = world.predicates.size();
        for (Map.Entry<Atom, BigDecimal> e : world.task.values().entrySet()) {
            List<Object> key = new ArrayList<>();
            key.add(e.getKey().name());
            for (Term t : e.getKey().arguments()) {
                key.add(world.object(t.name()));
            }
            values.put(List.copyOf(key), e.getValue());
        }
    }

    List<Rule> compile() {
        for (Action a : world.task.domain().actions()) {
            action(a);
        }
        for (Derivation d : world.task.domain().derivations()) {
            derivation(d);
        }
        return rules;
    }

    /** The number of predicates, with those that stand for actions. */
    int predicates() {
        return predicates;
    }

    private void derivation(Derivation d) {
        Slots slots = new Slots(world);
        int[] head = slots.add(d.parameters());
        Form condition = normalizer.normalize(d.condition(), slots);
        for (Conjunction body : Conjunction.cases(condition)) {
            Rule rule = rule(Rule.Kind.DERIVATION, "", head.length, body, slots, head);
            rule.heads.add(new Form.Literal(world.predicate(d.predicate()), head, false));
        }
    }

    private Rule rule(
            Rule.Kind kind, String name, int parameters, Conjunction body, Slots slots, int[] own) {
        IntList bound = new IntList();
        bound.addAll(own, own.length);
        body.slots.forEach(bound::add);
        Rule rule =
                new Rule(
                        kind,
                        rules.size(),
                        name,
                        parameters,
                        body,
                        slots.domains(),
                        bound.toArray());
        rules.add(rule);
        return rule;
    }

    private void action(Action a) {
        Slots slots = new Slots(world);
        int[] parameters = slots.add(a.parameters());
        Form condition = normalizer.normalize(a.precondition(), slots);
        Effects effects = new Effects(slots.copy());
        effects.collect(a.effect());
        for (Conjunction body : Conjunction.cases(condition)) {
            Rule rule =
                    rule(Rule.Kind.ACTION, a.name(), parameters.length, body, slots, parameters);
            rule.heads.addAll(effects.main.heads);
            rule.cost = new Amount(effects.amounts, effects.scopes, values);
            if (!effects.groups.isEmpty()) {
                rule.actionPredicate = predicates++;
                effects.groups.forEach(group -> conditional(rule, group, effects.slots));
            }
        }
    }

    private void conditional(Rule action, Group group, Slots slots) {
        Form.Literal self = new Form.Literal(action.actionPredicate, action.slots, false);
        Form condition = Normalizer.junction(group.conditions, true);
        for (Conjunction body : Conjunction.cases(condition)) {
            body.positive.add(0, self);
            if (group.slots.size() > 0 && group.heads.size() == 1) {
                guard(body, group.heads.get(0));
            }
            IntList own = new IntList();
            own.addAll(action.slots, action.slots.length);
            own.addAll(group.slots.toArray(), group.slots.size());
            Rule rule =
                    rule(
                            Rule.Kind.EFFECT,
                            action.name,
                            action.parameters,
                            body,
                            slots,
                            own.toArray());
            rule.heads.addAll(group.heads);
        }
    }

    /** To delete what cannot hold changes nothing, so only what can need be found. */
    private static void guard(Conjunction body, Form.Literal head) {
        if (head.isNegated() && body.positive.size() < Long.SIZE - 2) {
            body.positive.add(new Form.Literal(head.predicate(), head.arguments(), false));
        }
    }

    /** Effects with the same condition. */
    private static final class Group {
        final List<Form> conditions;
        final IntList slots;
        final List<Form.Literal> heads = new ArrayList<>();

        Group(List<Form> conditions, IntList slots) {
            this.conditions = conditions;
            this.slots = slots;
        }
    }

    /** The effects of an action, sorted by their conditions. */
    private final class Effects {
        final Slots slots;
        final Group main = new Group(List.of(), new IntList());
        final List<Group> groups = new ArrayList<>();
        final List<Expression> amounts = new ArrayList<>();
        final List<Slots> scopes = new ArrayList<>();

        Effects(Slots slots) {
            this.slots = slots;
        }

        void collect(Effect effect) {
            collect(effect, main, slots);
        }

        private void collect(Effect effect, Group group, Slots scope) {
            switch (effect) {
                case Effect.Add e -> head(e.atom(), false, e.at(), group, scope);
                case Effect.Delete e -> head(e.atom(), true, e.at(), group, scope);
                case Effect.All e -> e.parts().forEach(part -> collect(part, group, scope));
                case Effect.When e -> {
                    List<Form> conditions = new ArrayList<>(group.conditions);
                    conditions.add(normalizer.normalize(e.condition(), scope));
                    inner(new Group(conditions, group.slots), e.effect(), scope);
                }
                case Effect.ForAll e -> {
                    Slots inside = scope.inner();
                    int[] own = inside.add(e.variables());
                    IntList all = new IntList();
                    all.addAll(group.slots.toArray(), group.slots.size());
                    all.addAll(own, own.length);
                    inner(new Group(group.conditions, all), e.effect(), inside);
                }
                case Effect.Increase e -> amount(e, group, scope);
            }
        }

        private void inner(Group group, Effect effect, Slots scope) {
            collect(effect, group, scope);
            if (!group.heads.isEmpty()) {
                groups.add(group);
            }
        }

        private void head(Atom atom, boolean isDeleted, int at, Group group, Slots scope) {
            int predicate = world.predicate(atom.name());
            if (world.isDerived[predicate]) {
                throw new PddlError(
                        world.task.domain().source(),
                        at,
                        "The predicate (" + atom.name() + ") is derived; no action can change it.",
                        null);
            }
            group.heads.add(new Form.Literal(predicate, scope.terms(atom.arguments()), isDeleted));
        }

        private void amount(Effect.Increase e, Group group, Slots scope) {
            if (!e.function().name().equals(world.task.metric())) {
                return;
            }
            if (group != main) {
                throw new PddlError(
                        world.task.domain().source(),
                        e.at(),
                        "A cost that depends on a condition is not supported.",
                        null);
            }
            amounts.add(e.amount());
            scopes.add(scope);
        }
    }
}
