package dev.clew.rules.builtins;

import dev.clew.rules.machine.Registry;

/** All groups of built-ins of this package. */
public final class AllBuiltins {
    private AllBuiltins() {}

    /** Enters every group. */
    public static void register(Registry r) {
        ArithmeticBuiltins.register(r);
        AtomBuiltins.register(r);
        CharIoBuiltins.register(r);
        CompareBuiltins.register(r);
        FileBuiltins.register(r);
        FormatBuiltins.register(r);
        ListBuiltins.register(r);
        OperatorBuiltins.register(r);
        ReadWriteBuiltins.register(r);
        StreamBuiltins.register(r);
        StringBuiltins.register(r);
        TermBuiltins.register(r);
        TextInputBuiltins.register(r);
        TimeBuiltins.register(r);
    }
}
