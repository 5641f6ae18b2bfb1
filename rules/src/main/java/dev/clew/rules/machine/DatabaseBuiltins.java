package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Clauses as data: adding, removing and looking at them (ISO 8.8, 8.9). */
final class DatabaseBuiltins {
    private DatabaseBuiltins() {}

    static void register(Registry r) {
        r.det("assert", 1, (m, a) -> add(m, a[0], false) != null);
        r.det("assertz", 1, (m, a) -> add(m, a[0], false) != null);
        r.det("asserta", 1, (m, a) -> add(m, a[0], true) != null);
        r.det("assert", 2, (m, a) -> addWithReference(m, a, false));
        r.det("assertz", 2, (m, a) -> addWithReference(m, a, false));
        r.det("asserta", 2, (m, a) -> addWithReference(m, a, true));
        r.nondet("retract", 1, DatabaseBuiltins::retract);
        r.det("retractall", 1, DatabaseBuiltins::retractAll);
        r.det("abolish", 1, DatabaseBuiltins::abolish);
        r.det(
                "abolish",
                2,
                (m, a) -> abolish(m, new Term[] {Struct.of(Functor.SLASH, a[0], a[1])}));
        r.nondet("clause", 2, (m, a) -> clause(m, a[0], a[1], null, true));
        r.det("$assume", 1, (m, a) -> assume(m, a[0]));
        r.det("$without", 2, (m, a) -> m.unify(a[1], Int.of(without(m, a[0]))));
        r.nondet("$clause", 3, (m, a) -> clause(m, a[0], a[1], a[2], false));
        r.nondet("clause", 3, DatabaseBuiltins::clauseWithReference);
        r.det("erase", 1, (m, a) -> erase(m, a[0]));
        r.nondet("nth_clause", 3, DatabaseBuiltins::nthClause);
        r.nondet("clause_property", 2, DatabaseBuiltins::clauseProperty);
        r.nondet("current_predicate", 1, DatabaseBuiltins::currentPredicate);
        r.nondet("current_predicate", 2, DatabaseBuiltins::currentPredicateHead);
        r.nondet("predicate_property", 2, DatabaseBuiltins::predicateProperty);
        r.det("dynamic", 1, (m, a) -> declare(m, a[0], Property.DYNAMIC));
        r.det("dynamic", 2, (m, a) -> dynamicWith(m, a));
        r.det("discontiguous", 1, (m, a) -> declare(m, a[0], Property.DISCONTIGUOUS));
        r.det("multifile", 1, (m, a) -> declare(m, a[0], Property.MULTIFILE));
        r.det("public", 1, DatabaseBuiltins::checkIndicators);
        r.det("volatile", 1, DatabaseBuiltins::checkIndicators);
        r.det("noprofile", 1, DatabaseBuiltins::checkIndicators);
        r.det("thread_local", 1, (m, a) -> declare(m, a[0], Property.DYNAMIC));
        r.det("meta_predicate", 1, DatabaseBuiltins::metaPredicate);
        r.det("compile_predicates", 1, DatabaseBuiltins::compilePredicates);
        r.det("redefine_system_predicate", 1, DatabaseBuiltins::redefine);
        r.det("$nearest_procedures", 2, DatabaseBuiltins::nearest);
    }

    private static @Nullable Clause add(Machine m, Term clause, boolean first) {
        return m.db().add(m, clause, m.context(), first, null, 0);
    }

    private static boolean addWithReference(Machine m, Term[] a, boolean first) {
        if (!(a[1].deref() instanceof Var)) {
            throw Errors.uninstantiation(a[1].deref());
        }
        Clause c = m.db().add(m, a[0], m.context(), first, null, 0);
        return m.unify(a[1], c.reference());
    }

