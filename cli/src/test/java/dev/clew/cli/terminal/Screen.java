package dev.clew.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a user of a terminal sees: a model of the part of ECMA-48 and of xterm that line editors
 * use. Lines that have left the window at its top are kept.
 */
final class Screen {
    private static final int ESCAPE = 0x1b;

    private final List<Row> rows = new ArrayList<>(List.of(new Row()));
    private final StringBuilder sequence = new StringBuilder();
    private final StringBuilder answers = new StringBuilder();
    private State state = State.TEXT;
    private int width;
    private int height;
    private int top;
    private int row;
    private int column;
    private String style = "";
    private boolean applicationKeys;

    private enum State {
        TEXT,
        ESCAPE,
        CONTROL,
        STRING,
        CHARACTER_SET
    }

    /** A line of the window: its characters, each with the style it is shown in. */
    private static final class Row {
        private final List<String> characters = new ArrayList<>();
        private final List<String> styles = new ArrayList<>();

        void put(int column, String character, String style) {
            while (characters.size() <= column) {
                insert(characters.size());
            }
            characters.set(column, character);
            styles.set(column, style);
        }

        void insert(int column) {
            characters.add(column, " ");
            styles.add(column, "");
        }

        void remove(int column, int end) {
            if (column < characters.size()) {
                int last = Math.min(end, characters.size());
                characters.subList(column, last).clear();
                styles.subList(column, last).clear();
            }
        }

        String text(boolean styled) {
            StringBuilder text = new StringBuilder();
            String before = "";
            for (int i = 0; i < characters.size(); i++) {
                if (styled && !styles.get(i).equals(before)) {
                    text.append('{').append(styles.get(i)).append('}');
                    before = styles.get(i);
                }
                text.append(characters.get(i));
            }
            text.append(styled && !before.isEmpty() ? "{}" : "");
            return text.toString();
        }
    }

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** The user makes the window wider or narrower; what is shown stays as it is. */
    void resize(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        column = Math.min(column, width - 1);
        top = Math.max(top, row - height + 1);
    }

    /** Whether arrow keys are to send what they send to applications. */
    boolean hasApplicationKeys() {
        return applicationKeys;
    }

    /** What the terminal itself has to say to the program since the last call of this method. */
    String takeAnswers() {
        String text = answers.toString();
        answers.setLength(0);
        return text;
    }

