package dev.clew.rules.machine;

import dev.clew.rules.syntax.CharConversion;
import dev.clew.rules.syntax.CharSource;
import dev.clew.rules.syntax.FactReader;
import dev.clew.rules.syntax.OpRules;
import dev.clew.rules.syntax.ReadFlags;
import dev.clew.rules.syntax.ReadResult;
import dev.clew.rules.syntax.ReadVariable;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.syntax.SyntaxError;
import dev.clew.rules.syntax.TermReader;
import dev.clew.rules.syntax.TextKind;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Loads program text: reads clause after clause, expands, runs directives, and adds the rest to the
 * database. One loader loads one file; files that it includes are read by it too. Problems are
 * printed as messages and counted, and loading goes on.
 */
public final class Loader {
    private static final Functor GRAMMAR_RULE = Functor.of("-->", 2);
    private static final Functor TERM_EXPANSION = Functor.of("term_expansion", 2);

    private final Machine m;
    private final Database db;
    private final @Nullable Loader outer;

    /** What messages call the file; null for text without a name. */
    private @Nullable String file;

    private Module module;
    private final Set<ClauseProcedure> begun = new HashSet<>();
    private final Set<ClauseProcedure> warned = new HashSet<>();
    private final Set<Object> renewed = new HashSet<>();
    private @Nullable ClauseProcedure current;
    private final Deque<Condition> conditions = new ArrayDeque<>();
    private final List<AfterLoad> afterLoad = new ArrayList<>();
    private final boolean isLibrary;
    private @Nullable Term mainGoal;
    private int errors;
    private int warnings;
    private int line;
    private @Nullable List<ReadVariable> variables;
    private boolean stopped;

    /** Whether a directive raised an error because something outside did not work. */
    private boolean failedOutside;

    private Started started = Started.NOTHING;
    private @Nullable Term clauseTerm;

    /** What is wrong with the text that could not be read. */
    private @Nullable String sentence;

    /**
     * The state of an {@code :- if}: whether clauses are taken now, and whether a branch has been
     * taken already.
     */
    private static final class Condition {
        boolean taking;
        boolean taken;
        final boolean outerTaking;

        Condition(boolean taking, boolean outerTaking) {
            this.taking = taking && outerTaking;
            this.taken = taking;
            this.outerTaking = outerTaking;
        }
    }

    private Loader(Machine m, @Nullable String file, Module module, boolean isLibrary) {
        this.m = m;
        this.db = m.db();
        this.file = file;
        this.module = module;
        this.isLibrary = isLibrary;
        this.outer = m.extension(Loader.class);
    }

    /** What loading a text has led to. */
    public record Report(
            Module module,
            int errors,
            int warnings,
            @Nullable Term mainGoal,
            Started started,
            boolean failedOutside) {}

    /** What a text did on being loaded, apart from declaring things. */
    public enum Started {
        /** Nothing. */
        NOTHING,
        /** It ran directives. */
        DIRECTIVES,
        /** It ran goals of {@code initialization/1}, or {@code main} as a directive. */
        PROGRAM
    }

    // ---- Entry points ----

    /** Loads program text into a module (or the module that it declares). */
    public static Report load(Machine m, CharSource text, @Nullable String file, Module into) {
        Loader loader = new Loader(m, file, into, false);
        ProofAudit audit = m.db().audit;
        if (audit != null) {
            audit.note(text, file);
        }
        loader.loadAll(text);
        return new Report(
                loader.module,
                loader.errors,
                loader.warnings,
                loader.mainGoal,
                loader.started,
                loader.failedOutside);
    }

