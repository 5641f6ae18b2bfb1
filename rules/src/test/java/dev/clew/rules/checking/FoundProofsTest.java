package dev.clew.rules.checking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.Answer;
import dev.clew.rules.Answers;
import dev.clew.rules.Engine;
import dev.clew.rules.RuleException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Proofs that the engine finds are accepted by the checker, which shares no code with it. */
final class FoundProofsTest {
    private static final long SEED = Long.getLong("clew.seed", 20_261_124L);
    private static final int PROGRAMS = 200;
    private static final int ANSWERS = 30;
    private static final List<String> GOALS = List.of("p0", "p1", "p2", "p3", "p4", "p5");

    @Test
    void everyAnswerOfARandomProgramHasAProofThatTheCheckerAccepts() {
        Random seeds = new Random(SEED);
        int proofs = 0;
        for (int i = 0; i < PROGRAMS; i++) {
            long seed = seeds.nextLong();
            RandomProgram program = new RandomProgram(seed);
            if (countsOn(program)) {
                continue;
            }
            ProofChecker checker =
                    ProofChecker.of(List.of(new Source(RandomProgram.FILE, program.text)));
            for (String goal : goals(program)) {
                List<Answer> plain = answers(engine(program).ask(goal));
                List<Answer> proved = answers(engine(program).ask(goal).explained());
                assertThat(texts(proved))
                        .as("seed %s, goal %s%n%s", seed, goal, program.text)
                        .isEqualTo(texts(plain));
                for (Answer answer : proved) {
                    assertThat(checker.check(answer.why()))
                            .as("seed %s, %s%n%s", seed, answer.whyText(), program.text)
                            .isInstanceOf(Verdict.Accepted.class);
                    proofs++;
                }
            }
        }
        assertThat(proofs).as("seed %s", SEED).isGreaterThan(PROGRAMS);
    }

    /** Whether a rule makes ever larger numbers. */
    private static boolean countsOn(RandomProgram program) {
        return program.rules.stream().anyMatch(r -> r.head().contains("N2"));
    }

    private static Engine engine(RandomProgram program) {
        Engine engine = Engine.create();
        engine.loadText(program.text);
        return engine;
    }

    /** The first answers; none if one of them is an error. */
    private static List<Answer> answers(Answers search) {
        List<Answer> found = new ArrayList<>();
        try (search) {
            while (found.size() < ANSWERS && search.hasNext()) {
                found.add(search.next());
            }
        } catch (RuleException e) {
            return List.of();
        }
        return found;
    }

    /** In one order: tables give their answers in any. */
    private static List<String> texts(List<Answer> answers) {
        return answers.stream().map(Answer::toString).sorted().toList();
    }

    /** A call of each predicate with variables for arguments. */
    private static List<String> goals(RandomProgram program) {
        List<String> goals = new ArrayList<>();
        for (String name : GOALS) {
            for (RandomProgram.Rule r : program.rules) {
                if (r.head().startsWith(name + "(")) {
                    boolean isUnary = !r.head().contains(",");
                    goals.add(name + (isUnary ? "(A)" : "(A, B)"));
                    break;
                }
            }
        }
        return goals;
    }
}
