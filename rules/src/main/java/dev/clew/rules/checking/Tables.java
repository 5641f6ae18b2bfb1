package dev.clew.rules.checking;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The answers of tabled predicates, computed in rounds: in each round every call is evaluated once
 * with the answers that are known so far, until a round finds nothing new. This is the naive
 * evaluation of the least fixed point. A negation is decided with tables of its own, which must be
 * complete; one that needs a table that is not complete further out is not stratified, and
 * undecided.
 */
final class Tables {
    private final Map<String, Table> tables = new HashMap<>();
    private final @Nullable Tables outer;

    /** Tables that are known to be complete, shared by all. */
    private final Map<String, Table> complete;

    private int round;
    private boolean hasGrown;

    /** The answers of one call. */
    static final class Table {
        final List<Term> answers = new ArrayList<>();
        private final Set<String> keys = new HashSet<>();
        private int round;
        private boolean isComplete;
    }

    Tables(@Nullable Tables outer) {
        this.outer = outer;
        this.complete = outer == null ? new HashMap<>() : outer.complete;
    }

    /** Begins a round. */
    void begin() {
        round++;
        hasGrown = false;
    }

    /** Ends a round; whether it was the last, which makes its tables complete. */
    boolean end() {
        if (hasGrown) {
            return false;
        }
        for (Map.Entry<String, Table> e : tables.entrySet()) {
            if (e.getValue().round == round) {
                e.getValue().isComplete = true;
                complete.put(e.getKey(), e.getValue());
            }
        }
        return true;
    }

    /** The table of a call. */
    Table table(String key) {
        Table known = complete.get(key);
        if (known != null) {
            return known;
        }
        for (Tables t = outer; t != null; t = t.outer) {
            if (t.tables.containsKey(key)) {
                throw new Undecided("it depends on its own negation");
            }
        }
        return tables.computeIfAbsent(key, k -> new Table());
    }

    /** Whether a table must be evaluated in this round; if so, notes that it is. */
    boolean needsEvaluation(Table table) {
        if (table.isComplete || table.round == round) {
            return false;
        }
        table.round = round;
        return true;
    }

    void add(Table table, Term answer, Bindings bindings) {
        if (table.keys.add(key(answer, bindings))) {
            table.answers.add(answer);
            hasGrown = true;
        }
    }

    /** A text that two terms share if and only if they differ in the names of variables only. */
    static String key(Term term, Bindings bindings) {
        StringBuilder key = new StringBuilder();
        Map<Var, Integer> numbers = new IdentityHashMap<>();
        ArrayDeque<Term> agenda = new ArrayDeque<>();
        agenda.push(term);
        while (!agenda.isEmpty()) {
            Term t = bindings.walk(agenda.pop());
            if (t instanceof Var v) {
                Integer number = numbers.putIfAbsent(v, numbers.size());
                key.append('_').append(number == null ? numbers.size() - 1 : number);
            } else if (t instanceof Compound c) {
                text(key, 'c', c.name().name()).append('/').append(c.arity());
                for (int i = c.arity(); i > 0; i--) {
                    agenda.push(c.arg(i - 1));
                }
            } else if (t instanceof Atom a) {
                text(key, 'a', a.name());
            } else if (t instanceof Str s) {
                text(key, 's', s.value());
            } else if (t instanceof Flt f) {
                key.append('f').append(Double.doubleToLongBits(f.value()));
            } else if (t instanceof Numeric n) {
                key.append('i').append(Evaluation.integer(n));
            } else {
                key.append('o').append(t);
            }
            key.append(';');
        }
        return key.toString();
    }

    private static StringBuilder text(StringBuilder key, char kind, String text) {
        return key.append(kind).append(text.length()).append(':').append(text);
    }
}
