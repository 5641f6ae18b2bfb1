package dev.clew.rules.machine;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Settles the answers of a component of tables that hold on condition: the well-founded model of
 * their conditions, by the alternating fixpoint (A. Van Gelder, "The Alternating Fixpoint of Logic
 * Programs with Negation", 1993). An underestimate of the true answers and an overestimate of the
 * possible ones approach each other; what stays between them is undefined. Literals about tables
 * that were completed before and are undefined there stay undefined.
 */
final class WellFounded {
    private static final int[] NONE = {};

    /** The answers with conditions. */
    private final List<TableAnswer> answers = new ArrayList<>();

    /** Where the answers of each table are among them. */
    private final Map<Table, int[]> answersOf = new IdentityHashMap<>();

    private final Map<TableAnswer, Integer> numbers = new IdentityHashMap<>();

    /** The conditions, each with the answer that it is for. */
    private final List<Condition> conditions = new ArrayList<>();

    /** The conditions in which an answer is a positive literal. */
    private final List<List<Condition>> uses = new ArrayList<>();

    /** The conjunction of literals of one condition, as far as it is open. */
    private static final class Condition {
        final int head;
        final Delay source;
        int[] positive = NONE;
        final List<int[]> negative = new ArrayList<>(2);

        /** Whether a literal is undefined outside of this component. */
        boolean needsUndefined;

        boolean isFalse;

        /** How many positive literals are not derived yet. */
        int missing;

        Condition(int head, Delay source) {
            this.head = head;
            this.source = source;
        }
    }

    private WellFounded(List<Table> tables) {
        for (Table t : tables) {
            int from = answers.size();
            for (TableAnswer a : t.answers) {
                if (a.conditions != null && !a.isDropped) {
                    numbers.put(a, answers.size());
                    answers.add(a);
                    uses.add(new ArrayList<>(2));
                }
            }
            int[] all = new int[answers.size() - from];
            Arrays.setAll(all, i -> from + i);
            answersOf.put(t, all);
        }
        for (int i = 0; i < answers.size(); i++) {
            List<Delay> sources = answers.get(i).conditions;
            if (sources != null) {
                for (Delay d : sources) {
                    conditions.add(condition(i, d));
                }
            }
        }
    }

    /** Decides which answers of the tables are true, false or undefined. */
    static void settle(List<Table> tables) {
        WellFounded w = new WellFounded(tables);
        boolean[] under = new boolean[w.answers.size()];
        boolean[] over = w.leastModel(under, true);
        while (true) {
            boolean[] more = w.leastModel(over, false);
            boolean[] fewer = w.leastModel(more, true);
            boolean stable = Arrays.equals(more, under) && Arrays.equals(fewer, over);
            under = more;
            over = fewer;
            if (stable) {
                break;
            }
        }
        w.store(under, over);
    }

    private Condition condition(int head, Delay source) {
        Condition c = new Condition(head, source);
        int[] positive = new int[4];
        int n = 0;
        for (Delay d = source; d != null; d = d.next) {
            TableAnswer a = d.positive;
            if (a == null) {
                negative(c, d.table);
            } else if (numbers.get(a) instanceof Integer k) {
                positive = n == positive.length ? Arrays.copyOf(positive, n * 2) : positive;
                positive[n++] = k;
                uses.get(k).add(c);
            } else if (a.isDropped) {
                c.isFalse = true;
            } else if (a.conditions != null) {
                c.needsUndefined = true;
            }
        }
        c.positive = Arrays.copyOf(positive, n);
        return c;
    }

    private void negative(Condition c, Table t) {
        int[] open = answersOf.get(t);
        if (t.hasTrueAnswer()) {
            c.isFalse = true;
        } else if (open != null) {
            c.negative.add(open);
        } else if (t.hasAnswer()) {
            c.needsUndefined = true;
        }
    }

    /**
     * The least set of answers that follow when a negative literal holds if no answer of its table
     * is in {@code assumed}.
     */
    private boolean[] leastModel(boolean[] assumed, boolean undefinedHolds) {
        boolean[] model = new boolean[answers.size()];
        int[] agenda = new int[answers.size()];
        int height = 0;
        for (Condition c : conditions) {
            c.missing = c.positive.length;
            if (!isApplicable(c, assumed, undefinedHolds)) {
                c.missing = -1;
            } else if (c.missing == 0 && !model[c.head]) {
                model[c.head] = true;
                agenda[height++] = c.head;
            }
        }
        while (height > 0) {
            for (Condition c : uses.get(agenda[--height])) {
                if (c.missing > 0 && --c.missing == 0 && !model[c.head]) {
                    model[c.head] = true;
                    agenda[height++] = c.head;
                }
            }
        }
        return model;
    }

    private static boolean isApplicable(Condition c, boolean[] assumed, boolean undefinedHolds) {
        if (c.isFalse || c.needsUndefined && !undefinedHolds) {
            return false;
        }
        for (int[] table : c.negative) {
            for (int k : table) {
                if (assumed[k]) {
                    return false;
                }
            }
        }
        return true;
    }

    private void store(boolean[] under, boolean[] over) {
        List<List<Delay>> kept = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            kept.add(new ArrayList<>(1));
        }
        for (Condition c : conditions) {
            if (!under[c.head] && over[c.head] && isPossible(c, under, over)) {
                Delay rest = simplified(c.source, under, over);
                if (rest != null) {
                    kept.get(c.head).add(rest);
                }
            }
        }
        for (int i = 0; i < answers.size(); i++) {
            TableAnswer a = answers.get(i);
            a.isDropped = !over[i];
            a.conditions = under[i] ? null : kept.get(i);
        }
    }

    private static boolean isPossible(Condition c, boolean[] under, boolean[] over) {
        for (int k : c.positive) {
            if (!over[k]) {
                return false;
            }
        }
        return isApplicable(c, under, true);
    }

    /** The literals that are undefined. */
    private @Nullable Delay simplified(Delay source, boolean[] under, boolean[] over) {
        Delay rest = null;
        for (Delay d = source; d != null; d = d.next) {
            TableAnswer a = d.positive;
            if (a == null) {
                if (isUndefined(d.table, over)) {
                    rest = Delay.onNegation(d.table, rest);
                }
            } else if (numbers.get(a) instanceof Integer k ? !under[k] : a.conditions != null) {
                rest = Delay.onAnswer(d.table, a, rest);
            }
        }
        return rest;
    }

    private boolean isUndefined(Table t, boolean[] over) {
        int[] open = answersOf.get(t);
        if (open == null) {
            return t.hasAnswer();
        }
        for (int k : open) {
            if (over[k]) {
                return true;
            }
        }
        return false;
    }
}