    /** All lines without the blanks at their ends, with a block where the cursor is. */
    List<String> lines(boolean styled) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row r = rows.get(i);
            if (i == row) {
                Row shown = new Row();
                for (int k = 0; k < Math.max(r.characters.size(), column + 1); k++) {
                    boolean isThere = k < r.characters.size();
                    shown.put(
                            k, isThere ? r.characters.get(k) : " ", isThere ? r.styles.get(k) : "");
                }
                String under = shown.characters.get(column);
                shown.put(column, "█" + under, shown.styles.get(column));
                r = shown;
            }
            lines.add(r.text(styled).stripTrailing());
        }
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    /** All text, for messages of failures. */
    @Override
    public String toString() {
        return String.join("\n", lines(false));
    }

    void write(String text) {
        text.codePoints().forEach(this::write);
    }

    private void write(int c) {
        switch (state) {
            case TEXT -> {
                if (c == ESCAPE) {
                    state = State.ESCAPE;
                } else if (c < ' ') {
                    control(c);
                } else {
                    show(Character.toString(c));
                }
            }
            case ESCAPE -> escape(c);
            case CONTROL -> {
                if (c >= '@' && c <= '~') {
                    state = State.TEXT;
                    execute((char) c, sequence.toString());
                } else {
                    sequence.appendCodePoint(c);
                }
            }
            case STRING -> state = c == 7 ? State.TEXT : c == ESCAPE ? State.ESCAPE : state;
            case CHARACTER_SET -> state = State.TEXT;
        }
    }

    private void control(int c) {
        switch (c) {
            case '\r' -> column = 0;
            case '\n' -> down();
            case '\b' -> column = Math.max(0, Math.min(column, width - 1) - 1);
            case '\t' -> column = Math.min(width - 1, (column / 8 + 1) * 8);
            default -> {
                // The bell, and what xterm ignores too.
            }
        }
    }

    private void show(String character) {
        if (column >= width) {
            column = 0;
            down();
        }
        rows.get(row).put(column++, character, style);
    }

    private void down() {
        to(row + 1);
        top = Math.max(top, row - height + 1);
    }

    private void to(int newRow) {
        row = Math.max(top, newRow);
        while (rows.size() <= row) {
            rows.add(new Row());
        }
    }

    private void escape(int c) {
        state = State.TEXT;
        switch (c) {
            case '[' -> {
                sequence.setLength(0);
                state = State.CONTROL;
            }
            case ']', 'P', '_', '^' -> state = State.STRING;
            case '(', ')' -> state = State.CHARACTER_SET;
            case 'M' -> to(row - 1);
            case '=', '>', '\\', '7', '8' -> {
                // The keypad, and the end of a string; the cursor is never saved by line editors.
            }
            default -> throw new IllegalStateException("ESC " + Character.toString(c));
        }
    }

    private void execute(char command, String parameters) {
        if (!parameters.isEmpty() && "<=>?".indexOf(parameters.charAt(0)) >= 0) {
            mode(command, parameters);
            return;
        }
        int n = Math.max(1, number(parameters, 0));
        int at = Math.min(column, width - 1);
        switch (command) {
            case 'A' -> to(Math.max(top, row - n));
            case 'B' -> to(Math.min(top + height - 1, row + n));
            case 'C' -> column = Math.min(width - 1, at + n);
            case 'D' -> column = Math.max(0, at - n);
            case 'G' -> column = Math.min(width, n) - 1;
            case 'H' -> {
                to(top + Math.min(height, n) - 1);
                column = Math.clamp(number(parameters, 1), 1, width) - 1;
            }
            case 'J' -> clear(number(parameters, 0));
            case 'K' -> clearRow(number(parameters, 0));
            case 'P' -> rows.get(row).remove(at, at + n);
            case '@' -> {
                for (int i = 0; i < n; i++) {
                    rows.get(row).insert(at);
                }
            }
            case 'm' -> style(parameters);
            case 'c' -> answers.append("\u001b[?62;22c");
            case 'n' -> {
                String place = (row - top + 1) + ";" + (Math.min(column, width - 1) + 1);
                answers.append("\u001b[").append(place).append('R');
            }
            case 't', 'r', 'h', 'l' -> {
                // Titles, margins and modes change nothing here.
            }
            default -> throw new IllegalStateException("CSI " + parameters + command);
        }
    }

    private void mode(char command, String parameters) {
        if (parameters.equals("?1")) {
            applicationKeys = command == 'h';
        }
    }

    private void clear(int what) {
        if (what == 0) {
            rows.get(row).remove(column, Integer.MAX_VALUE);
            rows.subList(row + 1, rows.size()).clear();
        } else {
            rows.subList(top, rows.size()).clear();
            to(row);
        }
    }

    private void clearRow(int what) {
        if (what == 0) {
            rows.get(row).remove(column, Integer.MAX_VALUE);
        } else {
            for (int i = 0; i <= (what == 1 ? column : width - 1); i++) {
                rows.get(row).put(i, " ", "");
            }
        }
    }

    /** Select graphic rendition: {@code 1;31} is bold and red; nothing or 0 is plain. */
    private void style(String parameters) {
        for (String code : parameters.isEmpty() ? new String[] {"0"} : parameters.split(";", -1)) {
            String name = STYLES.getOrDefault(code, code);
            style = name.isEmpty() ? "" : style.isEmpty() ? name : style + " " + name;
        }
    }

    private static final Map<String, String> STYLES =
            Map.ofEntries(
                    Map.entry("", ""),
                    Map.entry("0", ""),
                    Map.entry("1", "bold"),
                    Map.entry("2", "faint"),
                    Map.entry("7", "inverse"),
                    Map.entry("31", "red"),
                    Map.entry("32", "green"),
                    Map.entry("33", "yellow"),
                    Map.entry("34", "blue"),
                    Map.entry("35", "magenta"),
                    Map.entry("36", "cyan"));

    private static int number(String parameters, int index) {
        List<String> all = Arrays.asList(parameters.split(";", -1));
        return index < all.size() && !all.get(index).isEmpty()
                ? Integer.parseInt(all.get(index))
                : 0;
    }
}
