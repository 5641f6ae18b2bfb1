package dev.clew.rules.tabling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.Answer;
import dev.clew.rules.Engine;
import dev.clew.rules.tabling.NormalProgram.Truth;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/** The truth values of random programs with negation against a naive reference. */
class WellFoundedProgramsTest {
    private static final long SEED = Long.getLong("clew.seed", 20_266);
    private static final int PROGRAMS = Integer.getInteger("clew.programs", 3_000);

    @Test
    void tabledGoalsHaveTheTruthValuesOfTheWellFoundedModel() {
        // With that goal, programs are not Datalog: no set-at-a-time evaluation.
        check(program -> program.textWith("atom_length(a, 1)"));
    }

    @Test
    void datalogHasTheTruthValuesOfTheWellFoundedModel() {
        check(program -> program.text(false));
    }

    @Test
    void literalsHaveTheirTruthValuesHoweverTheyAreSaid() {
        check(NormalProgram::variedText);
    }

    private static void check(Function<NormalProgram, String> form) {
        System.out.println("Programs with negation: -Dclew.seed=" + SEED);
        Random random = new Random(SEED);
        Engine engine = Engine.create();
        int undefined = 0;
        for (int n = 0; n < PROGRAMS; n++) {
            if (n % 200 == 0) {
                engine = Engine.create();
            }
            NormalProgram program = new NormalProgram(random, "g" + n);
            String text = form.apply(program);
            engine.loadText(text);
            Map<String, Truth> expected = program.model();
            for (boolean ground : new boolean[] {true, false}) {
                if (random.nextBoolean()) {
                    engine.ask("abolish_all_tables").exists();
                }
                Map<String, Truth> found = found(engine, program, expected, ground, random);
                expected.keySet().retainAll(program.tabledAtoms(expected.keySet()));
                assertThat(found).as("seed %s, program %s:%n%s", SEED, n, text).isEqualTo(expected);
            }
            undefined += Collections.frequency(expected.values(), Truth.UNDEFINED);
        }
        assertThat(undefined).isGreaterThan(PROGRAMS / 2);
    }

    private static Map<String, Truth> found(
            Engine engine,
            NormalProgram program,
            Map<String, Truth> expected,
            boolean ground,
            Random random) {
        List<String> goals = new ArrayList<>();
        if (ground) {
            goals.addAll(program.tabledAtoms(expected.keySet()));
        }
        program.tabled()
                .forEach((name, n) -> {
                    goals.add(n == 0 ? name : n == 1 ? name + "(X)" : name + "(X, Y)");
                });
        Collections.shuffle(goals, random);
        Map<String, Truth> found = new TreeMap<>();
        for (String goal : goals) {
            for (Answer a : engine.ask("call_delays(" + goal + ", Condition), Goal = " + goal)) {
                Truth truth =
                        a.get("Condition").toString().equals("true") ? Truth.TRUE : Truth.UNDEFINED;
                Truth before = found.put(a.get("Goal").toString().replace(" ", ""), truth);
                assertThat(before == null || before == truth).as(goal).isTrue();
            }
        }
        return found;
    }
}
