package dev.clew.plans.puzzles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.goals.Search;
import dev.clew.goals.Strategy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class TraceTest {
    @Test
    void tellsASearchInWordsAndCountsWhatItDoes() {
        var problem = Countdown.anyOf(List.of(2L, 3L)).withoutLookingAhead().problem(7);
        Trace<Countdown.Goal> trace = new Trace<>(problem, Countdown.Goal::toString);
        Search.of(problem).by(new Strategy.DepthFirst(9)).telling(trace).run();
        assertThat(trace.text(Wording.usual(), 1))
                .startsWith(
                        """
                        Check 7 from 2 3: not given.
                        Backward from 7 from 2 3: 7 = 2 + 5.
                        Check 5 from 3: not given.
                        New goal: 5 from 3.
                        Back to 7 from 2 3: 7 = 2 + 5 leads nowhere.
                        """);
        for (Behaviour behaviour : Behaviour.values()) {
            assertThat(Detector.count(trace.text(Wording.usual(), 1)))
                    .containsEntry(behaviour, (int) trace.count(behaviour));
        }
        // 2 and 3 taken once each, by five ways to undo that leave nothing negative.
        assertThat(trace.count(Behaviour.BACKTRACKING))
                .isEqualTo(trace.count(Behaviour.BACKWARD_CHAINING))
                .isEqualTo(10);
    }

    @Test
    void tellsTheStepThatEndsTheSearch() {
        var problem = Countdown.anyOf(List.of(2L, 3L)).withoutLookingAhead().problem(5);
        Trace<Countdown.Goal> trace = new Trace<>(problem, Countdown.Goal::toString);
        Search.of(problem).by(new Strategy.DepthFirst(9)).telling(trace).run();
        assertThat(trace.text(Wording.usual(), 1))
                .isEqualTo(
                        """
                        Check 5 from 2 3: not given.
                        Backward from 5 from 2 3: 5 = 2 + 3.
                        Check 3 from 3: given.
                        """);
    }

    @Test
    void findsNothingInSentencesInWhichNothingHappens() {
        assertThat(Detector.count("3 + 4 = 7 is a sum.\nThere are four numbers.\nHm.\n"))
                .isEqualTo(
                        Map.of(
                                Behaviour.VERIFICATION, 0,
                                Behaviour.BACKTRACKING, 0,
                                Behaviour.SUBGOAL, 0,
                                Behaviour.BACKWARD_CHAINING, 0));
    }
}
