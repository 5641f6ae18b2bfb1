package dev.clew.rules.terms;

/**
 * A Java value inside a term: a stream, a clause reference, an object handed in by the host. It
 * equals itself only and is written as {@code <kind>(0x1f)}.
 */
public final class Opaque extends Atomic implements Comparable<Opaque> {
    private static final java.util.concurrent.atomic.AtomicLong COUNTER =
            new java.util.concurrent.atomic.AtomicLong();

    private final String kind;
    private final Object value;
    private final long serial = COUNTER.incrementAndGet();

    /** A handle of the given {@code kind} ("stream", "clause", "java") on {@code value}. */
    public Opaque(String kind, Object value) {
        this.kind = kind;
        this.value = value;
    }

    /** What sort of thing this is, as written in angle brackets. */
    public String kind() {
        return kind;
    }

    /** The Java value. */
    public Object value() {
        return value;
    }

    /** The handle's text, {@code <kind>(0x1f)}. */
    public String text() {
        return "<" + kind + ">(0x" + Long.toHexString(serial) + ")";
    }

    @Override
    public int key() {
        return Int.keyOf(serial);
    }

    @Override
    public int compareTo(Opaque other) {
        return Long.compare(serial, other.serial);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(serial);
    }
}