    /** The parts of a clause pattern: where, head, body. */
    private record Wanted(Module module, Term head, Term body) {
        static Wanted of(Term clause, Module where) {
            Indicators.Qualified q = Indicators.Qualified.of(clause, where);
            Term head = q.term();
            Term body = Atom.TRUE;
            if (head instanceof Struct s && s.functor() == Functor.RULE) {
                body = s.args[1];
                q = Indicators.Qualified.of(s.args[0], q.module());
                head = q.term();
            }
            return new Wanted(q.module(), checkedHead(head), body);
        }

        Functor functor() {
            return head instanceof Compound c ? c.functor() : Functor.of((Atom) head, 0);
        }
    }

    private static Term checkedHead(Term head) {
        if (head instanceof Var) {
            throw Errors.instantiation();
        } else if (!(head instanceof Atom || head instanceof Compound)) {
            throw Errors.type("callable", head);
        }
        return head;
    }

    static Term[] arguments(Term head) {
        if (head instanceof Struct s) {
            return s.args;
        } else if (head instanceof Compound c) {
            return new Term[] {c.arg(0), c.arg(1)};
        }
        return new Term[0];
    }

    /** The visible predicate, for reading clauses; null if there is none. */
    private static @Nullable ClauseProcedure procedure(
            Machine m, Module module, Functor f, String operation, String type) {
        Predicate p = module.visible(f);
        if (p == null) {
            p = module.predicate(f);
            m.db().resolveQuietly(m, p);
        }
        if (p.procedure instanceof ClauseProcedure c) {
            if (c.home == m.db().system() && module != c.home && !c.isDynamic) {
                throw Errors.permission(operation, type, f.indicator());
            }
            return c;
        }
        if (p.procedure.isDefined()) {
            throw Errors.permission(operation, type, f.indicator());
        }
        return null;
    }

    // ---- retract ----

    private static @Nullable Redo retract(Machine m, Term[] a) {
        Wanted w = Wanted.of(a[0], m.context());
        ClauseProcedure p = procedure(m, w.module, w.functor(), "modify", "static_procedure");
        if (p == null) {
            return null;
        }
        if (!p.isDynamic) {
            throw Errors.permission("modify", "static_procedure", w.functor().indicator());
        }
        return new Clauses(m, p, w.head, w.body, null, true);
    }

    /**
     * Clauses that match a head and a body, one after the other; with {@code erase}, each is
     * removed as it is found.
     */
    private static final class Clauses extends Redo {
        private final Iterator<Clause> candidates;
        private final Term head;
        private final Term body;
        private final @Nullable Term reference;
        private final boolean erase;

        Clauses(
                Machine m,
                ClauseProcedure p,
                Term head,
                Term body,
                @Nullable Term reference,
                boolean erase) {
            if (!erase && p.isDynamic && m.tabling != null) {
                m.tabling.noteRead(p, arguments(head));
            }
            this.candidates = p.candidates(m, arguments(head)).iterator();
            this.head = head;
            this.body = body;
            this.reference = reference;
            this.erase = erase;
        }

        @Override
        protected boolean attempt(Machine m) {
            Clause c = candidates.next();
            return unifyClause(m, c, head, body)
                    && (reference == null || m.unify(reference, c.reference()))
                    && (!erase || m.db().eraseFor(m, c));
        }

        @Override
        protected boolean hasMore() {
            return candidates.hasNext();
        }
    }

    /** The clauses of a predicate whose heads unify, with their bodies. */
    static Redo clauses(Machine m, ClauseProcedure p, Term head, Term body) {
        return new Clauses(m, p, head, body, null, false);
    }

    private static boolean unifyClause(Machine m, Clause c, Term head, Term body) {
        Term[] v = new Term[c.slots];
        if (c.head instanceof Compound h) {
            Compound actual = (Compound) head;
            for (int i = 0; i < h.arity(); i++) {
                if (!m.unify(actual.arg(i), Renaming.fresh(m, h.arg(i), v))) {
                    return false;
                }
            }
        }
        return m.unify(body, bodyOf(m, c, v));
    }

