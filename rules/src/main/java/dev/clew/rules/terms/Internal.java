package dev.clew.rules.terms;

/** A value that the machine keeps among the variables of a clause. Programs never see one. */
public abstract non-sealed class Internal extends Term {
    /** For subclasses within the engine. */
    protected Internal() {}
}
