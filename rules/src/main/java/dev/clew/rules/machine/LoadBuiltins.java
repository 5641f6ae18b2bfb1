package dev.clew.rules.machine;

import dev.clew.rules.builtins.Text;
import dev.clew.rules.streams.Encoding;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.syntax.CharSource;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Loading program text: consulting, using modules, including, initialization. */
final class LoadBuiltins {
    /** What stands for bytes that are not UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final String[] EXTENSIONS = {"", ".pl", ".prolog", ".pro"};

    private LoadBuiltins() {}

    static void register(Registry r) {
        r.det("consult", 1, (m, a) -> consult(m, a[0]));
        r.det(".", 2, (m, a) -> consult(m, new Cons(a[0], a[1])));
        r.det("[]", 0, (m, a) -> true);
        r.det("ensure_loaded", 1, (m, a) -> loadEach(m, a[0], null, true));
        r.det("use_module", 1, (m, a) -> loadEach(m, a[0], null, true));
        r.det("use_module", 2, (m, a) -> loadEach(m, a[0], a[1], true));
        r.det("reexport", 1, (m, a) -> reexport(m, a[0], null));
        r.det("reexport", 2, (m, a) -> reexport(m, a[0], a[1]));
        r.det("autoload", 1, (m, a) -> loadEach(m, a[0], null, true));
        r.det("autoload", 2, LoadBuiltins::autoload);
        r.det("load_files", 1, (m, a) -> consult(m, a[0]));
        r.det("load_files", 2, LoadBuiltins::loadFiles);
        r.det("make", 0, LoadBuiltins::make);
        r.det("include", 1, LoadBuiltins::include);
        r.det("initialization", 1, (m, a) -> initialization(m, a[0], Atom.of("after_load")));
        r.det("initialization", 2, (m, a) -> initialization(m, a[0], a[1].deref()));
        r.det("encoding", 1, LoadBuiltins::encoding);
        r.det("license", 1, LoadBuiltins::license);
        r.det("style_check", 1, LoadBuiltins::styleCheck);
        r.det("expects_dialect", 1, LoadBuiltins::expectsDialect);
        r.det("source", 2, (m, a) -> SourceDirective.declare(m, a[0], a[1]));
        r.nondet("source_file", 1, LoadBuiltins::sourceFile);
        r.nondet("source_file", 2, LoadBuiltins::sourceFileOf);
        r.det("source_location", 2, LoadBuiltins::sourceLocation);
        r.det("$syntax_sentence", 1, LoadBuiltins::syntaxSentence);
        r.det("$error_clause", 2, LoadBuiltins::errorClause);
        r.det("$error_goal", 1, LoadBuiltins::errorGoal);
        r.det("prolog_load_context", 2, LoadBuiltins::loadContext);
        r.det("expand_term", 2, LoadBuiltins::expandTerm);
        r.det("expand_goal", 2, LoadBuiltins::expandGoal);
        r.det("$library_text", 2, LoadBuiltins::libraryText);
    }

    private static boolean consult(Machine m, Term spec) {
        return loadEach(m, spec, null, false);
    }

    private static boolean loadEach(Machine m, Term spec, @Nullable Term imports, boolean once) {
        Indicators.Qualified q = Indicators.Qualified.of(spec, context(m));
        Term t = q.term();
        if (t instanceof Cons) {
            for (Term item : Lists.items(t)) {
                loadEach(m, Struct.of(Functor.COLON, q.module().name(), item), imports, once);
            }
        } else if (t != Atom.NIL) {
            load(m, t, q.module(), imports, once);
        }
        return true;
    }

    private static Module context(Machine m) {
        Loader l = Loader.current(m);
        return l != null && m.context() == m.db().system() ? l.module() : m.context();
    }

    private static Module load(
            Machine m, Term spec, Module into, @Nullable Term imports, boolean once) {
        if (spec instanceof Var) {
            throw Errors.instantiation();
        }
        Module loaded;
        if (spec == Atom.USER) {
            PrologStream in = m.db().streams().userInput();
            loaded = Loader.load(m, in, "user", into).module();
        } else if (spec instanceof Struct s
                && s.name().name().equals("library")
                && s.arity() == 1) {
            loaded = library(m, s);
        } else {
            loaded = file(m, spec, into, once);
        }
        if (loaded != into && loaded != m.db().system()) {
            importFrom(m, loaded, into, imports);
        }
        return loaded;
    }

    /**
     * Loads {@code library(Name)}: one that comes with the engine, or an empty one whose predicates
     * are built in.
     */
    private static Module library(Machine m, Struct spec) {
        String path = path(spec.args[0]);
        String resource = "library/" + path;
        if (Library.text(resource) != null) {
            return Loader.loadLibrary(new Machine(m.db()), resource);
        }
        if (BUILT_IN_LIBRARIES.contains(path)) {
            return m.db().system();
        }
        throw Errors.existence("source_sink", spec);
    }

