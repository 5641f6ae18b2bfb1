package dev.clew.rules.machine;

import dev.clew.rules.sources.Head;
import dev.clew.rules.sources.Place;
import dev.clew.rules.sources.Source;
import dev.clew.rules.sources.SourceKind;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;

/** The directive {@code source(Head, Source)}. */
final class SourceDirective {
    private SourceDirective() {}

    static boolean declare(Machine m, Term declaration, Term where) {
        Loader loader = Loader.current(m);
        Module context =
                loader != null && m.context() == m.db().system() ? loader.module() : m.context();
        Indicators.Qualified q = Indicators.Qualified.of(declaration, context);
        Head named = head(q.term(), loader);
        Struct term = sourceTerm(where);
        m.db().policy().check("open", "source", Atom.of(term.name().name()));
        Source source = kind(term).source(term, new At(m, loader));
        Predicate p = q.module().predicate(Functor.of(named.name(), named.arity()));
        m.db().install(p, new SourceProcedure(p, source.relation(named), loader));
        return true;
    }

    private static Head head(Term t, @Nullable Loader loader) {
        List<String> names = new ArrayList<>();
        List<Var> variables = new ArrayList<>();
        if (loader != null) {
            for (Term binding : Lists.items(loader.variableNames())) {
                Struct b = (Struct) binding.deref();
                if (b.args[1].deref() instanceof Var v) {
                    names.add(((Atom) b.args[0].deref()).name());
                    variables.add(v);
                }
            }
        }
        return SourceHead.of(t, names, variables);
    }

    private static Struct sourceTerm(Term where) {
        Term t = where.deref();
        if (t instanceof Var) {
            throw Errors.instantiation();
        } else if (t instanceof Struct s) {
            return s;
        }
        throw Errors.domain("source", t);
    }

    private static SourceKind kind(Struct term) {
        String wanted = term.name().name() + "/" + term.args.length;
        TreeSet<String> known = new TreeSet<>();
        for (SourceKind kind :
                ServiceLoader.load(SourceKind.class, SourceKind.class.getClassLoader())) {
            if (kind.indicators().contains(wanted)) {
                return kind;
            }
            known.addAll(kind.indicators());
        }
        throw unknown(wanted, known);
    }

    private static PrologError unknown(String wanted, TreeSet<String> known) {
        return Errors.of(
                Struct.of("existence_error", Atom.of("source_kind"), Atom.of(wanted)),
                known.isEmpty()
                        ? "no kind of source is there; clew-data must be on the class path"
                        : "there are " + String.join(", ", known));
    }

    /** Names are relative to the file that is being loaded, else to the working directory. */
    private record At(Machine m, @Nullable Loader loader) implements Place {
        @Override
        public File file(String name) {
            File file = new File(name);
            String from = loader == null ? null : loader.file();
            File folder = from == null ? null : new File(from).getParentFile();
            if (file.isAbsolute()) {
                return file;
            }
            return folder == null
                    ? m.db().streams().surroundings().file(name)
                    : new File(folder, name);
        }

        @Override
        public @Nullable String variable(String name) {
            return m.db().streams().surroundings().variable(name);
        }
    }
}
