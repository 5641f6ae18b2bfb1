package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

/** Of which type the values of a flag must be: the option {@code type} of its creation. */
enum FlagType {
    BOOLEAN("boolean", "bool"),
    ATOM("atom", "atom"),
    INTEGER("integer", "integer"),
    FLOAT("float", "float"),
    TERM("term", "term");

    private final String option;
    private final String error;

    FlagType(String option, String error) {
        this.option = option;
        this.error = error;
    }

    /** The type of this name, or null. */
    static @Nullable FlagType named(Atom name) {
        for (FlagType type : values()) {
            if (type.option.equals(name.name())) {
                return type;
            }
        }
        return null;
    }

    /** The type that a first value suggests. */
    static FlagType of(Term value) {
        for (FlagType type : values()) {
            if (type != FLOAT && type.holds(value)) {
                return type;
            }
        }
        return TERM;
    }

    private boolean holds(Term value) {
        return switch (this) {
            case BOOLEAN -> value instanceof Atom a && isTruth(a.name());
            case ATOM -> value instanceof Atom;
            case INTEGER -> value instanceof Int || value instanceof BigInt;
            case FLOAT -> value instanceof Flt;
            case TERM -> true;
        };
    }

    private static boolean isTruth(String name) {
        return name.equals("true")
                || name.equals("false")
                || name.equals("on")
                || name.equals("off");
    }

    /** Raises a type error for a value of another type. */
    void check(Term value) {
        if (!holds(value)) {
            throw Errors.type(error, value);
        }
    }
}