    /** The body of a clause as a term; with its module, if that is not the one of its predicate. */
    private static Term bodyOf(Machine m, Clause c, Term[] v) {
        Term body = Renaming.fresh(m, c.body, v);
        return c.module == c.procedure.home || body == Atom.TRUE
                ? body
                : Struct.of(Functor.COLON, c.module.name(), body);
    }

    private static boolean retractAll(Machine m, Term[] a) {
        Indicators.Qualified q = Indicators.Qualified.of(a[0], m.context());
        Term head = checkedHead(q.term());
        Functor f = head instanceof Compound c ? c.functor() : Functor.of((Atom) head, 0);
        Predicate p = q.module().predicate(f);
        ClauseProcedure procedure = m.db().clausesForChange(p, "modify");
        if (!procedure.isDynamic) {
            if (procedure.isDeclared || procedure.clauses.size() > 0) {
                throw Errors.permission("modify", "static_procedure", f.indicator());
            }
            procedure.isDynamic = true;
            procedure.isDeclared = true;
        }
        if (allDistinctVariables(head)) {
            m.db().eraseAll(m, procedure);
            return true;
        }
        for (Clause c : procedure.candidates(m, arguments(head))) {
            if (matches(m, c, head)) {
                m.db().erase(m, c);
            }
        }
        return true;
    }

    /** Adds a clause for the sake of a question, also to a predicate that is not dynamic. */
    private static boolean assume(Machine m, Term clause) {
        Database.ClauseTerm c = Database.ClauseTerm.of(clause, m.context());
        ClauseProcedure p = m.db().clausesForChange(c.home().predicate(c.functor()), "modify");
        p.isDeclared = true;
        m.db().addLoaded(m, p, c, null, Clause.ASSUMED);
        return true;
    }

    /** Removes the facts that match, also of a predicate that is not dynamic; returns how many. */
    private static int without(Machine m, Term fact) {
        Indicators.Qualified q = Indicators.Qualified.of(fact, m.context());
        Term head = checkedHead(q.term());
        Functor f = head instanceof Compound c ? c.functor() : Functor.of((Atom) head, 0);
        ClauseProcedure procedure = m.db().clausesForChange(q.module().predicate(f), "modify");
        procedure.keepNumbers(m);
        int count = 0;
        for (Clause c : procedure.candidates(m, arguments(head))) {
            if (c.body == Atom.TRUE && matches(m, c, head) && m.db().erase(m, c)) {
                count++;
            }
        }
        return count;
    }

    private static boolean allDistinctVariables(Term head) {
        if (!(head instanceof Compound c)) {
            return true;
        }
        Term[] args = new Term[c.arity()];
        for (int i = 0; i < args.length; i++) {
            args[i] = c.arg(i).deref();
            if (!(args[i] instanceof Var x)
                    || x.attributes != null
                    || Arrays.asList(args).indexOf(x) < i) {
                return false;
            }
        }
        return true;
    }

    /** Whether a clause matches a head and, unless it is null, a body. */
    static boolean matches(Machine m, Clause c, Term head, @Nullable Term body) {
        if (body == null) {
            return matches(m, c, head);
        }
        Term[] v = new Term[c.slots];
        Term instance =
                new Struct(
                        Functor.PAIR, new Term[] {Renaming.fresh(m, c.head, v), bodyOf(m, c, v)});
        return m.unifiable(new Struct(Functor.PAIR, new Term[] {head, body}), instance);
    }

    private static boolean matches(Machine m, Clause c, Term head) {
        return m.unifiable(head, Renaming.fresh(m, c.head, new Term[c.slots]));
    }

