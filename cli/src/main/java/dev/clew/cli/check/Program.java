package dev.clew.cli.check;

import dev.clew.cli.commands.UsageError;
import dev.clew.cli.programs.Session;
import dev.clew.rules.machine.Module;
import dev.clew.rules.machine.Predicate;
import dev.clew.rules.syntax.ReadResult;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.PrologError;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the files define and call. The predicates themselves are entered, without clauses, in the
 * database of the session.
 */
final class Program {
    private static final String[] EXTENSIONS = {"", ".pl", ".prolog", ".pro"};

    private final Session session;
    private final Map<String, Module> read = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final Map<Predicate, Definition> definitions = new LinkedHashMap<>();
    private final List<Export> exported = new ArrayList<>();
    private final Set<Functor> roots = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private boolean hasStart;
    private int files;

    Program(Session session) {
        this.session = session;
    }

    Session session() {
        return session;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Call> calls() {
        return calls;
    }

    /** The predicates with clauses, and where they begin. */
    Map<Predicate, Definition> definitions() {
        return definitions;
    }

    /** Notes that clauses of a predicate come and go while the program runs. */
    void changed(Module module, Functor f) {
        roots.add(f);
        try {
            session.db().clausesForChange(module.predicate(f), "modify");
        } catch (PrologError e) {
            // A built-in: changing it fails when the program runs, if it comes to that.
        }
    }

    /** What counts as used although nothing calls it. */
    Set<Functor> roots() {
        return roots;
    }

    /** An export and where it is declared. */
    record Export(Module module, Functor functor, SourceFile file, int row, int column) {}

    /** Notes that a module exports a predicate. */
    void export(Module module, Functor f, SourceFile file, ReadResult r) {
        exported.add(new Export(module, f, file, r.line(), r.column()));
    }

    /** All exports. */
    List<Export> exports() {
        return exported;
    }

    /** What a module exports. */
    List<Functor> exports(Module module) {
        List<Functor> functors = new ArrayList<>();
        for (Export e : exported) {
            if (e.module() == module) {
                functors.add(e.functor());
            }
        }
        return functors;
    }

    /** Whether the program says where it starts: by exports, an initialization goal or main/0. */
    boolean hasStart() {
        return hasStart;
    }

    void setStart() {
        hasStart = true;
    }

    void report(SourceFile file, int row, int column, Severity severity, String text) {
        if (file.isAsked()) {
            findings.add(new Finding(file, row, column, severity, text));
        }
    }

    /** Checks that a file exists. */
    void require(String name) {
        File path = find(session.streams().surroundings().file(name));
        if (path == null) {
            throw Session.missing(session.streams().surroundings().file(name), name);
        }
        asked.add(path.getAbsoluteFile().toPath().normalize().toString());
    }

    /** Reads a file that the user named. */
    void add(String name) {
        File path = find(session.streams().surroundings().file(name));
        if (path != null) {
            try {
                read(path, true, session.db().user());
            } catch (IOException e) {
                throw new UsageError("The file (" + name + ") cannot be read.", null);
            }
        }
    }

    /** Reads a file that another one mentions; returns its module, or null if it is not there. */
    @Nullable Module mentioned(File path, boolean isAsked, Module into) {
        File found = find(path);
        try {
            return found == null ? null : read(found, isAsked, into);
        } catch (IOException e) {
            return null;
        }
    }

    private Module read(File path, boolean isAsked, Module into) throws IOException {
        String key = path.getAbsoluteFile().toPath().normalize().toString();
        Module known = read.get(key);
        if (known != null) {
            return known;
        }
        read.put(key, into);
        FileScan scan =
                new FileScan(
                        this, SourceFile.read(files++, path, isAsked || asked.contains(key)), into);
        Module module = scan.run();
        read.put(key, module);
        return module;
    }

    private static @Nullable File find(File path) {
        for (String extension : EXTENSIONS) {
            File f = new File(path.getPath() + extension);
            if (f.isFile()) {
                return f;
            }
        }
        return null;
    }
}
