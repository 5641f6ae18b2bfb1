package dev.clew.cli.check;

import dev.clew.cli.programs.Terminals;
import dev.clew.rules.streams.StreamTable;

/** How findings look: in colour at a terminal that allows it, plain elsewhere. */
final class Marks {
    private final boolean coloured;

    private Marks(boolean coloured) {
        this.coloured = coloured;
    }

    static Marks of(StreamTable streams) {
        return new Marks(Terminals.wantsColours(streams));
    }

    String show(Finding f) {
        String on =
                switch (f.severity()) {
                    case ERROR -> "\u001b[31m";
                    case WARNING -> "\u001b[33m";
                    case NOTE -> "\u001b[36m";
                };
        return f.file()
                .text()
                .finding(
                        f.row(),
                        f.column(),
                        f.severity().word(),
                        f.text(),
                        coloured ? on : "",
                        coloured ? "\u001b[0m" : "");
    }
}