    private static boolean abolish(Machine m, Term[] a) {
        Indicators.Qualified q = Indicators.Qualified.of(a[0], m.context());
        Functor f = Indicators.functor(q.term());
        Predicate p = q.module().predicate(f);
        if (p.clauses() == null) {
            if (p.procedure.isProtected || p.module.inheritsProtected(f) || p.isLocal()) {
                throw Errors.permission("modify", "static_procedure", f.indicator());
            }
            return true;
        }
        ClauseProcedure c = p.clauses();
        if (!c.isDynamic) {
            throw Errors.permission("modify", "static_procedure", f.indicator());
        }
        m.db().abolish(m, c);
        return true;
    }

    // ---- clause ----

    private static @Nullable Redo clause(
            Machine m, Term clauseHead, Term body, @Nullable Term reference, boolean checked) {
        Indicators.Qualified q = Indicators.Qualified.of(clauseHead, m.context());
        Term head = checkedHead(q.term());
        Term b = body.deref();
        if (!(b instanceof Var || b instanceof Atom || b instanceof Compound)) {
            throw Errors.type("callable", b);
        }
        Functor f = head instanceof Compound c ? c.functor() : Functor.of((Atom) head, 0);
        ClauseProcedure p = procedure(m, q.module(), f, "access", "private_procedure");
        if (p == null) {
            return null;
        }
        if (checked && !p.isDynamic && m.db().flags().is("protect_static_code", "true")) {
            throw Errors.permission("access", "private_procedure", f.indicator());
        }
        return new Clauses(m, p, head, body, reference, false);
    }

    private static @Nullable Redo clauseWithReference(Machine m, Term[] a) {
        if (a[2].deref() instanceof Var) {
            return clause(m, a[0], a[1], a[2], true);
        }
        Clause c = reference(a[2]);
        if (c.isErased()) {
            return null;
        }
        Term[] v = new Term[c.slots];
        Indicators.Qualified q = Indicators.Qualified.of(a[0], m.context());
        Term instance =
                new Struct(
                        Functor.PAIR, new Term[] {Renaming.fresh(m, c.head, v), bodyOf(m, c, v)});
        return Redo.unifying(Struct.of(Functor.PAIR, q.term(), a[1]), List.of(instance).iterator());
    }

    private static Clause reference(Term t) {
        Term r = t.deref();
        if (r instanceof Var) {
            throw Errors.instantiation();
        } else if (r instanceof Opaque o && o.value() instanceof Clause c) {
            return c;
        }
        throw Errors.type("db_reference", r);
    }

    private static boolean erase(Machine m, Term ref) {
        Clause c = reference(ref);
        if (!c.procedure.isDynamic) {
            throw Errors.permission("modify", "static_procedure", c.predicate().indicator());
        }
        if (!m.db().erase(m, c)) {
            throw Errors.existence("db_reference", ref.deref());
        }
        return true;
    }

    private static @Nullable Redo nthClause(Machine m, Term[] a) {
        if (a[2].deref() instanceof Opaque) {
            Clause c = reference(a[2]);
            int n = c.procedure.visibleClauses(m).indexOf(c) + 1;
            Indicators.Qualified q = Indicators.Qualified.of(a[0], m.context());
            Term head = generalHead(m, c.predicate().functor());
            boolean foreign = q.term() instanceof Var && c.procedure.home != q.module();
            Term actual = foreign ? Struct.of(Functor.COLON, c.procedure.home.name(), head) : head;
            Term pattern = Struct.of("v", q.term(), a[1]);
            return n == 0
                    ? null
                    : Redo.unifying(pattern, List.of(Struct.of("v", actual, Int.of(n))).iterator());
        }
        Indicators.Qualified q = Indicators.Qualified.of(a[0], m.context());
        Term head = checkedHead(q.term());
        Functor f = head instanceof Compound c ? c.functor() : Functor.of((Atom) head, 0);
        Predicate p = q.module().visible(f);
        if (p == null || !(p.procedure instanceof ClauseProcedure procedure)) {
            return null;
        }
        List<Term> numbered = new ArrayList<>();
        for (Clause c : procedure.visibleClauses(m)) {
            numbered.add(Struct.of(Functor.PAIR, Int.of(numbered.size() + 1), c.reference()));
        }
        return Redo.unifying(Struct.of(Functor.PAIR, a[1], a[2]), numbered.iterator());
    }

