package dev.clew.rules.json;

/** Text that is not JSON, or JSON that is not what was expected. */
public final class JsonError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, as a sentence. */
    public JsonError(String sentence) {
        super(sentence, null, false, false);
    }

    /** What is wrong, as a sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
