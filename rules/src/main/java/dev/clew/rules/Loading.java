package dev.clew.rules;

import dev.clew.rules.Problem.Severity;
import dev.clew.rules.limits.Watch;
import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Interruption;
import dev.clew.rules.machine.LoadListener;
import dev.clew.rules.machine.Loader;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One load: gathers the problems instead of printing them. */
final class Loading implements LoadListener {
    private final Engine engine;
    private final Database db;
    private final List<Problem> problems = new ArrayList<>();
    private long patience = Words.TIME_FOR_A_MESSAGE;
    private @Nullable String path;
    private String name = "text";

    private Loading(Engine engine) {
        this.engine = engine;
        this.db = engine.database();
    }

    static List<Problem> file(Engine engine, Path file) {
        String name = file.toString();
        try {
            return new Loading(engine).load(decode(Files.readAllBytes(file)), name, name);
        } catch (NoSuchFileException e) {
            throw unreadable(name, "The file does not exist.");
        } catch (IOException e) {
            throw unreadable(name, "The file cannot be read: " + e.getMessage());
        }
    }

    static List<Problem> resource(Engine engine, Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw unreadable(
                        name, "There is no such resource beside " + beside.getName() + ".");
            }
            return new Loading(engine).load(decode(in.readAllBytes()), name, name);
        } catch (IOException e) {
            throw unreadable(name, "The resource cannot be read: " + e.getMessage());
        }
    }

    static List<Problem> text(Engine engine, String text, String name) {
        return new Loading(engine).load(text, name, null);
    }

    private static LoadException unreadable(String name, String why) {
        return new LoadException(List.of(new Problem(Severity.ERROR, name, 0, why)));
    }

    /** Rules are UTF-8; a byte order mark and a first line for the shell are no part of them. */
    private static String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return plain.startsWith("#!") ? "%" + plain.substring(1) : plain;
    }

    /**
     * @param name what problems call the text
     * @param path what the engine calls it, or null for a text whose clauses are never replaced
     */
    private List<Problem> load(String text, String name, @Nullable String path) {
        Machine m = new Machine(db);
        m.setExtension(LoadListener.class, this);
        Budget budget = engine.budget();
        m.limits().setInferences(budget.inferences());
        m.limits().setGrowth(budget.bytes());
        m.limits().setDepth(budget.depth());
        if (budget.nanos() != Long.MAX_VALUE) {
            m.limits().setDeadline(System.nanoTime() + budget.nanos());
        }
        run(m, text, name, path);
        db.streams().userOutput().flush();
        if (problems.stream().anyMatch(p -> p.severity() == Severity.ERROR)) {
            throw new LoadException(problems);
        }
        return List.copyOf(problems);
    }

    private void run(Machine m, String text, String name, @Nullable String path) {
        this.path = path;
        this.name = name;
        Runnable before = Watch.set(m.limits()::check);
        try {
            if (path != null) {
                db.loaded().put(path, db.user());
            }
            Loader.Report report = Loader.load(m, new StringSource(text), path, db.user());
            if (path != null) {
                db.loaded().put(path, report.module());
            }
            if (report.module() != db.user()) {
                Loader.importAll(m, report.module(), db.user());
            }
        } catch (PrologError e) {
            throw engine.failure(m, e, Map.of());
        } catch (Interruption e) {
            throw Stops.exception(e.reason(), e.status(), engine.budget());
        } finally {
            Watch.set(before);
        }
    }

    @Override
    public void problem(
            String kind, @Nullable String file, int line, Term message, @Nullable String sentence) {
        Severity severity = kind.equals("error") ? Severity.ERROR : Severity.WARNING;
        String where = file == null || file.equals(path) ? name : file;
        String text = sentence != null ? "Syntax error: " + sentence : words(plain(message));
        problems.add(new Problem(severity, where, line, text));
    }

    /** Hooks of the rules may have their say about all messages of a load, but not for long. */
    private String words(Term message) {
        long start = System.nanoTime();
        String text = Words.message(db, message, patience);
        patience = Math.max(0, patience - (System.nanoTime() - start));
        return text;
    }

    /** The problem says where; its message need not. */
    private static Term plain(Term message) {
        if (!(message.deref() instanceof Struct s) || !s.name().name().equals("init_goal")) {
            return message;
        } else if (s.args[0].deref() instanceof Struct raised) {
            return Struct.of("unhandled_exception", raised.args[0]);
        }
        Term[] args = s.args.clone();
        args[args.length - 1] = Atom.USER;
        return Struct.of(s.name(), args);
    }
}
