package dev.clew.plans.pddl.grounding;

import dev.clew.plans.pddl.budget.Watch;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes ground actions of the firings of rules; what always or never holds is left out. */
final class Instantiation {
    private static final int TRUE = -1;
    private static final int FALSE = -2;
    private static final int MOST_CASES = 8;
    private static final int MOST_DECIMALS = 3;

    private final World world;
    private final List<Rule> rules;
    private final Reachability reached;
    private final Watch watch;
    private final GroundTask task;
    private final Cases cases;

    /** Per atom its fact, or {@link #TRUE} or {@link #FALSE}. */
    private int[] facts = {};

    /** Per atom that stands for an action: its first effect; per effect: the next one. */
    private int[] firstEffect = {};

    private final IntList effects = new IntList();
    private final int[] arguments;

    Instantiation(World world, List<Rule> rules, Reachability reached, Watch watch) {
        this.world = world;
        this.rules = rules;
        this.reached = reached;
        this.watch = watch;
        this.task = new GroundTask(world, reached.atoms);
        this.cases = new Cases(task);
        int widest = 64;
        for (Rule r : rules) {
            widest = Math.max(widest, r.width());
        }
        this.arguments = new int[widest];
    }

    GroundTask run(Form goal, int[][] goalDomains) {
        numberFacts();
        linkEffects();
        scaleCosts();
        int[] binding = new int[arguments.length];
        for (Rule rule : rules) {
            for (int i = 0; i < rule.firingCount(); i++) {
                watch.check();
                rule.restore(i, binding);
                switch (rule.kind) {
                    case ACTION -> action(rule, binding);
                    case DERIVATION -> derivation(rule, binding);
                    case EFFECT -> {}
                }
            }
        }
        List<int[]> goals = cases.of(ground(goal, new int[goalDomains.length], goalDomains), 1);
        task.isImpossible = goals.isEmpty();
        task.goal = goals.isEmpty() ? new int[0] : goals.get(0);
        return task;
    }

    private void numberFacts() {
        boolean[] isDeleted = deleted();
        facts = new int[reached.atoms.size()];
        for (int atom = 0; atom < facts.length; atom++) {
            int predicate = reached.atoms.predicate(atom);
            if (!reached.isReached(atom) || predicate >= world.predicates.size()) {
                facts[atom] = FALSE;
            } else if (reached.isInitial(atom) && !isDeleted[atom] && !world.isDerived[predicate]) {
                facts[atom] = TRUE;
            } else {
                facts[atom] =
                        task.addFact(atom, world.isDerived[predicate], reached.isInitial(atom));
            }
        }
    }

    /** Which atoms an action deletes. */
    private boolean[] deleted() {
        boolean[] is = new boolean[reached.atoms.size()];
        int[] binding = new int[arguments.length];
        for (Rule rule : rules) {
            if (rule.heads.stream().noneMatch(Form.Literal::isNegated)) {
                continue;
            }
            for (int i = 0; i < rule.firingCount(); i++) {
                watch.check();
                rule.restore(i, binding);
                for (Form.Literal head : rule.heads) {
                    int atom = head.isNegated() ? atom(head, binding) : -1;
                    if (atom >= 0) {
                        is[atom] = true;
                    }
                }
            }
        }
        return is;
    }

    private int atom(Form.Literal l, int[] binding) {
        int[] terms = l.arguments();
        for (int i = 0; i < terms.length; i++) {
            arguments[i] = terms[i] < 0 ? ~terms[i] : binding[terms[i]];
        }
        return reached.atoms.find(l.predicate(), arguments, terms.length);
    }

    private void linkEffects() {
        firstEffect = new int[reached.atoms.size()];
        Arrays.fill(firstEffect, -1);
        int[] binding = new int[arguments.length];
        for (Rule rule : rules) {
            for (int i = 0; rule.kind == Rule.Kind.EFFECT && i < rule.firingCount(); i++) {
                rule.restore(i, binding);
                int action = atom(rule.body.positive.get(0), binding);
                effects.add(rule.number);
                effects.add(i);
                effects.add(firstEffect[action]);
                firstEffect[action] = effects.size() / 3 - 1;
            }
        }
    }

