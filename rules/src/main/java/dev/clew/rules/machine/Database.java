package dev.clew.rules.machine;

import dev.clew.rules.arithmetic.ArithmeticContext;
import dev.clew.rules.sources.Relation;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.syntax.CharConversion;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Everything that queries share: modules with their predicates, flags, operators, streams. Any
 * number of machines read it at once without locks while one at a time changes it; a {@link View}
 * says which clauses a call sees.
 */
public final class Database {
    /** The number of the last change of the program: of clauses that are not dynamic. */
    volatile long programChanged;

    /** The number of changes so far. A change is visible from its number on. */
    volatile long generation;

    volatile boolean occursCheck;
    volatile boolean occursCheckError;

    private final Map<Atom, Module> modules = new ConcurrentHashMap<>();
    private final Module system;
    private final Module user;
    private final Flags flags;
    private final StreamTable streams;
    private final Library library;
    private volatile Policy policy = Policy.OPEN;
    private volatile RandomGenerator random = new Random();
    private volatile @Nullable CharConversion charConversion;
    private final LoadedFiles loaded = new LoadedFiles();
    private final Set<String> stylesOff = ConcurrentHashMap.newKeySet();
    private final ArithmeticContext arithmetic;

    /** Checks the proofs that are made; null unless that is asked for. */
    final @Nullable ProofAudit audit = ProofAudit.wanted();

    private final Views views = new Views();
    private final TableSpace tables = new TableSpace();

    /** What set-at-a-time evaluation keeps between goals. */
    final SetSpace sets = new SetSpace();

    /** The batch that is being made, or null; guarded by this. */
    private @Nullable Batch batch;

    /** A database that knows the built-in predicates only. */
    public Database(StreamTable streams) {
        this.streams = streams;
        this.flags = new Flags(this);
        this.system = new Module(Atom.SYSTEM, this, null);
        this.system.isLibrary = true;
        this.user = new Module(Atom.USER, this, system);
        modules.put(Atom.SYSTEM, system);
        modules.put(Atom.USER, user);
        this.library = new Library(this);
        this.arithmetic = new FlagArithmetic(this);
        Builtins.install(this);
    }

    /** Module {@code system}, which holds the built-ins. */
    public Module system() {
        return system;
    }

    /** Module {@code user}, where programs are loaded by default. */
    public Module user() {
        return user;
    }

    /** The module of this name, made if there is none. */
    public Module module(Atom name) {
        Module m = modules.get(name);
        return m != null ? m : modules.computeIfAbsent(name, key -> new Module(key, this, user));
    }

    /** The module of this name, or null. */
    public @Nullable Module knownModule(Atom name) {
        return modules.get(name);
    }

    /** All modules. */
    public Collection<Module> modules() {
        return modules.values();
    }

    /** The streams. */
    public StreamTable streams() {
        return streams;
    }

    /** The flags. */
    public Flags flags() {
        return flags;
    }

    /** The value of a flag, or null if there is no such flag. */
    public @Nullable Term flag(Atom name) {
        return flags.get(name);
    }

    /** The libraries that come with the engine. */
    public Library library() {
        return library;
    }

    /** What rules may do to the world outside. */
    public Policy policy() {
        return policy;
    }

    /** Sets what rules may do to the world outside. */
    public void setPolicy(Policy policy) {
        this.policy = policy;
    }

    /** The source of random numbers. */
    public RandomGenerator random() {
        return random;
    }

    /** Sets the source of random numbers. */
    public void setRandom(RandomGenerator random) {
        this.random = random;
    }

    /** The completed tables that queries share. */
    TableSpace tables() {
        return tables;
    }

    /** The views of the running queries. */
    Views views() {
        return views;
    }

    ArithmeticContext arithmetic() {
        return arithmetic;
    }

    /** The character conversion in force, or null. */
    public @Nullable CharConversion charConversion() {
        return charConversion;
    }

    /** Sets the character conversion; null for none. */
    public void setCharConversion(@Nullable CharConversion conversion) {
        charConversion = conversion;
    }

    /** The files and libraries loaded so far. */
    public LoadedFiles loaded() {
        return loaded;
    }

    /** Whether warnings of a kind ({@code singleton}, {@code discontiguous}) are switched off. */
    public boolean isStyleOff(String kind) {
        return stylesOff.contains(kind);
    }

