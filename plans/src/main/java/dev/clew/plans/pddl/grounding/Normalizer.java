package dev.clew.plans.pddl.grounding;

import dev.clew.plans.pddl.model.Formula;
import dev.clew.plans.pddl.model.Parameter;

import java.util.ArrayList;
import java.util.List;

/** Brings conditions into negation normal form. */
final class Normalizer {
    private final World world;

    Normalizer(World world) {
        this.world = world;
    }

    Form normalize(Formula formula, Slots slots) {
        return normalize(formula, false, slots);
    }

    private Form normalize(Formula formula, boolean isNegated, Slots slots) {
        return switch (formula) {
            case Formula.Holds f ->
                    new Form.Literal(
                            world.predicate(f.atom().name()),
                            slots.terms(f.atom().arguments()),
                            isNegated);
            case Formula.Equal f ->
                    new Form.Same(slots.term(f.left()), slots.term(f.right()), isNegated);
            case Formula.Not f -> normalize(f.part(), !isNegated, slots);
            case Formula.And f -> junction(parts(f.parts(), isNegated, slots), !isNegated);
            case Formula.Or f -> junction(parts(f.parts(), isNegated, slots), isNegated);
            case Formula.Imply f ->
                    junction(
                            List.of(
                                    normalize(f.condition(), !isNegated, slots),
                                    normalize(f.conclusion(), isNegated, slots)),
                            isNegated);
            case Formula.ForAll f -> quantified(f.variables(), f.body(), isNegated, true, slots);
            case Formula.Exists f -> quantified(f.variables(), f.body(), isNegated, false, slots);
        };
    }

    private List<Form> parts(List<Formula> formulas, boolean isNegated, Slots slots) {
        List<Form> parts = new ArrayList<>(formulas.size());
        for (Formula f : formulas) {
            parts.add(normalize(f, isNegated, slots));
        }
        return parts;
    }

    /** A conjunction or a disjunction, without ones of the same kind within. */
    static Form junction(List<Form> parts, boolean isAnd) {
        List<Form> flat = new ArrayList<>(parts.size());
        for (Form part : parts) {
            if (part.equals(isAnd ? Form.FALSE : Form.TRUE)) {
                return part;
            } else if (isAnd && part instanceof Form.And inner) {
                flat.addAll(inner.parts());
            } else if (!isAnd && part instanceof Form.Or inner) {
                flat.addAll(inner.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.get(0) : isAnd ? new Form.And(flat) : new Form.Or(flat);
    }

    private Form quantified(
            List<Parameter> variables,
            Formula body,
            boolean isNegated,
            boolean isForAll,
            Slots slots) {
        Slots inner = slots.inner();
        int[] own = inner.add(variables);
        Form part = normalize(body, isNegated, inner);
        if (own.length == 0) {
            return part;
        }
        return isForAll != isNegated ? new Form.Every(own, part) : new Form.Some(own, part);
    }
}
