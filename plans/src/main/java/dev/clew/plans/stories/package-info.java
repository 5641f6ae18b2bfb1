/**
 * Stories that are told from their end: what must have happened so that it ends so, and why did
 * everybody do what they did?
 *
 * <pre>{@code
 * Telling telling = new Storyteller(world).tell(ending, Budget.unlimited());
 * }</pre>
 *
 * <p>A plot is found by partial-order causal-link planning (Penberthy and Weld, "UCPOP", KR 1992)
 * with the intentions of characters (Riedl and Young, "Narrative Planning: Balancing Plot and
 * Character", JAIR 39, 2010). What is sought, a goal of the goal graph, is a whole {@link
 * dev.clew.plans.stories.PartialPlan} with its flaws mended; each way to mend one flaw is a step
 * with one premise. A {@link dev.clew.plans.stories.Simulator} that shares no code with the search
 * plays the story, and checks each causal link and each intention.
 *
 * <p>To read in this order: {@link dev.clew.plans.stories.World}, {@link
 * dev.clew.plans.stories.Action}, {@link dev.clew.plans.stories.Storyteller}, {@link
 * dev.clew.plans.stories.Story}, {@link dev.clew.plans.stories.Simulator}.
 */
@NullMarked
package dev.clew.plans.stories;

import org.jspecify.annotations.NullMarked;
