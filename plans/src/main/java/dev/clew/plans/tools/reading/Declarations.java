package dev.clew.plans.tools.reading;

import dev.clew.plans.pddl.reading.Nearest;
import dev.clew.plans.tools.catalogue.Effects;
import dev.clew.plans.tools.documents.Part;

import java.math.BigDecimal;
import java.util.List;

/** What every kind of catalogue may say of a tool. */
final class Declarations {
    private Declarations() {}

    /** The effects behind a key, or others. */
    static Effects effects(Part tool, String key, Effects otherwise) {
        Part part = tool.get(key);
        if (part == null) {
            return otherwise;
        }
        for (Effects effects : Effects.values()) {
            if (effects.word().equals(part.text())) {
                return effects;
            }
        }
        String near = Nearest.hint(part.text(), List.of("none", "repeatable", "once"));
        throw part.error(
                "There are no effects (" + part.text() + ").",
                near == null ? "Maybe none, repeatable or once." : near);
    }

    /** The cost behind a key; without one a call is dearer the more it changes. */
    static double cost(Part tool, String key, Effects effects) {
        Part part = tool.get(key);
        if (part == null) {
            return 1 + effects.ordinal();
        }
        BigDecimal cost = part.number();
        if (cost.signum() < 0) {
            throw part.error(
                    "The cost (" + cost + ") must not be negative.", "Maybe 0: it costs nothing.");
        }
        return cost.doubleValue();
    }
}