    /** Loads a library once; returns its module. */
    static Module loadLibrary(Machine m, String path) {
        Database db = m.db();
        synchronized (db.library()) {
            Module known = db.loaded().module(path);
            if (known != null) {
                return known;
            }
            String text = Library.text(path);
            if (text == null) {
                throw Errors.existence("source_sink", Struct.of("library", Atom.of(path)));
            }
            boolean system = path.startsWith("system/");
            Module module = system ? db.system() : db.module(Library.moduleName(path));
            module.isLibrary = true;
            db.loaded().put(path, module);
            m.view = View.OF_LIBRARIES;
            Loader loader = new Loader(m, path + ".pl", module, true);
            db.library().whileLoading(() -> loader.loadAll(new StringSource(text)));
            db.loaded().put(path, loader.module);
            return loader.module;
        }
    }

    /** The loader at work in a machine, or null. */
    public static @Nullable Loader current(Machine m) {
        return m.extension(Loader.class);
    }

    /** Loads a file as {@code consult/1} does. */
    public static Report consult(Machine m, String file, Module into) {
        return LoadBuiltins.consultFile(m, Atom.of(file), into);
    }

    // ---- What directives ask ----

    /** The file being loaded, or null. */
    public @Nullable String file() {
        return file;
    }

    /** The line of the clause being loaded. */
    public int line() {
        return line;
    }

    /** What is wrong with text that cannot be read, while that is being reported; else null. */
    @Nullable String sentence() {
        return sentence;
    }

    /** Whether this load of the file adds to something for the first time. */
    boolean begins(Object collection) {
        return renewed.add(collection);
    }

    /** The module that clauses go into. */
    public Module module() {
        return module;
    }

    /** The term that was read last. */
    public @Nullable Term clauseTerm() {
        return clauseTerm;
    }

    /** The named variables of the term that was read last, as {@code Name=Var}. */
    public Term variableNames() {
        List<Term> bindings = new ArrayList<>();
        List<ReadVariable> read = variables;
        if (read != null) {
            for (ReadVariable v : read) {
                if (!v.isAnonymous()) {
                    bindings.add(Struct.of(Functor.EQUALS, Atom.of(v.name()), v.variable()));
                }
            }
        }
        return Lists.of(bindings);
    }

    /** Changes the module that clauses go into. */
    public void setModule(Module other) {
        module = other;
    }

    /** Runs a goal when the file has been loaded. */
    boolean afterLoad(Term goal) {
        Term copy = Copying.copy(m, Struct.of(Functor.COLON, module.name(), goal), true);
        afterLoad.add(new AfterLoad(copy, line));
        return true;
    }

    /** Notes the goal that runs the program as a whole. */
    boolean setMainGoal(Term goal) {
        mainGoal = Copying.copy(m, Struct.of(Functor.COLON, module.name(), goal), true);
        return true;
    }

    /** Starts a module file: {@code :- module(Name, Exports)}. */
    public void startModule(Atom name, Term exports) {
        Module fresh = db.module(name);
        if (fresh.file != null && file != null && !fresh.file.equals(file) && !isLibrary) {
            throw Errors.permission("redefine", "module", name);
        }
        fresh.file = file;
        fresh.isLibrary |= isLibrary;
        module = fresh;
        for (Term item : Lists.items(exports)) {
            export(fresh, item.deref());
        }
    }

    static void export(Module module, Term item) {
        if (item instanceof Struct op && op.name().name().equals("op") && op.arity() == 3) {
            module.exportedOperators().add(op);
            OpRules.define(module.operators(), op.args[0], op.args[1], op.args[2]);
            return;
        }
        module.export(Indicators.functor(item));
    }

    /** Reads another file as if its text stood here. */
    public void include(CharSource text, String name) {
        ProofAudit audit = db.audit;
        if (audit != null) {
            audit.noteIncluded(text, name);
        }
        String before = file;
        int lineBefore = line;
        file = name;
        readAll(text);
        file = before;
        line = lineBefore;
        stopped = false;
    }

    // ---- The loop ----

