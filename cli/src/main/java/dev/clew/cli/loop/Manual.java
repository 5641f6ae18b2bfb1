package dev.clew.cli.loop;

import dev.clew.cli.programs.Names;
import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Library;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What predicates do, from the comments {@code %!} of the libraries and the list of the built-ins written in Java. */
final class Manual {
    private static final String BUILTINS = "/dev/clew/cli/builtins.txt";
    private static final Functor HELP = Functor.of("help", 1);
    private static final Functor APROPOS = Functor.of("apropos", 1);

    private final Database db;

    Manual(Database db) {
        this.db = db;
    }

    /** The page that a goal {@code help}, {@code help(What)} or {@code apropos(Part)} asks for; null for other goals. */
    @Nullable String answer(Term goal) {
        if (goal == Atom.of("help") && isFree(Functor.of("help", 0))) {
            return Loop.usage().text();
        } else if (goal instanceof Struct s && s.functor() == HELP && isFree(HELP)) {
            return page(s.args[0].deref());
        } else if (goal instanceof Struct s && s.functor() == APROPOS && isFree(APROPOS)) {
            return s.args[0].deref() instanceof Atom a ? apropos(a.name()) : null;
        }
        return null;
    }

    private boolean isFree(Functor f) {
        return db.user().visible(f) == null && db.library().home(f) == null;
    }

    private @Nullable String page(Term what) {
        if (what instanceof Atom a) {
            return orNothing(a.name(), entries(a.name(), -1));
        } else if (what instanceof Struct s
                && s.functor() == Functor.SLASH
                && s.args[0].deref() instanceof Atom a
                && s.args[1].deref() instanceof Int arity) {
            return orNothing(a.name() + "/" + arity.value(), entries(a.name(), (int) arity.value()));
        }
        return null;
    }

    private String orNothing(String what, List<Entry> found) {
        if (found.isEmpty()) {
            List<String> near = new ArrayList<>();
            String name = what.indexOf('/') > 0 ? what.substring(0, what.lastIndexOf('/')) : what;
            for (Functor f : db.nearest(db.user(), Functor.of(name, 0))) {
                near.add(Names.of(f, db.user().operators()));
            }
            String hint = near.isEmpty() ? "Maybe apropos(" + name + ")." : "Maybe " + String.join(" or ", near) + "?";
            return "There is no help on " + what + ".\n" + hint + "\n";
        }
        StringBuilder text = new StringBuilder();
        for (Entry e : found) {
            text.append(text.isEmpty() ? "" : "\n").append(e.text());
        }
        return text.toString();
    }

    private List<Entry> entries(String name, int arity) {
        List<Entry> found = new ArrayList<>();
        for (Entry e : all()) {
            if (e.name().equals(name) && (arity < 0 || e.arity() == arity)) {
                found.add(e);
            }
        }
        return found;
    }

    private String apropos(String part) {
        StringBuilder text = new StringBuilder();
        for (Entry e : all()) {
            if (e.name().contains(part) || e.text().contains(part)) {
                String first = e.text().substring(0, e.text().indexOf('\n'));
                text.append(first).append('\n');
            }
        }
        return text.isEmpty() ? "No predicate has to do with " + part + ".\n" : text.toString();
    }

    /** A predicate and what is written about it, the first line being its call with modes. */
    record Entry(String name, int arity, String text) {}

    private List<Entry> all() {
        List<Entry> entries = new ArrayList<>();
        readBuiltins(entries);
        for (String path : new TreeSet<>(db.library().index().values())) {
            String text = Library.text(path);
            if (text != null) {
                readLibrary(path, text, entries);
            }
        }
        return entries;
    }

    private static void readBuiltins(List<Entry> entries) {
        try (InputStream in = Manual.class.getResourceAsStream(BUILTINS)) {
            String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                int bar = line.indexOf(" | ");
                if (bar > 0) {
                    String call = line.substring(0, bar).strip();
                    add(entries, call, call + "\n    " + line.substring(bar + 3).strip() + "\n");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads comments that start with a line {@code %! call is det}; lines of the same comment may name further predicates. */
    private static void readLibrary(String path, String text, List<Entry> entries) {
        List<String> calls = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.startsWith("%!")) {
                if (!body.isEmpty()) {
                    flush(path, calls, body, entries);
                }
                calls.add(line.substring(2).strip());
            } else if (!calls.isEmpty() && line.startsWith("%")) {
                String rest = line.substring(1).stripTrailing();
                body.append(rest.startsWith("  ") ? "  " + rest : rest.isEmpty() ? "" : "    " + rest.strip()).append('\n');
            } else if (!calls.isEmpty()) {
                flush(path, calls, body, entries);
            }
        }
        flush(path, calls, body, entries);
    }

    private static void flush(String path, List<String> calls, StringBuilder body, List<Entry> entries) {
        String text = body.toString().strip();
        String origin = path.startsWith("library/") ? "  [library(" + path.substring(8) + ")]" : "";
        for (String call : calls) {
            add(entries, call, call + origin + "\n" + (text.isEmpty() ? "" : "    " + text + "\n"));
        }
        calls.clear();
        body.setLength(0);
    }

    private static void add(List<Entry> entries, String call, String text) {
        Signature s = Signature.of(call);
        entries.add(new Entry(s.name(), s.arity(), text));
    }
}
