package dev.clew.cli.check;

import dev.clew.cli.programs.Names;
import dev.clew.rules.terms.Functor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Procedures that nothing uses, in programs that say where they start. */
final class Unused {
    /** Procedures that are called from outside of the program. */
    private static final Set<String> HOOKS =
            Set.of(
                    "main/0",
                    "main/1",
                    "portray/1",
                    "term_expansion/2",
                    "goal_expansion/2",
                    "message_hook/3",
                    "message/3",
                    "error_message/3",
                    "attr_unify_hook/2",
                    "attribute_goals/3",
                    "attr_portray_hook/2",
                    "exception/3",
                    "prolog_load_file/2",
                    "file_search_path/2");

    private final Program program;

    Unused(Program program) {
        this.program = program;
    }

    void check(List<Finding> findings) {
        boolean hasMain =
                program.definitions().values().stream().anyMatch(d -> isMain(d.functor()));
        if (!program.hasStart() && !hasMain) {
            return;
        }
        Set<Functor> used = new HashSet<>(program.roots());
        for (Call c : program.calls()) {
            if (c.caller() != c.functor()) {
                used.add(c.functor());
            }
        }
        for (Definition d : program.definitions().values()) {
            String name = d.functor().name().name() + "/" + d.functor().arity();
            if (d.file().isAsked() && !used.contains(d.functor()) && !HOOKS.contains(name)) {
                String text =
                        "The procedure "
                                + Names.of(d.functor(), d.module().operators())
                                + " is not used.";
                findings.add(new Finding(d.file(), d.row(), d.column(), Severity.NOTE, text));
            }
        }
    }

    private static boolean isMain(Functor f) {
        return f.name().name().equals("main") && f.arity() <= 1;
    }
}
