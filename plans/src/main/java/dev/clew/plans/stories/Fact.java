package dev.clew.plans.stories;

import java.util.List;

/**
 * A fact such as {@code at(rosa, cottage)}, or a thing such as {@code rosa}, which is one without
 * arguments. A fact may be an argument: {@code intends(rosa, has(rosa, apple))}.
 *
 * @param name its name
 * @param arguments what it is about
 */
public record Fact(String name, List<Term> arguments) implements Term {
    /** The fact that a character has a goal. */
    public static final String INTENDS = "intends";

    /** The goal that something does not hold. */
    public static final String NOT = "not";

    public Fact {
        arguments = List.copyOf(arguments);
    }

    /** A fact about these. */
    public static Fact of(String name, Term... arguments) {
        return new Fact(name, List.of(arguments));
    }

    /** Whether it has no variables. */
    public boolean isGround() {
        return Substitution.isGround(this);
    }

    /** The same name with the same number of arguments. */
    boolean isLike(Fact other) {
        return name.equals(other.name) && arguments.size() == other.arguments.size();
    }

    @Override
    public String toString() {
        if (arguments.isEmpty()) {
            return name;
        }
        StringBuilder text = new StringBuilder(name).append('(');
        for (int i = 0; i < arguments.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(arguments.get(i));
        }
        return text.append(')').toString();
    }
}
