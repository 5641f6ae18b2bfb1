package dev.clew.rules.defeasible;

import dev.clew.rules.defeasible.Theory.Clause;
import dev.clew.rules.defeasible.Theory.Condition;
import dev.clew.rules.defeasible.Theory.Kind;
import dev.clew.rules.defeasible.Theory.Rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a ground theory means, computed as plainly as possible: the argumentation theory written out
 * as a ground program, and its well-founded model by the alternating fixpoint (A. Van Gelder,
 * 1993).
 */
final class ReferenceModel {
    /** {@code head :- positive, not negative}. */
    private record GroundClause(String head, List<String> positive, List<String> negative) {}

    /** A rule as seen by others: its label and conclusion. */
    record Handle(String label, String literal) {}

    private final Theory theory;
    private final List<GroundClause> program = new ArrayList<>();
    private final Set<Handle> defeasible = new LinkedHashSet<>();
    private Set<String> known = Set.of();
    private Set<String> possible = Set.of();

    ReferenceModel(Theory theory) {
        this.theory = theory;
        theory.rules().forEach(this::addRule);
        for (Clause c : theory.clauses()) {
            add(c.head(), c.body(), List.of(), List.of());
        }
        Set<Handle> handles = new LinkedHashSet<>();
        for (Rule r : theory.rules()) {
            if (r.kind() != Kind.STRICT) {
                handles.add(new Handle(r.label(), r.head()));
            }
            if (r.kind() == Kind.DEFEASIBLE) {
                defeasible.add(new Handle(r.label(), r.head()));
            }
        }
        handles.forEach(h -> addDefeat(h, handles));
        solve();
    }

    /** The labels and conclusions of the defeasible rules. */
    Set<Handle> defeasible() {
        return defeasible;
    }

    String truthOf(String literal) {
        return truth("holds " + literal);
    }

    String defeatOf(Handle h) {
        return truth("defeated " + h);
    }

    String applicability(Handle h) {
        return truth("applicable " + h);
    }

    private String truth(String atom) {
        return known.contains(atom) ? "true" : possible.contains(atom) ? "undefined" : "false";
    }

    // ---- The program ----

    private void addRule(Rule r) {
        Handle h = new Handle(r.label(), r.head());
        if (r.kind() == Kind.STRICT) {
            add("holds " + r.head(), r.body(), List.of(), List.of());
            add("strictly " + r.head(), r.body(), List.of(), List.of());
            return;
        }
        if (r.kind() == Kind.DEFEASIBLE) {
            add("holds " + r.head(), r.body(), List.of(), List.of("defeated " + h));
        }
        add("applicable " + h, r.body(), List.of(), List.of());
        if (!r.exception().isEmpty()) {
            add("beaten " + h, r.exception(), List.of(), List.of());
        }
    }

    private void addDefeat(Handle h, Set<Handle> handles) {
        add("defeated " + h, List.of(), List.of("beaten " + h), List.of());
        add("beaten " + h, List.of(), List.of("cancelled(" + h.label() + ")"), List.of());
        for (String literal : opposedTo(h.literal())) {
            add("beaten " + h, List.of(), List.of("strictly " + literal), List.of());
        }
        for (Handle other : handles) {
            if (opposedTo(h.literal()).contains(other.literal())) {
                String applicable = "applicable " + other;
                String over = other.label() + " overrides " + h.label();
                String under = h.label() + " overrides " + other.label();
                add(
                        "beaten " + h,
                        List.of(),
                        List.of(applicable, over),
                        List.of("beaten " + other));
                add(
                        "defeated " + h,
                        List.of(),
                        List.of(applicable),
                        List.of(under, "defeated " + other));
            }
        }
    }

    private Set<String> opposedTo(String literal) {
        Set<String> all = new HashSet<>();
        all.add(literal.startsWith("neg ") ? literal.substring(4) : "neg " + literal);
        for (List<String> pair : theory.opposed()) {
            if (pair.get(0).equals(literal)) {
                all.add(pair.get(1));
            }
            if (pair.get(1).equals(literal)) {
                all.add(pair.get(0));
            }
        }
        all.remove(literal);
        return all;
    }

    private void add(
            String head, List<Condition> body, List<String> positive, List<String> negative) {
        List<String> p = new ArrayList<>(positive);
        List<String> n = new ArrayList<>(negative);
        for (Condition c : body) {
            (c.isNegated() ? n : p).add("holds " + c.literal());
        }
        program.add(new GroundClause(head, p, n));
    }

    // ---- Its model ----

    private void solve() {
        Set<String> under = Set.of();
        Set<String> over = leastModel(under);
        while (true) {
            Set<String> more = leastModel(over);
            Set<String> fewer = leastModel(more);
            if (more.equals(under) && fewer.equals(over)) {
                break;
            }
            under = more;
            over = fewer;
        }
        known = under;
        possible = over;
    }

    /** What follows if exactly those negative conditions hold whose atoms are not in a set. */
    private Set<String> leastModel(Set<String> assumed) {
        Set<String> model = new HashSet<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (GroundClause c : program) {
                if (model.containsAll(c.positive)
                        && c.negative.stream().noneMatch(assumed::contains)) {
                    grows |= model.add(c.head);
                }
            }
        }
        return model;
    }
}
