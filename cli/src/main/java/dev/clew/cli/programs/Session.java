package dev.clew.cli.programs;

import dev.clew.cli.commands.OutputError;
import dev.clew.cli.commands.UsageError;
import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Loader;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.PrologError;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** A database with one machine: what a command works with from its start to its end. */
public final class Session {
    private static final String[] EXTENSIONS = {"", ".pl", ".prolog", ".pro"};

    private final Database db;
    private final Machine machine;
    private final Problems problems;
    private boolean failedOutside;

    /** An empty program with the given standard streams. */
    public Session(StreamTable streams) {
        this.db = new Database(streams);
        this.machine = new Machine(db);
        this.problems = new Problems(machine);
    }

    /** The program. */
    public Database db() {
        return db;
    }

    /** The machine that loads it and runs its goals. */
    public Machine machine() {
        return machine;
    }

    /** Where errors are told. */
    public Problems problems() {
        return problems;
    }

    /** The standard streams. */
    public StreamTable streams() {
        return db.streams();
    }

    /** Makes words the value of the flag {@code argv}. */
    public void setArguments(List<String> words) {
        List<Atom> atoms = new ArrayList<>();
        for (String word : words) {
            atoms.add(Atom.of(word));
        }
        db.flags().define(Atom.of("argv"), Lists.of(atoms));
    }

    /** Loads files one after the other; returns whether none had an error. */
    public boolean load(List<String> files) {
        boolean clean = true;
        for (String file : files) {
            requireFile(file);
        }
        for (String file : files) {
            Loader.Report report = load(file);
            clean &= report != null && report.errors() == 0;
            failedOutside |= report != null && report.failedOutside();
        }
        return clean;
    }

    /** Whether a directive raised an error because something outside did not work. */
    public boolean failedOutside() {
        return failedOutside;
    }

    /** Loads a file; null if it cannot be read, which has been told then. */
    public Loader.@Nullable Report load(String file) {
        requireFile(file);
        try {
            return Loader.consult(machine, file, db.user());
        } catch (PrologError e) {
            OutputError.rethrow(e, streams().userOutput());
            problems.report(e);
            return null;
        }
    }

    private void requireFile(String name) {
        for (String extension : EXTENSIONS) {
            if (streams().surroundings().file(name + extension).isFile()) {
                return;
            }
        }
        throw missing(streams().surroundings().file(name), name);
    }

    /** What to say of a file that is not there. */
    public static UsageError missing(File file, String name) {
        if (file.isDirectory()) {
            return new UsageError("The file (" + name + ") is a folder.", null);
        }
        File folder = file.getAbsoluteFile().getParentFile();
        String[] there = folder == null ? null : folder.list();
        String near = there == null ? null : Nearest.of(file.getName(), List.of(there));
        String prefix = name.substring(0, name.length() - file.getName().length());
        return new UsageError(
                "The file (" + name + ") does not exist.",
                near == null ? null : "Maybe " + prefix + near + "?");
    }
}
