package dev.clew.rules;

import org.jspecify.annotations.Nullable;

/** What can go wrong with rules. All exceptions of this package are unchecked. */
public abstract sealed class ClewException extends RuntimeException
        permits RuleException, LoadException, StoppedException, ConversionException {
    private static final long serialVersionUID = 1L;

    ClewException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
