package dev.clew.studies.tools;

import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param expression the calls that it comes from, as one expression; null if there is none
 * @param calls how often the chooser was asked
 */
record Answer(@Nullable String expression, int calls) {
    /** Whether it is the very tree of calls. */
    boolean isExact(ToolWorld world) {
        return world.root().expression().equals(expression);
    }

    /** Whether its value is right. */
    boolean isRight(ToolWorld world) {
        return expression != null
                && world.root().expression().equals(ToolWorld.meaning(expression));
    }
}
