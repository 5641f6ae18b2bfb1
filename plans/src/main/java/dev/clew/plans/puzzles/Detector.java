package dev.clew.plans.puzzles;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds behaviours in a text by reading it: sentence by sentence, by words that give them away and
 * by the form of equations. It knows nothing of the search; how well it does is measured against
 * {@link Trace}, which does.
 */
public final class Detector {
    private static final List<String> BACKTRACKING =
            List.of(
                    "back to",
                    "go back",
                    "going back",
                    "backtrack",
                    "back up",
                    "dead end",
                    "give up",
                    "giving up",
                    "gave up",
                    "abandon",
                    "another way",
                    "try another",
                    "something else",
                    "different",
                    "instead",
                    "not work",
                    "n't work",
                    "nowhere",
                    "no luck",
                    "discard",
                    "drop ",
                    "start over",
                    "rule out",
                    "ruled out",
                    "undo that",
                    "take that back",
                    "failed",
                    "fails",
                    "hopeless");
    private static final List<String> VERIFICATION =
            List.of(
                    "check",
                    "verif",
                    "confirm",
                    "compar",
                    "match",
                    "make sure",
                    "see if",
                    "see whether",
                    "test ",
                    "already given",
                    "is given",
                    "not given",
                    "is it one of",
                    "is that one of",
                    "do i have",
                    "do we have",
                    "indeed",
                    "satisf");
    private static final List<String> BACKWARD =
            List.of(
                    "backward",
                    "from the target",
                    "from the end",
                    "in reverse",
                    "last operation",
                    "last step",
                    "final operation",
                    "final step",
                    "would give",
                    "would make",
                    "would be reached",
                    "comes from",
                    "could come from",
                    "can be got");
    private static final List<String> SUBGOAL =
            List.of(
                    "new goal",
                    "next goal",
                    "subgoal",
                    "sub-goal",
                    "need",
                    "remains to",
                    "remains is",
                    "aim",
                    "left to",
                    "first get",
                    "first find",
                    "it takes",
                    "focus on",
                    "now make",
                    "must make",
                    "must find",
                    "want",
                    "task",
                    "target now",
                    "required");
    // A single value on the left, an operation on the right: the value is taken apart.
    private static final Pattern TAKEN_APART =
            Pattern.compile("(^|[^-+*/×÷\\d] ?)\\d+(/\\d+)? = \\(?\\d+(/\\d+)?\\)? [-+*/×÷] ");

    private Detector() {}

    /** The behaviour that a sentence shows, if any. */
    public static Optional<Behaviour> of(String sentence) {
        String text = sentence.toLowerCase(Locale.ROOT);
        if (hasAny(text, BACKTRACKING)) {
            return Optional.of(Behaviour.BACKTRACKING);
        } else if (hasAny(text, VERIFICATION)) {
            return Optional.of(Behaviour.VERIFICATION);
        } else if (hasAny(text, BACKWARD) || TAKEN_APART.matcher(text).find()) {
            return Optional.of(Behaviour.BACKWARD_CHAINING);
        }
        return hasAny(text, SUBGOAL) ? Optional.of(Behaviour.SUBGOAL) : Optional.empty();
    }

    private static boolean hasAny(String text, List<String> cues) {
        for (String cue : cues) {
            if (text.contains(cue)) {
                return true;
            }
        }
        return false;
    }

    /** How often a text, a sentence a line, shows each behaviour. */
    public static Map<Behaviour, Integer> count(String text) {
        Map<Behaviour, Integer> counts = new EnumMap<>(Behaviour.class);
        for (Behaviour behaviour : Behaviour.values()) {
            counts.put(behaviour, 0);
        }
        text.lines().forEach(line -> of(line).ifPresent(b -> counts.merge(b, 1, Integer::sum)));
        return counts;
    }
}