    private static Term generalHead(Machine m, Functor f) {
        if (f.arity() == 0) {
            return f.name();
        }
        Term[] args = new Term[f.arity()];
        for (int i = 0; i < args.length; i++) {
            args[i] = m.newVar();
        }
        return Struct.of(f, args);
    }

    private static @Nullable Redo clauseProperty(Machine m, Term[] a) {
        Clause c = reference(a[0]);
        List<Term> properties = new ArrayList<>();
        if (c.file != null) {
            properties.add(Struct.of("file", Atom.of(c.file)));
            properties.add(Struct.of("source", Atom.of(c.file)));
            properties.add(Struct.of("line_count", Int.of(c.line)));
        }
        if (c.body == Atom.TRUE) {
            properties.add(Atom.of("fact"));
        }
        if (c.isErased()) {
            properties.add(Atom.of("erased"));
        }
        properties.add(Struct.of("predicate", c.predicate().qualifiedIndicator()));
        properties.add(Struct.of("module", c.module.name()));
        return Redo.unifying(a[1], properties.iterator());
    }

    // ---- Predicates ----

    private static @Nullable Redo currentPredicate(Machine m, Term[] a) {
        Term spec = a[0].deref();
        Module where = m.context();
        Term moduleName = null;
        while (spec instanceof Struct s && s.functor() == Functor.COLON) {
            Term name = s.args[0].deref();
            if (name instanceof Atom at) {
                where = m.db().module(at);
                moduleName = null;
            } else if (name instanceof Var) {
                moduleName = name;
            } else {
                throw Errors.type("atom", name);
            }
            spec = s.args[1].deref();
        }
        Term name = spec instanceof Var ? spec : null;
        Term arity = null;
        if (spec instanceof Struct s && s.functor() == Functor.SLASH) {
            name = s.args[0].deref();
            arity = s.args[1].deref();
        } else if (!(spec instanceof Var)) {
            throw Errors.type("predicate_indicator", spec);
        }
        if (arity != null && (!(name instanceof Var || name instanceof Atom) || !isArity(arity))) {
            throw Errors.type("predicate_indicator", spec);
        }
        if (moduleName == null && name instanceof Atom n && arity instanceof Int i) {
            Functor f = Functor.of(n, (int) i.value());
            Predicate p = where.visible(f);
            return p != null && isCurrent(m, p, where)
                    ? Redo.unifying(a[0], List.of(a[0]).iterator())
                    : null;
        }
        List<Term> found = new ArrayList<>();
        List<Module> places = new ArrayList<>();
        if (moduleName == null) {
            places.add(where);
            if (where != m.db().user() && where.lineage().contains(m.db().user())) {
                places.add(m.db().user());
            }
        } else {
            places.addAll(m.db().modules());
        }
        for (Module place : places) {
            for (Predicate p : place.predicates()) {
                if (isCurrent(m, p, place) && (moduleName == null || p.isLocal())) {
                    found.add(
                            moduleName == null
                                    ? p.indicator()
                                    : Struct.of(Functor.PAIR, place.name(), p.indicator()));
                }
            }
        }
        return Redo.unifying(
                moduleName == null ? spec : Struct.of(Functor.PAIR, moduleName, spec),
                found.iterator());
    }

    private static boolean isArity(Term t) {
        return t instanceof Var || t instanceof Int i && i.value() >= 0 || t instanceof BigInt;
    }

    /**
     * Whether a predicate counts as existing: it has clauses, or is declared dynamic; built-ins do
     * not.
     */
    private static boolean isCurrent(Machine m, Predicate p, Module where) {
        if (!(p.procedure instanceof ClauseProcedure c)
                || c.home == where.database().system() && where != c.home) {
            return false;
        }
        return c.clauses.size() > 0 && !c.visibleClauses(m).isEmpty();
    }

