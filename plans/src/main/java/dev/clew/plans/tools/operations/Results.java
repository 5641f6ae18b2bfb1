package dev.clew.plans.tools.operations;

import dev.clew.plans.pddl.model.Source;
import dev.clew.plans.tools.catalogue.CatalogueError;
import dev.clew.plans.tools.catalogue.ToolFailure;
import dev.clew.plans.tools.documents.Documents;

import org.jspecify.annotations.Nullable;

/** Texts that come from outside. */
final class Results {
    private static final int MAX_QUOTED = 200;

    private Results() {}

    /**
     * What a text says: JSON if it is JSON, the text itself if a text is wanted, null if it is
     * empty.
     *
     * @param wantsText whether a text that is not JSON will do
     */
    static @Nullable Object read(String text, boolean wantsText, String from) throws ToolFailure {
        if (text.isBlank()) {
            return wantsText ? "" : null;
        }
        try {
            return Documents.value(new Source(from, text));
        } catch (CatalogueError e) {
            if (wantsText) {
                return text.strip();
            }
            throw new ToolFailure(
                    from + " sent what is not JSON: " + e.sentence() + " " + quoted(text), false);
        }
    }

    /** The beginning of a text on one line. */
    static String quoted(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= MAX_QUOTED ? line : line.substring(0, MAX_QUOTED) + "...";
    }
}
