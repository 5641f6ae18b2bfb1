package dev.clew.rules.machine;

import org.jspecify.annotations.Nullable;

/**
 * How a predicate is tabled.
 *
 * @param modes how answers are aggregated, or null if each is kept
 * @param isShared whether other queries may use its completed tables
 */
record TableDeclaration(@Nullable TableModes modes, boolean isShared) {}
