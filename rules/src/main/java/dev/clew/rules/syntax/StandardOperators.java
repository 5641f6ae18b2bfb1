package dev.clew.rules.syntax;

import dev.clew.rules.terms.Atom;

/**
 * The predefined operators: table 7 of ISO/IEC 13211-1 with Cor.2, then those that SWI-Prolog adds.
 */
final class StandardOperators {
    private StandardOperators() {}

    static void addTo(Operators table) {
        iso(table);
        extensions(table);
    }

    private static void iso(Operators t) {
        add(t, false, 1200, OpType.XFX, ":-", "-->");
        add(t, false, 1200, OpType.FX, ":-", "?-");
        add(t, false, 1105, OpType.XFY, "|");
        add(t, false, 1100, OpType.XFY, ";");
        add(t, false, 1050, OpType.XFY, "->");
        add(t, false, 1000, OpType.XFY, ",");
        add(t, false, 900, OpType.FY, "\\+");
        add(t, false, 700, OpType.XFX, "=", "\\=", "==", "\\==", "@<", "@=<", "@>", "@>=");
        add(t, false, 700, OpType.XFX, "=..", "is", "=:=", "=\\=", "<", "=<", ">", ">=");
        add(t, false, 600, OpType.XFY, ":");
        add(t, false, 500, OpType.YFX, "+", "-", "/\\", "\\/");
        add(t, false, 400, OpType.YFX, "*", "/", "//", "rem", "mod", "div", "<<", ">>");
        add(t, false, 200, OpType.XFX, "**");
        add(t, false, 200, OpType.XFY, "^");
        add(t, false, 200, OpType.FY, "-", "+", "\\");
    }

    private static void extensions(Operators t) {
        add(t, true, 1200, OpType.XFX, "=>");
        add(
                t,
                true,
                1150,
                OpType.FX,
                "dynamic",
                "discontiguous",
                "initialization",
                "meta_predicate");
        add(t, true, 1150, OpType.FX, "module_transparent", "multifile", "public", "table");
        add(t, true, 1150, OpType.FX, "thread_local", "thread_initialization", "volatile");
        add(t, true, 1050, OpType.XFY, "*->");
        add(t, true, 800, OpType.XFX, ":=");
        add(t, true, 700, OpType.XFX, "=@=", "\\=@=", "as", ">:<", ":<");
        add(t, true, 400, OpType.YFX, "rdiv", "xor");
        add(t, true, 1, OpType.FX, "$");
        add(t, true, 1, OpType.FX, "$");
    }

    private static void add(
            Operators table, boolean extension, int priority, OpType type, String... names) {
        for (String name : names) {
            table.put(new Op(Atom.of(name), type, priority, extension));
        }
    }
}
