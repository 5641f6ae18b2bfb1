package dev.clew.plans.pddl.grounding;

import java.util.ArrayList;
import java.util.List;

/** A condition sorted by what a join can do with its parts. */
final class Conjunction {
    /** A join keeps its state in the bits of a long. */
    private static final int MOST_POSITIVE = 60;

    /** Beyond this many, the cases of a disjunction are not rules of their own. */
    private static final int MOST_CASES = 24;

    final List<Form.Literal> positive = new ArrayList<>();
    final List<Form.Literal> negative = new ArrayList<>();
    final List<Form.Same> equalities = new ArrayList<>();

    /** Disjunctions and universally quantified parts, looked at when all else is bound. */
    final List<Form> others = new ArrayList<>();

    /** The slots that are in use but for those within {@link #others}. */
    final List<Integer> slots = new ArrayList<>();

    private Conjunction() {}

    /** The cases of a condition: it holds if one of them does. */
    static List<Conjunction> cases(Form form) {
        List<Form> split = disjuncts(form, MOST_CASES);
        List<Conjunction> cases = new ArrayList<>(split.size());
        for (Form f : split) {
            Conjunction c = new Conjunction();
            c.add(f);
            cases.add(c);
        }
        return cases;
    }

    /** The condition as a disjunction of at most so many parts. */
    private static List<Form> disjuncts(Form form, int most) {
        switch (form) {
            case Form.Or or -> {
                List<Form> found = new ArrayList<>();
                for (Form part : or.parts()) {
                    found.addAll(disjuncts(part, most));
                    if (found.size() > most) {
                        return List.of(form);
                    }
                }
                return found;
            }
            case Form.Some some -> {
                List<Form> found = new ArrayList<>();
                for (Form part : disjuncts(some.body(), most)) {
                    found.add(new Form.Some(some.slots(), part));
                }
                return found;
            }
            case Form.And and -> {
                List<Form> found = List.of(Form.TRUE);
                for (Form part : and.parts()) {
                    found = product(found, part, most);
                }
                return found;
            }
            default -> {
                return List.of(form);
            }
        }
    }

    private static List<Form> product(List<Form> left, Form part, int most) {
        List<Form> cases = disjuncts(part, most);
        if ((long) left.size() * cases.size() > most) {
            cases = List.of(part);
        }
        List<Form> found = new ArrayList<>();
        for (Form l : left) {
            for (Form c : cases) {
                found.add(Normalizer.junction(List.of(l, c), true));
            }
        }
        return found;
    }

    private void add(Form form) {
        switch (form) {
            case Form.Literal f -> {
                if (f.isNegated()) {
                    negative.add(f);
                } else if (positive.size() < MOST_POSITIVE) {
                    positive.add(f);
                } else {
                    others.add(f);
                }
            }
            case Form.Same f -> equalities.add(f);
            case Form.And f -> f.parts().forEach(this::add);
            case Form.Some f -> {
                for (int slot : f.slots()) {
                    slots.add(slot);
                }
                add(f.body());
            }
            case Form.Or f -> others.add(f);
            case Form.Every f -> others.add(f);
        }
    }
}