    private void loadAll(CharSource text) {
        Module before = m.module;
        m.setExtension(Loader.class, this);
        Term doubleQuotes = db.flag(Atom.of("double_quotes"));
        try {
            readAll(text);
            if (!conditions.isEmpty()) {
                problem(
                        "error",
                        Errors.of(Struct.of("syntax_error", Atom.of("end_of_file_in_conditional")))
                                .term());
            }
        } finally {
            if (doubleQuotes != null && !isLibrary) {
                db.flags().define(Atom.of("double_quotes"), doubleQuotes);
            }
            m.module = before;
            m.setExtension(Loader.class, outer);
        }
        for (AfterLoad later : afterLoad) {
            line = later.line;
            runInitialization(later.goal);
        }
    }

    private void readAll(CharSource text) {
        TermReader reader = null;
        ReadFlags flags = null;
        Module readerModule = null;
        FactReader facts = null;
        while (!stopped) {
            ReadFlags wanted = readFlags(flags);
            if (reader == null || wanted != flags || readerModule != module) {
                flags = wanted;
                readerModule = module;
                reader = new TermReader(text, module.operators(), flags);
                facts =
                        text instanceof StringSource s && flags.conversion() == null
                                ? new FactReader(s, module.operators())
                                : null;
            }
            if (facts != null) {
                readFacts(facts, text);
            }
            try {
                ReadResult r = reader.read();
                line = r.line();
                variables = r.variables();
                if (r.term() == Atom.END_OF_FILE) {
                    return;
                }
                clauseTerm = r.term();
                term(r);
            } catch (SyntaxError e) {
                line = e.line();
                if (isTaking()) {
                    sentence = e.sentence();
                    problem("error", syntaxError(e));
                    sentence = null;
                }
            }
        }
    }

    /** Reads facts as long as nothing else comes; they are no matter of expansion. */
    private void readFacts(FactReader facts, CharSource text) {
        if (!isTaking() || expandsTerms()) {
            return;
        }
        facts.forgetOperators();
        Predicate p = null;
        for (Term fact = facts.read(); fact != null; fact = facts.read()) {
            line = text.line();
            clauseTerm = fact;
            variables = List.of();
            Functor f = ((dev.clew.rules.terms.Compound) fact).functor();
            try {
                if (p == null || p.functor != f || current == null) {
                    p = module.predicate(f);
                    procedureFor(p);
                }
                db.addLoaded(
                        m, java.util.Objects.requireNonNull(current), fact, module, file, line);
            } catch (PrologError e) {
                p = null;
                problem("error", messageOf(e));
            }
            if (f == TERM_EXPANSION) {
                return;
            }
        }
    }

    /** The error term for text that cannot be read, with its place. */
    private Term syntaxError(SyntaxError e) {
        Term place =
                file == null
                        ? Struct.of(
                                "string", Int.of(e.line()), Int.of(e.column()), Int.of(e.offset()))
                        : Struct.of(
                                "file",
                                Atom.of(file),
                                Int.of(e.line()),
                                Int.of(e.column()),
                                Int.of(e.offset()));
        return Struct.of(Names.ERROR, e.formal(), place);
    }

    private ReadFlags readFlags(@Nullable ReadFlags now) {
        TextKind doubles = isLibrary ? TextKind.STRING : kind(db, "double_quotes", TextKind.STRING);
        TextKind backs = isLibrary ? TextKind.CODES : kind(db, "back_quotes", TextKind.CODES);
        CharConversion conversion = db.charConversion();
        if (now != null
                && now.doubleQuotes() == doubles
                && now.backQuotes() == backs
                && now.conversion() == conversion) {
            return now;
        }
        return ReadFlags.standard()
                .withVariables(m::newVar)
                .withQuotes(doubles, backs)
                .withConversion(conversion);
    }

    static TextKind kind(Database db, String flag, TextKind otherwise) {
        TextKind k = db.flag(Atom.of(flag)) instanceof Atom a ? TextKind.of(a) : null;
        return k == null ? otherwise : k;
    }

