package dev.clew.plans.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.goals.Budget;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

class StorytellerTest {
    private static final Fact ANN = Fact.of("ann");
    private static final Fact BOB = Fact.of("bob");
    private static final Fact CAKE = Fact.of("cake");
    private static final Variable WHO = new Variable("Who");

    private static Condition so(String name, Term... arguments) {
        return Condition.of(Fact.of(name, arguments));
    }

    private static Condition not(String name, Term... arguments) {
        return Condition.not(Fact.of(name, arguments));
    }

    private static Action action(
            Fact head, List<Term> actors, List<Condition> before, List<Condition> after) {
        return new Action(
                head,
                actors,
                new Demands(before, List.of()),
                after,
                head.name() + " {Who}",
                Place.NOWHERE);
    }

    private static final Action HUNGER =
            action(
                    Fact.of("hunger", WHO),
                    List.of(),
                    List.of(so("character", WHO)),
                    List.of(so("intends", WHO, Fact.of("full", WHO))));
    private static final Action BAKE =
            action(
                    Fact.of("bake", WHO),
                    List.of(WHO),
                    List.of(so("flour"), so("awake", WHO)),
                    List.of(so("has", WHO, CAKE), not("flour")));
    private static final Action EAT =
            action(
                    Fact.of("eat", WHO),
                    List.of(WHO),
                    List.of(so("has", WHO, CAKE)),
                    List.of(so("full", WHO), not("has", WHO, CAKE)));
    private static final Action SELL =
            action(
                    Fact.of("sell", WHO),
                    List.of(),
                    List.of(so("flour"), so("character", WHO)),
                    List.of(so("rich", WHO)));

    private static World world(Action... actions) {
        return new World(
                "",
                List.of("ann", "bob"),
                Map.of("ann", "Ann"),
                Set.of(
                        Fact.of("character", ANN),
                        Fact.of("character", BOB),
                        Fact.of("awake", ANN),
                        Fact.of("flour")),
                List.of(actions));
    }

    private static Story told(World world, Demands ending) {
        Telling telling = new Storyteller(world).tell(ending, Budget.ofExpansions(10_000));
        assertThat(telling).isInstanceOf(Telling.Told.class);
        Story story = ((Telling.Told) telling).story();
        assertThat(Simulator.wrong(world, ending, story)).isNull();
        return story;
    }

    private static List<String> events(Story story) {
        return story.events().stream().map(e -> e.action().toString()).toList();
    }

    @Test
    void worksBackwardFromTheEnding() {
        Story story = told(world(HUNGER, BAKE, EAT), Demands.of(so("full", ANN)));
        assertThat(events(story)).containsExactly("hunger(ann)", "bake(ann)", "eat(ann)");
        assertThat(story.events().getFirst().sentence()).isEqualTo("Hunger Ann");
        assertThat(story.events().get(1).intentions())
                .extracting(i -> i.who() + " " + i.goal())
                .containsExactly("ann full(ann)");
    }

    @Test
    void putsAStepBeforeTheOneThatWouldUndoItsCondition() {
        Story story =
                told(world(HUNGER, BAKE, EAT, SELL), Demands.of(so("full", ANN), so("rich", BOB)));
        assertThat(events(story).indexOf("sell(bob)"))
                .isLessThan(events(story).indexOf("bake(ann)"));
    }

    @Test
    void letsNobodyActWithoutAGoal() {
        Telling telling =
                new Storyteller(world(BAKE, EAT))
                        .tell(Demands.of(so("full", ANN)), Budget.unlimited());
        assertThat(telling).isInstanceOf(Telling.Impossible.class);
    }

    @Test
    void letsNobodyActForAGoalThatTheActionDoesNotServe() {
        Action envy =
                action(
                        Fact.of("envy", WHO),
                        List.of(),
                        List.of(so("character", WHO)),
                        List.of(so("intends", WHO, Fact.of("rich", WHO))));
        Telling telling =
                new Storyteller(world(envy, BAKE, EAT, SELL))
                        .tell(Demands.of(so("full", ANN)), Budget.ofExpansions(10_000));
        assertThat(telling).isInstanceOf(Telling.Impossible.class);
    }