    /** Switches warnings of a kind on or off. */
    public void setStyle(String kind, boolean on) {
        if (on) {
            stylesOff.remove(kind);
        } else {
            stylesOff.add(kind);
        }
    }

    // ---- Finding procedures ----

    /**
     * Looks for the procedure that an undefined predicate stands for, loading libraries as needed;
     * remembers it.
     */
    @Nullable Procedure resolve(Machine m, Predicate p) {
        library.awaitLoading();
        Procedure inherited = resolveInherited(p);
        if (inherited == null && library.load(m, p)) {
            return p.procedure.isDefined() ? p.procedure : resolveInherited(p);
        }
        return inherited;
    }

    private static @Nullable Procedure resolveInherited(Predicate p) {
        for (Module at : p.module.lineage()) {
            Predicate inherited = at.known(p.functor);
            if (inherited != null && inherited != p && inherited.procedure.isDefined()) {
                p.procedure = inherited.procedure;
                return p.procedure;
            }
        }
        return null;
    }

    /**
     * The clauses of {@code p} for changing, made if it has none; checks that it is not a built-in
     * or imported.
     */
    public ClauseProcedure clausesForChange(Predicate p, String operation) {
        synchronized (this) {
            ClauseProcedure own = p.clauses();
            if (own != null) {
                return own;
            }
            if (p.procedure.isProtected
                    || p.module.inheritsProtected(p.functor)
                    || p.module == system && p.procedure.isDefined()) {
                throw Errors.permission(operation, "static_procedure", p.indicator());
            }
            if (p.importedFrom != null) {
                throw Errors.permission(operation, "imported_procedure", p.indicator());
            }
            ClauseProcedure fresh = new ClauseProcedure(p, this);
            p.procedure = fresh;
            forgetInherited(p);
            return fresh;
        }
    }

    /**
     * Lets other modules that had found an inherited procedure look again, now that {@code p} hides
     * it.
     */
    private void forgetInherited(Predicate p) {
        for (Module m : modules.values()) {
            Predicate q = m.known(p.functor);
            if (q != null
                    && q != p
                    && q.importedFrom == null
                    && q.procedure.isDefined()
                    && !q.isLocal()
                    && m != system) {
                q.procedure = Undefined.INSTANCE;
            }
        }
    }

    // ---- Changing clauses ----

    /**
     * Adds a clause given as a term {@code Head}, {@code (Head :- Body)}, possibly qualified.
     *
     * @param first whether to add it before all others
     * @param file where it was loaded from, or null for {@code assertz/1}
     */
    public Clause add(
            Machine m, Term clause, Module where, boolean first, @Nullable String file, int line) {
        ClauseTerm c = ClauseTerm.of(clause, where);
        Predicate p = c.home().predicate(c.functor());
        ClauseProcedure procedure = clausesForChange(p, "modify");
        if (file == null && !procedure.isDynamic) {
            if (procedure.clauses.size() > 0 || procedure.isDeclared) {
                throw Errors.permission("modify", "static_procedure", p.indicator());
            }
            procedure.isDynamic = true;
            procedure.isDeclared = true;
        }
        return insert(m, procedure, c, first, file, line);
    }

    /** Adds a clause that is being loaded. */
    void addLoaded(
            Machine m, ClauseProcedure procedure, ClauseTerm c, @Nullable String file, int line) {
        insert(m, procedure, c, false, file, line);
    }

    /** Adds a ground fact that is being loaded. */
    void addLoaded(
            Machine m,
            ClauseProcedure procedure,
            Term fact,
            Module where,
            @Nullable String file,
            int line) {
        enter(m, new Clause(procedure, where, fact, Atom.TRUE, 0, file, line), false);
    }

    /** The clauses of a predicate of module {@code system} that a library defines. */
    ClauseProcedure clausesOfSystem(Predicate p) {
        synchronized (this) {
            if (p.procedure instanceof ClauseProcedure c) {
                return c;
            }
            ClauseProcedure fresh = new ClauseProcedure(p, this);
            p.procedure = fresh;
            return fresh;
        }
    }

