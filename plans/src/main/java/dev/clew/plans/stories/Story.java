package dev.clew.plans.stories;

import java.util.List;

/**
 * What happened, in an order in which it can happen, and why.
 *
 * @param events what happens, one after the other
 * @param links which event made what another needs
 */
public record Story(List<Event> events, List<Link> links) {
    /** The place of the opening among the events. */
    public static final int OPENING = -1;

    public Story {
        events = List.copyOf(events);
        links = List.copyOf(links);
    }

    /**
     * An event.
     *
     * @param action the action without variables
     * @param sentence how it is told
     * @param intentions which goal each of its actors follows
     */
    public record Event(Fact action, String sentence, List<Intention> intentions) {
        public Event {
            intentions = List.copyOf(intentions);
        }
    }

    /**
     * A goal of a character.
     *
     * @param who the character
     * @param goal what shall hold
     */
    public record Intention(String who, Condition goal) {}

    /**
     * A causal link: an event makes a condition true, it stays true, and another event needs it.
     *
     * @param from the event that makes it true, or {@link #OPENING}
     * @param condition what is made true
     * @param to the event that needs it, or the number of events for the ending
     */
    public record Link(int from, Condition condition, int to) {}

    /** The place of the ending among the events. */
    public int ending() {
        return events.size();
    }
}
