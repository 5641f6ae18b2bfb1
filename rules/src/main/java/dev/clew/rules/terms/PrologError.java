package dev.clew.rules.terms;

/**
 * An error raised while rules run, carrying the term that {@code catch/3} sees. It is the Java form
 * of {@code throw/1}; inside the engine it has no Java stack trace, which makes raising it cheap.
 */
public final class PrologError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Term term;

    /** An error with the given ball, which shares no variables with running goals. */
    public PrologError(Term term) {
        super(null, null, false, false);
        this.term = term;
    }

    /** The ball. */
    public Term term() {
        return term;
    }

    @Override
    public String getMessage() {
        return term.toString();
    }
}
