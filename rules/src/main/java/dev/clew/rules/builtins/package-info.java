/**
 * Built-in predicates that are written in Java, one class for each family; {@link
 * dev.clew.rules.builtins.AllBuiltins} lists them. Control constructs and the predicates on
 * clauses, modules and flags stand in {@code dev.clew.rules.machine}.
 */
@NullMarked
package dev.clew.rules.builtins;

import org.jspecify.annotations.NullMarked;