    private static @Nullable Redo currentPredicateHead(Machine m, Term[] a) {
        Indicators.Qualified q = Indicators.Qualified.of(a[1], m.context());
        Term head = q.term();
        if (head instanceof Atom || head instanceof Compound) {
            Functor f = head instanceof Compound c ? c.functor() : Functor.of((Atom) head, 0);
            Predicate p = q.module().visible(f);
            return p != null && p.procedure instanceof ClauseProcedure
                    ? Redo.unifying(a[0], List.of(f.name()).iterator())
                    : null;
        }
        List<Term> found = new ArrayList<>();
        for (Predicate p : q.module().predicates()) {
            if (isCurrent(m, p, q.module())) {
                found.add(Struct.of(Functor.PAIR, p.functor().name(), generalHead(m, p.functor())));
            }
        }
        return Redo.unifying(Struct.of(Functor.PAIR, a[0], head), found.iterator());
    }

    private static @Nullable Redo predicateProperty(Machine m, Term[] a) {
        Indicators.Qualified q = Indicators.Qualified.of(a[0], m.context());
        Term head = q.term();
        List<Term> found = new ArrayList<>();
        if (head instanceof Var) {
            for (Module at : q.module().lineage()) {
                for (Predicate p : at.predicates()) {
                    if (p.procedure.isDefined()) {
                        for (Term property : properties(m, p)) {
                            found.add(
                                    Struct.of(Functor.PAIR, generalHead(m, p.functor()), property));
                        }
                    }
                }
            }
            return Redo.unifying(Struct.of(Functor.PAIR, head, a[1]), found.iterator());
        }
        checkedHead(head);
        Functor f = head instanceof Compound c ? c.functor() : Functor.of((Atom) head, 0);
        Predicate p = q.module().visible(f);
        if (p == null
                && m.db().library().home(f) != null
                && !(a[1].deref() instanceof Struct s && s.name().name().equals("autoload"))) {
            p = q.module().predicate(f);
            m.db().resolveQuietly(m, p);
        }
        return p == null || !p.procedure.isDefined()
                ? null
                : Redo.unifying(a[1], properties(m, p).iterator());
    }

    /** {@code dynamic(Indicators, Options)}. */
    private static boolean dynamicWith(Machine m, Term[] a) {
        boolean isIncremental = false;
        for (Term item : Lists.items(a[1])) {
            Term option = item.deref();
            if (option instanceof Var) {
                throw Errors.instantiation();
            } else if (!(option instanceof Struct s && s.args.length == 1)) {
                throw Errors.domain("dynamic_option", option);
            } else if (s.args[0].deref() == Atom.TRUE && s.name().name().equals("multifile")) {
                declare(m, a[0], Property.MULTIFILE);
            } else if (s.args[0].deref() == Atom.TRUE && s.name().name().equals("discontiguous")) {
                declare(m, a[0], Property.DISCONTIGUOUS);
            } else if (s.args[0].deref() == Atom.TRUE && s.name().name().equals("incremental")) {
                isIncremental = true;
            }
        }
        declare(m, a[0], Property.DYNAMIC);
        if (isIncremental) {
            makeIncremental(m, Indicators.all(a[0], m.context()));
        }
        return true;
    }

    /** Lets tables follow the changes of predicates clause by clause. */
    private static void makeIncremental(Machine m, List<Predicate> predicates) {
        for (Predicate p : predicates) {
            if (p.procedure instanceof ClauseProcedure c && c.changeLog == null) {
                synchronized (m.db()) {
                    c.changeLog = new ChangeLog(m.db().generation);
                }
            }
        }
    }

