package dev.clew.rules.proofs.forms;

import dev.clew.rules.syntax.Operators;
import dev.clew.rules.terms.Var;

import java.util.Map;

/**
 * How goals are written, and how much of a proof is shown.
 *
 * @param operators the operators of the program
 * @param names the names of variables; others are called {@code _A}, {@code _B}, ...
 * @param depth how many steps lie between the goal and the deepest steps shown; 0 for no limit
 */
public record Style(Operators operators, Map<Var, String> names, int depth) {
    public Style {
        if (depth < 0) {
            throw new IllegalArgumentException(
                    "The depth ("
                            + depth
                            + ") of a proof must not be negative.\n"
                            + "Maybe 0, which shows all of it.");
        }
    }

    /** The predefined operators, no names, everything shown. */
    public static Style plain() {
        return new Style(Operators.standard(), Map.of(), 0);
    }

    /** This style, showing steps down to {@code depth}; 0 for all. */
    public Style withDepth(int limit) {
        return new Style(operators, names, limit);
    }
}
