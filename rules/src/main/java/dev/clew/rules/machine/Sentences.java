package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the goals of a module mean in the language of its users: the directive {@code :-
 * explain(eligible(P), "~w is eligible", [P])}.
 */
final class Sentences {
    private static final Functor SENTENCE = Functor.of("sentence", 3);
    private static final Functor READS_AS = Functor.of("reads_as", 3);
    private static final String DEFEASIBLE = "library/defeasible";

    private record Entry(Copying.Stored stored, @Nullable String file) {}

    private final Map<Functor, List<Entry>> entries = new ConcurrentHashMap<>();

    static void register(Registry r) {
        r.det("explain", 3, (m, a) -> declare(m, a[0], a[1], a[2]));
    }

    private static boolean declare(Machine m, Term head, Term format, Term arguments) {
        Indicators.Qualified q = Indicators.Qualified.of(head, m.context());
        Term text = format.deref();
        if (q.term() instanceof Var || text instanceof Var) {
            throw Errors.instantiation();
        } else if (!(q.term() instanceof Atom) && !(q.term() instanceof Compound)) {
            throw Errors.type("callable", q.term());
        } else if (!(text instanceof Str) && !(text instanceof Atom)) {
            throw Errors.type("text", text);
        }
        Lists.items(arguments);
        Loader loader = Loader.current(m);
        Copying.Stored stored =
                Copying.store(
                        m, new Struct(SENTENCE, new Term[] {q.term(), text, arguments.deref()}));
        q.module().sentences().add(functor(q.term()), stored, loader);
        return true;
    }

    private static Functor functor(Term t) {
        return t instanceof Compound c ? c.functor() : Functor.of((Atom) t, 0);
    }

    /** Sentences of a file take the place of those that an earlier load of it has left. */
    private void add(Functor f, Copying.Stored stored, @Nullable Loader loader) {
        String file = loader == null ? null : loader.file();
        if (loader != null && file != null && loader.begins(this)) {
            entries.replaceAll(
                    (g, old) -> old.stream().filter(e -> !file.equals(e.file())).toList());
        }
        entries.merge(
                f,
                List.of(new Entry(stored, file)),
                (old, one) -> {
                    List<Entry> all = new ArrayList<>(old);
                    all.addAll(one);
                    return all;
                });
    }

    /** What a goal means, or null if nothing is declared for it. */
    static @Nullable String of(Machine m, Term goal) {
        Indicators.Qualified q = Indicators.Qualified.of(goal, m.db().user());
        if (!(q.term() instanceof Atom) && !(q.term() instanceof Compound)) {
            return null;
        }
        Functor f = functor(q.term());
        Predicate p = q.module().visible(f);
        if (p == null || !(p.procedure instanceof ClauseProcedure c)) {
            return null;
        }
        for (Entry e : c.home.sentences().entries.getOrDefault(f, List.of())) {
            String text = text(m, e, q.term());
            if (text != null) {
                return text;
            }
        }
        return readAs(m, c.home, q.term());
    }

    /** What {@code reads_as/3} of library(defeasible) says of a goal, or null. */
    private static @Nullable String readAs(Machine m, Module home, Term goal) {
        Predicate p = home.visible(READS_AS);
        if (p == null || !p.procedure.isDefined() || m.db().loaded().module(DEFEASIBLE) == null) {
            return null;
        }
        Var format = m.newVar();
        Var arguments = m.newVar();
        Var text = m.newVar();
        Term read = Struct.of("reads_as", goal, format, arguments);
        Term written = Struct.of("format", Struct.of("string", text), format, arguments);
        try {
            return m.once(Struct.of(Functor.COMMA, read, written), home)
                            && text.deref() instanceof Str t
                    ? t.value()
                    : null;
        } catch (PrologError error) {
            return null;
        }
    }

    private static @Nullable String text(Machine m, Entry e, Term goal) {
        Struct s = (Struct) Renaming.fresh(m, e.stored().term(), new Term[e.stored().slots()]);
        Var text = m.newVar();
        Term written = Struct.of("format", Struct.of("string", text), s.args[1], s.args[2]);
        Term said =
                Struct.of(
                        Functor.COMMA,
                        Struct.of("subsumes_term", s.args[0], goal),
                        Struct.of(
                                Functor.COMMA,
                                Struct.of(Functor.EQUALS, s.args[0], goal),
                                written));
        try {
            return m.once(said, m.db().system()) && text.deref() instanceof Str t
                    ? t.value()
                    : null;
        } catch (PrologError error) {
            return null; // the sentence does not fit the values; the goal itself is shown
        }
    }
}
