package dev.clew.plans.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The occurrences of actions that may become possible if nothing that was once so ceases to be: the
 * delete relaxation (Bonet and Geffner 2001). An actor acts only if he may come to have a goal.
 * What no occurrence changes is checked here and not asked for any more.
 */
final class Grounding {
    private final World world;
    private final String[] happening;

    final Literals literals = new Literals();
    final List<Occurrence> occurrences = new ArrayList<>();

    /** What each way to end asks for; more than one if the ending leaves something open. */
    final List<int[]> endings = new ArrayList<>();

    private final Joins possible = new Joins();
    private final Set<Fact> possiblyNot = new HashSet<>();
    private final Set<Fact> known = new HashSet<>();
    private final Set<String> actors = new HashSet<>();
    private boolean isGrowing = true;

    /**
     * The occurrences of a world and the ways in which it can end.
     *
     * @param happening the actions that the ending names: conditions {@code happens(Action)}
     */
    Grounding(World world, Demands ending, List<String> happening) {
        this.world = world;
        this.happening = happening.toArray(String[]::new);
        world.opening().stream()
                .sorted(Comparator.comparing(Fact::toString))
                .forEach(this::believe);
        while (isGrowing) {
            isGrowing = false;
            world.actions().forEach(this::occurrencesOf);
        }
        possible.each(
                positive(ending, List.of()),
                so -> {
                    if (mayHold(ending, so)) {
                        endings.add(needs(ending, so));
                    }
                });
        boolean[] undone = undone();
        endings.replaceAll(needs -> changing(needs, undone));
        occurrences.replaceAll(o -> o.withNeeds(changing(o.needs(), undone)));
    }

    /** Facts that may come to hold. */
    Set<Fact> possible() {
        return possible.facts();
    }

    private void believe(Fact fact) {
        if (possible.add(fact)) {
            isGrowing = true;
            if (fact.name().equals(Fact.INTENDS)) {
                actors.add(fact.arguments().getFirst().toString());
            }
        }
    }

    private static List<Fact> positive(Demands demands, List<Term> actors) {
        List<Fact> facts = new ArrayList<>();
        for (Condition c : demands.conditions()) {
            if (c.holds()) {
                facts.add(c.fact());
            }
        }
        for (Term actor : actors) {
            facts.add(Fact.of("character", actor));
        }
        return facts;
    }

    private void occurrencesOf(Action action) {
        List<Fact> patterns = positive(action.demands(), action.actors());
        possible.each(patterns, so -> take(action, so));
    }

    private void take(Action action, Substitution so) {
        Fact name = so.apply(action.head());
        if (known.contains(name) || !mayHold(action.demands(), so)) {
            return;
        }
        List<String> who = new ArrayList<>();
        for (Term actor : action.actors()) {
            String character = so.apply(actor).toString();
            if (!actors.contains(character)) {
                return;
            }
            who.add(character);
        }
        known.add(name);
        isGrowing = true;
        int[] needs = needs(action.demands(), so);
        occurrences.add(new Occurrence(name, action, needs, makes(action, name, so), who));
    }

    private boolean mayHold(Demands demands, Substitution so) {
        for (Demands.Difference d : demands.differences()) {
            if (so.apply(d.one()).equals(so.apply(d.other()))) {
                return false;
            }
        }
        for (Condition c : demands.conditions()) {
            Fact fact = so.apply(c.fact());
            if (!c.holds() && world.opening().contains(fact) && !possiblyNot.contains(fact)) {
                return false;
            }
        }
        return true;
    }

    private int[] needs(Demands demands, Substitution so) {
        return demands.conditions().stream()
                .mapToInt(c -> literals.of(so.apply(c.fact()), c.holds()))
                .sorted()
                .distinct()
                .toArray();
    }

    /** What is made wins over what is undone by the same action. */
    private int[] makes(Action action, Fact name, Substitution so) {
        Set<Integer> made = new HashSet<>();
        for (Condition c : action.effects()) {
            Fact fact = so.apply(c.fact());
            if (c.holds()) {
                made.add(literals.of(fact, true));
                believe(fact);
            } else {
                possiblyNot.add(fact);
            }
        }
        for (Condition c : action.effects()) {
            int literal = literals.of(so.apply(c.fact()), c.holds());
            if (c.holds() || !made.contains(Literals.opposite(literal))) {
                made.add(literal);
            }
        }
        for (String h : happening) {
            if (h.equals(name.name() + '/' + name.arguments().size())) {
                Fact happens = Fact.of("happens", name);
                made.add(literals.of(happens, true));
                believe(happens);
            }
        }
        return made.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** Which literals some occurrence may undo. */
    private boolean[] undone() {
        boolean[] undone = new boolean[literals.size()];
        for (Occurrence o : occurrences) {
            for (int made : o.makes()) {
                undone[Literals.opposite(made)] = true;
            }
        }
        return undone;
    }

    /** The needs that are not always met. */
    private int[] changing(int[] needs, boolean[] undone) {
        return Arrays.stream(needs).filter(l -> undone[l] || !isSoAtFirst(l)).toArray();
    }

    /** Whether it is so at the opening. */
    boolean isSoAtFirst(int literal) {
        return world.opening().contains(literals.fact(literal)) == Literals.holds(literal);
    }
}