    private boolean isTaking() {
        Condition c = conditions.peek();
        return c == null || c.taking;
    }

    private void term(ReadResult r) {
        int mark = m.trailTop;
        try {
            Term t = r.term();
            if (conditional(t) || !isTaking()) {
                return;
            }
            if (!isLibrary && !(t instanceof Struct s && s.functor() == Names.DIRECTIVE)) {
                warnSingletons(r);
            }
            for (Term expanded : expand(t)) {
                if (!stopped) {
                    clause(expanded.deref());
                }
            }
        } catch (PrologError e) {
            problem("error", messageOf(e));
        }
        m.forgetTrail(mark);
    }

    private void warnSingletons(ReadResult r) {
        List<ReadVariable> once = r.suspiciousSingletons();
        if (once.isEmpty() || db.isStyleOff("singleton")) {
            return;
        }
        List<Term> names = new ArrayList<>();
        for (ReadVariable v : once) {
            names.add(Atom.of(v.name()));
        }
        problem("warning", Struct.of("singletons", Lists.of(names)));
    }

    /** Handles {@code :- if(G)} and its like; returns whether the term was one. */
    private boolean conditional(Term t) {
        if (!(t instanceof Struct s) || s.functor() != Names.DIRECTIVE) {
            return false;
        }
        Term d = s.args[0].deref();
        String name = d instanceof Struct c ? c.name().name() : d instanceof Atom a ? a.name() : "";
        int arity = d instanceof Struct c ? c.arity() : 0;
        if (name.equals("if") && arity == 1) {
            conditions.push(new Condition(isTaking() && holds(((Struct) d).args[0]), isTaking()));
        } else if (name.equals("elif") && arity == 1) {
            Condition c = condition(d);
            c.taking = !c.taken && c.outerTaking && holds(((Struct) d).args[0]);
            c.taken |= c.taking;
        } else if (name.equals("else") && arity == 0) {
            Condition c = condition(d);
            c.taking = !c.taken && c.outerTaking;
            c.taken = true;
        } else if (name.equals("endif") && arity == 0) {
            condition(d);
            conditions.pop();
        } else {
            return false;
        }
        return true;
    }

    private Condition condition(Term directive) {
        Condition c = conditions.peek();
        if (c == null) {
            throw Errors.of(Struct.of("context_error", Struct.of("no_if", directive)));
        }
        return c;
    }

    private boolean holds(Term goal) {
        return m.once(goal, module);
    }

    // ---- Expansion ----

    private List<Term> expand(Term t) {
        List<Term> results = new ArrayList<>();
        Term expanded = expandsTerms() ? rewritten(t) : null;
        if (expanded == null) {
            results.add(expandFurther(t));
        } else if (expanded != Atom.NIL) {
            List<Term> items = expanded instanceof Cons ? Lists.items(expanded) : List.of(expanded);
            for (Term item : items) {
                results.add(expandFurther(item.deref()));
            }
        }
        return results;
    }

    /**
     * Whether anybody may rewrite what is read. Libraries, which are loaded when a program happens
     * to need them, are left as they are.
     */
    private boolean expandsTerms() {
        return !isLibrary
                && (hasClauses(db.user(), TERM_EXPANSION)
                        || hasClauses(db.system(), TERM_EXPANSION)
                        || module != db.user() && hasClauses(module, TERM_EXPANSION));
    }

    /**
     * What the first {@code term_expansion/2} that applies makes of a term, or null: that of the
     * module, of {@code user}, or of {@code system}, where libraries put theirs.
     */
    private @Nullable Term rewritten(Term t) {
        Module before = null;
        for (Module at : List.of(module, db.user(), db.system())) {
            if (at != before && hasClauses(at, TERM_EXPANSION)) {
                Var out = m.newVar();
                if (m.once(Struct.of(TERM_EXPANSION, t, out), at)) {
                    return out.deref();
                }
            }
            before = at;
        }
        return null;
    }

