package dev.clew.cli.ask;

import dev.clew.cli.answers.Outcome;
import dev.clew.cli.answers.Query;
import dev.clew.cli.why.WhyAnswer;

import java.util.List;

/** Shows answers and how the question ended. */
interface Printer {
    /** Shows the present answer of a query. */
    void answer(Query query);

    /** The present answer of a query as it is shown. */
    String line(Query query);

    /** The present answer of a query with its proof, line by line. */
    List<String> lines(Query query, WhyAnswer why);

    /** How many levels of a proof it shows. */
    default int levels() {
        return Integer.MAX_VALUE;
    }

    /** A proof alone, line by line. */
    List<String> proof(Query query, WhyAnswer why);

    /**
     * Shows what becomes of an answer.
     *
     * @param difference how its proof has changed, if it is still an answer
     * @param proof the proof, as {@link #proof} gave it, if it is to be shown
     */
    void change(
            String answer,
            WhatIf.Change change,
            ProvedAnswers.Difference difference,
            List<String> proof);

    /** Shows why there is no answer. */
    void whyNot(List<String> lines);

    /** Shows how it ended. */
    void end(Outcome outcome);

    /** Whether it shows what the answers cost. */
    boolean wantsCosts();
}