    /**
     * Libraries of SWI-Prolog whose predicates are built in here or that only make programs faster
     * or the read-eval-print loop nicer there, so that loading them is a matter of course.
     */
    private static final java.util.Set<String> BUILT_IN_LIBRARIES =
            java.util.Set.of(
                    "apply_macros",
                    "editline",
                    "filesex",
                    "make",
                    "readline",
                    "shell",
                    "sort",
                    "statistics",
                    "system",
                    "tabling",
                    "time",
                    "wfs");

    private static String path(Term t) {
        Term x = t.deref();
        if (x instanceof Struct s && s.name().name().equals("/") && s.arity() == 2) {
            return path(s.args[0]) + "/" + path(s.args[1]);
        }
        String text = Text.textOrNull(x);
        if (text == null) {
            throw x instanceof Var ? Errors.instantiation() : Errors.type("atom", x);
        }
        return text;
    }

    /** {@code consult/1} of one file, with its report. */
    static Loader.Report consultFile(Machine m, Term spec, Module into) {
        File found = find(m, spec);
        Loader.Report report = read(m, found, spec, into);
        if (report.module() != into) {
            importFrom(m, report.module(), into, null);
        }
        return report;
    }

    private static Module file(Machine m, Term spec, Module into, boolean once) {
        File found = find(m, spec);
        String key = found.getPath();
        Module known = m.db().loaded().module(key);
        Loader current = Loader.current(m);
        if (known != null
                && (once || current != null && current.filesBeingLoaded().contains(key))) {
            return known;
        }
        Loader.Report report = read(m, found, spec, into);
        if (current != null && report.mainGoal() != null) {
            current.setMainGoal(report.mainGoal());
        }
        return report.module();
    }

    private static Loader.Report read(Machine m, File found, Term spec, Module into) {
        String key = found.getPath();
        CharSource text = source(found, spec);
        m.db().loaded().put(key, into);
        m.db().loaded().setTime(key, found.lastModified());
        Loader.Report report = Loader.load(m, text, key, into);
        m.db().loaded().put(key, report.module());
        return report;
    }

    /**
     * The file that a specification means: as it is given, or with an extension; relative to the
     * file being loaded.
     */
    static File find(Machine m, Term spec) {
        String name = path(spec);
        m.db().policy().check("open", "source_sink", spec);
        List<String> bases = new ArrayList<>();
        Loader loader = Loader.current(m);
        String from = loader == null ? null : loader.file();
        File parent = from == null ? null : new File(from).getParentFile();
        if (parent != null && !new File(name).isAbsolute()) {
            bases.add(new File(parent, name).getPath());
        }
        bases.add(m.db().streams().surroundings().file(name).getPath());
        for (String base : bases) {
            for (String extension : EXTENSIONS) {
                File f = new File(base + extension);
                if (f.isFile()) {
                    return f;
                }
            }
        }
        throw Errors.existence("source_sink", spec);
    }

    private static CharSource source(File file, Term spec) {
        try {
            return new StringSource(decode(bytes(file)));
        } catch (IOException e) {
            throw Errors.permission("open", "source_sink", spec);
        }
    }

    /** Not by {@code Files}: channels cost more to start than a small program to run. */
    private static byte[] bytes(File file) throws IOException {
        try (FileInputStream in = new FileInputStream(file)) {
            return in.readAllBytes();
        }
    }

