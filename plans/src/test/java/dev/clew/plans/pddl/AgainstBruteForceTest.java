package dev.clew.plans.pddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.plans.pddl.model.PlanningTask;
import dev.clew.plans.pddl.model.Source;
import dev.clew.plans.pddl.validation.BruteForce;
import dev.clew.plans.pddl.validation.Validator;
import dev.clew.plans.pddl.validation.Verdict;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;

/** On small random tasks all planners agree with a plain search over sets of atoms. */
class AgainstBruteForceTest {
    private static final long SEED = Long.getLong("clew.seed", 20_261_124);
    private static final int MOST_STATES = 3_000;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void findsPlansIfAndOnlyIfThereAreAny(boolean isRich) {
        int solved = 0;
        int impossible = 0;
        int trivial = 0;
        for (int i = 0; i < Integer.getInteger("clew.tasks", 400); i++) {
            RandomTask random = new RandomTask(SEED + i, isRich, i % 2 == 0);
            String domain = random.wholeDomain();
            String problem = random.problem();
            String name = "seed " + (SEED + i) + "\n" + domain + problem;
            PlanningTask task;
            try {
                task = Pddl.parse(domain, problem);
            } catch (PddlError e) {
                throw new AssertionError(name, e);
            }
            BigDecimal cost = new BruteForce(task).leastCost(MOST_STATES);
            if (cost != null && cost.signum() < 0) {
                continue;
            }
            Outcome outcome;
            try {
                outcome = new Planner(task).plan(Budget.unlimited());
            } catch (RuntimeException e) {
                throw new AssertionError(name, e);
            }
            if (cost == null) {
                impossible++;
                assertThat(outcome).as(name).isInstanceOf(Outcome.Impossible.class);
            } else {
                solved++;
                assertThat(outcome).as(name).isInstanceOf(Outcome.Solved.class);
                Plan plan = ((Outcome.Solved) outcome).plan();
                trivial += plan.steps().isEmpty() ? 1 : 0;
                Verdict verdict = new Validator(task).check(new Source("plan", plan.text()));
                assertThat(verdict).as(name + plan.text()).isInstanceOf(Verdict.Valid.class);
                assertThat(((Verdict.Valid) verdict).cost())
                        .as(name + plan.text())
                        .isEqualByComparingTo(plan.cost());
            }
        }
        System.out.println(solved + " " + trivial + " " + impossible);
        assertThat(solved - trivial).isGreaterThan(25);
        assertThat(impossible).isGreaterThan(50);
    }
}
