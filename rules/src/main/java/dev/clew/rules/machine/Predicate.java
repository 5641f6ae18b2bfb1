package dev.clew.rules.machine;

import dev.clew.rules.sources.Relation;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

/**
 * A name and arity within a module, with whatever procedure it stands for at present. Calls refer
 * to predicates.
 */
public final class Predicate {
    final Module module;
    final Functor functor;
    volatile Procedure procedure;

    /** The module this predicate was imported from explicitly, or null. */
    @Nullable Module importedFrom;

    private volatile @Nullable Predicate proving;

    Predicate(Module module, Functor functor) {
        this.module = module;
        this.functor = functor;
        this.procedure = Undefined.INSTANCE;
    }

    /**
     * What is called in place of this predicate when a proof is wanted: it has one argument more,
     * for the proof ({@link Proving}).
     */
    Predicate proving() {
        Predicate p = proving;
        if (p == null) {
            p = new Predicate(module, Functor.of(functor.name(), functor.arity() + 1));
            p.procedure = new Proving(this);
            proving = p;
        }
        return p;
    }

    /** Name and arity. */
    public Functor functor() {
        return functor;
    }

    /** The module it belongs to. */
    public Module module() {
        return module;
    }

    /** Its clauses, if it is defined by clauses in its own module. */
    public @Nullable ClauseProcedure clauses() {
        return procedure instanceof ClauseProcedure c && c.home == module ? c : null;
    }

    /** Whether it is defined here, rather than inherited or imported. */
    public boolean isLocal() {
        return procedure.isDefined()
                && importedFrom == null
                && !(procedure instanceof ClauseProcedure c && c.home != module);
    }

    /** Whether it is a built-in written in Java or a control construct. */
    public boolean isBuiltin() {
        return procedure.isDefined()
                && !(procedure instanceof ClauseProcedure)
                && !(procedure instanceof SourceProcedure);
    }

    /** The relation that holds its facts, if they lie outside; else null. */
    public @Nullable Relation relation() {
        return procedure instanceof SourceProcedure s ? s.relation : null;
    }

    /**
     * Where a fact of a predicate whose facts lie outside is from, such as {@code
     * customers.csv:17}; null if there is no such fact.
     */
    public @Nullable String origin(Machine m, Term[] arguments) {
        return procedure instanceof SourceProcedure s ? s.origin(m, arguments) : null;
    }

    /** {@code name/arity}. */
    public Term indicator() {
        return functor.indicator();
    }

    /** {@code name/arity}, with the module unless it is {@code user} or {@code system}. */
    public Term qualifiedIndicator() {
        Atom name = module.name();
        return name == Atom.USER || name == Atom.SYSTEM
                ? functor.indicator()
                : Struct.of(
                        Functor.COLON,
                        name,
                        Struct.of(Functor.SLASH, functor.name(), Int.of(functor.arity())));
    }
}
