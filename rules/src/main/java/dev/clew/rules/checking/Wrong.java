package dev.clew.rules.checking;

import dev.clew.rules.proofs.forms.Outline;

import org.jspecify.annotations.Nullable;

/** A step is wrong. Cheap to raise: it has no Java stack trace. */
final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Outline.Line line;
    private final @Nullable String source;

    /** The reason is a sentence. */
    Wrong(Outline.Line line, String reason, @Nullable String source) {
        super(reason, null, false, false);
        this.line = line;
        this.source = source;
    }

    Wrong(Outline.Line line, String reason) {
        this(line, reason, null);
    }

    Outline.Line line() {
        return line;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    @Nullable String source() {
        return source;
    }
}
