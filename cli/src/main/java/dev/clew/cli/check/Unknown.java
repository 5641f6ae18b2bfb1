package dev.clew.cli.check;

import dev.clew.cli.programs.Names;
import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Module;
import dev.clew.rules.machine.Predicate;
import dev.clew.rules.terms.Functor;

import java.util.ArrayList;
import java.util.List;

/** Calls and exports of procedures that are nowhere. */
final class Unknown {
    private final Program program;
    private final Database db;

    Unknown(Program program) {
        this.program = program;
        this.db = program.session().db();
    }

    void check(List<Finding> findings) {
        for (Call c : program.calls()) {
            if (c.file().isAsked() && !isKnown(c.module(), c.functor())) {
                int row = c.file().text().lineOf(c.offset());
                int column = c.file().text().columnOf(c.offset());
                String text =
                        "Unknown procedure: "
                                + text(c.functor())
                                + "."
                                + hint(c.module(), c.functor());
                findings.add(new Finding(c.file(), row, column, Severity.WARNING, text));
            }
        }
        for (Program.Export e : program.exports()) {
            Predicate p = e.module().known(e.functor());
            if (e.file().isAsked()
                    && (p == null || !p.isLocal() && !isKnown(e.module(), e.functor()))) {
                String text =
                        "The export "
                                + text(e.functor())
                                + " is not defined."
                                + hint(e.module(), e.functor());
                findings.add(new Finding(e.file(), e.row(), e.column(), Severity.WARNING, text));
            }
        }
    }

    private String text(Functor f) {
        return Names.of(f, db.user().operators());
    }

    private boolean isKnown(Module module, Functor f) {
        return module.visible(f) != null || db.library().home(f) != null;
    }

    private String hint(Module module, Functor f) {
        List<String> near = new ArrayList<>();
        for (Functor g : db.nearest(module, f)) {
            if (near.size() < 3) {
                near.add(text(g));
            }
        }
        return near.isEmpty() ? "" : " Maybe " + String.join(" or ", near) + "?";
    }
}