    private Clause insert(
            Machine m,
            ClauseProcedure procedure,
            ClauseTerm c,
            boolean first,
            @Nullable String file,
            int line) {
        Copying.Stored stored = Copying.store(m, c.asPair());
        Struct pair = (Struct) stored.term();
        Clause clause =
                new Clause(
                        procedure,
                        c.bodyModule(),
                        pair.args[0],
                        pair.args[1],
                        stored.slots(),
                        file,
                        line);
        enter(m, clause, first);
        return clause;
    }

    private void enter(Machine m, Clause clause, boolean first) {
        ClauseProcedure procedure = clause.procedure;
        synchronized (this) {
            long next = generation + 1;
            clause.birth = batch != null ? Clause.PENDING : m.view == View.OF_LIBRARIES ? 0 : next;
            clause.addedBy = m.view.id;
            if (first) {
                procedure.clauses.addFirst(clause);
            } else {
                procedure.clauses.addLast(clause);
            }
            if (batch == null) {
                noteChange(procedure, clause, next, m.view.id);
                generation = next;
            } else {
                batch.added.add(clause);
            }
        }
    }

    /**
     * Tables that depend on the clause, or on any of the procedure if it is null, do not hold any
     * more.
     */
    private void noteChange(
            ClauseProcedure procedure, @Nullable Clause clause, long next, long author) {
        if (author == View.OF_LIBRARIES.id) {
            return; // all see it at once, and nobody can have asked before
        }
        noteDetails(procedure, clause, next);
        noteChange(procedure, next, author);
    }

    private void noteChange(ClauseProcedure procedure, long next, long author) {
        if (author == View.OF_LIBRARIES.id) {
            return;
        }
        procedure.changed(next, author);
        if (!procedure.isDynamic) {
            programChanged = next;
        }
    }

    private static void noteDetails(ClauseProcedure procedure, @Nullable Clause clause, long next) {
        ChangeLog log = procedure.changeLog;
        if (log != null && clause != null) {
            log.add(next, clause);
        } else if (log != null) {
            log.addAll(next);
        }
    }

    /** Removes a clause; returns whether it was still there. */
    public boolean erase(Machine m, Clause clause) {
        synchronized (this) {
            if (clause.isDoomed()) {
                m.view.hide(clause);
                return false;
            }
            clause.erasedBy = m.view.id;
            if (batch == null) {
                long next = generation + 1;
                clause.death = next;
                noteChange(clause.procedure, clause, next, m.view.id);
                generation = next;
                forget(clause);
            } else {
                clause.death = Clause.PENDING;
                batch.erased.add(clause);
            }
            return true;
        }
    }

    /**
     * Removes a clause that {@code retract/1} has found. By the logical update view a clause that
     * this query has removed meanwhile still counts as found; one that another query was faster to
     * remove does not.
     */
    boolean eraseFor(Machine m, Clause clause) {
        synchronized (this) {
            boolean mine = clause.erasedBy == m.view.id && clause.isDoomed();
            return erase(m, clause) || mine;
        }
    }

    /** Removes all clauses of a procedure at one moment. */
    public void eraseAll(Machine m, ClauseProcedure procedure) {
        synchronized (this) {
            if (batch != null) {
                for (Clause c : withAdded(procedure, procedure.visibleClauses(m))) {
                    erase(m, c);
                }
                return;
            }
            long next = generation + 1;
            for (Clause c : procedure.visibleClauses(m)) {
                if (c.isDoomed()) {
                    m.view.hide(c);
                } else {
                    c.erasedBy = m.view.id;
                    c.death = next;
                }
            }
            noteChange(procedure, null, next, m.view.id);
            generation = next;
            procedure.clauses = procedure.clauses.cleaned(views, procedure);
        }
    }

    /** Makes a procedure unknown again. */
    public void abolish(Machine m, ClauseProcedure procedure) {
        synchronized (this) {
            eraseAll(m, procedure);
            procedure.predicate.procedure = Undefined.INSTANCE;
        }
    }

    /** Imports {@code f} from one module into another. */
    public void importInto(Module into, Module from, Functor f) {
        synchronized (this) {
            Predicate source = from.predicate(f);
            Predicate target = into.predicate(f);
            if (target.isLocal() && target.clauses() != null) {
                return;
            }
            target.procedure = source.procedure;
            target.importedFrom = from;
        }
    }

