package dev.clew.cli.programs;

/**
 * What is shown of a line: all of it if it is not too long, else what stands around a place. What
 * would move the cursor of a terminal, or worse, is shown as one replacement character.
 *
 * @param text the excerpt
 * @param column where the place is in it, in characters from 0
 */
record Excerpt(String text, int column) {
    private static final int LONGEST = 200;
    private static final int BEFORE = 100;
    private static final String GAP = "... ";

    static Excerpt of(String line, int column) {
        int[] characters = characters(line);
        if (characters.length <= LONGEST) {
            return new Excerpt(text(characters, 0, characters.length), column);
        }
        int start = Math.max(0, Math.min(column - BEFORE, characters.length - LONGEST));
        int end = Math.min(characters.length, start + LONGEST);
        String before = start == 0 ? "" : GAP;
        String after = end == characters.length ? "" : " ...";
        return new Excerpt(
                before + text(characters, start, end) + after, before.length() + column - start);
    }

    private static String text(int[] characters, int start, int end) {
        return new String(characters, start, end - start);
    }

    private static int[] characters(String line) {
        int[] characters = new int[line.codePointCount(0, line.length())];
        int at = 0;
        for (int i = 0; i < characters.length; i++) {
            int c = line.codePointAt(at);
            characters[i] = Character.isISOControl(c) && c != '\t' ? 0xfffd : c;
            at += Character.charCount(c);
        }
        return characters;
    }
}
