package dev.clew.cli.check;

import java.util.Locale;

/** How bad a finding is. */
enum Severity {
    /** The file cannot be loaded. */
    ERROR,
    /** Something is probably not as it is meant. */
    WARNING,
    /** Something to know. */
    NOTE;

    /** The word for it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
