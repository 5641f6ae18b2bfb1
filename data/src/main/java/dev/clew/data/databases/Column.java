package dev.clew.data.databases;

/**
 * A column of a table.
 *
 * @param name its name in the database
 * @param kind how its values become terms
 */
record Column(String name, ColumnKind kind) {}
