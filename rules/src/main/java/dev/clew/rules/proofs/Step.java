package dev.clew.rules.proofs;

import org.jspecify.annotations.Nullable;

/** How a goal is shown. */
public sealed interface Step {
    /**
     * By a clause of the program whose head is an instance of the goal's predicate. It has one
     * premise for each goal of the body, the conjunction taken apart ({@code a, (b, c)} has three);
     * a fact has none.
     *
     * @param file the file that the clause stands in, or null if the program added it at run time
     * @param line the line where it starts, from 1; 0 if there is no file
     * @param number its place among the clauses of its predicate, from 1
     */
    record ByClause(@Nullable String file, int line, int number) implements Step {}

    /**
     * By a built-in predicate, whose values are those of the goal. It has no premises, but for a
     * predicate of a library that calls goals of the program, such as {@code maplist/3}: it has the
     * proofs of those.
     */
    record ByBuiltIn() implements Step {}

    /** A goal {@code \+ G}, {@code tnot(G)} or the like: there is no proof of G. No premises. */
    record ByFailure() implements Step {}

    /** A goal {@code (A, B, ...)} within a control construct: one premise for each of its goals. */
    record ByConjunction() implements Step {}

    /**
     * A control construct. Of {@code (C -> T ; E)} and {@code (C *-> T ; E)}, branch 1 has the
     * proofs of C and T as premises; branch 2 has a {@link ByFailure} proof of {@code \+ C} and the
     * proof of E. Of {@code (A ; B)}, the only premise is the proof of A (branch 1) or B (branch
     * 2). Of {@code (C -> T)} without an else, branch 1 is the only one. Of {@code call/N}, {@code
     * once/1}, {@code catch/3} and other predicates that call a goal and hold because it does, the
     * only premise is the proof of that goal.
     *
     * @param number the branch taken, from 1
     */
    record ByBranch(int number) implements Step {}

    /**
     * A predicate that collects all solutions of a goal ({@code findall/3}, {@code bagof/3}, {@code
     * forall/2}, ...): the values are those of the goal. It has no premises.
     */
    record BySolutions() implements Step {}

    /**
     * An answer of a tabled predicate, proved once among the lemmas of the explanation.
     *
     * @param lemma the index of the proof in {@link Explanation#lemmas}
     */
    record ByLemma(int lemma) implements Step {}

    /**
     * An answer of a tabled predicate, or the negation of a tabled goal, that is neither true nor
     * false in the well-founded model: nothing proves it, and nothing refutes it. No premises.
     */
    record ByUndefined() implements Step {}

    /**
     * Not a step but what stands for those that were left out, since they lie too deep to be shown.
     *
     * @param steps how many there are
     * @param isAll whether there are no more than that
     */
    record ByMore(long steps, boolean isAll) implements Step {}

    /** A fact that was assumed for the sake of the question. */
    record ByAssumption() implements Step {}

    /**
     * A fact from outside the program.
     *
     * @param source where it is from, as a reader would look it up: {@code customers.csv:17}
     */
    record BySource(String source) implements Step {}
}
