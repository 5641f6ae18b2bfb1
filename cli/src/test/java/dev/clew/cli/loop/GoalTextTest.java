package dev.clew.cli.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoalTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "a.",
                "a. ",
                "a.\n",
                "a. % done",
                "X = 'a.b'.",
                "X = \"it's\".",
                "X = 0'a.",
                "X = 0'''.",
                "X = 0'\\n.",
                ":help",
                ":quit",
                "X = 0'. .",
                "[user].",
                "a /* . */ .",
                "p :- q. r.",
                "X = 'it''s'."
            })
    void aFullStopEndsAGoal(String text) {
        assertThat(GoalText.isComplete(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a,",
                "X = 1.5",
                "X = 'a.",
                "X = \"a. ",
                "a % .",
                "a /* .",
                "X = a.b",
                "X = 0'.",
                "a =..",
                "X == .+ ",
                "foo(",
                "a. b"
            })
    void withoutOneTheGoalGoesOn(String text) {
        assertThat(GoalText.isComplete(text)).isFalse();
    }
}
