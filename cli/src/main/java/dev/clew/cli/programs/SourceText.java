package dev.clew.cli.programs;

import java.util.ArrayList;
import java.util.List;

/** The text of a file or goal, by lines, for showing what is wrong where. */
public final class SourceText {
    private final String name;
    private final List<String> lines = new ArrayList<>();
    private final List<Long> starts = new ArrayList<>();

    /** A text and what messages call it. */
    public SourceText(String name, String text) {
        this.name = name;
        int start = 0;
        long characters = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            lines.add(text.substring(start, end));
            starts.add(characters);
            characters += text.codePointCount(start, end) + 1;
            start = end + 1;
        }
    }

    /** What messages call it. */
    public String name() {
        return name;
    }

    /** The line, from 1, of the character with this number, from 0. */
    public int lineOf(long offset) {
        int low = 0;
        int high = starts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts.get(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low + 1;
    }

    /** The column, from 0, of the character with this number, from 0. */
    public int columnOf(long offset) {
        return (int) (offset - starts.get(lineOf(offset) - 1));
    }

    /**
     * A finding with its line and a mark under the column.
     *
     * @param row the line, from 1
     * @param column the column, from 0
     */
    public String finding(int row, int column, String kind, String sentence) {
        return finding(row, column, kind, sentence, "", "");
    }

    /** A finding, with the escape sequences before and after its kind and mark. */
    public String finding(
            int row, int column, String kind, String sentence, String on, String off) {
        if (row > lines.size() || row == lines.size() && lines.get(row - 1).isEmpty() && row > 1) {
            // The end of the text shows behind its last line.
            int last = row - 1;
            return finding(
                    last, lines.get(last - 1).stripTrailing().length(), kind, sentence, on, off);
        }
        StringBuilder text =
                new StringBuilder(name).append(':').append(row).append(':').append(column + 1);
        text.append(": ")
                .append(on)
                .append(kind)
                .append(':')
                .append(off)
                .append(' ')
                .append(sentence);
        Excerpt excerpt = Excerpt.of(lines.get(row - 1).stripTrailing(), column);
        text.append("\n    ").append(excerpt.text()).append("\n    ");
        text.append(margin(excerpt.text(), excerpt.column()));
        return text.append(on).append('^').append(off).toString();
    }

    /** Blanks as wide as the line up to the column; tabs stay tabs. */
    private static String margin(String line, int column) {
        StringBuilder blanks = new StringBuilder();
        int i = 0;
        for (int n = 0; n < column; n++) {
            char c = i < line.length() ? line.charAt(i) : ' ';
            blanks.append(c == '\t' ? '\t' : ' ');
            i += i < line.length() && Character.isHighSurrogate(c) ? 2 : 1;
        }
        return blanks.toString();
    }
}
