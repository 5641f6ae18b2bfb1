package dev.clew.plans.stories;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plays a story event by event as the texts of the actions say, and checks what it claims: that
 * each event can happen when it does, that each causal link holds from one end to the other, that
 * nobody does anything that serves none of his goals, and that it ends as it should. It shares no
 * code with the search for stories.
 */
public final class Simulator {
    private final World world;
    private final Story story;
    private final List<Set<Fact>> states = new ArrayList<>();

    private Simulator(World world, Story story) {
        this.world = world;
        this.story = story;
    }

    /** What is wrong with a story first, in a sentence; null if it is right. */
    public static @Nullable String wrong(World world, Demands ending, Story story) {
        Simulator simulator = new Simulator(world, story);
        String wrong = simulator.play();
        wrong = wrong == null ? simulator.links(ending) : wrong;
        return wrong == null ? simulator.intentions() : wrong;
    }

    // ---- Events ----

    private @Nullable String play() {
        Set<Fact> state = new HashSet<>(world.opening());
        states.add(Set.copyOf(state));
        for (int i = 0; i < story.events().size(); i++) {
            Story.Event event = story.events().get(i);
            Action action = action(event.action());
            if (action == null) {
                return at(i) + "no action is called so.";
            }
            Map<String, Term> values = values(action, event.action());
            if (values == null) {
                return at(i) + "the action is " + action.head() + ".";
            }
            String wrong = possible(action.demands(), values, state);
            if (wrong != null) {
                return at(i) + wrong;
            }
            happen(action, values, state);
            state.add(Fact.of("happens", event.action()));
            states.add(Set.copyOf(state));
        }
        return null;
    }

    private String at(int event) {
        return "Event " + (event + 1) + ", " + story.events().get(event).action() + ": ";
    }

    private static @Nullable String possible(
            Demands demands, Map<String, Term> values, Set<Fact> state) {
        for (Condition c : demands.conditions()) {
            if (state.contains(replaced(c.fact(), values)) != c.holds()) {
                return replaced(c.fact(), values) + (c.holds() ? " is not true." : " is true.");
            }
        }
        for (Demands.Difference d : demands.differences()) {
            if (replaced(d.one(), values).equals(replaced(d.other(), values))) {
                return replaced(d.one(), values) + " is no other than itself.";
            }
        }
        return null;
    }

    private static void happen(Action action, Map<String, Term> values, Set<Fact> state) {
        for (Condition e : action.effects()) {
            if (!e.holds()) {
                state.remove(replaced(e.fact(), values));
            }
        }
        for (Condition e : action.effects()) {
            if (e.holds()) {
                state.add(replaced(e.fact(), values));
            }
        }
    }

    private @Nullable Action action(Fact name) {
        for (Action action : world.actions()) {
            if (action.head().name().equals(name.name())
                    && action.head().arguments().size() == name.arguments().size()) {
                return action;
            }
        }
        return null;
    }

    /** What the variables of an action stand for in an event; null if it is none of the action. */
    private static @Nullable Map<String, Term> values(Action action, Fact event) {
        Map<String, Term> values = new HashMap<>();
        for (int i = 0; i < event.arguments().size(); i++) {
            if (action.head().arguments().get(i) instanceof Variable v) {
                values.putIfAbsent(v.name(), event.arguments().get(i));
            }
        }
        return replaced(action.head(), values).equals(event) ? values : null;
    }

    private static Term replaced(Term term, Map<String, Term> values) {
        return switch (term) {
            case Variable v -> values.getOrDefault(v.name(), v);
            case Fact f -> replaced(f, values);
        };
    }

    private static Fact replaced(Fact fact, Map<String, Term> values) {
        return new Fact(
                fact.name(), fact.arguments().stream().map(a -> replaced(a, values)).toList());
    }

    // ---- Links ----

    private @Nullable String links(Demands ending) {
        for (Story.Link link : story.links()) {
            if (!(Story.OPENING <= link.from()
                    && link.from() < link.to()
                    && link.to() <= story.ending())) {
                return "The link of " + link.condition() + " does not lead forward in time.";
            }
            // The state after event i is number i + 1.
            for (int i = link.from() + 1; i <= link.to(); i++) {
                if (!holds(link.condition(), i)) {
                    return link.condition() + " does not hold from its cause to its use.";
                }
            }
            boolean isMade =
                    link.from() == Story.OPENING || doesMake(link.from(), link.condition());
            if (!isMade) {
                return at(link.from()) + "it does not make " + link.condition() + " true.";
            }
        }
        return ends(ending);
    }

    private boolean holds(Condition condition, int state) {
        return states.get(state).contains(condition.fact()) == condition.holds();
    }

    private boolean doesMake(int event, Condition condition) {
        Fact name = story.events().get(event).action();
        if (condition.fact().equals(Fact.of("happens", name))) {
            return condition.holds();
        }
        Action action = action(name);
        Map<String, Term> values = action == null ? null : values(action, name);
        return action != null
                && values != null
                && action.effects().stream()
                        .anyMatch(e ->
                                e.holds() == condition.holds()
                                        && replaced(e.fact(), values).equals(condition.fact()));
    }

