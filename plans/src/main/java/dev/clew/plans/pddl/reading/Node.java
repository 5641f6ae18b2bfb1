package dev.clew.plans.pddl.reading;

import java.util.List;

/** A word, or a group in round brackets. {@code at} is its offset in the source. */
sealed interface Node {
    int at();

    /** Whether this is the word nil: older texts write it where an empty list would do. */
    static boolean isNothing(Node node) {
        return node instanceof Word w && w.text().equals("nil");
    }

    /** A word in lower case: case has no meaning in PDDL. */
    record Word(String text, int at) implements Node {
        boolean isVariable() {
            return text.charAt(0) == '?';
        }
    }

    /** What stands between two brackets. */
    record Group(List<Node> items, int at, int end) implements Node {
        /** The word at the front, or an empty text. */
        String head() {
            return !items.isEmpty() && items.get(0) instanceof Word w ? w.text() : "";
        }

        int size() {
            return items.size();
        }

        Node item(int i) {
            return items.get(i);
        }
    }
}
