package dev.clew.rules.machine;

import org.jspecify.annotations.Nullable;

/**
 * A step of a program. The machine is a trampoline: it runs {@code code = code.exec(machine)} until
 * null. A step reads and writes the machine's registers and returns the step to run next, so that
 * calls, returns, backtracking and last calls all use no Java stack. Interpreted clauses,
 * built-ins, and compiled code share this one protocol.
 */
abstract class Code {
    /** What follows when this step succeeds; linked by the compiler. */
    @SuppressWarnings("NullAway") // set by the compiler before the step can run
    Code next;

    /** Runs the step; returns the one to run next, or null to leave the trampoline. */
    abstract @Nullable Code exec(Machine m);
}
