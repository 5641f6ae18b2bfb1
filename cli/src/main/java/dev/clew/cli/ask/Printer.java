package dev.clew.cli.ask;

import dev.clew.cli.answers.Outcome;
import dev.clew.cli.answers.Query;

/** Shows answers and how the question ended. */
interface Printer {
    /** Shows the present answer of a query. */
    void answer(Query query);

    /** Shows how it ended. */
    void end(Outcome outcome);

    /** Whether it shows what the answers cost. */
    boolean wantsCosts();
}
