package dev.clew.rules;

import dev.clew.rules.StoppedException.Reason;
import dev.clew.rules.machine.Interruption;

/** Says why a search was stopped. */
final class Stops {
    private Stops() {}

    static StoppedException exception(Interruption.Reason why, int status, Budget budget) {
        return switch (why) {
            case HALT -> of(Reason.HALTED, status, "The rules called halt(" + status + ").");
            case CANCELLED -> of(Reason.CANCELLED, status, "The search was cancelled.");
            case TIME -> limit(Reason.TIME, "time", budget.time(), "withTime");
            case INFERENCES ->
                    limit(Reason.INFERENCES, "inferences", budget.inferences(), "withInferences");
            case MEMORY -> limit(Reason.MEMORY, "bytes", budget.bytes(), "withBytes");
            case DEPTH -> limit(Reason.DEPTH, "depth", budget.depth(), "withDepth");
        };
    }

    private static StoppedException limit(Reason reason, String name, Object value, String raise) {
        String message =
                "The limit `"
                        + name
                        + "` ("
                        + value
                        + ") of the search was reached before it was complete.\nMaybe raise it with"
                        + " Budget."
                        + raise
                        + "(...).";
        return of(reason, 0, message);
    }

    private static StoppedException of(Reason reason, int status, String message) {
        return new StoppedException(reason, status, message);
    }
}
