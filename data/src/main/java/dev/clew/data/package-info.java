/**
 * Facts from files and databases as predicates of rules.
 *
 * <p>In a file of rules a directive says where the facts are:
 *
 * <pre>{@code
 * :- source(customer(Id, Name, City), csv("customers.csv")).
 * :- source(order(Id, CustomerId, Total), jdbc("jdbc:postgresql:shop", "order")).
 * }</pre>
 *
 * <p>A host says so in Java: {@code engine.source("customer(Id, Name, City)", Sources.csv(file))}.
 * {@link dev.clew.data.Sources} makes all kinds of sources; {@link dev.clew.data.FileOptions} and
 * {@link dev.clew.data.TableOptions} say how they are read.
 */
@NullMarked
package dev.clew.data;

import org.jspecify.annotations.NullMarked;
