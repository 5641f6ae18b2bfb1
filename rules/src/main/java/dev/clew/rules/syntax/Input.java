package dev.clew.rules.syntax;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;

import org.jspecify.annotations.Nullable;

/**
 * A source with a little push-back, enough to find out that {@code 1.} is not the start of {@code
 * 1.5}. Characters that are pushed back are ASCII and never line ends, so positions follow by
 * subtraction. Whole texts in memory are scanned directly, which saves most of the time when
 * nothing is compiled yet.
 */
final class Input {
    private static final int REPLACEMENT = 0xfffd;
    private static final Functor REPRESENTATION_ERROR = Functor.of("representation_error", 1);
    private static final Atom CHARACTER = Atom.of("character");

    private final CharSource source;
    private final @Nullable CharConversion conversion;

    /** The source, if it can be scanned directly. */
    private final @Nullable StringSource direct;

    private final int[] back = new int[4];
    private int held;
    private boolean ended;
    private @Nullable PrologError undecodable;

    Input(CharSource source, @Nullable CharConversion conversion) {
        this.source = source;
        this.conversion = conversion;
        this.direct = conversion == null && source instanceof StringSource s ? s : null;
    }

    /** Forgets that the end of the source was met: a terminal may have more to say. */
    void restart() {
        ended = false;
        undecodable = null;
    }

    /**
     * The error for bytes that mean no character, if some were met since {@link #restart}. They are
     * read as {@link #REPLACEMENT} until the term ends, so that the next one begins in the right
     * place.
     */
    @Nullable PrologError undecodable() {
        return undecodable;
    }

    private int replaced(PrologError error) {
        if (!isUndecodable(error)) {
            throw error;
        }
        undecodable = error;
        return REPLACEMENT;
    }

    private static boolean isUndecodable(PrologError error) {
        return error.term().deref() instanceof Struct e
                && e.args[0].deref() instanceof Struct kind
                && kind.functor() == REPRESENTATION_ERROR
                && kind.args[0].deref() == CHARACTER;
    }

    /** The next character as it is: for quoted text. The end of the source is read once only. */
    int readRaw() {
        if (held > 0) {
            return back[--held];
        } else if (ended) {
            return -1;
        }
        try {
            int c = source.read();
            ended = c < 0;
            return c;
        } catch (PrologError e) {
            return replaced(e);
        }
    }

    /** The character after {@link #readRaw} as it is. */
    int peekRaw() {
        try {
            return held > 0 ? back[held - 1] : ended ? -1 : source.peek();
        } catch (PrologError e) {
            return replaced(e);
        }
    }

    /** The next character, converted. */
    int read() {
        if (held > 0) {
            return back[--held];
        }
        int c = readRaw();
        return conversion == null || c < 0 ? c : conversion.convert(c);
    }

    /** The character after {@link #read}, converted. */
    int peek() {
        if (held > 0) {
            return back[held - 1];
        }
        int c = peekRaw();
        return conversion == null || c < 0 ? c : conversion.convert(c);
    }

    /** Gives back a character just read, which must be ASCII and not a line end. */
    void unread(int c) {
        if (direct != null) {
            direct.at--;
        } else {
            back[held++] = c;
        }
    }

    /** Skips white space, if that can be done quickly. */
    void skipSpaces() {
        if (direct != null) {
            direct.skipSpaces();
        }
    }

    /** Skips the rest of the line, but not its end. */
    void skipLine() {
        if (direct != null) {
            direct.skipLine();
            return;
        }
        int c = peek();
        while (c != '\n' && c != -1) {
            read();
            c = peek();
        }
    }

    /** The letters, digits and underscores from {@code first}, which was read, on. */
    String word(int first, StringBuilder buffer) {
        if (direct != null && first < 128) {
            int start = direct.at - 1;
            direct.skipWord();
            if (!Chars.isAlphanumeric(direct.peek())) {
                return new String(direct.text, start, direct.at - start);
            }
            direct.at = start + 1;
        }
        buffer.setLength(0);
        buffer.appendCodePoint(first);
        int c = peek();
        while (Chars.isAlphanumeric(c)) {
            buffer.appendCodePoint(c);
            read();
            c = peek();
        }
        return buffer.toString();
    }

    /** An error at the next character. */
    SyntaxError error(String id, String sentence) {
        return new SyntaxError(id, sentence, line(), column(), offset());
    }

    int line() {
        return source.line();
    }

    int column() {
        return source.column() - held;
    }

    long offset() {
        return source.offset() - held;
    }
}