    /** Costs become whole numbers; beyond three decimals they are rounded. */
    private void scaleCosts() {
        int decimals = 0;
        int[] binding = new int[arguments.length];
        for (Rule rule : rules) {
            Amount cost = rule.cost;
            for (int i = 0; cost != null && i < rule.firingCount(); i++) {
                rule.restore(i, binding);
                BigDecimal value = cost.at(binding);
                if (value != null) {
                    decimals = Math.max(decimals, value.stripTrailingZeros().scale());
                }
            }
        }
        for (int i = 0; i < Math.min(decimals, MOST_DECIMALS); i++) {
            task.costScale *= 10;
        }
    }

    private int cost(Rule rule, int[] binding) {
        if (world.task.metric() == null || rule.cost == null) {
            return 1;
        }
        BigDecimal value = rule.cost.at(binding);
        if (value == null) {
            return 0;
        }
        return Math.max(
                0,
                value.multiply(BigDecimal.valueOf(task.costScale))
                        .setScale(0, RoundingMode.HALF_UP)
                        .min(BigDecimal.valueOf(Integer.MAX_VALUE / 4))
                        .intValue());
    }

    private void action(Rule rule, int[] binding) {
        Ground condition = condition(rule, binding, null);
        if (condition == Ground.FALSE) {
            return;
        }
        IntList add = new IntList();
        IntList delete = new IntList();
        heads(rule, binding, add, delete);
        for (int[] literals : cases.of(condition, MOST_CASES)) {
            IntList added = new IntList();
            added.addAll(add.toArray(), add.size());
            IntList deleted = new IntList();
            deleted.addAll(delete.toArray(), delete.size());
            List<GroundEffect> conditional = new ArrayList<>();
            if (rule.actionPredicate >= 0) {
                conditional(rule, binding, literals, added, deleted, conditional);
            }
            int[] adds = added.toSet();
            int[] deletes = without(deleted.toSet(), adds);
            if (conditional.isEmpty()) {
                adds = unless(adds, literals, deletes);
            }
            if (adds.length + deletes.length + conditional.size() > 0) {
                task.actions.add(
                        new GroundAction(
                                rule,
                                Arrays.copyOf(binding, rule.parameters),
                                literals,
                                adds,
                                deletes,
                                conditional,
                                cost(rule, binding)));
            }
        }
    }

    /** Adds the effects of an action that have conditions of their own. */
    private void conditional(
            Rule rule,
            int[] binding,
            int[] literals,
            IntList add,
            IntList delete,
            List<GroundEffect> conditional) {
        int[] own = new int[rule.slots.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = binding[rule.slots[i]];
        }
        int action = reached.atoms.find(rule.actionPredicate, own, own.length);
        int[] inner = new int[arguments.length];
        for (int e = firstEffect[action]; e >= 0; e = effects.get(e * 3 + 2)) {
            Rule effect = rules.get(effects.get(e * 3));
            effect.restore(effects.get(e * 3 + 1), inner);
            IntList added = new IntList();
            IntList deleted = new IntList();
            heads(effect, inner, added, deleted);
            if (added.isEmpty() && deleted.isEmpty()) {
                continue;
            }
            Ground condition = condition(effect, inner, added.isEmpty() ? deleted : null);
            for (int[] when : cases.of(condition, MOST_CASES)) {
                if (Cases.union(literals, when) == null) {
                    continue;
                }
                int[] rest = without(when, literals);
                if (rest.length == 0) {
                    add.addAll(added.toArray(), added.size());
                    delete.addAll(deleted.toArray(), deleted.size());
                } else {
                    int[] adds = added.toSet();
                    int[] deletes = without(deleted.toSet(), adds);
                    if (adds.length + deletes.length > 0) {
                        conditional.add(new GroundEffect(rest, adds, deletes));
                    }
                }
            }
        }
    }

    /** The facts that a rule adds and deletes. */
    private void heads(Rule rule, int[] binding, IntList add, IntList delete) {
        for (Form.Literal head : rule.heads) {
            int atom = atom(head, binding);
            int fact = atom < 0 ? FALSE : facts[atom];
            if (fact >= 0) {
                (head.isNegated() ? delete : add).add(fact);
            }
        }
    }