    private static List<Term> properties(Machine m, Predicate p) {
        List<Term> all = new ArrayList<>();
        Procedure procedure = p.procedure;
        all.add(Atom.of("defined"));
        all.add(Atom.of("visible"));
        if (procedure instanceof ClauseProcedure c) {
            all.add(Atom.of("interpreted"));
            all.add(Atom.of(c.isDynamic ? "dynamic" : "static"));
            if (c.changeLog != null) {
                all.add(Atom.of("incremental"));
            }
            TableDeclaration tabling = c.tabling;
            if (tabling != null) {
                all.add(Atom.of("tabled"));
                all.add(Struct.of("tabled", Atom.of("variant")));
                all.add(Struct.of("tabled", Atom.of("incremental")));
                if (tabling.isShared()) {
                    all.add(Struct.of("tabled", Atom.of("shared")));
                }
            }
            if (c.isMultifile) {
                all.add(Atom.of("multifile"));
            }
            if (c.isDiscontiguous) {
                all.add(Atom.of("discontiguous"));
            }
            int clauses = c.visibleClauses(m).size();
            all.add(Struct.of("number_of_clauses", Int.of(clauses)));
            all.add(
                    Struct.of(
                            "number_of_rules",
                            Int.of(
                                    c.visibleClauses(m).stream()
                                            .filter(x -> x.body != Atom.TRUE)
                                            .count())));
            if (c.file != null) {
                all.add(Struct.of("file", Atom.of(c.file)));
                if (clauses > 0) {
                    all.add(Struct.of("line_count", Int.of(c.visibleClauses(m).get(0).line)));
                }
            }
            if (c.home != p.module) {
                all.add(Struct.of("imported_from", c.home.name()));
            }
            if (c.home.exports().contains(p.functor())) {
                all.add(Atom.of("exported"));
            }
            all.add(Struct.of("implementation_module", c.home.name()));
        } else if (procedure instanceof SourceProcedure s) {
            all.add(Atom.of("static"));
            all.add(Struct.of("source", Atom.of(s.relation.description())));
            all.add(Struct.of("implementation_module", s.predicate.module().name()));
            return all;
        } else {
            all.add(Atom.of("static"));
            all.add(Atom.of("built_in"));
            all.add(Atom.of("foreign"));
            all.add(Struct.of("implementation_module", Atom.SYSTEM));
        }
        if (procedure.isProtected) {
            all.add(Atom.of("iso"));
        }
        if (!(procedure instanceof ClauseProcedure c) || c.home == m.db().system()) {
            all.add(Atom.of("system"));
            all.add(Atom.of("nodebug"));
        }
        char[] meta = procedure.meta;
        if (meta != null) {
            Term[] modes = new Term[meta.length];
            for (int i = 0; i < modes.length; i++) {
                modes[i] = mode(meta[i]);
            }
            all.add(Struct.of("meta_predicate", Struct.of(p.functor().name(), modes)));
            all.add(Atom.of("transparent"));
        }
        return all;
    }

    private static Term mode(char c) {
        return c >= '0' && c <= '9'
                ? Int.of(c - '0')
                : c == '/' ? Atom.of("//") : Atom.of(String.valueOf(c));
    }

    // ---- Declarations ----

    /** A declaration that changes nothing here; its argument must be right all the same. */
    private static boolean checkIndicators(Machine m, Term[] a) {
        Indicators.all(a[0], m.context());
        return true;
    }

    /** Makes dynamic predicates static. */
    private static boolean compilePredicates(Machine m, Term[] a) {
        for (Predicate p : Indicators.all(a[0], m.context())) {
            Predicate visible = p.module().visible(p.functor());
            if (visible == null || !(visible.procedure instanceof ClauseProcedure c)) {
                throw Errors.existence("procedure", p.indicator());
            }
            c.isDynamic = false;
            c.isDeclared = true;
        }
        return true;
    }

    private enum Property {
        DYNAMIC,
        DISCONTIGUOUS,
        MULTIFILE
    }

