package dev.clew.cli;

import org.jspecify.annotations.Nullable;

/** Which version of Clew this is. */
final class Version {
    private Version() {}

    static String text() {
        @Nullable String inJar = Version.class.getPackage().getImplementationVersion();
        return (inJar == null ? "(from its sources)" : inJar)
                + ", on Java "
                + Runtime.version().feature();
    }
}
