package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of a call: the answers found so far, and while it is being filled, who waits for them.
 */
final class Table {
    private static final @Nullable TableAnswer[] NO_INDEX = {};

    final ClauseProcedure procedure;

    /** The arguments of the call in stored form. */
    final Term[] call;

    /** How many variables the call has. */
    final int variables;

    final int hash;

    List<TableAnswer> answers = new ArrayList<>(2);

    /** Answers by their bindings, with open addressing; not kept once the table is complete. */
    private @Nullable TableAnswer[] index = NO_INDEX;

    private int indexed;

    /** Whether all answers have been found. */
    boolean isComplete;

    /** Whether some answers hold on condition only. */
    boolean hasConditions;

    /** What the answers depend on; set when it is complete. */
    @Nullable TableReads reads;

    // ---- While it is being filled ----

    /** The number of this table among those that were begun. */
    int number;

    final List<Consumer> consumers = new ArrayList<>(2);

    /** The consumers before this one have no answers to consume but the newest. */
    private int scanned;

    /** How many answers there were when the consumers were last gone through from the start. */
    private int scannedAnswers;

    /** How many consumers that it owns may still bring it answers. */
    int needs;

    /** Whether an answer that holds without condition has been noticed. */
    boolean isTrue;

    /** Whether it stands in the agenda of a generator. */
    boolean isScheduled;

    /** Whether an error has ended the filling. */
    boolean isAbandoned;

    /** The strongly connected component that it was found to be in. */
    int component;

    Table(ClauseProcedure procedure, Term[] call, int variables, int hash) {
        this.procedure = procedure;
        this.call = call;
        this.variables = variables;
        this.hash = hash;
    }

    /** A consumer with answers to consume, or null. */
    @Nullable Consumer nextConsumer() {
        while (true) {
            for (; scanned < consumers.size(); scanned++) {
                Consumer c = consumers.get(scanned);
                if (!c.isNegative && !c.owner.isAbandoned && c.next < answers.size()) {
                    return c;
                }
            }
            if (scannedAnswers == answers.size()) {
                return null;
            }
            scannedAnswers = answers.size();
            scanned = 0;
        }
    }

    static int hash(ClauseProcedure procedure, Term[] call) {
        return StoredTerms.hash(call) ^ System.identityHashCode(procedure);
    }

    /** The known answer with these bindings, or null. */
    @Nullable TableAnswer find(Term[] bindings, int hash) {
        @Nullable TableAnswer[] slots = index;
        if (slots.length == 0) {
            return null;
        }
        int mask = slots.length - 1;
        for (int i = hash & mask; ; i = i + 1 & mask) {
            TableAnswer a = slots[i];
            if (a == null) {
                return null;
            } else if (a.hash == hash && StoredTerms.equal(a.bindings, bindings)) {
                return a;
            }
        }
    }

    /** Adds an answer whose bindings are new. */
    void add(TableAnswer a) {
        answers.add(a);
        if (++indexed * 2 > index.length) {
            @Nullable TableAnswer[] larger = new TableAnswer[Math.max(8, index.length * 2)];
            for (TableAnswer old : index) {
                if (old != null) {
                    enter(larger, old);
                }
            }
            index = larger;
        }
        enter(index, a);
    }

    private static void enter(@Nullable TableAnswer[] slots, TableAnswer a) {
        int mask = slots.length - 1;
        int i = a.hash & mask;
        while (slots[i] != null) {
            i = i + 1 & mask;
        }
        slots[i] = a;
    }

    /** Whether an answer holds without condition. */
    boolean hasTrueAnswer() {
        if (!hasConditions) {
            return !answers.isEmpty();
        }
        for (TableAnswer a : answers) {
            if (a.isTrue()) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is an answer, be it on condition. */
    boolean hasAnswer() {
        for (TableAnswer a : answers) {
            if (!a.isDropped) {
                return true;
            }
        }
        return false;
    }

    /** The answers of a table with modes, by the arguments that tell them apart. */
    static final class Best {
        private record Key(Term[] terms) {
            @Override
            public boolean equals(@Nullable Object other) {
                return other instanceof Key k && StoredTerms.equal(k.terms, terms);
            }

            @Override
            public int hashCode() {
                return StoredTerms.hash(terms);
            }
        }

        private final Map<Key, TableAnswer> answers = new HashMap<>();

        @Nullable TableAnswer get(Term[] key) {
            return answers.get(new Key(key));
        }

        void put(Term[] key, TableAnswer answer) {
            answers.put(new Key(key), answer);
        }
    }

    private @Nullable Best best;

    Best best() {
        Best b = best;
        if (b == null) {
            b = new Best();
            best = b;
        }
        return b;
    }

    /** Notes that no more answers will come. */
    void complete(TableReads reads) {
        this.reads = reads;
        index = NO_INDEX;
        best = null;
        consumers.clear();
        hasConditions = false;
        List<TableAnswer> kept = new ArrayList<>(answers.size());
        for (TableAnswer a : answers) {
            if (!a.isDropped) {
                kept.add(a);
                hasConditions |= a.conditions != null;
            }
        }
        answers = kept.size() == answers.size() ? answers : kept;
        isComplete = true;
    }

    /** A complete table with the same answers, which depend on something else. */
    Table with(TableReads others) {
        Table t = new Table(procedure, call, variables, hash);
        t.answers = answers;
        t.hasConditions = hasConditions;
        t.isComplete = true;
        t.reads = others;
        return t;
    }

    /** Whether another complete table has the same answers and both have no conditions. */
    boolean hasSameAnswers(Table other) {
        if (hasConditions || other.hasConditions || answers.size() != other.answers.size()) {
            return false;
        }
        Map<Best.Key, TableAnswer> mine = new HashMap<>();
        for (TableAnswer a : answers) {
            mine.put(new Best.Key(a.bindings), a);
        }
        for (TableAnswer a : other.answers) {
            if (!mine.containsKey(new Best.Key(a.bindings))) {
                return false;
            }
        }
        return true;
    }

    /** Whether this is the table of a call with these stored arguments. */
    boolean isFor(ClauseProcedure p, Term[] args) {
        return p == procedure && StoredTerms.equal(call, args);
    }

    @Override
    public String toString() {
        return procedure.predicate.indicator() + Arrays.toString(call);
    }
}
