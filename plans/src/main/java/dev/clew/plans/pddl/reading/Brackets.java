package dev.clew.plans.pddl.reading;

import dev.clew.plans.pddl.PddlError;
import dev.clew.plans.pddl.model.Source;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads words and groups; a semicolon begins a comment that ends with the line. */
final class Brackets {
    /** Deeper than any text that a person or a generator writes, and shallow enough to recur. */
    private static final int DEEPEST = 1_000;

    private final Source source;
    private final String text;
    private final List<List<Node>> open = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private int at;

    Brackets(Source source) {
        this.source = source;
        this.text = source.text();
    }

    /** The only group of a text. */
    Node.Group read() {
        Node.Group whole = null;
        skipBlanks();
        while (at < text.length()) {
            if (whole != null) {
                throw new PddlError(
                        source,
                        at,
                        "The text should end here.",
                        text.charAt(at) == ')' ? "Maybe one bracket is closed too often." : null);
            }
            char c = text.charAt(at);
            if (c == '(') {
                open();
            } else if (open.isEmpty()) {
                throw new PddlError(source, at, "A bracket should open here.", null);
            } else if (c == ')') {
                whole = close();
            } else {
                last().add(word());
            }
            skipBlanks();
        }
        if (whole == null) {
            throw unclosed();
        }
        return whole;
    }

    private PddlError unclosed() {
        if (open.isEmpty()) {
            return new PddlError(
                    source, 0, "The text is empty.", "Maybe it should begin with (define.");
        }
        int start = starts.get(suspect());
        return new PddlError(source, start, "This bracket is never closed.", null);
    }

    /** The innermost open bracket that stands at the start of a section, or else the innermost. */
    private int suspect() {
        return Math.min(1, starts.size() - 1);
    }

    private List<Node> last() {
        return open.get(open.size() - 1);
    }

    private void open() {
        if (open.size() == DEEPEST) {
            throw new PddlError(
                    source, at, "Brackets are nested deeper than " + DEEPEST + " levels.", null);
        }
        open.add(new ArrayList<>());
        starts.add(at++);
    }

    /** Closes a group; returns it if it was the outermost. */
    private Node.@Nullable Group close() {
        int start = starts.remove(starts.size() - 1);
        List<Node> items = open.remove(open.size() - 1);
        Node.Group group = new Node.Group(items, start, at++);
        if (open.isEmpty()) {
            return group;
        }
        last().add(group);
        return null;
    }

    private Node.Word word() {
        int start = at;
        while (at < text.length() && !isEnd(text.charAt(at))) {
            at++;
        }
        return new Node.Word(text.substring(start, at).toLowerCase(Locale.ROOT), start);
    }

    private static boolean isEnd(char c) {
        return c == '(' || c == ')' || c == ';' || isBlank(c);
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\ufeff';
    }

    private void skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ';') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (isBlank(c)) {
                at++;
            } else {
                return;
            }
        }
    }
}
