package dev.clew.rules;

import java.util.List;

/**
 * Rules could not be loaded completely. The message lists all problems with their places; what
 * could be loaded is loaded.
 */
public final class LoadException extends ClewException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    LoadException(List<Problem> problems) {
        super(text(problems), null);
        this.problems = List.copyOf(problems);
    }

    private static String text(List<Problem> problems) {
        StringBuilder out = new StringBuilder();
        for (Problem p : problems) {
            if (!out.isEmpty()) {
                out.append('\n');
            }
            if (p.severity() == Problem.Severity.WARNING) {
                out.append("warning: ");
            }
            out.append(p);
        }
        return out.toString();
    }

    /** All problems, warnings included, in the order in which they were found. */
    public List<Problem> problems() {
        return problems;
    }
}
