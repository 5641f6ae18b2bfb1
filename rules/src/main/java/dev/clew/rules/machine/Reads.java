package dev.clew.rules.machine;

import dev.clew.rules.sources.Reading;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What the filling of a table has read so far. */
final class Reads {
    /**
     * What was read of a predicate.
     *
     * @param since the number of its last change when it was read first
     * @param calls how it was called, if it is incremental; else null
     */
    record Read(long since, @Nullable CallPatterns calls) {}

    /** The dynamic predicates that were called. */
    final Map<ClauseProcedure, Read> predicates = new IdentityHashMap<>(4);

    /**
     * The complete tables that were used, in this order, as far as they depend on incremental
     * predicates.
     */
    final Set<Table> tables = new LinkedHashSet<>(0);

    /** What the query has open of the sources that were called, or null if none was. */
    @Nullable Reading outside;

    /** Notes a call of a dynamic predicate with these arguments. */
    void add(ClauseProcedure p, Term[] args) {
        Read known = predicates.get(p);
        if (known == null) {
            boolean isIncremental = p.changeLog != null;
            known = new Read(p.lastChange(), isIncremental ? new CallPatterns() : null);
            predicates.put(p, known);
        }
        if (known.calls != null) {
            known.calls.add(args, p.predicate.functor.arity());
        }
    }

    /** Notes that all of a predicate was read, as it was at {@code since}. */
    void addWhole(ClauseProcedure p, long since) {
        Read known = predicates.get(p);
        long first = known == null ? since : Math.min(since, known.since);
        if (known == null || known.calls != null || first < known.since) {
            predicates.put(p, new Read(first, null));
        }
    }

    /** Notes the use of a complete table. */
    void add(Table t, TableReads reads) {
        if (reads.outside() != null) {
            outside = reads.outside();
        }
        if (reads.isIncremental()) {
            tables.add(t);
        } else {
            reads.forEach(this::addWhole);
        }
    }

    /** What this and another have read; one of both is changed. */
    Reads with(Reads other) {
        if (other.size() > size()) {
            return other.with(this);
        }
        other.predicates.forEach((p, r) -> {
            if (r.calls == null) {
                addWhole(p, r.since);
            } else {
                merge(p, r.since, r.calls);
            }
        });
        tables.addAll(other.tables);
        outside = outside != null ? outside : other.outside;
        return this;
    }

    private void merge(ClauseProcedure p, long since, CallPatterns calls) {
        Read known = predicates.get(p);
        if (known == null) {
            predicates.put(p, new Read(since, calls));
        } else if (known.calls == null) {
            addWhole(p, since);
        } else {
            known.calls.add(calls);
            if (since < known.since) {
                predicates.put(p, new Read(since, known.calls));
            }
        }
    }

    private int size() {
        int n = predicates.size() + tables.size();
        for (Read r : predicates.values()) {
            n += r.calls == null ? 0 : r.calls.size();
        }
        return n;
    }
}
