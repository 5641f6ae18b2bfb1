package dev.clew.rules.terms;

/** A floating-point number (IEEE 754 binary64). */
public final class Flt extends Numeric {
    private final double value;

    private Flt(double value) {
        this.value = value;
    }

    /** The float {@code value}. */
    public static Flt of(double value) {
        return new Flt(value);
    }

    /** The value. */
    public double value() {
        return value;
    }

    @Override
    public int key() {
        int h = Double.hashCode(value);
        return h == 0 ? 1 : h;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Flt f
                && Double.doubleToLongBits(f.value) == Double.doubleToLongBits(value);
    }

    @Override
    public int hashCode() {
        return Double.hashCode(value);
    }
}