    private void forget(Clause clause) {
        ClauseProcedure procedure = clause.procedure;
        procedure.clauses = procedure.clauses.erasedOne(views, procedure);
    }

    /**
     * Changes that become visible together: at the end, all of them get the number of one new
     * generation.
     */
    private static final class Batch {
        final List<Clause> added = new ArrayList<>();
        final List<Clause> erased = new ArrayList<>();
    }

    /**
     * Adds and erases clauses so that other threads see all of the changes at one moment, or none
     * if {@code changes} throws. Goals see none of them before the end. A batch within a batch is a
     * part of it.
     */
    public void atomically(Runnable changes) {
        // Goals that a batch calls may load libraries, whose lock comes before this one.
        synchronized (library) {
            synchronized (this) {
                if (batch != null) {
                    changes.run();
                } else {
                    runBatch(changes);
                }
            }
        }
    }

    private void runBatch(Runnable changes) {
        Batch b = new Batch();
        batch = b;
        boolean completed = false;
        try {
            changes.run();
            completed = true;
        } finally {
            batch = null;
            if (completed) {
                publish(b);
            } else {
                undo(b);
            }
        }
    }

    private void publish(Batch b) {
        long next = generation + 1;
        // Who finds one of the changes noted must find all of them.
        for (Clause clause : b.added) {
            noteDetails(clause.procedure, clause, next);
        }
        for (Clause clause : b.erased) {
            noteDetails(clause.procedure, clause, next);
        }
        for (Clause clause : b.added) {
            clause.birth = next;
            noteChange(clause.procedure, next, clause.addedBy);
        }
        for (Clause clause : b.erased) {
            clause.death = next;
            noteChange(clause.procedure, next, clause.erasedBy);
        }
        generation = next;
        for (Clause clause : b.erased) {
            forget(clause);
        }
    }

    private void undo(Batch b) {
        for (Clause clause : b.erased) {
            clause.death = Clause.ALIVE;
        }
        for (Clause clause : b.added) {
            clause.death = 0;
            forget(clause);
        }
    }

    /**
     * Runs an action whose changes are no part of the batch that this thread may be making:
     * libraries are loaded so.
     */
    void outsideBatch(Runnable action) {
        synchronized (this) {
            Batch b = batch;
            batch = null;
            try {
                action.run();
            } finally {
                batch = b;
            }
        }
    }

    /** Whether this thread is making a batch. */
    boolean isBatching() {
        return Thread.holdsLock(this) && batch != null;
    }

    /**
     * Removes the clauses of a dynamic predicate that match {@code Head} or {@code (Head :- Body)};
     * returns how many.
     *
     * @throws dev.clew.rules.terms.PrologError if the predicate is not dynamic
     */
    public int eraseMatching(Machine m, Term pattern, Module where) {
        ClauseTerm c = ClauseTerm.of(pattern, where);
        Term body =
                pattern.deref() instanceof Struct s
                                && s.functor() == Functor.RULE
                                && !(s.args[1].deref() instanceof Var)
                        ? c.body()
                        : null;
        Predicate p = c.home().predicate(c.functor());
        if (!(p.procedure instanceof ClauseProcedure procedure) || procedure.home != p.module) {
            if (p.procedure.isDefined()) {
                throw Errors.permission("modify", "static_procedure", p.indicator());
            }
            return 0;
        }
        if (!procedure.isDynamic && procedure.clauses.size() > 0) {
            throw Errors.permission("modify", "static_procedure", p.indicator());
        }
        int count = 0;
        synchronized (this) {
            for (Clause clause : changeable(m, procedure, c.head())) {
                if (!clause.isDoomed() && DatabaseBuiltins.matches(m, clause, c.head(), body)) {
                    erase(m, clause);
                    count++;
                }
            }
        }
        return count;
    }

    private List<Clause> changeable(Machine m, ClauseProcedure procedure, Term head) {
        return withAdded(procedure, procedure.candidates(m, DatabaseBuiltins.arguments(head)));
    }

    private List<Clause> withAdded(ClauseProcedure procedure, List<Clause> found) {
        if (batch != null) {
            for (Clause clause : batch.added) {
                if (clause.procedure == procedure) {
                    found.add(clause);
                }
            }
        }
        return found;
    }

