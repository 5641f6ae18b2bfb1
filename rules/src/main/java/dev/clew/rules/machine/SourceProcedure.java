package dev.clew.rules.machine;

import dev.clew.rules.sources.Reading;
import dev.clew.rules.sources.Relation;
import dev.clew.rules.sources.Rows;
import dev.clew.rules.sources.SourceException;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

/** A predicate whose facts lie outside: each call asks a relation for the rows that may match. */
final class SourceProcedure extends Procedure {
    final Predicate predicate;
    final Relation relation;

    /** The file whose directive declared it, and the load that did so; null for the host. */
    final @Nullable String file;

    final @Nullable Loader loader;

    SourceProcedure(Predicate predicate, Relation relation, @Nullable Loader loader) {
        this.predicate = predicate;
        this.relation = relation;
        this.loader = loader;
        this.file = loader == null ? null : loader.file();
        this.special = true;
        this.isProtected = true;
    }

    @Override
    @Nullable Code enter(Machine m, Predicate p) {
        m.running = p;
        m.env = null;
        Term[] args = Builtin.arguments(m, p);
        for (int i = 0; i < args.length; i++) {
            args[i] = args[i].deref();
        }
        try {
            return Builtin.tryNext(m, new SourceRows(this, rows(m, args), args), null);
        } catch (PrologError e) {
            throw m.failedIn(p, args, e);
        }
    }

    private Rows rows(Machine m, Term[] args) {
        try {
            Reading reading = m.reading();
            if (m.tabling != null) {
                m.tabling.noteOutside(reading);
            }
            return relation.rows(args, reading);
        } catch (SourceException e) {
            m.limits.check(); // the source may have given up because the query's time is over
            throw error(m, e);
        }
    }

    /**
     * Where the fact that a call without variables found is from, or null if there is no such fact.
     */
    @Nullable String origin(Machine m, Term[] args) {
        Term[] plain = new Term[args.length];
        for (int i = 0; i < args.length; i++) {
            plain[i] = args[i].deref();
        }
        try (Rows rows = relation.rows(plain, m.reading())) {
            while (rows.next()) {
                if (matches(m, rows, plain)) {
                    return rows.label();
                }
            }
            return null;
        } catch (SourceException e) {
            throw error(m, e);
        }
    }

    private static boolean matches(Machine m, Rows rows, Term[] args) {
        return m.tentatively(() -> {
            for (int i = 0; i < args.length; i++) {
                if (!m.unify(args[i], rows.value(i))) {
                    return false;
                }
            }
            return true;
        });
    }

    /** The error that rules see. */
    PrologError error(Machine m, SourceException e) {
        Term formal = SourceError.formal(relation.description(), e.problem());
        Throwable cause = e.getCause();
        if (cause != null) {
            JavaCauses.remember(m, formal, cause);
        }
        String hint = e.hint();
        String text = e.getMessage() + (hint == null ? "" : "\n" + hint);
        return new PrologError(
                Struct.of(
                        Names.ERROR,
                        formal,
                        Struct.of(Names.CONTEXT, predicate.qualifiedIndicator(), Str.of(text))));
    }
}
