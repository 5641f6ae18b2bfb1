package dev.clew.plans.stories;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where stories can happen.
 *
 * @param title what it is called
 * @param characters who has goals and acts
 * @param names what sentences call things
 * @param opening what is so at the beginning; nothing else is
 * @param actions what can happen
 */
public record World(
        String title,
        List<String> characters,
        Map<String, String> names,
        Set<Fact> opening,
        List<Action> actions) {
    public World {
        characters = List.copyOf(characters);
        names = Map.copyOf(names);
        opening = Set.copyOf(opening);
        actions = List.copyOf(actions);
    }

    /** What sentences call a thing: its name in the world, or the word itself. */
    public String nameOf(Fact thing) {
        return names.getOrDefault(thing.name(), thing.toString().replace('_', ' '));
    }
}
