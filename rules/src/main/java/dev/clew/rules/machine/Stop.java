package dev.clew.rules.machine;

import org.jspecify.annotations.Nullable;

/** Leaves the trampoline with a result. */
final class Stop extends Code {
    static final Stop SUCCESS = new Stop(true);

    private final boolean result;

    private Stop(boolean result) {
        this.result = result;
    }

    @Override
    @Nullable Code exec(Machine m) {
        m.result = result;
        return null;
    }
}