    // ---- Predicates written in Java by the host ----

    /**
     * Defines a predicate of module {@code user} by Java code with at most one solution. Programs
     * cannot change it.
     */
    public void define(Functor f, Det code) {
        install(f, new Builtin.Deterministic(code));
    }

    /**
     * Defines a predicate of module {@code user} by Java code with any number of solutions.
     * Programs cannot change it.
     */
    public void defineMany(Functor f, NonDet code) {
        install(f, new Builtin.Nondeterministic(code));
    }

    private void install(Functor f, Procedure code) {
        install(user.predicate(f), code);
    }

    /**
     * Defines a predicate of module {@code user} by the rows of a relation that lies outside.
     * Programs cannot change it.
     */
    public void defineSource(Functor f, Relation relation) {
        Predicate p = user.predicate(f);
        install(p, new SourceProcedure(p, relation, null));
    }

    /** Gives a predicate a procedure that programs cannot change. */
    void install(Predicate p, Procedure code) {
        synchronized (this) {
            boolean hasClauses =
                    p.procedure instanceof ClauseProcedure c
                            && c.home == p.module
                            && c.clauses.size() > 0;
            if (hasClauses || p.module.inheritsProtected(p.functor)) {
                throw Errors.permission("modify", "static_procedure", p.indicator());
            }
            code.isProtected = true;
            p.importedFrom = null;
            p.procedure = code;
            forgetInherited(p);
        }
    }

    /** The parts of a clause given as a term, checked (ISO 7.6). */
    record ClauseTerm(Module home, Module bodyModule, Term head, Term body) {
        static ClauseTerm of(Term clause, Module where) {
            Module home = where;
            Module bodyModule = where;
            Term t = clause.deref();
            while (t instanceof Struct s
                    && s.functor() == Functor.COLON
                    && s.args[0].deref() instanceof Atom a) {
                home = where.database().module(a);
                bodyModule = home;
                t = s.args[1].deref();
            }
            Term head = t;
            Term body = Atom.TRUE;
            if (t instanceof Struct s && s.functor() == Functor.RULE) {
                head = s.args[0].deref();
                body = s.args[1].deref();
                while (head instanceof Struct h
                        && h.functor() == Functor.COLON
                        && h.args[0].deref() instanceof Atom a) {
                    home = where.database().module(a);
                    head = h.args[1].deref();
                }
            }
            if (head instanceof Var) {
                throw Errors.instantiation();
            } else if (!(head instanceof Atom || head instanceof Compound)) {
                throw Errors.type("callable", head);
            }
            return new ClauseTerm(home, bodyModule, head, convert(body));
        }

        /** Checks a body and wraps variables in {@code call/1} (7.6.2). */
        private static Term convert(Term body) {
            if (body instanceof Var) {
                return Struct.of(Names.CALL, body);
            } else if (body instanceof Atom) {
                return body;
            }
            BodyCheck.check(body);
            return BodyCheck.wrapVariables(body);
        }

        Functor functor() {
            return head instanceof Compound c ? c.functor() : Functor.of((Atom) head, 0);
        }

        Term asPair() {
            return new Struct(Functor.PAIR, new Term[] {head, body});
        }
    }

    /** As {@link #resolve}, for looking at a predicate rather than calling it. */
    void resolveQuietly(Machine m, Predicate p) {
        if (!p.procedure.isDefined()) {
            resolve(m, p);
        }
    }

    /**
     * The known predicates with names close to that of {@code f}, nearest first and five at most;
     * for suggestions.
     */
    public List<Functor> nearest(Module where, Functor f) {
        Set<Functor> near = new java.util.HashSet<>();
        for (Module m : where.lineage()) {
            for (Predicate p : m.predicates()) {
                if (p.procedure.isDefined()) {
                    near.add(p.functor);
                }
            }
        }
        near.addAll(library.index().keySet());
        String name = f.name().name();
        near.removeIf(g ->
                g == f
                        || g.name().name().startsWith("$")
                        || !Spelling.isNear(g.name().name(), name));
        List<Functor> sorted = new ArrayList<>(near);
        sorted.sort((x, y) -> Spelling.compare(f, x, y));
        return sorted.size() > 5 ? sorted.subList(0, 5) : sorted;
    }
}
