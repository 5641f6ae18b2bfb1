package dev.clew.rules.terms;

import java.math.BigInteger;

/**
 * An integer that fits 64 bits. Larger ones are {@link BigInt}; {@link #of(BigInteger)} chooses.
 */
public final class Int extends Numeric {
    private static final int LOW = -256;
    private static final int HIGH = 1024;
    private static final Int[] SMALL = small();

    private final long value;

    private Int(long value) {
        this.value = value;
    }

    private static Int[] small() {
        Int[] cache = new Int[HIGH - LOW + 1];
        for (int i = 0; i < cache.length; i++) {
            cache[i] = new Int(LOW + i);
        }
        return cache;
    }

    /** The integer {@code value}. */
    public static Int of(long value) {
        return value >= LOW && value <= HIGH ? SMALL[(int) value - LOW] : new Int(value);
    }

    /**
     * The integer {@code value} in its only representation: {@link Int} where it fits, else {@link
     * BigInt}.
     */
    public static Numeric of(BigInteger value) {
        return value.bitLength() < 64 ? of(value.longValue()) : new BigInt(value);
    }

    /** The value. */
    public long value() {
        return value;
    }

    @Override
    public int key() {
        return keyOf(value);
    }

    /** The key of the integer {@code value}. */
    public static int keyOf(long value) {
        int h = (int) (value ^ (value >>> 32)) * 0x9E3779B1;
        return h == 0 ? 1 : h;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Int i && i.value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }
}
