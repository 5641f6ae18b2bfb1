package dev.clew.rules.machine;

import dev.clew.rules.syntax.Operators;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A name space of predicates and operators. A module inherits what it does not define from its
 * import modules: {@code user} unless it says otherwise, which inherits from {@code system}.
 */
public final class Module {
    private final Atom name;
    private final Database database;
    private volatile List<Module> imports;
    private final Map<Functor, Predicate> predicates = new ConcurrentHashMap<>();
    private final Set<Functor> exports = new LinkedHashSet<>();
    private final Operators operators;
    private final List<Term> exportedOperators = new ArrayList<>();
    private final Sentences sentences = new Sentences();

    /** The file that defines the module, or null. */
    @Nullable String file;

    /** Whether it is one of the libraries rather than of the program. */
    boolean isLibrary;

    /**
     * The flag {@code unknown} of this module: {@code error}, {@code fail} or {@code warning}; null
     * to inherit.
     */
    volatile @Nullable Atom unknown;

    /** The class that {@code set_module/1} gave it, or null. */
    volatile @Nullable Atom kind;

    Module(Atom name, Database database, @Nullable Module parent) {
        this.name = name;
        this.database = database;
        this.imports = parent == null ? List.of() : List.of(parent);
        this.operators = parent == null ? Operators.standard() : new Operators(parent.operators);
    }

    /** The name. */
    public Atom name() {
        return name;
    }

    /** The database it belongs to. */
    public Database database() {
        return database;
    }

    /** The modules it inherits predicates from, in the order in which they are searched. */
    List<Module> imports() {
        return imports;
    }

    /**
     * Changes what the module inherits predicates from. Operators are still those of {@code user}.
     */
    void setImports(List<Module> modules) {
        imports = List.copyOf(modules);
        for (Predicate p : predicates.values()) {
            if (p.importedFrom == null && !p.isLocal()) {
                p.procedure = Undefined.INSTANCE;
            }
        }
    }

    /** This module and all that it inherits from, in the order in which they are searched. */
    List<Module> lineage() {
        List<Module> found = new ArrayList<>(4);
        ArrayDeque<Module> agenda = new ArrayDeque<>(4);
        agenda.push(this);
        while (!agenda.isEmpty()) {
            Module next = agenda.pop();
            if (!found.contains(next)) {
                found.add(next);
                List<Module> further = next.imports;
                for (int i = further.size() - 1; i >= 0; i--) {
                    agenda.push(further.get(i));
                }
            }
        }
        return found;
    }

    /** Its operators. */
    public Operators operators() {
        return operators;
    }

    /** The file that defines the module, or null. */
    public @Nullable String file() {
        return file;
    }

    /** The predicate of this name, made (undefined) if there is none yet. */
    public Predicate predicate(Functor f) {
        Predicate p = predicates.get(f);
        return p != null ? p : predicates.computeIfAbsent(f, key -> new Predicate(this, key));
    }

    /** The predicate of this name, or null if nobody has spoken of it in this module. */
    public @Nullable Predicate known(Functor f) {
        return predicates.get(f);
    }

    /** All predicates that were ever spoken of in this module. */
    public Collection<Predicate> predicates() {
        return predicates.values();
    }

    /**
     * The predicate that a call of {@code f} in this module reaches, without loading libraries;
     * null if there is none.
     */
    public @Nullable Predicate visible(Functor f) {
        Predicate own = predicates.get(f);
        if (own != null && own.procedure.isDefined()) {
            return own;
        }
        for (Module m : lineage()) {
            Predicate p = m.predicates.get(f);
            if (p != null && p.procedure.isDefined()) {
                return p;
            }
        }
        return null;
    }

    /** Whether {@code f} is a protected built-in here: one that user programs cannot redefine. */
    boolean inheritsProtected(Functor f) {
        Predicate p = database.system().known(f);
        return p != null
                && p.procedure.isProtected
                && !redefines(f)
                && !database.user().redefines(f);
    }

    /** Whether {@code redefine_system_predicate/1} gave the module a procedure of its own. */
    private boolean redefines(Functor f) {
        Predicate own = predicates.get(f);
        return own != null && own.clauses() != null && this != database.system();
    }

    /** Adds to what other modules get by {@code use_module/1}. */
    void export(Functor f) {
        synchronized (exports) {
            exports.add(f);
        }
    }

    /** What its goals mean in the language of its users. */
    Sentences sentences() {
        return sentences;
    }

    /** What the module exports. */
    public List<Functor> exports() {
        synchronized (exports) {
            return new ArrayList<>(exports);
        }
    }

    /** The {@code op/3} terms among the exports. */
    List<Term> exportedOperators() {
        return exportedOperators;
    }

    /** The effective value of the flag {@code unknown}. */
    Atom unknown() {
        for (Module m : lineage()) {
            Atom value = m.unknown;
            if (value != null) {
                return value;
            }
        }
        return Names.ERROR.name();
    }

    /** What a call of an undefined predicate does (ISO 7.7.7). */
    @Nullable Code unknownProcedure(Machine m, Predicate p) {
        Atom action = unknown();
        if (action == Names.ERROR.name()) {
            m.running = p;
            throw m.failedIn(
                    p,
                    Builtin.arguments(m, p),
                    Errors.existence("procedure", p.qualifiedIndicator()));
        }
        return m.fail();
    }

    @Override
    public String toString() {
        return name.name();
    }
}
