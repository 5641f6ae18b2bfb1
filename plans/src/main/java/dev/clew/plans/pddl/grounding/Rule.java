package dev.clew.plans.pddl.grounding;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A rule of Datalog: when its conditions can hold, so can its head. */
final class Rule {
    /** What a rule was made from. */
    enum Kind {
        /** An action: the conditions are its precondition. */
        ACTION,
        /** A conditional effect: the first condition is the action. */
        EFFECT,
        /** A rule for a derived predicate. */
        DERIVATION
    }

    final Kind kind;
    final int number;

    /** The action that it is a case or an effect of; empty for a derivation. */
    final String name;

    /** How many slots, from 0 on, are the parameters of the action. */
    final int parameters;

    final Conjunction body;

    /** The objects that may be in each slot. */
    final int[][] domains;

    /** Per slot, which objects may be in it, or null for all. */
    final boolean[] @Nullable [] members;

    /** The slots that a firing binds. */
    final int[] slots;

    /** What an action without conditions adds and deletes; the head of another rule. */
    final List<Form.Literal> heads = new ArrayList<>();

    /** The predicate that stands for this action in the conditions of its effects, or -1. */
    int actionPredicate = -1;

    @Nullable Amount cost;

    /** The bindings for which it has fired, {@link #domains}.length numbers each. */
    final IntList firings = new IntList();

    Rule(
            Kind kind,
            int number,
            String name,
            int parameters,
            Conjunction body,
            int[][] domains,
            int[] slots) {
        this.kind = kind;
        this.number = number;
        this.name = name;
        this.parameters = parameters;
        this.body = body;
        this.domains = domains;
        this.slots = slots;
        this.members = new boolean[domains.length][];
    }

    int width() {
        return domains.length;
    }

    int firingCount() {
        return width() == 0 ? emptyFirings : firings.size() / width();
    }

    /** A rule without slots fires at most once. */
    private int emptyFirings;

    /** Whether an object may be in a slot. */
    boolean allows(int slot, int object) {
        boolean[] is = members[slot];
        return is == null || is[object];
    }

    void record(int[] binding) {
        if (width() == 0) {
            emptyFirings = 1;
        } else {
            firings.addAll(binding, width());
        }
    }

    void restore(int firing, int[] binding) {
        for (int i = 0; i < width(); i++) {
            binding[i] = firings.get(firing * width() + i);
        }
    }
}
