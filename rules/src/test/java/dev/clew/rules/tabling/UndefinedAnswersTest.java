package dev.clew.rules.tabling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.Answer;
import dev.clew.rules.Engine;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What the host learns of answers that are neither true nor false. */
class UndefinedAnswersTest {
    private static Engine games() {
        Engine engine = Engine.create();
        engine.loadText(
                """
                :- table win/1.
                win(X) :- move(X, Y), tnot(win(Y)).
                move(a, b). move(b, a). move(c, d).
                """);
        return engine;
    }

    @Test
    void tellsUndefinedAnswersFromTrueOnes() {
        List<Answer> answers = games().ask("member(X, [a, c]), win(X)").all();
        assertThat(answers).hasSize(2);
        assertThat(answers.get(0).isUndefined()).isTrue();
        assertThat(answers.get(0).condition()).hasToString("win(a)");
        assertThat(answers.get(0)).hasToString("X = a, undefined");
        assertThat(answers.get(1).isUndefined()).isFalse();
        assertThat(answers.get(1).condition()).hasToString("true");
        assertThat(answers.get(1)).hasToString("X = c");
    }

    @Test
    void conditionsAreConjunctions() {
        Answer answer = games().ask("win(a), tnot(win(b)), win(c)").first().orElseThrow();
        assertThat(answer.condition()).hasToString("win(a),tnot(win(b))");
        assertThat(answer).hasToString("undefined");
    }

    @Test
    void constraintsAndConditionsGoTogether() {
        Answer answer = games().ask("dif(X, Y), win(a)").first().orElseThrow();
        assertThat(answer.residual()).hasSize(1);
        assertThat(answer.isUndefined()).isTrue();
    }

    @Test
    void anErrorThatIsCaughtLeavesNothingUndefined() {
        Engine engine = games();
        assertThat(engine.ask("catch((win(a), throw(x)), x, true)").first().orElseThrow())
                .hasToString("true");
    }
}
