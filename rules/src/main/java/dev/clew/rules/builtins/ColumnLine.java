package dev.clew.rules.builtins;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with column stops: what is written between two stops is padded at its fill points when the
 * second stop is known.
 */
final class ColumnLine {
    private record Fill(int at, int character) {}

    private final StringBuilder done = new StringBuilder();
    private final StringBuilder pending = new StringBuilder();
    private final List<Fill> fills = new ArrayList<>();
    private int column;
    private int lastStop;

    /** Text that starts at {@code column}. */
    ColumnLine(int column) {
        this.column = column;
    }

    /** Where the next character goes. */
    int column() {
        return column;
    }

    void append(String text) {
        pending.append(text);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            advance(c);
            i += Character.charCount(c);
        }
    }

    void append(int c) {
        pending.appendCodePoint(c);
        advance(c);
    }

    private void advance(int c) {
        switch (c) {
            case '\n', '\r':
                column = 0;
                break;
            case '\t':
                column = (column | 7) + 1;
                break;
            case '\b':
                column = Math.max(0, column - 1);
                break;
            default:
                column++;
        }
    }

    /** Marks where the next stop may insert {@code character}. */
    void fill(int character) {
        fills.add(new Fill(pending.length(), character));
    }

    /** A stop {@code distance} columns after the last one. */
    void stopAfter(int distance) {
        stopAt(lastStop + distance);
    }

    /** A stop here. */
    void stopHere() {
        stopAt(column);
    }

    /**
     * A stop at {@code target}. Text that is too long stays as it is, and what follows is laid out
     * as if it had fitted, as in SWI-Prolog.
     */
    void stopAt(int target) {
        if (target > column) {
            pad(target - column);
        }
        column = target;
        done.append(pending);
        pending.setLength(0);
        fills.clear();
        lastStop = column;
    }

    private void pad(int missing) {
        if (fills.isEmpty()) {
            fill(' ');
        }
        int share = missing / fills.size();
        int rest = missing % fills.size();
        // From the right, so that earlier places stay valid; the last ones get what is left over.
        for (int i = fills.size() - 1; i >= 0; i--) {
            Fill fill = fills.get(i);
            int width = fills.size() - i <= rest ? share + 1 : share;
            pending.insert(fill.at, Character.toString(fill.character).repeat(width));
        }
    }

    /** Whether a stop to come may still change what was written. */
    boolean mayChange() {
        return !fills.isEmpty();
    }

    /** Takes away all text. */
    String take() {
        done.append(pending);
        String text = done.toString();
        done.setLength(0);
        pending.setLength(0);
        fills.clear();
        return text;
    }
}
