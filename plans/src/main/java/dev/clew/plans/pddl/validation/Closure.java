package dev.clew.plans.pddl.validation;

import dev.clew.plans.pddl.model.Atom;
import dev.clew.plans.pddl.model.Derivation;
import dev.clew.plans.pddl.model.Formula;
import dev.clew.plans.pddl.model.Parameter;
import dev.clew.plans.pddl.model.Term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Adds to facts what rules derive from them, those rules first on whose absence others build. */
final class Closure {
    private final Objects objects;
    private final Map<Integer, List<Derivation>> layers = new TreeMap<>();
    private final Set<String> derived = new LinkedHashSet<>();

    Closure(Objects objects, List<Derivation> rules) {
        this.objects = objects;
        Map<String, Integer> heights = new HashMap<>();
        for (Derivation d : rules) {
            derived.add(d.predicate());
            heights.put(d.predicate(), 0);
        }
        for (int round = 0; raise(rules, heights) && round <= derived.size(); round++) {
            // Until nothing changes; rules that depend on their own negation never end, and are
            // refused elsewhere.
        }
        for (Derivation d : rules) {
            int height = heights.getOrDefault(d.predicate(), 0);
            layers.computeIfAbsent(height, h -> new ArrayList<>()).add(d);
        }
    }

    private static boolean raise(List<Derivation> rules, Map<String, Integer> heights) {
        boolean isChanged = false;
        for (Derivation d : rules) {
            int height = heights.getOrDefault(d.predicate(), 0);
            int least = Math.max(height, height(d.condition(), false, heights));
            if (least > height) {
                heights.put(d.predicate(), least);
                isChanged = true;
            }
        }
        return isChanged;
    }

    private static int height(Formula formula, boolean isNegated, Map<String, Integer> heights) {
        return switch (formula) {
            case Formula.Holds f -> {
                Integer height = heights.get(f.atom().name());
                yield height == null ? 0 : isNegated ? height + 1 : height;
            }
            case Formula.Equal f -> 0;
            case Formula.Not f -> height(f.part(), !isNegated, heights);
            case Formula.And f -> height(f.parts(), isNegated, heights);
            case Formula.Or f -> height(f.parts(), isNegated, heights);
            case Formula.Imply f ->
                    Math.max(
                            height(f.condition(), !isNegated, heights),
                            height(f.conclusion(), isNegated, heights));
            case Formula.ForAll f -> height(f.body(), isNegated, heights);
            case Formula.Exists f -> height(f.body(), isNegated, heights);
        };
    }

    private static int height(
            List<Formula> parts, boolean isNegated, Map<String, Integer> heights) {
        int most = 0;
        for (Formula part : parts) {
            most = Math.max(most, height(part, isNegated, heights));
        }
        return most;
    }

    void complete(Facts facts) {
        derived.forEach(facts::clear);
        Truth truth = new Truth(objects, facts);
        for (List<Derivation> layer : layers.values()) {
            boolean isChanged = true;
            while (isChanged) {
                List<Atom> found = new ArrayList<>();
                for (Derivation d : layer) {
                    derive(d, facts, truth, found);
                }
                isChanged = false;
                for (Atom a : found) {
                    isChanged |= facts.add(a);
                }
            }
        }
    }

    private void derive(Derivation d, Facts facts, Truth truth, List<Atom> found) {
        Map<String, Parameter> open = new LinkedHashMap<>();
        List<Term> head = new ArrayList<>();
        for (Parameter p : d.parameters()) {
            open.put(p.name(), p);
            head.add(new Term.Variable(p.name()));
        }
        Atom pattern = new Atom(d.predicate(), head);
        Query query = new Query(facts, truth, b -> found.add(pattern.bind(b)));
        query.solve(open, new HashMap<>(), List.of(d.condition()));
    }

    /** Finds bindings by trying the atoms that hold before the objects that there are. */
    private final class Query {
        private final Facts facts;
        private final Truth truth;
        private final Consumer<Map<String, String>> found;

        Query(Facts facts, Truth truth, Consumer<Map<String, String>> found) {
            this.facts = facts;
            this.truth = truth;
            this.found = found;
        }

        void solve(Map<String, Parameter> open, Map<String, String> bindings, List<Formula> parts) {
            List<Formula> flat = new ArrayList<>();
            Map<String, Parameter> all = new LinkedHashMap<>(open);
            parts.forEach(p -> flatten(p, all, bindings, flat));
            for (Formula part : flat) {
                if (part instanceof Formula.Or or && !isClosed(all)) {
                    List<Formula> rest = new ArrayList<>(flat);
                    rest.remove(part);
                    for (Formula alternative : or.parts()) {
                        rest.add(0, alternative);
                        solve(all, bindings, rest);
                        rest.remove(0);
                    }
                    return;
                }
            }
            for (Formula part : flat) {
                if (part instanceof Formula.Holds h && isOpen(h.atom(), all)) {
                    join(h.atom(), all, bindings, flat);
                    return;
                }
            }
            enumerate(all, bindings, flat);
        }

        private boolean isClosed(Map<String, Parameter> open) {
            return open.isEmpty();
        }

        /** Takes conjunctions apart; what must exist becomes one more thing to find. */
        private void flatten(
                Formula part,
                Map<String, Parameter> open,
                Map<String, String> bindings,
                List<Formula> flat) {
            if (part instanceof Formula.And and) {
                and.parts().forEach(p -> flatten(p, open, bindings, flat));
            } else if (part instanceof Formula.Exists e
                    && e.variables().stream()
                            .noneMatch(v ->
                                    open.containsKey(v.name()) || bindings.containsKey(v.name()))) {
                e.variables().forEach(v -> open.put(v.name(), v));
                flatten(e.body(), open, bindings, flat);
            } else {
                flat.add(part);
            }
        }

        private static boolean isOpen(Atom atom, Map<String, Parameter> open) {
            return atom.arguments().stream().anyMatch(t -> open.containsKey(t.name()));
        }

        private void join(
                Atom pattern,
                Map<String, Parameter> open,
                Map<String, String> bindings,
                List<Formula> parts) {
            for (Atom a : List.copyOf(facts.of(pattern.name()))) {
                Map<String, Parameter> left = new LinkedHashMap<>(open);
                Map<String, String> bound = new HashMap<>(bindings);
                if (unify(pattern, a, left, bound)) {
                    solve(left, bound, parts);
                }
            }
        }

        private boolean unify(
                Atom pattern,
                Atom atom,
                Map<String, Parameter> open,
                Map<String, String> bindings) {
            for (int i = 0; i < pattern.arguments().size(); i++) {
                Term term = pattern.arguments().get(i);
                String object = atom.arguments().get(i).name();
                Parameter p = open.remove(term.name());
                if (p != null) {
                    bindings.put(p.name(), object);
                    if (!objects.is(object, p.types())) {
                        return false;
                    }
                } else if (!object.equals(bindings.getOrDefault(term.name(), term.name()))) {
                    return false;
                }
            }
            return true;
        }

        private void enumerate(
                Map<String, Parameter> open, Map<String, String> bindings, List<Formula> parts) {
            truth.some(
                    List.copyOf(open.values()),
                    0,
                    bindings,
                    b -> {
                        if (parts.stream().allMatch(p -> truth.holds(p, b))) {
                            found.accept(b);
                        }
                        return false;
                    });
        }
    }
}