    private static int[] without(int[] set, int[] others) {
        IntList rest = new IntList(set.length);
        for (int i : set) {
            if (Arrays.binarySearch(others, i) < 0) {
                rest.add(i);
            }
        }
        return rest.size() == set.length ? set : rest.toArray();
    }

    /** What is added and does not hold anyway. */
    private static int[] unless(int[] add, int[] condition, int[] delete) {
        IntList rest = new IntList(add.length);
        for (int i : add) {
            if (Arrays.binarySearch(condition, i) < 0 || Arrays.binarySearch(delete, i) >= 0) {
                rest.add(i);
            }
        }
        return rest.toArray();
    }

    private void derivation(Rule rule, int[] binding) {
        int atom = atom(rule.heads.get(0), binding);
        Ground condition = condition(rule, binding, null);
        for (int[] body : cases.of(condition, MOST_CASES)) {
            task.axioms.add(new GroundAxiom(facts[atom], body));
        }
    }

    /** The condition of a firing; what an effect deletes anyway need not hold before. */
    private Ground condition(Rule rule, int[] binding, @Nullable IntList deleted) {
        List<Ground> parts = new ArrayList<>();
        Conjunction body = rule.body;
        for (int i = rule.kind == Rule.Kind.EFFECT ? 1 : 0; i < body.positive.size(); i++) {
            Ground part = ground(body.positive.get(i), binding);
            boolean isGuard =
                    deleted != null
                            && part instanceof Ground.Literal l
                            && deleted.size() == 1
                            && deleted.contains(l.literal());
            if (!isGuard) {
                parts.add(part);
            }
        }
        for (Form.Literal l : body.negative) {
            parts.add(ground(l, binding));
        }
        for (Form f : body.others) {
            parts.add(ground(f, binding, rule.domains));
        }
        return Ground.junction(parts, true);
    }

    private Ground ground(Form.Literal l, int[] binding) {
        int atom = atom(l, binding);
        int fact = atom < 0 ? FALSE : facts[atom];
        if (fact >= 0) {
            return new Ground.Literal(l.isNegated() ? ~fact : fact);
        }
        return (fact == TRUE) != l.isNegated() ? Ground.TRUE : Ground.FALSE;
    }

    private Ground ground(Form form, int[] binding, int[][] domains) {
        return switch (form) {
            case Form.Literal l -> ground(l, binding);
            case Form.Same s -> {
                int left = s.left() < 0 ? ~s.left() : binding[s.left()];
                int right = s.right() < 0 ? ~s.right() : binding[s.right()];
                yield (left == right) != s.isNegated() ? Ground.TRUE : Ground.FALSE;
            }
            case Form.And and -> junction(and.parts(), true, binding, domains);
            case Form.Or or -> junction(or.parts(), false, binding, domains);
            case Form.Every e -> {
                List<Ground> parts = new ArrayList<>();
                quantified(e.slots(), 0, e.body(), true, binding, domains, parts);
                yield Ground.junction(parts, true);
            }
            case Form.Some e -> {
                List<Ground> parts = new ArrayList<>();
                quantified(e.slots(), 0, e.body(), false, binding, domains, parts);
                yield Ground.junction(parts, false);
            }
        };
    }

    private Ground junction(List<Form> forms, boolean isAll, int[] binding, int[][] domains) {
        List<Ground> parts = new ArrayList<>(forms.size());
        for (Form f : forms) {
            Ground part = ground(f, binding, domains);
            if (part == (isAll ? Ground.FALSE : Ground.TRUE)) {
                return part;
            }
            parts.add(part);
        }
        return Ground.junction(parts, isAll);
    }

    /** Collects the cases of a quantified condition; stops at one that decides all. */
    private boolean quantified(
            int[] slots,
            int at,
            Form body,
            boolean isAll,
            int[] binding,
            int[][] domains,
            List<Ground> parts) {
        if (at == slots.length) {
            Ground part = ground(body, binding, domains);
            parts.add(part);
            return part == (isAll ? Ground.FALSE : Ground.TRUE);
        }
        for (int object : domains[slots[at]]) {
            watch.check();
            binding[slots[at]] = object;
            if (quantified(slots, at + 1, body, isAll, binding, domains, parts)) {
                return true;
            }
        }
        return false;
    }
}
