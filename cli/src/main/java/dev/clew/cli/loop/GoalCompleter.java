package dev.clew.cli.loop;

import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Module;
import dev.clew.rules.machine.Predicate;
import dev.clew.rules.terms.Functor;

import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Completes names of predicates, and of files within quotes and brackets. */
final class GoalCompleter implements Completer {
    private static final int UNKNOWN_ARITY = -1;

    private final Database db;

    GoalCompleter(Database db) {
        this.db = db;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        GoalParser.Word word = (GoalParser.Word) line;
        String before = word.line().substring(0, word.start());
        if (before.strip().equals("[") || before.endsWith("'") || before.endsWith("\"")) {
            files(word.word(), candidates);
        } else if (before.strip().equals(":") && before.indexOf(':') == 0) {
            candidates.add(candidate("help"));
            candidates.add(candidate("quit"));
        } else if (!word.word().isEmpty() && !Character.isUpperCase(word.word().charAt(0))) {
            predicates(word.word(), candidates);
        }
    }

    private static Candidate candidate(String text) {
        return new Candidate(text, text, null, null, null, null, false);
    }

    private void predicates(String prefix, List<Candidate> candidates) {
        Map<String, Integer> found = new TreeMap<>();
        for (Module m : List.of(db.user(), db.system())) {
            for (Predicate p : m.predicates()) {
                if (m.visible(p.functor()) != null) {
                    note(p.functor(), prefix, found);
                }
            }
        }
        for (Functor f : db.library().index().keySet()) {
            note(f, prefix, found);
        }
        found.forEach((name, arity) -> candidates.add(predicate(name, arity)));
    }

    private static Candidate predicate(String name, int arity) {
        String value = arity == 0 ? name : name + "(";
        return new Candidate(
                value,
                arity == UNKNOWN_ARITY ? name : name + "/" + arity,
                null,
                null,
                null,
                null,
                false);
    }

    private static void note(Functor f, String prefix, Map<String, Integer> found) {
        String name = f.name().name();
        boolean isWord = !name.isEmpty() && Character.isLowerCase(name.charAt(0));
        if (isWord && name.startsWith(prefix)) {
            found.merge(name, f.arity(), (x, y) -> x.equals(y) ? x : UNKNOWN_ARITY);
        }
    }

    private void files(String typed, List<Candidate> candidates) {
        int slash = typed.lastIndexOf('/');
        String folder = typed.substring(0, slash + 1);
        File[] there =
                db.streams().surroundings().file(folder.isEmpty() ? "." : folder).listFiles();
        for (File f : there == null ? new File[0] : there) {
            String name = f.getName();
            if (name.startsWith(typed.substring(slash + 1)) && !name.startsWith(".")) {
                candidates.add(candidate(folder + name + (f.isDirectory() ? "/" : "")));
            }
        }
    }
}