    static boolean hasClauses(Module module, Functor f) {
        Predicate p = module.known(f);
        return p != null && p.clauses() != null && p.clauses().clauses.size() > 0;
    }

    private Term expandFurther(Term t) {
        Term clause = t;
        if (t instanceof Struct s && s.functor() == GRAMMAR_RULE) {
            Var out = m.newVar();
            if (!m.once(Struct.of("dcg_translate_rule", t, out), module)) {
                throw Errors.type("grammar_rule", t);
            }
            clause = out.deref();
        }
        GoalExpansion expansion = GoalExpansion.of(m, module);
        return expansion == null ? clause : expandBody(expansion, clause);
    }

    private static Term expandBody(GoalExpansion expansion, Term clause) {
        if (clause instanceof Struct s && s.functor() == Functor.RULE) {
            return Struct.of(Functor.RULE, s.args[0], expansion.expand(s.args[1]));
        } else if (clause instanceof Struct s && s.functor() == Names.DIRECTIVE) {
            return Struct.of(Names.DIRECTIVE, expansion.expand(s.args[0]));
        }
        return clause;
    }

    // ---- Clauses and directives ----

    private void clause(Term t) {
        if (t instanceof Struct s && s.functor() == Names.DIRECTIVE) {
            directive(s.args[0].deref());
        } else if (t instanceof Struct s && s.functor() == Names.QUERY) {
            directive(s.args[0].deref());
        } else if (t == Atom.END_OF_FILE) {
            stopped = true;
        } else {
            add(t);
        }
    }

    private void add(Term t) {
        Database.ClauseTerm c = Database.ClauseTerm.of(t, module);
        Predicate p = c.home().predicate(c.functor());
        ClauseProcedure procedure = procedureFor(p);
        db.addLoaded(m, procedure, c, file, line);
    }

    /** A source that an earlier load of this file declared gives way to clauses. */
    private void forgetOldSource(Predicate p) {
        if (p.procedure instanceof SourceProcedure s
                && s.predicate == p
                && s.loader != this
                && s.file != null
                && s.file.equals(file)) {
            p.procedure = Undefined.INSTANCE;
        }
    }

    private ClauseProcedure procedureFor(Predicate p) {
        forgetOldSource(p);
        if (p.importedFrom != null) {
            p.importedFrom = null;
            p.procedure = Undefined.INSTANCE;
        }
        ClauseProcedure procedure =
                module == db.system() && isLibrary
                        ? db.clausesOfSystem(p)
                        : db.clausesForChange(p, "modify");
        if (begun.add(procedure)) {
            begin(p, procedure);
        } else if (procedure != current
                && !procedure.isDiscontiguous
                && !isLibrary
                && warned.add(procedure)
                && !procedure.isDynamic
                && !db.isStyleOff("discontiguous")) {
            problem("warning", Struct.of("discontiguous", p.qualifiedIndicator()));
        }
        current = procedure;
        return procedure;
    }

    /**
     * The first clause of a predicate in this file replaces what another load has left, unless the
     * predicate is multifile.
     */
    private void begin(Predicate p, ClauseProcedure procedure) {
        boolean fresh = procedure.clauses.size() == 0;
        if (!fresh && !procedure.isMultifile && !(procedure.isDynamic && procedure.file == null)) {
            if (procedure.file != null
                    && file != null
                    && !procedure.file.equals(file)
                    && !isLibrary) {
                problem(
                        "warning",
                        Struct.of(
                                "redefined_procedure", Atom.of("static"), p.qualifiedIndicator()));
            }
            db.eraseAll(m, procedure);
        } else if (!fresh && procedure.isMultifile && file != null) {
            for (Clause c : procedure.visibleClauses(m)) {
                if (file.equals(c.file)) {
                    db.erase(m, c);
                }
            }
        }
        procedure.file = file;
        procedure.isDeclared = true;
    }

