package dev.clew.rules.sources;

import org.jspecify.annotations.Nullable;

import java.io.File;

/** Where a source is declared: what relative names and environment variables mean there. */
public interface Place {
    /** The file that a name means: relative to the file of the rules, if there is one. */
    File file(String name);

    /** The value of an environment variable, or null. */
    @Nullable String variable(String name);
}
