package dev.clew.rules;

import dev.clew.rules.terms.Term;

/** Changes to the clauses of an engine that become visible together; see {@link Engine#update}. */
public interface Update {
    /**
     * Adds a clause after those that there are. {@code ?} and {@code :name} stand for parameters.
     */
    void add(String clause, Object... params);

    /** Adds a clause after those that there are. */
    void add(Term clause);

    /** Adds a fact: the term that the record stands for. */
    void add(Record fact);

    /**
     * Removes all clauses that match {@code Head}, or {@code Head :- Body}.
     *
     * @return how many there were
     */
    int remove(String pattern, Object... params);

    /**
     * Removes all clauses that match {@code Head}, or {@code Head :- Body}.
     *
     * @return how many there were
     */
    int remove(Term pattern);

    /** Removes all facts and rules whose head matches the term that the record stands for. */
    int remove(Record fact);
}
