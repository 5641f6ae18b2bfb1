package dev.clew.rules.terms;

/** A string: text that is a value of its own, neither atom nor list (as in SWI-Prolog). */
public final class Str extends Atomic {
    private final String value;

    private Str(String value) {
        this.value = value;
    }

    /** The string {@code value}. */
    public static Str of(String value) {
        return new Str(value);
    }

    /** The text. */
    public String value() {
        return value;
    }

    @Override
    public int key() {
        int h = value.hashCode() ^ 0x55555555;
        return h == 0 ? 1 : h;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Str s && s.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