    /**
     * The text of a file: UTF-8, or Latin-1 if it is not that or says so; without a byte order mark
     * and a {@code #!} line.
     */
    static String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (saysLatin1(text)) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        } else if (text.indexOf(REPLACEMENT) >= 0
                && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        return text.startsWith("#!") ? "%" + text.substring(1) : text;
    }

    /** Whether the text begins, but for comments to the end of a line, with such a directive. */
    private static boolean saysLatin1(String text) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '%' || at == 0 && text.startsWith("#!")) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c <= ' ') {
                at++;
            } else {
                break;
            }
        }
        return text.startsWith(":- encoding(iso_latin_1)", at)
                || text.startsWith(":- encoding(octet)", at);
    }

    static void importFrom(Machine m, Module from, Module into, @Nullable Term imports) {
        Term wanted = imports == null ? Atom.of("all") : imports.deref();
        if (wanted == Atom.of("all")) {
            for (Functor f : from.exports()) {
                m.db().importInto(into, from, f);
            }
            importOperators(from, into);
        } else if (wanted instanceof Struct s && s.name().name().equals("except")) {
            importAllExcept(m, from, into, s.args[0]);
        } else {
            for (Term item : Lists.items(wanted)) {
                importItem(m, from, into, item.deref());
            }
        }
    }

    private static void importAllExcept(Machine m, Module from, Module into, Term list) {
        List<Functor> excluded = new ArrayList<>();
        for (Term item : Lists.items(list)) {
            Term t = item.deref();
            if (t instanceof Struct s && s.name().name().equals("as")) {
                importItem(m, from, into, t);
                t = s.args[0].deref();
            }
            if (t instanceof Struct s && s.functor() == Functor.SLASH) {
                excluded.add(Indicators.functor(t));
            }
        }
        for (Functor f : from.exports()) {
            if (!excluded.contains(f)) {
                m.db().importInto(into, from, f);
            }
        }
        importOperators(from, into);
    }

    private static void importOperators(Module from, Module into) {
        for (Term op : from.exportedOperators()) {
            Struct s = (Struct) op;
            dev.clew.rules.syntax.OpRules.define(into.operators(), s.args[0], s.args[1], s.args[2]);
        }
    }

    private static void importItem(Machine m, Module from, Module into, Term item) {
        if (item instanceof Struct s && s.name().name().equals("op") && s.arity() == 3) {
            importOperators(from, into);
        } else if (item instanceof Struct s && s.name().name().equals("as") && s.arity() == 2) {
            Functor f = Indicators.functor(s.args[0]);
            Functor renamed = Functor.of((Atom) s.args[1].deref(), f.arity());
            Predicate target = into.predicate(renamed);
            target.procedure = from.predicate(f).procedure;
            target.importedFrom = from;
        } else {
            Functor f = Indicators.functor(item);
            if (!from.exports().contains(f)) {
                if (m.db().system().visible(f) != null) {
                    return;
                }
                throw Errors.existence(
                        "procedure", Struct.of(Functor.COLON, from.name(), f.indicator()));
            }
            m.db().importInto(into, from, f);
        }
    }

    private static boolean reexport(Machine m, Term spec, @Nullable Term imports) {
        Module into = context(m);
        List<Term> specs = spec.deref() instanceof Cons ? Lists.items(spec) : List.of(spec.deref());
        for (Term s : specs) {
            Module from = load(m, s.deref(), into, imports, true);
            for (Functor f : from.exports()) {
                if (into.predicate(f).importedFrom == from) {
                    into.export(f);
                }
            }
            into.exportedOperators().addAll(from.exportedOperators());
        }
        return true;
    }

    /** {@code autoload(File, Imports)}: what is in the library index needs no loading now. */
    private static boolean autoload(Machine m, Term[] a) {
        if (a[0].deref() instanceof Struct s && s.name().name().equals("library")) {
            return true;
        }
        return loadEach(m, a[0], a[1], true);
    }

    private static boolean loadFiles(Machine m, Term[] a) {
        boolean once = false;
        Term stream = null;
        Term imports = null;
        for (Term option : Lists.items(a[1])) {
            if (option.deref() instanceof Struct s && s.arity() == 1) {
                Term value = s.args[0].deref();
                switch (s.name().name()) {
                    case "if" -> once = value != Atom.TRUE;
                    case "stream" -> stream = value;
                    case "imports" -> imports = value;
                    default -> {}
                }
            }
        }
        if (stream instanceof Opaque o && o.value() instanceof PrologStream in) {
            Loader.load(m, in, path(a[0]), context(m));
            return true;
        }
        return loadEach(m, a[0], imports, once);
    }

    private static boolean make(Machine m, Term[] a) {
        for (String key : m.db().loaded().files()) {
            File f = new File(key);
            if (f.isFile() && !m.db().loaded().isCurrent(key, f.lastModified())) {
                file(m, Atom.of(key), m.db().user(), false);
            }
        }
        return true;
    }

    private static boolean include(Machine m, Term[] a) {
        Loader loader = Loader.current(m);
        if (loader == null) {
            throw Errors.permission("directive", "include", a[0].deref());
        }
        List<Term> files = a[0].deref() instanceof Cons ? Lists.items(a[0]) : List.of(a[0].deref());
        for (Term spec : files) {
            if (spec.deref() instanceof Var) {
                throw Errors.instantiation();
            }
            File f = find(m, spec.deref());
            loader.include(source(f, spec), f.getPath());
        }
        return true;
    }

    private static boolean initialization(Machine m, Term goal, Term when) {
        Loader loader = Loader.current(m);
        if (goal.deref() instanceof Var) {
            throw Errors.instantiation();
        }
        if (!(when instanceof Atom moment)) {
            throw when instanceof Var ? Errors.instantiation() : Errors.type("atom", when);
        }
        switch (moment.name()) {
            case "after_load", "restore", "program" -> {
                return loader == null ? m.once(goal) : loader.afterLoad(goal);
            }
            case "now" -> {
                return m.once(goal);
            }
            case "main" -> {
                return loader == null ? m.once(goal) : loader.setMainGoal(goal);
            }
            default -> throw Errors.domain("initialization_type", when);
        }
    }

    private static boolean styleCheck(Machine m, Term[] a) {
        if (a[0].deref() instanceof Struct s
                && s.arity() == 1
                && s.args[0].deref() instanceof Atom kind) {
            m.db().setStyle(kind.name(), s.name().name().equals("+"));
        }
        return true;
    }

    private static @Nullable Redo sourceFile(Machine m, Term[] a) {
        List<Term> files = new ArrayList<>();
        for (String key : m.db().loaded().files()) {
            if (!key.startsWith("library/") && !key.startsWith("system/")) {
                files.add(Atom.of(key));
            }
        }
        return Redo.unifying(a[0], files.iterator());
    }

    private static @Nullable Redo sourceFileOf(Machine m, Term[] a) {
        Indicators.Qualified q = Indicators.Qualified.of(a[0], m.context());
        if (q.term() instanceof Var) {
            return null;
        }
        Functor f =
                q.term() instanceof Struct s
                        ? s.functor()
                        : q.term() instanceof Atom x ? Functor.of(x, 0) : Functor.CONS;
        Predicate p = q.module().visible(f);
        return p != null && p.procedure instanceof ClauseProcedure c && c.file != null
                ? Redo.unifying(a[1], List.of(Atom.of(c.file)).iterator())
                : null;
    }

    private static boolean sourceLocation(Machine m, Term[] a) {
        Loader l = Loader.current(m);
        String file = l == null ? null : l.file();
        return file != null
                && l != null
                && m.unify(a[0], Atom.of(file))
                && m.unify(a[1], Int.of(l.line()));
    }

    /** What is wrong with the text that the loader at work has just failed to read. */
    private static boolean syntaxSentence(Machine m, Term[] a) {
        Loader l = Loader.current(m);
        String sentence = l == null ? null : l.sentence();
        return sentence != null && m.unify(a[0], Str.of(sentence));
    }

    /** The clause of the program that was running when the error was raised that is being told. */
    private static boolean errorClause(Machine m, Term[] a) {
        ErrorOrigin origin = m.extension(ErrorOrigin.class);
        Clause clause = origin == null ? null : origin.clause();
        String place = clause == null ? null : clause.location();
        return clause != null
                && place != null
                && !place.startsWith("library/")
                && !place.startsWith("system/")
                && m.unify(a[0], clause.predicate().qualifiedIndicator())
                && m.unify(a[1], Atom.of(place));
    }

    /** The goal that raised the error that is being told. */
    private static boolean errorGoal(Machine m, Term[] a) {
        ErrorOrigin origin = m.extension(ErrorOrigin.class);
        String goal = origin == null ? null : origin.goalText(m.db().user().operators(), Map.of());
        return goal != null && m.unify(a[0], Atom.of(goal));
    }

    private static boolean loadContext(Machine m, Term[] a) {
        Loader l = Loader.current(m);
        if (l == null || !(a[0].deref() instanceof Atom key)) {
            return false;
        }
        String file = absolute(m, l.file());
        Term value =
                switch (key.name()) {
                    case "module" -> l.module().name();
                    case "source", "file" -> file == null ? null : Atom.of(file);
                    case "directory" -> {
                        File parent = file == null ? null : new File(file).getParentFile();
                        yield parent == null ? null : Atom.of(parent.getPath());
                    }
                    case "dialect" -> Atom.of("clew");
                    case "term_position" ->
                            Struct.of(
                                    "$stream_position",
                                    Int.of(0),
                                    Int.of(l.line()),
                                    Int.of(0),
                                    Int.of(0));
                    case "variable_names" -> l.variableNames();
                    case "term" -> l.clauseTerm();
                    default -> null;
                };
        return value != null && m.unify(a[1], value);
    }

    /** Libraries are resources; their names stay as they are. */
    private static @Nullable String absolute(Machine m, @Nullable String name) {
        File file = name == null ? null : m.db().streams().surroundings().file(name);
        return file == null || !file.exists() ? name : file.getAbsolutePath();
    }

    private static boolean expandTerm(Machine m, Term[] a) {
        Term t = a[0].deref();
        for (Module at : List.of(m.context(), m.db().user(), m.db().system())) {
            Predicate p = at.known(Functor.of("term_expansion", 2));
            if (p != null && p.clauses() != null) {
                Var out = m.newVar();
                if (m.once(Struct.of("term_expansion", t, out), at)) {
                    return m.unify(a[1], out);
                }
            }
        }
        if (t instanceof Struct s && s.functor() == Functor.of("-->", 2)) {
            return m.once(Struct.of("dcg_translate_rule", t, a[1]));
        }
        return m.unify(a[1], t);
    }

    private static boolean expandGoal(Machine m, Term[] a) {
        GoalExpansion expansion = GoalExpansion.of(m, context(m));
        return m.unify(a[1], expansion == null ? a[0] : expansion.expand(a[0]));
    }

    /** The text has been decoded before this is read; what is left is to check the name. */
    private static boolean encoding(Machine m, Term[] a) {
        if (Loader.current(m) == null) {
            throw Errors.permission("directive", "encoding", a[0].deref());
        }
        Atom name = atom(a[0]);
        if (Encoding.of(name.name()) == null) {
            throw Errors.domain("encoding", name);
        }
        return true;
    }

    private static boolean license(Machine m, Term[] a) {
        atom(a[0]);
        return true;
    }

    private static boolean expectsDialect(Machine m, Term[] a) {
        Atom dialect = atom(a[0]);
        if (!List.of("swi", "iso", "clew").contains(dialect.name())) {
            throw Errors.domain("dialect", dialect);
        }
        return true;
    }

    private static Atom atom(Term t) {
        Term name = t.deref();
        if (name instanceof Var) {
            throw Errors.instantiation();
        } else if (!(name instanceof Atom a)) {
            throw Errors.type("atom", name);
        } else {
            return a;
        }
    }

    private static boolean libraryText(Machine m, Term[] a) {
        String text = Library.text(path(a[0]));
        return text != null && m.unify(a[1], Str.of(text));
    }
}
