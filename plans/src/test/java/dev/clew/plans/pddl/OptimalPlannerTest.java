package dev.clew.plans.pddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clew.goals.Search;
import dev.clew.goals.Strategy;
import dev.clew.plans.pddl.OptimalPlanner.Direction;
import dev.clew.plans.pddl.OptimalPlanner.Estimate;
import dev.clew.plans.pddl.model.PlanningTask;
import dev.clew.plans.pddl.model.Source;
import dev.clew.plans.pddl.validation.BruteForce;
import dev.clew.plans.pddl.validation.Validator;
import dev.clew.plans.pddl.validation.Verdict;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Each way to a cheapest plan finds the cost that a plain search over sets of atoms finds. */
class OptimalPlannerTest {
    private static final long SEED = Long.getLong("clew.seed", 20_261_124);
    private static final int MOST_STATES = 2_000;

    private static final String DOMAIN =
            """
            (define (domain corridor)
              (:predicates (at ?x) (next ?x ?y) (marked ?x))
              (:action go :parameters (?x ?y)
                :precondition (and (at ?x) (next ?x ?y))
                :effect (and (at ?y) (not (at ?x))))
              (:action mark :parameters (?x)
                :precondition (at ?x)
                :effect (marked ?x)))
            """;

    private static PlanningTask corridor(int length, String goal) {
        StringBuilder text = new StringBuilder("(define (problem p) (:domain corridor) (:objects");
        for (int i = 0; i < length; i++) {
            text.append(" r").append(i);
        }
        text.append(") (:init (at r0)");
        for (int i = 1; i < length; i++) {
            text.append(" (next r").append(i - 1).append(" r").append(i).append(")");
        }
        text.append(") (:goal ").append(goal).append("))");
        return Pddl.parse(DOMAIN, text.toString());
    }

