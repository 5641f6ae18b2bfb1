package dev.clew.plans.pddl.model;

import java.math.BigDecimal;
import java.util.List;

/** An amount. */
public sealed interface Expression {
    /** The offset of the amount in its source. */
    int at();

    /** A number. */
    record Number(BigDecimal value, int at) implements Expression {
        @Override
        public String toString() {
            return value.toPlainString();
        }
    }

    /** The value that the initial state gives a function. */
    record Value(Atom function, int at) implements Expression {
        @Override
        public String toString() {
            return function.toString();
        }
    }

    /** A sum, difference, product or quotient, by the sign. */
    record Arithmetic(char sign, List<Expression> parts, int at) implements Expression {
        @Override
        public String toString() {
            return Texts.list(String.valueOf(sign), parts);
        }
    }
}
