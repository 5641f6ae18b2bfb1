package dev.clew.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.cli.CommandRun;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code clew plan} with the options that ask for a cheapest plan. */
class PlanOptimalTest {
    @TempDir Path folder;

    @BeforeEach
    void writeDomain() throws IOException {
        write(
                "domain.pddl",
                """
                (define (domain trip) (:requirements :action-costs :derived-predicates)
                  (:predicates (at ?x) (road ?x ?y) (rail ?x ?y) (stamped) (away))
                  (:functions (total-cost) - number)
                  (:derived (away) (exists (?x) (and (at ?x) (not (road ?x ?x)))))
                  (:action walk :parameters (?x ?y)
                    :precondition (and (at ?x) (road ?x ?y))
                    :effect (and (at ?y) (not (at ?x)) (increase (total-cost) 1)))
                  (:action ride :parameters (?x ?y)
                    :precondition (and (at ?x) (rail ?x ?y))
                    :effect (and (at ?y) (not (at ?x)) (increase (total-cost) 9))))
                """);
        problem("problem.pddl", "(at d)");
        problem("impossible.pddl", "(and (at d) (at a))");
    }

    private void problem(String name, String goal) throws IOException {
        write(
                name,
                "(define (problem p) (:domain trip) (:objects a b c d) (:init (at a) (rail a d)"
                        + " (road a b) (road b c) (road c d) (= (total-cost) 0)) (:goal "
                        + goal
                        + ") (:metric minimize (total-cost)))");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private CommandRun plan(String problem, String... options) {
        List<String> words = new ArrayList<>(List.of("plan", "domain.pddl", problem));
        words.addAll(List.of(options));
        return CommandRun.of(folder, "", words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--optimal",
                "--optimal --forward",
                "--optimal --estimate=hmax",
                "--optimal --estimate=blind",
                "--optimal --backward",
                "--optimal --both",
                "--backward",
                "--both"
            })
    void printsTheCheapestPlanAndSaysSo(String options) {
        CommandRun run = plan("problem.pddl", options.split(" "));
        assertThat(run.output())
                .isEqualTo("(walk a b)\n(walk b c)\n(walk c d)\n; cost = 3 (general cost)\n");
        assertThat(run.errors()).startsWith("; optimal\n");
        assertThat(run.status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--optimal", "--backward", "--both"})
    void saysNoWhenThereIsNoPlan(String options) {
        CommandRun run = plan("impossible.pddl", options);
        assertThat(run.output()).isEqualTo("no\n");
        assertThat(run.errors()).startsWith("; There is no plan.");
        assertThat(run.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--forward", "--both"})
    void tellsTheBoundReachedWhenItStopsEarly(String direction) {
        CommandRun run =
                plan("problem.pddl", "--optimal", direction, "--expansions", "2", "--json");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.output())
                .startsWith("{\"outcome\":\"out of budget\",\"reason\":\"expansions\"")
                .containsPattern("\"bound\":[1-3][,}]");
    }

    @Test
    void showsThePlanThatItHasWhenItStopsEarly() {
        CommandRun run = plan("problem.pddl", "--optimal", "--backward", "--expansions", "2");
        assertThat(run.output()).isEqualTo("(ride a d)\n; cost = 9 (general cost)\n");
        assertThat(run.errors()).startsWith("; Stopped early: there may be cheaper plans.\n");
        assertThat(run.status()).isEqualTo(3);
    }

    @Test
    void refusesOptionsThatDoNotGoTogether() {
        assertThat(plan("problem.pddl", "--forward", "--both").status()).isEqualTo(2);
        assertThat(plan("problem.pddl", "--both", "--estimate", "hmax").errors())
                .contains("The option --estimate is for a search from the initial state.");
        assertThat(plan("problem.pddl", "--estimate", "hmax").errors())
                .contains("Maybe add --optimal.");
        CommandRun wrong = plan("problem.pddl", "--optimal", "--estimate", "ff");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.errors())
                .contains("The estimate (ff) is unknown.")
                .contains("Maybe one of lm-cut, hmax, blind.");
    }

    @Test
    void refusesToTurnRoundWhatNeedsADerivedFactNotToHold() throws IOException {
        problem("negative.pddl", "(and (at d) (not (away)))");
        CommandRun run = plan("negative.pddl", "--backward");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errors())
                .contains("the derived fact (away) does not hold")
                .contains("Maybe search forward.")
                .doesNotContain("\tat ");
        assertThat(plan("negative.pddl", "--optimal").status()).isEqualTo(1);
    }
}
