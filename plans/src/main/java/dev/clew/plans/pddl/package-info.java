/**
 * Planning problems in PDDL, the language of the field's benchmarks: what can be done, what holds
 * at first, what shall hold; the answer is a list of actions.
 *
 * <pre>{@code
 * PlanningTask task = Pddl.read(Path.of("domain.pddl"), Path.of("problem.pddl"));
 * switch (new Planner(task).plan(Budget.of(Duration.ofSeconds(60)))) {
 *     case Outcome.Solved s -> System.out.print(s.plan().text());
 *     case Outcome.Impossible i -> System.out.println("There is no plan.");
 *     case Outcome.OutOfBudget o -> System.out.println("Stopped early: " + o.reason());
 * }
 * }</pre>
 *
 * <p>In reading order: {@link dev.clew.plans.pddl.Pddl}, {@link dev.clew.plans.pddl.Planner},
 * {@link dev.clew.plans.pddl.Outcome}; {@link dev.clew.plans.pddl.validation.Validator} checks
 * plans and shares nothing with the search but the texts.
 */
@NullMarked
package dev.clew.plans.pddl;

import org.jspecify.annotations.NullMarked;
