package dev.clew.plans.pddl.model;

/**
 * A text and what messages call it.
 *
 * @param name its name, usually that of a file
 * @param text all of it
 */
public record Source(String name, String text) {
    /** The line, from 1, of the character at this offset. */
    public int line(int offset) {
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
        }
        return line;
    }

    /** The column, from 1, of the character at this offset. */
    public int column(int offset) {
        return offset - lineStart(offset) + 1;
    }

    /** Where the character at this offset stands: {@code name:line:column}. */
    public String place(int offset) {
        return name + ":" + line(offset) + ":" + column(offset);
    }

    /** The line around this offset, and below it a mark under the character, both indented. */
    public String excerpt(int offset) {
        int start = lineStart(offset);
        int end = text.indexOf('\n', offset);
        String line = text.substring(start, end < 0 ? text.length() : end).stripTrailing();
        StringBuilder margin = new StringBuilder();
        for (int i = start; i < offset; i++) {
            margin.append(i < start + line.length() && text.charAt(i) == '\t' ? '\t' : ' ');
        }
        return "    " + line + "\n    " + margin + "^";
    }

    private int lineStart(int offset) {
        return offset == 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
    }
}
