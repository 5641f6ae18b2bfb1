package dev.clew.cli.tell;

import dev.clew.cli.programs.Place;
import dev.clew.plans.stories.Condition;
import dev.clew.plans.stories.Demands;
import dev.clew.plans.stories.Fact;
import dev.clew.plans.stories.Variable;
import dev.clew.plans.stories.WorldError;
import dev.clew.rules.syntax.ReadResult;
import dev.clew.rules.syntax.ReadVariable;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A term of a world with its place, seen as one of the things that worlds consist of. */
final class Terms {
    private static final Functor NOT = Functor.of("not", 1);
    private static final Functor NEGATION = Functor.of("\\+", 1);
    private static final Functor DIFFERENT = Functor.of("\\=", 2);

    private final Term term;
    private final @Nullable Term position;
    private final long near;
    private final Map<Var, String> variables;

    Terms(ReadResult r) {
        this(
                r.term().deref(),
                r.positions(),
                Place.offset(r.positions(), 0),
                new IdentityHashMap<>());
        for (ReadVariable v : r.namedVariables()) {
            variables.put(v.variable(), v.name());
        }
    }

    private Terms(Term term, @Nullable Term position, long near, Map<Var, String> variables) {
        this.term = term;
        this.position = position;
        this.near = Place.offset(position, near);
        this.variables = variables;
    }

    Term term() {
        return term;
    }

    dev.clew.plans.stories.Place place() {
        return new dev.clew.plans.stories.Place(near);
    }

    /** NAME/ARITY. */
    String kind() {
        return term instanceof Compound c
                ? c.functor().name().name() + "/" + c.functor().arity()
                : term instanceof Atom a ? a.name() + "/0" : "something else than a fact";
    }

    Terms argument(int index) {
        if (!(term instanceof Struct s)) {
            throw new IllegalStateException("The term has no arguments.");
        }
        return new Terms(s.args[index].deref(), Place.argument(position, index), near, variables);
    }

    private WorldError wrong(String what) {
        return new WorldError(place(), "Here should be " + what + ".", null);
    }

    String text() {
        if (term instanceof Str s) {
            return s.value();
        } else if (term instanceof Atom a) {
            return a.name();
        }
        throw new WorldError(
                place(), "Here should be a text.", "Maybe write it in double quotes: \"...\".");
    }

    String name() {
        if (term instanceof Atom a) {
            return a.name();
        }
        throw wrong("a name, such as rosa");
    }

    List<Terms> list() {
        List<Terms> items = new ArrayList<>();
        Term rest = term;
        Term at = position;
        while (rest instanceof Cons c) {
            items.add(new Terms(c.head.deref(), Place.argument(at, 0), near, variables));
            at = Place.argument(at, 1);
            rest = c.tail.deref();
        }
        if (rest != Atom.NIL) {
            throw new WorldError(place(), "Here should be a list.", "Maybe write it in [...].");
        }
        return items;
    }

    dev.clew.plans.stories.Term plain() {
        return plain(term);
    }

    /** As deep as somebody wrote it. */
    private dev.clew.plans.stories.Term plain(Term t) {
        return switch (t.deref()) {
            case Var v -> new Variable(variables.computeIfAbsent(v, k -> "_" + variables.size()));
            case Atom a -> Fact.of(a.name());
            case Int i -> Fact.of(Long.toString(i.value()));
            case Struct s -> {
                dev.clew.plans.stories.Term[] arguments =
                        new dev.clew.plans.stories.Term[s.args.length];
                for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = plain(s.args[i]);
                }
                yield Fact.of(s.name().name(), arguments);
            }
            default -> throw wrong("a fact, a name or a variable");
        };
    }

    Fact fact() {
        if (plain() instanceof Fact f && (term instanceof Compound || term instanceof Atom)) {
            return f;
        }
        throw wrong("a fact, such as at(rosa, cottage)");
    }

    /** A fact, {@code not(Fact)} or {@code \+ Fact}. */
    Condition condition() {
        if (term instanceof Struct s && (s.functor() == NOT || s.functor() == NEGATION)) {
            return new Condition(argument(0).fact(), false, place());
        }
        return new Condition(fact(), true, place());
    }

    /** A list of conditions and differences. */
    Demands demands() {
        return demands(list());
    }

    /** The same, joined by commas. */
    Demands conjunction() {
        List<Terms> parts = new ArrayList<>();
        Terms rest = this;
        while (rest.term instanceof Struct s && s.functor() == Functor.COMMA) {
            parts.add(rest.argument(0));
            rest = rest.argument(1);
        }
        parts.add(rest);
        return demands(parts);
    }

    private static Demands demands(List<Terms> parts) {
        List<Condition> conditions = new ArrayList<>();
        List<Demands.Difference> differences = new ArrayList<>();
        for (Terms part : parts) {
            if (part.term instanceof Struct s && s.functor() == DIFFERENT) {
                differences.add(
                        new Demands.Difference(part.argument(0).plain(), part.argument(1).plain()));
            } else {
                conditions.add(part.condition());
            }
        }
        return new Demands(conditions, differences);
    }
}
