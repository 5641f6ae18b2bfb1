package dev.clew.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.goals.Outcome.Limit;
import dev.clew.goals.proofs.Writing;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

class SearchTest {
    private static final Map<String, List<Step<String>>> RECIPES =
            Map.of(
                    "bread", List.of(Step.of("bake", "dough", "oven")),
                    "dough", List.of(Step.of("knead", "flour", "water")),
                    "water", List.of(Step.of("draw", "well"), Step.of("melt", "snow")));

    private static Problem<String> bread(String... given) {
        return new Problem<>(
                "bread", Set.of(given)::contains, g -> RECIPES.getOrDefault(g, List.of()));
    }

    /** Goal n has one step, to n + 1, and none is given. */
    private static Problem<Integer> endless() {
        return new Problem<>(0, g -> false, g -> List.of(Step.of("next", g + 1)));
    }

    @Test
    void findsTheProofAndWritesIt() {
        var outcome = Search.of(bread("flour", "oven", "snow")).run();
        var achieved = (Outcome.Achieved<String>) outcome;
        assertThat(achieved.cost()).isEqualTo(3);
        assertThat(achieved.isOptimal()).isTrue();
        assertThat(achieved.proof().steps())
                .extracting(Step::name)
                .containsExactly("melt", "knead", "bake");
        assertThat(Writing.<String>with(g -> g).text(achieved.proof()))
                .isEqualTo(
                        """
                        bread       bake
                          dough     knead
                            flour   given
                            water   melt
                              snow  given
                          oven      given
                        """
                                .replace(
                                        "water  melt\n      snow  given",
                                        "water  melt\n      snow  given"));
    }

