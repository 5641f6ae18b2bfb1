package dev.clew.rules;

import dev.clew.rules.machine.Policy;
import dev.clew.rules.terms.Errors;

import java.time.Duration;

/**
 * What rules may do to the world outside. Rules of your own usually may do anything; rules from a
 * stranger get {@link #strict}.
 *
 * <p>Whatever the sandbox, rules cannot end the JVM ({@code halt/0} ends the search), call Java
 * except through predicates that the host defined, or see another engine.
 */
public final class Sandbox {
    private static final Sandbox OPEN = new Sandbox(Policy.OPEN, Budget.unlimited());

    private static final Budget TIGHT =
            new Budget(Duration.ofSeconds(10), 200_000_000L, 256L << 20, 1_000_000);

    private final Policy policy;
    private final Budget budget;

    private Sandbox(Policy policy, Budget budget) {
        this.policy = policy;
        this.budget = budget;
    }

    /** No restrictions. */
    public static Sandbox open() {
        return OPEN;
    }

    /**
     * No files, no processes, no environment variables, no standard input unless the host gives
     * one; and a budget for every search and every load: 10 seconds, 200 million calls, 256 MiB, a
     * depth of a million. Forbidden operations raise permission errors.
     */
    public static Sandbox strict() {
        return new Sandbox(
                (operation, kind, culprit) -> {
                    throw Errors.permission(operation, kind, culprit);
                },
                TIGHT);
    }

    /**
     * This sandbox with another budget for searches and loads that do not have one of their own.
     */
    public Sandbox withBudget(Budget other) {
        return new Sandbox(policy, other);
    }

    /** The budget of searches and loads that do not have one of their own. */
    public Budget budget() {
        return budget;
    }

    Policy policy() {
        return policy;
    }
}
