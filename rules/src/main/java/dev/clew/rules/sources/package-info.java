/**
 * Facts from outside: predicates whose facts are not in the program but in a file, a database or
 * some other service. A directive {@code :- source(customer(Id, Name, City), csv("customers.csv"))}
 * or {@link dev.clew.rules.Engine#source} makes such a predicate; each call of it asks the source
 * for the rows that may match.
 *
 * <p>Reading order: a {@link dev.clew.rules.sources.Source} makes a {@link
 * dev.clew.rules.sources.Relation} for the {@link dev.clew.rules.sources.Head} that a program
 * declares. A relation gives {@link dev.clew.rules.sources.Rows}, one at a time; what it holds open
 * meanwhile, such as a connection, belongs to the {@link dev.clew.rules.sources.Reading} of the
 * query and is closed with it. What goes wrong outside is a {@link
 * dev.clew.rules.sources.SourceException}. A {@link dev.clew.rules.sources.SourceKind} is found by
 * the service loader and gives directives a new kind of source.
 */
@NullMarked
package dev.clew.rules.sources;

import org.jspecify.annotations.NullMarked;