    private static boolean declare(Machine m, Term spec, Property property) {
        Loader loader = Loader.current(m);
        for (Predicate p : Indicators.all(spec, m.context())) {
            ClauseProcedure c =
                    p.module() == m.db().system()
                            ? m.db().clausesOfSystem(p)
                            : m.db().clausesForChange(p, "modify");
            switch (property) {
                case DYNAMIC -> {
                    if (!c.isDynamic && c.clauses.size() > 0 && loader == null) {
                        throw Errors.permission("modify", "static_procedure", p.indicator());
                    }
                    c.isDynamic = true;
                    if (loader == null) {
                        c.isDeclared = true;
                    } else {
                        loader.declare(c);
                    }
                }
                case DISCONTIGUOUS -> c.isDiscontiguous = true;
                case MULTIFILE -> {
                    c.isMultifile = true;
                    c.isDeclared = true;
                }
            }
        }
        if (property == Property.DYNAMIC) {
            makeIncremental(m, Indicators.all(spec, m.context(), "incremental"));
        }
        return true;
    }

    private static boolean metaPredicate(Machine m, Term[] a) {
        Term t = a[0].deref();
        while (t instanceof Struct s && s.functor() == Functor.COMMA) {
            metaPredicate(m, new Term[] {s.args[0]});
            t = s.args[1].deref();
        }
        if (t instanceof dev.clew.rules.terms.Cons) {
            for (Term item : dev.clew.rules.terms.Lists.items(t)) {
                metaPredicate(m, new Term[] {item});
            }
            return true;
        }
        Indicators.Qualified q = Indicators.Qualified.of(t, m.context());
        Term head = checkedHead(q.term());
        if (head instanceof Compound c) {
            Predicate p = q.module().predicate(c.functor());
            ClauseProcedure procedure =
                    p.module() == m.db().system()
                            ? m.db().clausesOfSystem(p)
                            : m.db().clausesForChange(p, "modify");
            procedure.meta = modes(c);
            procedure.special = hasMeta(procedure.meta);
        }
        return true;
    }

    private static boolean hasMeta(char[] modes) {
        for (char c : modes) {
            if (c >= '0' && c <= '9' || c == ':' || c == '^' || c == '/') {
                return true;
            }
        }
        return false;
    }

    private static char[] modes(Compound head) {
        char[] modes = new char[head.arity()];
        for (int i = 0; i < modes.length; i++) {
            Term mode = head.arg(i).deref();
            if (mode instanceof Int n && n.value() >= 0 && n.value() <= 9) {
                modes[i] = (char) ('0' + n.value());
            } else if (mode instanceof Atom x && !x.name().isEmpty()) {
                modes[i] = x.name().charAt(0);
            } else if (mode instanceof Var) {
                throw Errors.instantiation();
            } else {
                throw Errors.domain("meta_argument_specifier", mode);
            }
        }
        return modes;
    }

    private static boolean redefine(Machine m, Term[] a) {
        Indicators.Qualified q = Indicators.Qualified.of(a[0], m.context());
        Term head = checkedHead(q.term());
        Functor f = head instanceof Compound c ? c.functor() : Functor.of((Atom) head, 0);
        Predicate p = q.module().predicate(f);
        if (p.clauses() == null) {
            p.procedure = new ClauseProcedure(p, m.db());
        }
        return true;
    }

    private static boolean nearest(Machine m, Term[] a) {
        Indicators.Qualified q = Indicators.Qualified.of(a[0], m.db().user());
        if (!(q.term() instanceof Struct s)
                || s.functor() != Functor.SLASH
                || !(s.args[0].deref() instanceof Atom)
                || !(s.args[1].deref() instanceof Int)) {
            return m.unify(a[1], Atom.NIL);
        }
        List<Term> near = new ArrayList<>();
        for (Functor f : m.db().nearest(q.module(), Indicators.functor(s))) {
            near.add(f.indicator());
        }
        return m.unify(a[1], dev.clew.rules.terms.Lists.of(near));
    }
}
