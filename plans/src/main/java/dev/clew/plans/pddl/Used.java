package dev.clew.plans.pddl;

/**
 * What was used for an answer.
 *
 * @param actions how many actions with objects there are; 0 if grounding did not end
 * @param facts how many facts they change or need
 * @param expanded how many states were expanded
 * @param evaluated how many states were estimated
 * @param generated how many successors were made or queued
 * @param grounding nanoseconds until the search began
 * @param total nanoseconds in all
 * @param memory bytes of the heap in use at the end, garbage included
 * @param by what found the answer, in a few words
 */
public record Used(
        int actions,
        int facts,
        long expanded,
        long evaluated,
        long generated,
        long grounding,
        long total,
        long memory,
        String by) {}