    private void directive(Term goal) {
        noteStart(goal);
        try {
            m.module = module;
            if (!m.once(goal, module)) {
                problem(
                        "warning",
                        Struct.of(
                                "goal_failed",
                                Atom.of("directive"),
                                Struct.of(Functor.COLON, module.name(), goal)));
            }
        } catch (PrologError e) {
            passUnwritten(e);
            noteOutside(e);
            blame(messageOf(e));
        }
    }

    /** Prints a message about an error and names the clause that was running. */
    private void blame(Term message) {
        m.setExtension(ErrorOrigin.class, m.origin);
        try {
            problem("error", message);
        } finally {
            m.setExtension(ErrorOrigin.class, null);
        }
    }

    private void noteStart(Term goal) {
        if (goal instanceof Atom a && a.name().equals("main")) {
            started = Started.PROGRAM;
        } else if (started == Started.NOTHING && !Declarations.isDeclaration(goal)) {
            started = Started.DIRECTIVES;
        }
    }

    /** A goal of {@code initialization/1} and where it stands. */
    private record AfterLoad(Term goal, int line) {}

    /** When nobody can read what the program writes, the rest of it need not be loaded either. */
    private void passUnwritten(PrologError e) {
        if (db.streams().userOutput().isTroubledBy(e)) {
            throw e;
        }
    }

    private void noteOutside(PrologError e) {
        if (SourceError.is(e.term())) {
            for (Loader l = this; l != null; l = l.outer) {
                l.failedOutside = true;
            }
        }
    }

    private void runInitialization(Term goal) {
        started = Started.PROGRAM;
        try {
            if (!m.once(goal, module)) {
                problem("warning", Struct.of("init_goal", Atom.of("failed"), goal, here()));
            }
        } catch (PrologError e) {
            passUnwritten(e);
            noteOutside(e);
            blame(Struct.of("init_goal", Struct.of("goal_raised", messageOf(e)), here()));
        }
    }

    private Term here() {
        return file == null
                ? Atom.of("user")
                : Struct.of(Functor.COLON, Atom.of(file), Int.of(line));
    }

    /** Prints a message about the text that is being loaded and counts it. */
    public void problem(String kind, Term message) {
        if (kind.equals("error")) {
            errors++;
        } else {
            warnings++;
        }
        for (Loader o = outer; o != null; o = o.outer) {
            if (kind.equals("error")) {
                o.errors++;
            }
        }
        LoadListener listener = m.extension(LoadListener.class);
        if (listener != null) {
            listener.problem(kind, file, line, message, sentence);
        } else {
            m.once(Struct.of("print_message", Atom.of(kind), message), db.system());
        }
    }

    /** Imports all that a module exports into another one. */
    public static void importAll(Machine m, Module from, Module into) {
        LoadBuiltins.importFrom(m, from, into, null);
    }

    /**
     * The message for what was raised: an ISO error as it is, anything else marked as a ball that
     * nobody caught.
     */
    private Term messageOf(PrologError e) {
        Term ball = m.origin == null ? e.term() : m.origin.told(e.term());
        boolean isError = ball instanceof Struct s && s.functor() == Names.ERROR;
        return isError ? ball : Struct.of("unhandled_exception", ball);
    }

    /**
     * Declares that the clauses of a predicate belong to this file's load although there may be
     * none.
     */
    void declare(ClauseProcedure procedure) {
        procedure.isDeclared = true;
        if (begun.add(procedure)
                && procedure.file != null
                && procedure.file.equals(file)
                && !procedure.isMultifile) {
            db.eraseAll(m, procedure);
        }
        if (procedure.file == null) {
            procedure.file = file;
        }
    }

    /** All files whose loading led to this one, innermost first. */
    public List<String> filesBeingLoaded() {
        List<String> files = new ArrayList<>();
        for (Loader l = this; l != null; l = l.outer) {
            if (l.file != null) {
                files.add(l.file);
            }
        }
        return files;
    }
}
