package dev.clew.rules.checking;

/** A goal raises an error, so it does not hold. Cheap to raise itself: it has no stack trace. */
final class Raised extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, as part of a sentence. */
    Raised(String what) {
        super(what, null, false, false);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
