package dev.clew.rules.machine;

import dev.clew.rules.datalog.Relation;

/**
 * The facts of a procedure as tuples of codes.
 *
 * @param stamp the procedure's {@link ClauseProcedure#lastChange} when they were read
 */
record SetFacts(SetDictionary dictionary, long stamp, Relation tuples) {}
