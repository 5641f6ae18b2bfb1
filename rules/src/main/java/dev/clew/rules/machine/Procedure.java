package dev.clew.rules.machine;

import org.jspecify.annotations.Nullable;

/**
 * What a predicate does when it is called. One procedure may serve several predicates: those that
 * import it.
 */
abstract class Procedure {
    /** Mode letters of {@code meta_predicate/1}, one per argument, or null. */
    char @Nullable [] meta;

    /** Whether the procedure must know the calling module: meta-predicates and built-ins. */
    boolean special;

    /** Whether user programs may not redefine it: control constructs and the built-ins of ISO. */
    boolean isProtected;

    /** Whether it is defined by clauses of Clew's own. */
    boolean isLibrary;

    /** Calls it with its arguments in the machine's argument registers. */
    abstract @Nullable Code enter(Machine m, Predicate p);

    /** The kinds of procedures that count as existing definitions. */
    boolean isDefined() {
        return true;
    }
}
