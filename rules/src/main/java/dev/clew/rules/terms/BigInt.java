package dev.clew.rules.terms;

import java.math.BigInteger;

/** An integer outside the 64-bit range; made by {@link Int#of(BigInteger)} only. */
public final class BigInt extends Numeric {
    private final BigInteger value;

    BigInt(BigInteger value) {
        this.value = value;
    }

    /** The value; its {@code bitLength()} is at least 64. */
    public BigInteger value() {
        return value;
    }

    @Override
    public int key() {
        int h = value.hashCode();
        return h == 0 ? 1 : h;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BigInt b && b.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
