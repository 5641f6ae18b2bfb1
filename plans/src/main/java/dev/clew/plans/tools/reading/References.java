package dev.clew.plans.tools.reading;

import dev.clew.plans.pddl.reading.Nearest;
import dev.clew.plans.tools.documents.Part;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * References within a document: {@code $ref: "#/components/schemas/Pet"} (RFC 6901).
 *
 * @param root what they start from
 */
record References(Part root) {
    /** The part that a reference stands for, through other references; or the part itself. */
    Part resolved(Part part) {
        Part found = part;
        Set<String> met = new HashSet<>();
        while (found.isMapping()) {
            Part reference = found.get("$ref");
            if (reference == null) {
                break;
            }
            if (!met.add(reference.text())) {
                throw reference.error(
                        "The reference (" + reference.text() + ") leads back to itself.", null);
            }
            found = target(reference);
        }
        return found;
    }

    private Part target(Part reference) {
        String text = reference.text();
        if (!text.startsWith("#")) {
            throw reference.error(
                    "The reference (" + text + ") leads out of this document.",
                    "Maybe bundle the documents into one; or write `#/` for this document.");
        }
        Part found = root;
        if (text.equals("#")) {
            return found;
        }
        for (String step : text.substring(text.startsWith("#/") ? 2 : 1).split("/", -1)) {
            found = step(found, unescaped(step), reference);
        }
        return found;
    }

    private static Part step(Part from, String step, Part reference) {
        Part next = null;
        @Nullable String hint = null;
        if (from.isMapping()) {
            next = from.get(step);
            hint = Nearest.hint(step, from.entries().keySet());
        } else if (from.isSequence()) {
            List<Part> items = from.items();
            boolean isIndex = !step.isEmpty() && step.chars().allMatch(Character::isDigit);
            next =
                    isIndex && step.length() < 10 && Integer.parseInt(step) < items.size()
                            ? items.get(Integer.parseInt(step))
                            : null;
        }
        if (next == null) {
            throw reference.error(
                    "The reference ("
                            + reference.text()
                            + ") leads nowhere: there is no `"
                            + step
                            + "`.",
                    hint == null ? "Maybe it is spelt otherwise there." : hint);
        }
        return next;
    }

    static String unescaped(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }
}
