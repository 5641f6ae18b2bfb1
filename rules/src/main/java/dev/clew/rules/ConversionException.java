package dev.clew.rules;

/** A term does not fit the Java type it was asked for as, or a Java value cannot be a term. */
public final class ConversionException extends ClewException {
    private static final long serialVersionUID = 1L;

    ConversionException(String message) {
        super(message, null);
    }
}
