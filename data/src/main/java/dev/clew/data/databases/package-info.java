/**
 * Tables of databases, by JDBC. Each query has one connection to each database and reads all of its
 * tables in one transaction; what a call has bound becomes parameters of a prepared statement.
 */
@NullMarked
package dev.clew.data.databases;

import org.jspecify.annotations.NullMarked;