    @Test
    void saysWhatIsMissing() {
        var outcome = Search.of(bread("flour", "oven")).run();
        var no = (Outcome.Impossible<String>) outcome;
        assertThat(no.whyNot().missing())
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.goal()).isIn("well", "snow");
                    assertThat(m.reason()).isEqualTo(WhyNot.Reason.NOTHING_ACHIEVES_IT);
                });
        assertThat(Writing.<String>with(g -> g).text(no.whyNot()))
                .startsWith("well: nothing achieves it\nThe nearest proof:\nbread ")
                .contains("missing: nothing achieves it");
    }

    @Test
    void aGoalThatNeedsItselfIsSaidToDoSo() {
        var outcome =
                Search.of(new Problem<>("a", g -> false, g -> List.of(Step.of("turn", "a")))).run();
        assertThat(((Outcome.Impossible<String>) outcome).whyNot().missing().getFirst().reason())
                .isEqualTo(WhyNot.Reason.NEEDS_ITSELF);
    }

    @Test
    void stopsAtEachLimit() {
        assertThat(limit(endless(), Budget.ofExpansions(10))).isEqualTo(Limit.EXPANSIONS);
        assertThat(limit(endless(), Budget.ofTime(Duration.ofMillis(5)))).isEqualTo(Limit.TIME);
        Expander<Integer> paid =
                new Expander<>() {
                    @Override
                    public List<Step<Integer>> expand(Integer goal) {
                        return List.of(Step.of("next", goal + 1));
                    }

                    @Override
                    public List<Expansion<Integer>> expandAll(List<Integer> goals) {
                        List<Expansion<Integer>> all = new ArrayList<>();
                        for (int g : goals) {
                            all.add(new Expansion<>(expand(g), null, new Expansion.Spent(2, 0.25)));
                        }
                        return all;
                    }
                };
        Problem<Integer> problem = new Problem<>(0, g -> false, paid);
        assertThat(limit(problem, Budget.unlimited().withCalls(7))).isEqualTo(Limit.CALLS);
        var stopped = Search.of(problem).within(Budget.unlimited().withMoney(2)).run();
        assertThat(((Outcome.OutOfBudget<Integer>) stopped).limit()).isEqualTo(Limit.MONEY);
        assertThat(stopped.used().money()).isEqualTo(2);
        assertThat(stopped.used().calls()).isEqualTo(16);
    }

    private static Limit limit(Problem<Integer> problem, Budget budget) {
        return ((Outcome.OutOfBudget<Integer>) Search.of(problem).within(budget).run()).limit();
    }

    @Test
    void theBoundIsTheCostOfTheCheapestProofThatMayBe() {
        var stopped = Search.of(endless()).within(Budget.ofExpansions(10)).run();
        assertThat(((Outcome.OutOfBudget<Integer>) stopped).bound()).isEqualTo(10);
    }

    @Test
    void isCancelledByOtherThreadsAndByInterruption() throws InterruptedException {
        Search<Integer> search = Search.of(endless()).by(new Strategy.BreadthFirst());
        List<Outcome<Integer>> outcomes = new ArrayList<>();
        Thread thread = Thread.ofPlatform().start(() -> outcomes.add(search.run()));
        search.cancel();
        thread.join();
        Thread other =
                Thread.ofPlatform()
                        .start(() -> {
                            Thread.currentThread().interrupt();
                            outcomes.add(Search.of(endless()).run());
                        });
        other.join();
        assertThat(outcomes)
                .hasSize(2)
                .allSatisfy(o ->
                        assertThat(((Outcome.OutOfBudget<Integer>) o).limit())
                                .isEqualTo(Limit.CANCELLED));
    }

    @Test
    void tellsWhatHappens() {
        List<String> told = new ArrayList<>();
        Search.of(bread("flour", "oven"))
                .by(new Strategy.DepthFirst(10))
                .telling(event -> {
                    switch (event) {
                        case Event.Tried<String>(String goal, Step<String> step) ->
                                told.add(goal + " by " + step.name());
                        case Event.Abandoned<String>(String goal, Step<String> step) ->
                                told.add(goal + " not by " + step.name());
                        default -> {}
                    }
                })
                .run();
        assertThat(told)
                .containsExactly(
                        "bread by bake",
                        "dough by knead",
                        "water by draw",
                        "water not by draw",
                        "water by melt",
                        "water not by melt",
                        "dough not by knead",
                        "bread not by bake");
        List<Event<Integer>> progress = new ArrayList<>();
        Search.of(endless())
                .within(Budget.ofExpansions(5000))
                .telling(e -> {
                    if (e instanceof Event.Progress) {
                        progress.add(e);
                    }
                })
                .run();
        assertThat(progress).hasSize(4);
    }

    @Test
    void aLongProofIsReadAndWritten() {
        int length = 200_000;
        var problem =
                new Problem<Integer>(0, g -> g == length, g -> List.of(Step.of("next", g + 1)));
        var achieved =
                (Outcome.Achieved<Integer>)
                        Search.of(problem).by(new Strategy.BreadthFirst()).run();
        assertThat(achieved.cost()).isEqualTo(length);
        assertThat(Writing.<Integer>with(String::valueOf).toDepth(3).text(achieved.proof()))
                .isEqualTo("0      next\n  1    next\n    2  next, and 199998 more below\n");
        assertThat(Writing.<Integer>with(String::valueOf).json(achieved.proof()))
                .startsWith("{\"version\":1,\"type\":\"proof\",\"steps\":[{\"id\":1,");
    }

    @Test
    void badValuesAreRefused() {
        assertThatThrownBy(() -> new Step<>("s", List.of("a"), -1))
                .hasMessageContaining("`cost` (-1.0) of step `s`");
        assertThatThrownBy(() -> Budget.ofExpansions(-1)).hasMessageContaining("`expansions` (-1)");
        assertThatThrownBy(() -> new Strategy.Beam(0)).hasMessageContaining("`width` (0)");
        assertThatThrownBy(() -> Search.of(endless()).by(new Strategy.Bidirectional()).run())
                .hasMessageContaining("`Reversible`");
    }

    @Test
    void writesMermaidAndDot() {
        var achieved =
                (Outcome.Achieved<String>)
                        Search.of(
                                        new Problem<>(
                                                "a \"b\"",
                                                "c"::equals,
                                                g -> List.of(new Step<>("x<y", List.of("c"), 2))))
                                .run();
        Writing<String> writing = Writing.with(g -> g);
        assertThat(writing.mermaid(achieved.proof()))
                .isEqualTo(
                        """
                        flowchart TD
                            s1["a #34;b#34;<br/>x#60;y"]
                            s2["c<br/>given"]
                            s1 --> s2
                        """);
        assertThat(writing.dot(achieved.proof()))
                .contains("s1 [label=\"a \\\"b\\\"\\nx<y\"];")
                .contains("s1 -> s2;");
        assertThat(writing.json(achieved.proof()))
                .isEqualTo(
                        "{\"version\":1,\"type\":\"proof\",\"steps\":["
                                + "{\"id\":1,\"goal\":{\"text\":\"a \\\"b\\\"\"},\"by\":\"step\","
                                + "\"name\":\"x<y\",\"cost\":2,\"premises\":[2]},"
                                + "{\"id\":2,\"goal\":{\"text\":\"c\"},\"by\":\"given\","
                                + "\"premises\":[]}],\"proof\":1,\"cost\":2,\"lemmas\":[]}");
    }
}
