package dev.clew.rules.documentation;

import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.syntax.ReadFlags;
import dev.clew.rules.syntax.ReadResult;
import dev.clew.rules.syntax.ReadVariable;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.syntax.TermReader;
import dev.clew.rules.syntax.TermWriter;
import dev.clew.rules.syntax.WriteOptions;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A goal with its answers, as documentation shows them:
 *
 * <pre>{@code
 * ?- member(X, [a, b]).
 *    X = a ;
 *    X = b.
 * }</pre>
 */
record Example(String goal, List<String> answers) {

    /** The examples in a text. */
    static List<Example> in(String text) {
        List<Example> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith("?- ")) {
                StringBuilder goal = new StringBuilder(lines.get(i).strip().substring(3));
                while (goal.charAt(goal.length() - 1) != '.') {
                    goal.append('\n').append(lines.get(++i).strip());
                }
                StringBuilder answers = new StringBuilder();
                while (i + 1 < lines.size() && isAnswer(lines.get(i + 1))) {
                    answers.append(lines.get(++i).strip()).append('\n');
                }
                found.add(new Example(goal.toString(), List.of(answers.toString().split(" ;\n"))));
            }
        }
        return found;
    }

    private static boolean isAnswer(String line) {
        return line.startsWith("   ") && !line.strip().startsWith("?- ") && !line.isBlank();
    }

    /** What is shown, written so that {@link #found} can be compared with it. */
    String expected(Database db) {
        Machine m = new Machine(db);
        List<Variable> variables = variables(read(m, goal));
        List<Term> rows = new ArrayList<>();
        for (String answer : answers) {
            String text = answer.strip();
            if (!text.equals("false.")) {
                rows.add(row(m, variables, text));
            }
        }
        return text(db, Lists.of(rows));
    }

    private static Term row(Machine m, List<Variable> variables, String answer) {
        ReadResult read = read(m, answer.endsWith(".") ? answer : answer + " .");
        Map<String, Term> values = new HashMap<>();
        for (ReadVariable v : read.namedVariables()) {
            values.put(v.name(), v.variable());
        }
        bind(m, read.term());
        List<Term> row = new ArrayList<>();
        for (Variable v : variables) {
            row.add(values.getOrDefault(v.name(), m.newVar()));
        }
        return Lists.of(row);
    }

    /** Makes {@code X = 1, Y = 2} hold. */
    private static void bind(Machine m, Term bindings) {
        Term rest = bindings.deref();
        while (rest instanceof Struct s && s.functor() == Functor.COMMA) {
            bind(m, s.args[0]);
            rest = s.args[1].deref();
        }
        if (rest instanceof Struct s && s.name().name().equals("=")) {
            m.unify(s.args[0], s.args[1]);
        } else if (rest != Atom.TRUE) {
            throw new IllegalArgumentException(
                    "The answer (" + rest + ") should be of the form X = Value.");
        }
    }

    /** What Clew answers. */
    String found(Database db) {
        Machine m = new Machine(db);
        ReadResult read = read(m, goal);
        List<Term> values = new ArrayList<>();
        for (Variable v : variables(read)) {
            values.add(v.term());
        }
        Var rows = m.newVar();
        m.once(Struct.of("findall", Lists.of(values), read.term(), rows), db.user());
        return text(db, rows.deref());
    }

    /** Variables named by letters in the order of their occurrence, so that variants are equal. */
    private static String text(Database db, Term rows) {
        Machine m = new Machine(db);
        Term plain = m.copyPlain(rows);
        m.once(Struct.of("numbervars", plain), db.user());
        WriteOptions options = WriteOptions.writeq();
        options.numberVars = true;
        return TermWriter.toText(db.user().operators(), options, m.copyPlain(plain));
    }

    private record Variable(String name, Term term) {}

    private static List<Variable> variables(ReadResult read) {
        List<Variable> named = new ArrayList<>();
        for (ReadVariable v : read.namedVariables()) {
            if (!v.name().startsWith("_")) {
                named.add(new Variable(v.name(), v.variable()));
            }
        }
        return named;
    }

    private static ReadResult read(Machine m, String text) {
        ReadFlags flags = ReadFlags.standard().withVariables(m::newVar);
        return new TermReader(new StringSource(text + "\n"), m.db().user().operators(), flags)
                .read();
    }
}
