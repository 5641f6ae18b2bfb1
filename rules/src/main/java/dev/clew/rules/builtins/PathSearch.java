package dev.clew.rules.builtins;

import dev.clew.rules.machine.Library;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.Predicate;
import dev.clew.rules.streams.Surroundings;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** One call of {@code absolute_file_name/3}: which files a specification may mean. */
final class PathSearch {
    private static final Functor SEARCH_PATH = Functor.of("file_search_path", 2);
    private static final int DEEPEST_ALIAS = 20;

    private final Machine m;
    private final Surroundings around;
    private List<String> extensions = List.of("");
    private String access = "none";
    private String type = "";
    private boolean errors = true;
    private boolean all;
    private boolean expand;
    private String base;

    PathSearch(Machine m, Term options) {
        this.m = m;
        this.around = m.db().streams().surroundings();
        this.base = around.directory();
        Options o = new Options(options, "absolute_file_name_option");
        while (o.next()) {
            read(o);
        }
    }

    private void read(Options o) {
        switch (o.name()) {
            case "extensions":
                extensions = texts(o.value());
                break;
            case "access":
                access = o.atom();
                break;
            case "file_type":
                type = o.atom();
                addExtensions();
                break;
            case "file_errors":
                errors = !o.atom().equals("fail");
                break;
            case "solutions":
                all = o.atom().equals("all");
                break;
            case "expand":
                expand = o.bool();
                break;
            case "relative_to":
                base = relativeTo(Reading.text(o.bound()));
                break;
            default:
                // Others are for other systems.
        }
    }

    private static List<String> texts(Term list) {
        List<String> texts = new ArrayList<>();
        for (Term item : Lists.items(list)) {
            texts.add(Reading.text(item));
        }
        return texts;
    }

    private void addExtensions() {
        switch (type) {
            case "prolog", "source":
                extensions = List.of("pl", "prolog", "");
                break;
            case "executable":
                extensions = List.of("so", "");
                break;
            default:
                extensions = List.of("");
        }
    }

    private String relativeTo(String path) {
        String absolute = around.absolute(path);
        File file = new File(absolute);
        return file.isDirectory() ? absolute : FileNames.directory(absolute);
    }

    /** Whether all files are wanted, not just the first. */
    boolean wantsAll() {
        return all;
    }

    /**
     * The absolute paths of the files, best first; not more than needed.
     *
     * @throws PrologError if there is none and that is an error
     */
    List<Term> find(Term spec) {
        List<Term> found = new ArrayList<>();
        Term t = Arguments.bound(spec);
        m.db().policy().check("access", "file", t);
        for (String candidate : candidates(t, 0)) {
            for (String extension : extensions) {
                String path = absolute(FileNames.withExtension(candidate, extension));
                if (fits(path)) {
                    found.add(Atom.of(path));
                    if (!all) {
                        return found;
                    }
                }
            }
        }
        if (found.isEmpty()) {
            addLibrary(t, found);
        }
        if (found.isEmpty() && errors) {
            throw failure(t);
        }
        return found;
    }

    private PrologError failure(Term spec) {
        for (String candidate : candidates(spec, 0)) {
            for (String extension : extensions) {
                File file = new File(absolute(FileNames.withExtension(candidate, extension)));
                if (file.isFile()) {
                    return Errors.permission("open", "source_sink", spec);
                }
            }
        }
        return Errors.existence(type.equals("directory") ? "directory" : "source_sink", spec);
    }

    /** The libraries of the engine itself are resources; their paths only name them. */
    private void addLibrary(Term spec, List<Term> found) {
        if (spec instanceof Compound c
                && c.arity() == 1
                && c.name().name().equals("library")
                && segments(c.arg(0)) instanceof String name
                && Library.text("library/".concat(FileNames.stem(name))) != null) {
            found.add(Atom.of("clew:library/" + FileNames.stem(name) + ".pl"));
        }
    }

    private String absolute(String path) {
        String p = expand ? new Globs(around).home(new Globs(around).variables(path)) : path;
        return Surroundings.canonical(Surroundings.isAbsolute(p) ? p : FileNames.join(base, p));
    }

    private boolean fits(String path) {
        File file = new File(path);
        boolean directory = file.isDirectory();
        if (type.equals("directory")) {
            return access.equals("none") ? directory || !file.exists() : directory && permits(file);
        }
        if (directory && (type.equals("regular") || !access.equals("none"))) {
            return false;
        }
        return permits(file);
    }

    private boolean permits(File file) {
        return permits(file, access);
    }

    /** Whether a file may be accessed in a way. */
    static boolean permits(File file, String access) {
        switch (access) {
            case "none":
                return true;
            case "read":
                return file.canRead();
            case "write", "append":
                return file.exists() ? file.canWrite() : parent(file).canWrite();
            case "execute":
                return file.canExecute();
            case "exist":
                return file.exists();
            case "search":
                return file.isDirectory() && file.canExecute();
            default:
                throw Errors.domain("io_mode", Atom.of(access));
        }
    }

    private static File parent(File file) {
        File parent = file.getAbsoluteFile().getParentFile();
        return parent == null ? file : parent;
    }

    /** The paths that a specification may mean, without extensions. */
    private List<String> candidates(Term spec, int depth) {
        Term t = Arguments.bound(spec);
        if (t instanceof Compound c && c.arity() == 1 && depth < DEEPEST_ALIAS) {
            String rest = segments(c.arg(0));
            List<String> found = new ArrayList<>();
            for (Term directory : searchPath(c.name())) {
                for (String d : candidates(directory, depth + 1)) {
                    found.add(FileNames.join(d, rest));
                }
            }
            return found;
        }
        return List.of(segments(t));
    }

    /** The text of a path, which may be a term such as {@code dir/name}. */
    private static String segments(Term spec) {
        StringBuilder out = new StringBuilder();
        Term t = Arguments.bound(spec);
        while (t instanceof Compound c && c.functor() == Functor.SLASH) {
            out.insert(0, "/".concat(Reading.text(c.arg(1))));
            t = Arguments.bound(c.arg(0));
        }
        String first = Text.atomOrStringOrNull(t);
        if (first == null) {
            first = t instanceof Compound ? Text.listOrNull(t) : null;
        }
        if (first == null) {
            throw Errors.type("text", t);
        }
        return out.insert(0, first).toString();
    }

    private List<Term> searchPath(Atom alias) {
        Predicate hook = m.db().user().known(SEARCH_PATH);
        if (hook == null || !hook.isLocal()) {
            return List.of();
        }
        Var directory = m.newVar();
        Var list = m.newVar();
        Term goal = Struct.of(Functor.COLON, Atom.USER, Struct.of(SEARCH_PATH, alias, directory));
        return m.once(Struct.of("findall", directory, goal, list)) ? Lists.items(list) : List.of();
    }
}
