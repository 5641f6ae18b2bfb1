package dev.clew.rules.checking;

/** Whether a goal holds cannot be found out here. Cheap to raise: it has no Java stack trace. */
final class Undecided extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The reason continues a sentence: "taken on trust, because ...". */
    Undecided(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
