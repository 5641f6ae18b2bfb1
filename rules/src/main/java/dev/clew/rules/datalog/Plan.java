package dev.clew.rules.datalog;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program made ready for one kind of goal, with all tuples derived so far: further goals go on
 * from there. A plan is used by one thread at a time. If an evaluation ends by an exception, the
 * plan must be cleared.
 */
public final class Plan {
    /** Of a goal that {@link #settled} knows nothing about. */
    public static final int UNSETTLED = -1;

    /** Of a goal that is true. */
    public static final int TRUE = 1;

    /** Of a goal that is false. */
    public static final int FALSE = 0;

    private static final int FEW = 16;

    private final List<Adorned> adorned;
    private final List<Relation> relations;
    private final List<Feed> feeds;
    private final List<List<Integer>> general;
    private final List<Relation> ofGoal;
    private final Evaluation evaluation;

    /** What {@link #settled} used last. */
    private @Nullable Adorned ground;

    /** Answers that took some work to collect. */
    private final Map<Call, Answers> collected = new HashMap<>();

    /** A goal: the codes of bound arguments, and the numbers of the variables or -1. */
    private record Call(int predicate, int[] values, int[] variables) {
        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof Call c
                    && predicate == c.predicate
                    && Arrays.equals(values, c.values)
                    && Arrays.equals(variables, c.variables);
        }