    @Test
    void tellsWhatCannotHold() {
        Telling telling =
                new Storyteller(world(HUNGER, BAKE, EAT))
                        .tell(Demands.of(so("full", BOB)), Budget.unlimited());
        assertThat(telling).isInstanceOf(Telling.Impossible.class);
        assertThat(((Telling.Impossible) telling).why()).contains("full(bob)");
    }

    @Test
    void doesNotCallItImpossibleWhenItStopped() {
        World world = world(HUNGER, BAKE, EAT);
        Demands ending = Demands.of(so("full", ANN));
        assertThat(new Storyteller(world).tell(ending, Budget.ofExpansions(2)))
                .isInstanceOf(Telling.OutOfBudget.class);
        assertThat(new Storyteller(world).withEvents(2).tell(ending, Budget.unlimited()))
                .isInstanceOf(Telling.OutOfBudget.class);
    }

    @Test
    void findsWhoAnEndingWithAVariableIsAbout() {
        Story story = told(world(HUNGER, BAKE, EAT), Demands.of(so("full", new Variable("X"))));
        assertThat(events(story)).last().isEqualTo("eat(ann)");
    }

    @Test
    void endsWithAnActionThatIsToHappen() {
        Story story =
                told(
                        world(HUNGER, BAKE, EAT),
                        Demands.of(so("happens", Fact.of("bake", ANN)), so("full", ANN)));
        assertThat(events(story)).contains("bake(ann)");
    }

    @Test
    void findsEachKindOfMistakeInAStory() {
        World world = world(HUNGER, BAKE, EAT);
        Demands ending = Demands.of(so("full", ANN));
        Story right = told(world, ending);
        List<Story.Event> events = new ArrayList<>(right.events());
        events.remove(1);
        assertThat(Simulator.wrong(world, ending, new Story(events, List.of())))
                .contains("has(ann, cake) is not true");
        assertThat(Simulator.wrong(world, Demands.of(so("rich", ANN)), right))
                .contains("does not end");
        List<Story.Link> links = new ArrayList<>(right.links());
        links.add(new Story.Link(1, so("has", ANN, CAKE), 3));
        assertThat(Simulator.wrong(world, ending, new Story(right.events(), links)))
                .contains("does not hold from its cause to its use");
        links.clear();
        links.add(new Story.Link(0, so("awake", ANN), 2));
        assertThat(Simulator.wrong(world, ending, new Story(right.events(), links)))
                .contains("does not make awake(ann) true");
        assertThat(Simulator.wrong(world, ending, new Story(right.events(), List.of())))
                .contains("does not serve");
        List<Story.Event> aimless =
                right.events().stream()
                        .map(e -> new Story.Event(e.action(), e.sentence(), List.of()))
                        .toList();
        assertThat(Simulator.wrong(world, ending, new Story(aimless, right.links())))
                .contains("not every actor has a goal");
    }

    @Test
    void takesPlansForEqualThatDifferInTheNumbersOfTheirSteps() {
        Draft one = new Draft(PartialPlan.start());
        one.add(-2, 0, new int[] {4});
        PartialPlan start = one.plan();
        Draft ab = new Draft(start);
        int a = ab.add(7, 1, new int[] {2});
        int b = ab.add(3, 0, new int[0]);
        ab.link(b, 2, a);
        Draft ba = new Draft(start);
        b = ba.add(3, 0, new int[0]);
        a = ba.add(7, 1, new int[] {2});
        ba.link(b, 2, a);
        assertThat(ab.plan()).isEqualTo(ba.plan()).hasSameHashCodeAs(ba.plan());
        Draft twins = new Draft(start);
        int first = twins.add(3, 0, new int[0]);
        int second = twins.add(3, 0, new int[0]);
        PartialPlan unordered = twins.plan();
        twins.order(second, first);
        PartialPlan ordered = twins.plan();
        assertThat(ordered).isNotEqualTo(unordered);
        Draft other = new Draft(unordered);
        other.order(2, 3);
        assertThat(other.plan()).isEqualTo(ordered);
    }

    @Test
    void refusesAnActionWithAVariableThatNothingBinds() {
        assertThatThrownBy(() ->
                        action(
                                Fact.of("vanish", WHO),
                                List.of(),
                                List.of(),
                                List.of(not("awake", WHO))))
                .isInstanceOf(WorldError.class)
                .hasMessageContaining("The variable Who is in no condition");
    }
}
