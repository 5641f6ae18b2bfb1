/**
 * Datalog, evaluated a set at a time: from the goal downwards to know what is asked for, and from
 * the facts upwards to answer it.
 *
 * <p>A {@link dev.clew.rules.datalog.Program} has predicates with facts and rules over integer
 * codes. A {@link dev.clew.rules.datalog.Plan} makes it ready for goals with certain arguments
 * bound: the rules are rewritten so that only what the goal needs is derived (magic sets), and each
 * becomes a few joins (semi-naive evaluation) over {@linkplain dev.clew.rules.datalog.Relation
 * relations} with hash indexes. Negation has the well-founded semantics: where predicates depend on
 * each other by way of negation, what could be derived is found first, with its conditions, and
 * decided then.
 *
 * <p>The package knows nothing of terms or of the machine. What each class follows is named there.
 */
@org.jspecify.annotations.NullMarked
package dev.clew.rules.datalog;
