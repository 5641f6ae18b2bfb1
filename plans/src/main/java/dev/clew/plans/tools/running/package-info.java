/**
 * Carries plans of calls out: what is independent at once, what fails again if that does no harm,
 * and nothing twice that changes something.
 *
 * <p>A {@link dev.clew.plans.tools.running.Runner} runs one plan and makes a {@link
 * dev.clew.plans.tools.running.Report}; a {@link dev.clew.plans.tools.running.Journal} remembers
 * calls, so that a run can be replayed or gone on with; {@link dev.clew.plans.tools.running.Chain}
 * plans anew around a tool that failed.
 */
@NullMarked
package dev.clew.plans.tools.running;

import org.jspecify.annotations.NullMarked;
