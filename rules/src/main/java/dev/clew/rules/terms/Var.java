package dev.clew.rules.terms;

import org.jspecify.annotations.Nullable;

/**
 * A variable. It is unbound while {@link #ref} is null, and may then carry attributes.
 *
 * <p>The {@link #serial} orders variables by age: it decides the standard order, and whether a
 * binding must be recorded for backtracking (only variables older than the newest choice point need
 * it).
 */
public final class Var extends Term {
    /** What the variable is bound to, or null while it is unbound. Written by the engine only. */
    public @Nullable Term ref;

    /** The attributes {@code att(Module, Value, More)}, or null. Written by the engine only. */
    public @Nullable Term attributes;

    /** The variable's age within its engine: smaller is older. */
    public final long serial;

    /** An unbound variable of age {@code serial}; the engine hands out serials. */
    public Var(long serial) {
        this.serial = serial;
    }

    /** An unbound variable for terms that are built outside of a running query. */
    public Var() {
        this.serial = 0;
    }
}
