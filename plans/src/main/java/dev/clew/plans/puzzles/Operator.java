package dev.clew.plans.puzzles;

import dev.clew.plans.numbers.Fraction;

import org.jspecify.annotations.Nullable;

/** The four operations of arithmetic. */
public enum Operator {
    /** Addition. */
    PLUS("+"),
    /** Subtraction. */
    MINUS("-"),
    /** Multiplication. */
    TIMES("*"),
    /** Division. */
    OVER("/");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** The sign as it is written. */
    public String sign() {
        return sign;
    }

    /** How tightly it binds. */
    int strength() {
        return this == TIMES || this == OVER ? 2 : 1;
    }

    /** The result, or null if the second number is 0 and the first would be divided by it. */
    public @Nullable Fraction apply(Fraction left, Fraction right) {
        return switch (this) {
            case PLUS -> left.plus(right);
            case MINUS -> left.minus(right);
            case TIMES -> left.times(right);
            case OVER -> right.sign() == 0 ? null : left.over(right);
        };
    }
}
