package dev.clew.rules;

/**
 * Something that was found while rules were loaded.
 *
 * @param severity whether a part of the text could not be used
 * @param file the file, or the name that the text was given
 * @param line the line, from 1
 * @param message what is wrong, in words; may have several lines
 */
public record Problem(Severity severity, String file, int line, String message) {
    /** How bad a problem is. */
    public enum Severity {
        /** A clause could not be read or added, or a directive raised an error. */
        ERROR,
        /** Probably a mistake: a variable that occurs once, a directive that failed. */
        WARNING
    }

    /** {@code file:line: message}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
