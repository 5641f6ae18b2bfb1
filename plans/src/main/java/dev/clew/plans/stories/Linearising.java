package dev.clew.plans.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts the events of a plot in one order. Of those that can come next it takes one that follows
 * from the last one told, so that threads are followed as long as may be.
 */
final class Linearising {
    private final World world;
    private final Grounding ground;
    private final Intentions intentions;
    private final PartialPlan plot;

    Linearising(World world, Grounding ground, Intentions intentions, PartialPlan plot) {
        this.world = world;
        this.ground = ground;
        this.intentions = intentions;
        this.plot = plot;
    }

    Story story() {
        List<Integer> order = order();
        int[] number = new int[plot.size()];
        Arrays.fill(number, Story.OPENING);
        number[1] = order.size();
        List<Story.Event> events = new ArrayList<>();
        for (int step : order) {
            number[step] = events.size();
            events.add(event(step));
        }
        List<Story.Link> links = new ArrayList<>();
        for (long link : plot.links) {
            links.add(
                    new Story.Link(
                            number[PartialPlan.from(link)],
                            ground.literals.condition(PartialPlan.literal(link)),
                            number[PartialPlan.to(link)]));
        }
        links.sort((a, b) ->
                a.to() != b.to()
                        ? Integer.compare(a.to(), b.to())
                        : a.from() != b.from()
                                ? Integer.compare(a.from(), b.from())
                                : a.condition().toString().compareTo(b.condition().toString()));
        return new Story(events, links);
    }

    private Story.Event event(int step) {
        Occurrence occurrence = ground.occurrences.get(plot.does[step]);
        List<Story.Intention> served = new ArrayList<>();
        for (int g : plot.serves[step]) {
            Intentions.Goal goal = intentions.goals.get(g);
            served.add(new Story.Intention(goal.who(), ground.literals.condition(goal.literal())));
        }
        return new Story.Event(occurrence.name(), told(world, occurrence), served);
    }

    private List<Integer> order() {
        List<Integer> order = new ArrayList<>();
        long done = 0b11;
        int last = 0;
        while (order.size() < plot.size() - 2) {
            last = next(done, last);
            done |= 1L << last;
            order.add(last);
        }
        return order;
    }

    private int next(long done, int last) {
        int best = -1;
        int most = -1;
        for (int s = 2; s < plot.size(); s++) {
            boolean isReady = (done >>> s & 1) == 0 && (plot.before[s] & ~done) == 0;
            if (isReady && nearness(last, s) > most) {
                best = s;
                most = nearness(last, s);
            }
        }
        return best;
    }

    private int nearness(int last, int step) {
        int nearness = 0;
        for (long link : plot.links) {
            if (PartialPlan.from(link) == last && PartialPlan.to(link) == step) {
                nearness = 2;
            }
        }
        return nearness + (doesShareActor(last, step) ? 1 : 0);
    }

    private boolean doesShareActor(int one, int other) {
        return plot.does[one] >= 0
                && ground.occurrences.get(plot.does[other]).actors().stream()
                        .anyMatch(ground.occurrences.get(plot.does[one]).actors()::contains);
    }

    /** The sentence of an event. */
    private static String told(World world, Occurrence occurrence) {
        Substitution so = new Substitution();
        if (so.match(occurrence.action().head(), occurrence.name()) == null) {
            throw new IllegalStateException("An occurrence is none of its action.");
        }
        StringBuilder text = new StringBuilder();
        String sentence = occurrence.action().sentence();
        int from = 0;
        for (int at = sentence.indexOf('{'); at >= 0; at = sentence.indexOf('{', from)) {
            int end = sentence.indexOf('}', at);
            text.append(sentence, from, at);
            if (so.apply(new Variable(sentence.substring(at + 1, end))) instanceof Fact thing) {
                text.append(world.nameOf(thing));
            }
            from = end + 1;
        }
        text.append(sentence, from, sentence.length());
        if (!text.isEmpty()) {
            text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        }
        return text.toString();
    }
}
