package dev.clew.plans.puzzles;

import dev.clew.plans.numbers.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbers that a few numbers make, each of them used once. None is negative: a negative number
 * on the way can be avoided, since {@code a - (b - c)} is {@code a + (c - b)}.
 */
final class Values {
    private final Map<List<Long>, Set<Fraction>> exactly = new HashMap<>();
    private final Map<List<Long>, Set<Fraction>> atMost = new HashMap<>();

    /** What is made of all the numbers, which are in order. */
    Set<Fraction> ofAll(List<Long> numbers) {
        Set<Fraction> known = exactly.get(numbers);
        if (known != null) {
            return known;
        }
        Set<Fraction> values = new LinkedHashSet<>();
        if (numbers.size() == 1) {
            values.add(Fraction.of(numbers.getFirst()));
        }
        for (Split split : splits(numbers)) {
            if (split.taken().size() <= split.left().size() && !split.left().isEmpty()) {
                combine(ofAll(split.taken()), ofAll(split.left()), values);
            }
        }
        exactly.put(numbers, values);
        return values;
    }

    /** What is made of some of the numbers, or of all. */
    Set<Fraction> ofSome(List<Long> numbers) {
        Set<Fraction> known = atMost.get(numbers);
        if (known == null) {
            known = new LinkedHashSet<>();
            for (Split split : splits(numbers)) {
                known.addAll(ofAll(split.taken()));
            }
            atMost.put(numbers, known);
        }
        return known;
    }

    private static void combine(
            Collection<Fraction> lefts, Collection<Fraction> rights, Set<Fraction> into) {
        for (Fraction a : lefts) {
            for (Fraction b : rights) {
                for (Operator operator : Operator.values()) {
                    add(operator.apply(a, b), into);
                    add(operator.apply(b, a), into);
                }
            }
        }
    }

    private static void add(@Nullable Fraction value, Set<Fraction> into) {
        if (value != null && value.sign() >= 0) {
            into.add(value);
        }
    }

    /** Some of the numbers, at least one, and the others. */
    record Split(List<Long> taken, List<Long> left) {}

    /** All splits of numbers that are in order, equal ones once. */
    static Collection<Split> splits(List<Long> numbers) {
        Set<Split> splits = new LinkedHashSet<>();
        for (int mask = 1; mask < 1 << numbers.size(); mask++) {
            List<Long> taken = new ArrayList<>();
            List<Long> left = new ArrayList<>();
            for (int i = 0; i < numbers.size(); i++) {
                ((mask >> i & 1) == 1 ? taken : left).add(numbers.get(i));
            }
            splits.add(new Split(taken, left));
        }
        return splits;
    }
}
