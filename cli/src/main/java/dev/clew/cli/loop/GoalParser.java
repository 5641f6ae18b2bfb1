package dev.clew.cli.loop;

import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

import java.util.List;

/** Tells the line editor when a goal is complete, and which word is to be completed. */
final class GoalParser implements Parser {
    /** The word around the cursor. */
    record Word(String line, int cursor, int start, String word) implements CompletingParsedLine {
        @Override
        public int wordCursor() {
            return cursor - start;
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !GoalText.isComplete(line)) {
            throw new EOFError(-1, cursor, "A goal ends with a full stop.", ".");
        }
        String before = line.substring(0, cursor);
        int quote = GoalText.openQuote(before);
        int start = quote >= 0 ? quote : wordStart(before);
        return new Word(line, cursor, start, line.substring(start, cursor));
    }

    private static int wordStart(String text) {
        int i = text.length();
        while (i > 0 && isWordPart(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }
}
