package dev.clew.cli.ask;

import dev.clew.cli.answers.Outcome;
import dev.clew.cli.answers.Query;

import java.util.List;

/** Shows answers and how the question ended. */
interface Printer {
    /** Shows the present answer of a query. */
    void answer(Query query);

    /** The present answer of a query as it is shown. */
    String line(Query query);

    /** Shows what becomes of an answer. */
    void change(String answer, WhatIf.Change change);

    /** Shows why there is no answer. */
    void whyNot(List<String> lines);

    /** Shows how it ended. */
    void end(Outcome outcome);

    /** Whether it shows what the answers cost. */
    boolean wantsCosts();
}
