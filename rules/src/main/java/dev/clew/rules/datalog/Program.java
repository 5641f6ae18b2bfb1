package dev.clew.rules.datalog;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Predicates with their facts and rules. Predicates are numbered from 0. */
public final class Program {
    /** What a predicate keeps of answers that differ only in one argument. */
    public enum Keep {
        ALL,
        LEAST,
        GREATEST
    }

    /** A predicate. */
    static final class Predicate {
        final String name;
        final int arity;
        final Keep keep;

        /** The argument of which only the best value is kept, or -1. */
        final int best;

        final List<Rule> rules = new ArrayList<>();
        @Nullable Relation facts;

        Predicate(String name, int arity, Keep keep, int best) {
            this.name = name;
            this.arity = arity;
            this.keep = keep;
            this.best = best;
        }

        /** Whether it is nothing but facts. */
        boolean isStored() {
            return rules.isEmpty() && keep == Keep.ALL;
        }
    }

    final List<Predicate> predicates = new ArrayList<>();

    /** Adds a predicate; returns its number. */
    public int add(String name, int arity) {
        return add(name, arity, Keep.ALL, -1);
    }

    /** Adds a predicate that keeps only the least or greatest value of argument {@code best}. */
    public int add(String name, int arity, Keep keep, int best) {
        predicates.add(new Predicate(name, arity, keep, best));
        return predicates.size() - 1;
    }

    /** Gives a predicate its facts. */
    public void facts(int predicate, Relation facts) {
        predicates.get(predicate).facts = facts;
    }

    /** Adds a rule to a predicate. */
    public void rule(int predicate, Rule rule) {
        predicates.get(predicate).rules.add(rule);
    }
}