        @Override
        public int hashCode() {
            return (Arrays.hashCode(values) * 31 + Arrays.hashCode(variables)) * 31 + predicate;
        }
    }

    Plan(
            List<Adorned> adorned,
            List<Relation> relations,
            List<Feed> feeds,
            List<List<Integer>> general,
            List<Relation> ofGoal,
            Evaluation evaluation) {
        this.adorned = adorned;
        this.relations = relations;
        this.feeds = feeds;
        this.general = general;
        this.ofGoal = ofGoal;
        this.evaluation = evaluation;
    }

    /**
     * A plan for goals of a predicate with the arguments bound whose bits are set in {@code mask}.
     *
     * @throws Unsuited if set-at-a-time evaluation cannot do it
     */
    public static Plan of(Program program, int predicate, int mask, Numbers numbers) {
        return Planner.plan(program, predicate, mask, numbers);
    }

    /** Whether the plan is good for goals with these arguments bound too. */
    public boolean serves(int predicate, int mask) {
        return serving(predicate, mask) != null;
    }

    private @Nullable Adorned serving(int predicate, int mask) {
        for (Adorned a : adorned) {
            if (a.predicate == predicate && (a.mask & mask) == a.mask) {
                int best = a.answers.best;
                int wanted = best < 0 ? mask : mask & ~(1 << best);
                if (a.mask == wanted || general.get(predicate).contains(a.mask)) {
                    return a;
                }
            }
        }
        return null;
    }

    /**
     * Whether a ground goal is true, if that is known without further evaluation.
     *
     * @param values the codes of its arguments; there may be more
     * @return {@link #TRUE}, {@link #FALSE} or {@link #UNSETTLED}
     */
    public int settled(int predicate, int[] values) {
        Adorned a = ground;
        if (a == null || a.predicate != predicate) {
            a = settling(predicate);
            if (a == null) {
                return UNSETTLED;
            }
            ground = a;
        }
        int row = a.answers.find(values, a.columns);
        byte truth = row < 0 ? Relation.FALSE : a.answers.truthOf(row);
        if (truth == Relation.TRUE) {
            return TRUE;
        }
        return truth == Relation.FALSE && a.demand.find(values, a.boundColumns) >= 0
                ? FALSE
                : UNSETTLED;
    }

    /**
     * As {@link #settled}, after an evaluation if that can settle it.
     *
     * @throws Unsuited if set-at-a-time evaluation cannot do it
     */
    public int settle(int predicate, int[] values, Progress progress) {
        int truth = settled(predicate, values);
        Adorned a = ground;
        if (truth == UNSETTLED && a != null && a.predicate == predicate) {
            if (a.demand.add(values, a.boundColumns) >= 0) {
                evaluation.run(progress);
                truth = settled(predicate, values);
            }
        }
        return truth;
    }

    /** What ground goals of a predicate are settled by, or null. */
    private @Nullable Adorned settling(int predicate) {
        for (Adorned a : adorned) {
            if (a.predicate == predicate && a.answers.isSet && a.results == null) {
                int all = (1 << a.answers.arity) - 1;
                return serving(predicate, all) == a ? a : null;
            }
        }
        return null;
    }

    /** Forgets all derived tuples. */
    public void clear() {
        collected.clear();
        for (Relation r : relations) {
            r.clear();
        }
        for (Feed f : feeds) {
            f.cursor = 0;
            if (f.level.residue != null) {
                f.level.residue.clear();
            }
        }
    }

    /**
     * Answers a goal.
     *
     * @param values the codes of the arguments that are bound
     * @param variables for each argument the number of its variable in the order of first
     *     occurrence, or -1 if it is bound
     */
    public Answers answer(int predicate, int[] values, int[] variables, Progress progress) {
        int mask = 0;
        for (int i = 0; i < variables.length; i++) {
            mask |= variables[i] < 0 ? 1 << i : 0;
        }
        Adorned a = serving(predicate, mask);
        if (a == null) {
            throw new IllegalStateException("no such plan");
        }
        if (a.results == null && (mask == 0 || mask == (1 << variables.length) - 1)) {
            return evaluate(a, values, variables, mask, progress);
        }
        Call call = new Call(predicate, values, variables);
        Answers known = collected.get(call);
        if (known != null) {
            return known;
        }
        Answers found = evaluate(a, values, variables, mask, progress);
        if (found.size() > FEW || a.results != null) {
            collected.put(call, found);
        }
        return found;
    }

    private Answers evaluate(
            Adorned a, int[] values, int[] variables, int mask, Progress progress) {
        Relation results = a.results;
        if (results != null) {
            forgetGoal();
        }
        int before = a.answers.size;
        int asked = a.demand.size;
        boolean isNew = a.demand.add(values, a.boundColumns) >= 0;
        if (isNew) {
            evaluation.run(progress);
        }
        if (results == null) {
            int first = mask == 0 || mask == a.mask && a.demand.size == 1 ? 0 : -1;
            if (isNew && mask == a.mask && a.demand.size == asked + 1) {
                first = before; // all goals asked before had their answers
            }
            return new Selection(a.answers, values, variables).answers(first, mask);
        }
        int[] open = a.free(variables);
        int bound = 0;
        for (int i = 0; i < open.length; i++) {
            bound |= open[i] < 0 ? 1 << i : 0;
        }
        return new Selection(results, a.free(values), open).answers(bound == 0 ? 0 : -1, bound);
    }

    /** Forgets what belongs to the last goal only. */
    private void forgetGoal() {
        for (Relation r : ofGoal) {
            r.clear();
        }
        for (Feed f : feeds) {
            if (ofGoal.contains(f.relation)) {
                f.cursor = 0;
            }
        }
    }

    /** Picks the answers to one goal out of a relation. */
    private static final class Selection {
        private final Relation from;
        private final int[] values;
        private final int[] variables;

        /** For each variable the column of its first occurrence. */
        private final int[] columns;

        private final boolean repeats;
        private int[] rows = {};
        private int found;

        Selection(Relation from, int[] values, int[] variables) {
            this.from = from;
            this.values = values;
            this.variables = variables;
            int[] first = new int[variables.length];
            int n = 0;
            boolean repeated = false;
            for (int i = 0; i < variables.length; i++) {
                if (variables[i] == n) {
                    first[n++] = i;
                } else if (variables[i] >= 0) {
                    repeated = true;
                }
            }
            this.columns = Arrays.copyOf(first, n);
            this.repeats = repeated;
        }

        /**
         * The answers.
         *
         * @param first if not negative, from this row on all rows agree with the goal's constants,
         *     and no others do
         */
        Answers answers(int first, int mask) {
            if (mask == 0 && !repeats && from.truth == null) {
                return new Answers(from.data, from.arity, from.size, null);
            }
            if (first >= 0) {
                rows = new int[Math.max(1, from.size - first)];
                for (int row = first; row < from.size; row++) {
                    note(row);
                }
            } else if (columns.length == 0 && from.isSet) {
                int[] places = new int[from.arity];
                for (int i = 0; i < places.length; i++) {
                    places[i] = i;
                }
                int row = from.find(values, places);
                if (row >= 0) {
                    note(row);
                }
            } else {
                lookUp(mask);
            }
            return copy();
        }

        private void lookUp(int mask) {
            int[] key = new int[Integer.bitCount(mask)];
            int n = 0;
            for (int i = 0; i < variables.length; i++) {
                if (variables[i] < 0) {
                    key[n++] = i;
                }
            }
            Index index = from.index(key);
            index.catchUp();
            for (int row = index.find(values, key); row >= 0; row = index.next[row]) {
                note(row);
            }
            for (int i = 0, j = found - 1; i < j; i++, j--) {
                int row = rows[i];
                rows[i] = rows[j];
                rows[j] = row;
            }
        }

        private void note(int row) {
            if (from.truthOf(row) == Relation.FALSE || repeats && !agrees(row)) {
                return;
            }
            if (found == rows.length) {
                rows = Arrays.copyOf(rows, Math.max(4, found * 2));
            }
            rows[found++] = row;
        }

        private boolean agrees(int row) {
            int at = row * from.arity;
            for (int i = 0; i < variables.length; i++) {
                int v = variables[i];
                if (v >= 0 && from.data[at + i] != from.data[at + columns[v]]) {
                    return false;
                }
            }
            return true;
        }

        private Answers copy() {
            int width = columns.length;
            int[] codes = new int[found * width];
            byte[] truth = null;
            int at = 0;
            for (int i = 0; i < found; i++) {
                int row = rows[i];
                for (int c : columns) {
                    codes[at++] = from.data[row * from.arity + c];
                }
                if (from.truthOf(row) == Relation.UNDEFINED) {
                    if (truth == null) {
                        truth = new byte[found];
                    }
                    truth[i] = Relation.UNDEFINED;
                }
            }
            return new Answers(codes, width, found, truth);
        }
    }
}
