package dev.clew.rules.machine;

import org.jspecify.annotations.Nullable;

/** The step that fails: {@code fail/0}. */
final class Backtrack extends Code {
    static final Backtrack INSTANCE = new Backtrack();

    @Override
    @Nullable Code exec(Machine m) {
        return m.fail();
    }
}
