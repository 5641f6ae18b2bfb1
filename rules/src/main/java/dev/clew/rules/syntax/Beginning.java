package dev.clew.rules.syntax;

import dev.clew.rules.limits.Watch;
import dev.clew.rules.terms.Term;

/** The text of a term, cut off where it gets too long: small terms may have endless texts. */
public final class Beginning implements CharSink {
    /** What cannot be written in a second has no useful text. */
    private static final long NANOS = 1_000_000_000;

    private final int limit;
    private final StringBuilder text = new StringBuilder();

    private Beginning(int limit) {
        this.limit = limit;
    }

    /** The text of {@code term}; if it is longer than {@code limit}, its beginning and "...". */
    public static String of(Operators operators, WriteOptions options, Term term, int limit) {
        Beginning sink = new Beginning(limit);
        long deadline = System.nanoTime() + NANOS;
        Runnable before = Watch.set(() -> stopAt(deadline));
        try {
            TermWriter.write(sink, operators, options, term);
            return sink.text.toString();
        } catch (Full e) {
            return sink.text.append("...").toString();
        } finally {
            Watch.set(before);
        }
    }

    private static void stopAt(long deadline) {
        if (System.nanoTime() - deadline > 0) {
            throw new Full();
        }
    }

    @Override
    public void append(String more) {
        text.append(more);
        check();
    }

    @Override
    public void append(int codePoint) {
        text.appendCodePoint(codePoint);
        check();
    }

    private void check() {
        if (text.length() > limit) {
            text.setLength(limit);
            throw new Full();
        }
    }

    @Override
    public int last() {
        return text.isEmpty() ? -1 : text.codePointBefore(text.length());
    }

    private static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full() {
            super(null, null, false, false);
        }
    }
}
