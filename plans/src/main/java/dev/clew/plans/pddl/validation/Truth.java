package dev.clew.plans.pddl.validation;

import dev.clew.plans.pddl.model.Atom;
import dev.clew.plans.pddl.model.Formula;
import dev.clew.plans.pddl.model.Parameter;
import dev.clew.plans.pddl.model.Term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Whether formulas hold of facts, and why not. */
final class Truth {
    private static final int MOST_FACTS = 6;

    private final Objects objects;
    private final Facts facts;

    Truth(Objects objects, Facts facts) {
        this.objects = objects;
        this.facts = facts;
    }

    boolean holds(Formula formula, Map<String, String> bindings) {
        return switch (formula) {
            case Formula.Holds f -> facts.has(f.atom().bind(bindings));
            case Formula.Equal f -> name(f.left(), bindings).equals(name(f.right(), bindings));
            case Formula.Not f -> !holds(f.part(), bindings);
            case Formula.And f -> f.parts().stream().allMatch(p -> holds(p, bindings));
            case Formula.Or f -> f.parts().stream().anyMatch(p -> holds(p, bindings));
            case Formula.Imply f ->
                    !holds(f.condition(), bindings) || holds(f.conclusion(), bindings);
            case Formula.ForAll f -> !some(f.variables(), 0, bindings, b -> !holds(f.body(), b));
            case Formula.Exists f -> some(f.variables(), 0, bindings, b -> holds(f.body(), b));
        };
    }

    private static String name(Term term, Map<String, String> bindings) {
        return term instanceof Term.Variable
                ? bindings.getOrDefault(term.name(), term.name())
                : term.name();
    }

    /** Whether a test succeeds for some objects in place of the variables. */
    boolean some(
            List<Parameter> variables,
            int at,
            Map<String, String> bindings,
            Predicate<Map<String, String>> test) {
        if (at == variables.size()) {
            return test.test(bindings);
        }
        Parameter p = variables.get(at);
        Map<String, String> inner = new HashMap<>(bindings);
        for (String object : objects.of(p.types())) {
            inner.put(p.name(), object);
            if (some(variables, at + 1, inner, test)) {
                return true;
            }
        }
        return false;
    }

    /** Why a formula does not hold, one reason a line. */
    List<String> whyNot(Formula formula, Map<String, String> bindings) {
        List<String> reasons = new ArrayList<>();
        explain(formula, true, bindings, reasons);
        return reasons;
    }

    /** Tells why a formula is not what it should be. */
    private void explain(
            Formula formula, boolean wanted, Map<String, String> bindings, List<String> reasons) {
        switch (formula) {
            case Formula.Holds f -> atom(f.atom().bind(bindings), wanted, reasons);
            case Formula.Equal f ->
                    reasons.add(
                            name(f.left(), bindings)
                                    + (wanted ? " is not " : " is ")
                                    + name(f.right(), bindings)
                                    + ".");
            case Formula.Not f -> explain(f.part(), !wanted, bindings, reasons);
            case Formula.And f -> parts(f.parts(), wanted, wanted, bindings, reasons);
            case Formula.Or f -> parts(f.parts(), wanted, !wanted, bindings, reasons);
            case Formula.Imply f -> {
                if (wanted) {
                    explain(f.conclusion(), true, bindings, reasons);
                } else {
                    reasons.add("It holds: " + f + ".");
                }
            }
            case Formula.ForAll f ->
                    quantified(f.variables(), f.body(), wanted, wanted, bindings, reasons);
            case Formula.Exists f ->
                    quantified(f.variables(), f.body(), wanted, !wanted, bindings, reasons);
        }
    }

    private void atom(Atom atom, boolean wanted, List<String> reasons) {
        if (!wanted) {
            reasons.add(atom + " holds.");
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        atom.arguments().forEach(t -> names.add(t.name()));
        List<Atom> near = facts.about(atom.name(), names, MOST_FACTS);
        StringBuilder text = new StringBuilder(atom.toString()).append(" does not hold");
        for (int i = 0; i < near.size(); i++) {
            text.append(i == 0 ? "; what holds is " : ", ").append(near.get(i));
        }
        reasons.add(text.append('.').toString());
    }

    /** In a conjunction that should hold each part at fault is told; in a disjunction all are. */
    private void parts(
            List<Formula> parts,
            boolean wanted,
            boolean isAll,
            Map<String, String> bindings,
            List<String> reasons) {
        if (!isAll && parts.size() > 1) {
            reasons.add(wanted ? "None of these holds:" : "All of these hold:");
        }
        for (Formula part : parts) {
            if (holds(part, bindings) != wanted) {
                explain(part, wanted, bindings, reasons);
            }
        }
        if (parts.isEmpty()) {
            reasons.add("There is nothing that could make it so.");
        }
    }

    private void quantified(
            List<Parameter> variables,
            Formula body,
            boolean wanted,
            boolean isAll,
            Map<String, String> bindings,
            List<String> reasons) {
        if (!isAll) {
            reasons.add(
                    (wanted ? "No objects " : "All objects ")
                            + variables
                            + " fulfil "
                            + body
                            + ".");
            return;
        }
        boolean found =
                some(
                        variables,
                        0,
                        bindings,
                        b -> {
                            if (holds(body, b) == wanted) {
                                return false;
                            }
                            StringBuilder text = new StringBuilder("For");
                            variables.forEach(p ->
                                    text.append(' ')
                                            .append(p.name())
                                            .append(" = ")
                                            .append(b.get(p.name())));
                            reasons.add(text.append(':').toString());
                            explain(body, wanted, b, reasons);
                            return true;
                        });
        if (!found) {
            reasons.add("There are no such objects.");
        }
    }
}
