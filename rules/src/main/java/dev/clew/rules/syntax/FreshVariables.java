package dev.clew.rules.syntax;

import dev.clew.rules.terms.Var;

/** Makes the variables of terms that are read. */
public interface FreshVariables {
    /** A new variable. */
    Var fresh();
}
