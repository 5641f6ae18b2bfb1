package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Term;

import java.util.Set;

/** Which directives declare something about a program rather than run a part of it. */
public final class Declarations {
    private static final Set<String> NAMES =
            Set.of(
                    "dynamic",
                    "discontiguous",
                    "multifile",
                    "table",
                    "module",
                    "use_module",
                    "ensure_loaded",
                    "reexport",
                    "autoload",
                    "consult",
                    "include",
                    "load_files",
                    "op",
                    "set_prolog_flag",
                    "create_prolog_flag",
                    "char_conversion",
                    "initialization",
                    "explain",
                    "meta_predicate",
                    "style_check",
                    "encoding",
                    "license",
                    "set_module",
                    "expects_dialect",
                    "public",
                    "volatile",
                    "thread_local",
                    "noprofile",
                    "det",
                    "mode",
                    "if",
                    "elif",
                    "else",
                    "endif",
                    "import",
                    "export",
                    "add_import_module",
                    "set_stream",
                    "source",
                    ".");

    private Declarations() {}

    /** Whether a directive only declares. */
    public static boolean isDeclaration(Term goal) {
        Term t = goal.deref();
        if (t instanceof Compound c && c.functor() == Functor.COLON) {
            t = c.arg(1).deref();
        }
        return t == Atom.NIL
                || t instanceof Compound c && NAMES.contains(c.name().name())
                || t instanceof Atom a && NAMES.contains(a.name());
    }
}
