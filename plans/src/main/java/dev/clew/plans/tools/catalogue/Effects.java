package dev.clew.plans.tools.catalogue;

/** What a call changes outside. */
public enum Effects {
    /** Nothing: it may be called at any time, and again. */
    NONE,
    /** Something, but a second call with the same arguments changes nothing more. */
    REPEATABLE,
    /** Something each time: it must not be called twice. */
    ONCE;

    /** Its name in catalogues. */
    public String word() {
        return switch (this) {
            case NONE -> "none";
            case REPEATABLE -> "repeatable";
            case ONCE -> "once";
        };
    }
}