    /** An ending with variables holds if anything can be put for them. */
    private @Nullable String ends(Demands ending) {
        return ends(ending, 0, new HashMap<>())
                ? null
                : "The story does not end with " + ending.conditions() + ".";
    }

    private boolean ends(Demands ending, int at, Map<String, Term> values) {
        if (at == ending.conditions().size()) {
            return ending.conditions().stream()
                            .allMatch(c ->
                                    states.getLast().contains(replaced(c.fact(), values))
                                            == c.holds())
                    && ending.differences().stream()
                            .noneMatch(d ->
                                    replaced(d.one(), values).equals(replaced(d.other(), values)));
        }
        Condition c = ending.conditions().get(at);
        if (!c.holds()) {
            return ends(ending, at + 1, values);
        }
        for (Fact fact : states.getLast()) {
            Map<String, Term> more = new HashMap<>(values);
            if (isInstance(c.fact(), fact, more) && ends(ending, at + 1, more)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInstance(Term pattern, Term term, Map<String, Term> values) {
        if (pattern instanceof Variable v) {
            Term known = values.putIfAbsent(v.name(), term);
            return known == null || known.equals(term);
        }
        if (!(pattern instanceof Fact p && term instanceof Fact t)
                || !p.name().equals(t.name())
                || p.arguments().size() != t.arguments().size()) {
            return false;
        }
        for (int i = 0; i < p.arguments().size(); i++) {
            if (!isInstance(p.arguments().get(i), t.arguments().get(i), values)) {
                return false;
            }
        }
        return true;
    }

    // ---- Intentions ----

    private @Nullable String intentions() {
        for (int i = 0; i < story.events().size(); i++) {
            Fact name = story.events().get(i).action();
            Action action = action(name);
            Map<String, Term> values = action == null ? null : values(action, name);
            if (action == null || values == null) {
                return at(i) + "no action is called so.";
            }
            List<Story.Intention> intentions = story.events().get(i).intentions();
            if (intentions.size() != action.actors().size()) {
                return at(i) + "not every actor has a goal.";
            }
            for (int a = 0; a < intentions.size(); a++) {
                String who = replaced(action.actors().get(a), values).toString();
                String wrong = unfounded(i, who, intentions.get(a));
                if (wrong != null) {
                    return at(i) + wrong;
                }
            }
        }
        return null;
    }

    private @Nullable String unfounded(int event, String who, Story.Intention intention) {
        if (!intention.who().equals(who)) {
            return who + " has no goal.";
        } else if (!states.get(event).contains(motive(intention))) {
            return who + " does not want " + intention.goal() + ".";
        } else if (!doesServe(event, intention)) {
            return "it does not serve the goal " + intention.goal() + " of " + who + ".";
        }
        return null;
    }

    private static Fact motive(Story.Intention intention) {
        Condition goal = intention.goal();
        Term wanted = goal.holds() ? goal.fact() : Fact.of(Fact.NOT, goal.fact());
        return Fact.of(Fact.INTENDS, Fact.of(intention.who()), wanted);
    }

    /** It achieves the goal, or an event for the same goal needs what it makes, or it delegates. */
    private boolean doesServe(int event, Story.Intention intention) {
        if (doesMake(event, intention.goal())) {
            return true;
        }
        for (Story.Link link : story.links()) {
            if (link.from() == event
                    && link.to() < story.ending()
                    && (isFor(link.to(), intention) || doesDelegate(link, intention))) {
                return true;
            }
        }
        return false;
    }

    private boolean isFor(int event, Story.Intention intention) {
        return event >= 0
                && event < story.ending()
                && story.events().get(event).intentions().stream()
                        .anyMatch(i -> isSame(i, intention));
    }

    private static boolean isSame(Story.Intention one, Story.Intention other) {
        return one.who().equals(other.who()) && motive(one).equals(motive(other));
    }

    private boolean doesDelegate(Story.Link link, Story.Intention intention) {
        for (Story.Intention given : story.events().get(link.to()).intentions()) {
            boolean isMotive =
                    link.condition().holds() && link.condition().fact().equals(motive(given));
            if (isMotive && (isSameGoal(given, intention) || isUsed(given, intention))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSameGoal(Story.Intention given, Story.Intention intention) {
        return isSameCondition(given.goal(), intention.goal());
    }

    private static boolean isSameCondition(Condition one, Condition other) {
        return one.holds() == other.holds() && one.fact().equals(other.fact());
    }

    private boolean isUsed(Story.Intention given, Story.Intention intention) {
        for (Story.Link link : story.links()) {
            if (isSameCondition(link.condition(), given.goal())
                    && isFor(link.from(), given)
                    && isFor(link.to(), intention)) {
                return true;
            }
        }
        return false;
    }
}
