/**
 * The abstract machine: how goals are run.
 *
 * <p>{@link dev.clew.rules.machine.Machine} is one running query: registers, trail, choice points,
 * and a trampoline that runs one step ({@code Code}) after the other, so that recursion of any
 * depth takes no Java stack. {@link dev.clew.rules.machine.Database} is what queries share:
 * modules, predicates, flags. Clauses are stored as terms ({@link dev.clew.rules.machine.Clause})
 * and prepared for execution when first called: {@code Compiler} turns their terms into {@code
 * Pattern}s and their bodies into linked {@code Steps}. {@link
 * dev.clew.rules.machine.ClauseProcedure} chooses the clauses that a call has to try, {@code
 * Control} holds what works on the registers, {@code Unwinding} what happens when an error is
 * raised, and {@link dev.clew.rules.machine.Loader} reads program text.
 *
 * <p>The design follows D. H. D. Warren, <i>An abstract Prolog instruction set</i> (SRI Technical
 * Note 309, 1983), with environments and choice points as linked objects on the Java heap instead
 * of stacks.
 */
@NullMarked
package dev.clew.rules.machine;

import org.jspecify.annotations.NullMarked;