    /** All ways, each with its name. */
    private static List<OptimalPlanner> planners(PlanningTask task) {
        List<OptimalPlanner> planners = new ArrayList<>();
        for (Estimate e : Estimate.values()) {
            planners.add(new OptimalPlanner(task).by(e).from(Direction.FORWARD));
        }
        planners.add(new OptimalPlanner(task).by(Estimate.BLIND));
        planners.add(new OptimalPlanner(task).from(Direction.BACKWARD));
        planners.add(new OptimalPlanner(task).from(Direction.BOTH));
        return planners;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void agreesWithBruteForceInAllDirections(boolean isRich) {
        int solved = 0;
        int impossible = 0;
        int refused = 0;
        for (int i = 0; i < Integer.getInteger("clew.tasks", 300); i++) {
            long seed = SEED + i;
            RandomTask random = new RandomTask(seed, isRich, i % 2 == 0);
            String domain = random.wholeDomain();
            String problem = random.problem();
            String name = "seed " + seed + "\n" + domain + problem;
            PlanningTask task = Pddl.parse(domain, problem);
            BigDecimal cost = new BruteForce(task).leastCost(MOST_STATES);
            if (cost != null && cost.signum() < 0) {
                continue;
            }
            int way = 0;
            for (OptimalPlanner planner : planners(task)) {
                try {
                    Outcome outcome = planner.plan(Budget.unlimited());
                    check(task, outcome, cost, "way " + way + " " + name);
                } catch (Unsupported e) {
                    assertThat(e).as(name).hasMessageContaining("does not hold");
                    assertThat(way).as(name).isGreaterThanOrEqualTo(4);
                    assertThat(isRich).as(name).isTrue();
                    refused++;
                } catch (RuntimeException e) {
                    throw new AssertionError("way " + way + " " + name, e);
                }
                way++;
            }
            solved += cost == null ? 0 : 1;
            impossible += cost == null ? 1 : 0;
        }
        assertThat(solved).isGreaterThan(40);
        assertThat(impossible).isGreaterThan(40);
        assertThat(refused).isLessThan(2 * (solved + impossible));
    }

    private static void check(
            PlanningTask task, Outcome outcome, @Nullable BigDecimal cost, String name) {
        if (cost == null) {
            assertThat(outcome).as(name).isInstanceOf(Outcome.Impossible.class);
            return;
        }
        assertThat(outcome).as(name).isInstanceOf(Outcome.Solved.class);
        Outcome.Solved s = (Outcome.Solved) outcome;
        assertThat(s.isOptimal()).as(name).isTrue();
        assertThat(s.plan().cost()).as(name).isEqualByComparingTo(cost);
        Verdict verdict = new Validator(task).check(new Source("plan", s.plan().text()));
        assertThat(verdict).as(name + s.plan().text()).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void findsPlansWithEachStrategyOfTheGoalGraph() {
        GoalProblems problems =
                Objects.requireNonNull(GoalProblems.of(corridor(6, "(and (at r5) (marked r2))")));
        for (Strategy strategy :
                List.of(
                        new Strategy.BestFirst(),
                        new Strategy.BreadthFirst(),
                        new Strategy.IterativeDeepening(),
                        new Strategy.ProofNumber(),
                        new Strategy.Beam(100))) {
            var outcome = Search.of(problems.backward()).by(strategy).run();
            assertThat(outcome)
                    .as(strategy.toString())
                    .isInstanceOf(dev.clew.goals.Outcome.Achieved.class);
            var proof = ((dev.clew.goals.Outcome.Achieved<GoalSet>) outcome).proof();
            assertThat(GoalProblems.actions(proof))
                    .as(strategy.toString())
                    .containsExactly(
                            "(go r0 r1)",
                            "(go r1 r2)",
                            "(mark r2)",
                            "(go r2 r3)",
                            "(go r3 r4)",
                            "(go r4 r5)");
        }
    }

    @Test
    void leavesOutGoalsThatContainMutexes() {
        GoalProblems problems =
                Objects.requireNonNull(GoalProblems.of(corridor(6, "(and (at r5) (marked r2))")));
        var outcome = Search.of(problems.backward()).run();
        // With the mark or without it, at each of the places from which the mark can be made.
        assertThat(outcome.used().goals()).isLessThan(12);
    }

    @Test
    void provesThatThereIsNoPlanInAllDirections() {
        PlanningTask task = corridor(5, "(and (at r1) (marked r3))");
        for (OptimalPlanner planner : planners(task)) {
            assertThat(planner.plan(Budget.unlimited())).isInstanceOf(Outcome.Impossible.class);
        }
    }

    @Test
    void tellsTheBoundReachedWhenItStopsEarly() {
        PlanningTask task = corridor(30, "(and (at r29) (marked r2) (marked r20))");
        for (OptimalPlanner planner : planners(task)) {
            Outcome outcome = planner.plan(new Budget(Duration.ofDays(1), 12));
            if (outcome instanceof Outcome.OutOfBudget o) {
                assertThat(o.reason()).isEqualTo(Outcome.Reason.EXPANSIONS);
                assertThat(o.bound()).isBetween(1L, 31L);
            } else {
                // LM-cut leads straight to the goal, but not with so few expansions.
                throw new AssertionError(outcome);
            }
        }
    }

    @Test
    void isNeverMistakenWhenItIsStoppedAnywhere() {
        PlanningTask task = corridor(8, "(and (at r7) (marked r2) (marked r5))");
        for (int way = 0; way < planners(task).size(); way++) {
            for (long expansions = 1; expansions < 80; expansions++) {
                Outcome outcome =
                        planners(task).get(way).plan(new Budget(Duration.ofDays(1), expansions));
                switch (outcome) {
                    case Outcome.Solved s -> assertThat(s.plan().cost()).isEqualByComparingTo("9");
                    case Outcome.OutOfBudget o -> assertThat(o.bound()).isLessThanOrEqualTo(9);
                    case Outcome.Impossible i -> throw new AssertionError(way + " " + i);
                }
            }
        }
    }

    @Test
    void stopsWhenItIsCancelled() {
        PlanningTask task = corridor(8, "(and (at r7) (marked r2) (marked r5))");
        for (OptimalPlanner planner : planners(task)) {
            AtomicInteger asked = new AtomicInteger();
            Outcome outcome =
                    planner.cancelledBy(() -> asked.incrementAndGet() > 0).plan(Budget.unlimited());
            assertThat(outcome).isInstanceOf(Outcome.OutOfBudget.class);
            assertThat(((Outcome.OutOfBudget) outcome).reason())
                    .isEqualTo(Outcome.Reason.CANCELLED);
        }
    }

    @Test
    void refusesToTurnRoundWhatNeedsADerivedFactNotToHold() {
        PlanningTask task =
                Pddl.parse(
                        """
                        (define (domain d) (:predicates (p) (q) (r))
                          (:derived (q) (or (p) (r)))
                          (:action a :precondition (not (q)) :effect (r))
                          (:action b :effect (not (p))))
                        """,
                        "(define (problem x) (:domain d) (:init (p)) (:goal (r)))");
        assertThat(new OptimalPlanner(task).plan(Budget.unlimited()))
                .isInstanceOf(Outcome.Solved.class);
        assertThatExceptionOfType(Unsupported.class)
                .isThrownBy(() ->
                        new OptimalPlanner(task).from(Direction.BOTH).plan(Budget.unlimited()))
                .withMessageContaining("the derived fact (q) does not hold")
                .withMessageContaining("Maybe search forward.");
    }
}
