package dev.clew.plans.pddl;

/** A task that is understood, but not by the search that was asked for. */
public final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;
    private final String hint;

    /** With a sentence that says why, and one that says what to do. */
    public Unsupported(String sentence, String hint) {
        super(sentence + "\n" + hint, null, false, false);
        this.sentence = sentence;
        this.hint = hint;
    }

    /** Why, without what to do. */
    public String sentence() {
        return sentence;
    }

    /** What to do. */
    public String hint() {
        return hint;
    }
}
