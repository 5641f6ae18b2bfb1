package dev.clew.rules.datalog;

import java.util.List;

/**
 * A rule. Registers from 0 to {@code variables} (exclusive) are its variables; register {@code
 * variables + i} holds constant {@code i}.
 */
public record Rule(int[] head, List<Literal> body, int variables, int[] constants) {
    boolean isVariable(int register) {
        return register < variables;
    }

    int registers() {
        return variables + constants.length;
    }
}
