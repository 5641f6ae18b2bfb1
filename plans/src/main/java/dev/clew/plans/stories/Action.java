package dev.clew.plans.stories;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What can happen.
 *
 * @param head its name and whom and what it is about
 * @param actors the characters who do it, each of whom must have a goal that it serves; none if it
 *     just happens
 * @param demands what must be so before
 * @param effects what is so afterwards
 * @param sentence how it is told, with {@code {Name}} where a variable stands
 * @param place where the text says it
 */
public record Action(
        Fact head,
        List<Term> actors,
        Demands demands,
        List<Condition> effects,
        String sentence,
        Place place) {
    public Action {
        actors = List.copyOf(actors);
        effects = List.copyOf(effects);
        Set<String> named = Substitution.variables(head);
        Set<String> bound = new LinkedHashSet<>();
        actors.forEach(actor -> bound.addAll(Substitution.variables(actor)));
        for (Condition c : demands.conditions()) {
            if (c.holds()) {
                bound.addAll(Substitution.variables(c.fact()));
            }
            requireNamed(named, c.fact(), head, c.place());
        }
        effects.forEach(e -> requireNamed(named, e.fact(), head, e.place()));
        actors.forEach(actor -> requireNamed(named, actor, head, place));
        for (Demands.Difference d : demands.differences()) {
            requireNamed(named, d.one(), head, place);
            requireNamed(named, d.other(), head, place);
        }
        requireBound(bound, named, place);
        requireSentence(head, sentence, place);
    }

    /** Else the name of an occurrence would not tell what happened. */
    private static void requireNamed(Set<String> named, Term term, Fact head, Place place) {
        for (String name : Substitution.variables(term)) {
            if (!named.contains(name)) {
                throw new WorldError(
                        place,
                        "The variable " + name + " is no argument of " + head + ".",
                        "Maybe add it there.");
            }
        }
    }

    private static void requireBound(Set<String> bound, Set<String> named, Place place) {
        for (String name : named) {
            if (!bound.contains(name)) {
                throw new WorldError(
                        place,
                        "The variable " + name + " is in no condition that must hold.",
                        "Maybe add one that says what it can be, such as place(" + name + ").");
            }
        }
    }

    private static void requireSentence(Fact head, String sentence, Place place) {
        Set<String> known = Substitution.variables(head);
        for (String name : holes(sentence)) {
            if (!known.contains(name)) {
                throw new WorldError(
                        place,
                        "The sentence of "
                                + head
                                + " speaks of {"
                                + name
                                + "}, which is no argument of it.",
                        "Maybe one of " + known + ".");
            }
        }
    }

    /** The names in braces. */
    private static List<String> holes(String sentence) {
        List<String> holes = new ArrayList<>();
        int at = sentence.indexOf('{');
        while (at >= 0) {
            int end = sentence.indexOf('}', at);
            end = end < 0 ? sentence.length() : end;
            holes.add(sentence.substring(at + 1, end));
            at = sentence.indexOf('{', end);
        }
        return holes;
    }
}
