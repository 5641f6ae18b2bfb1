package dev.clew.cli.answers;

import dev.clew.rules.builtins.TermText;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.syntax.StringSink;
import dev.clew.rules.syntax.TermWriter;
import dev.clew.rules.syntax.WriteOptions;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes answers as Prolog users know them: {@code X = tom, Y = f(Z), dif(Z, a)}. */
public final class AnswerText {
    private static final int ARGUMENT = 699;
    private static final int GOAL = 999;

    private final Machine machine;
    private final int maxDepth;

    /** Writes terms in full. */
    public AnswerText(Machine machine) {
        this(machine, 0);
    }

    /** Writes terms to a depth; 0 is in full. */
    public AnswerText(Machine machine, int maxDepth) {
        this.machine = machine;
        this.maxDepth = maxDepth;
    }

    /**
     * The equations and constraints of an answer, joined by {@code separator}; {@code true} if
     * there are none.
     */
    public String of(Answer answer, String separator) {
        StringBuilder text = new StringBuilder();
        for (String part : parts(answer)) {
            text.append(text.isEmpty() ? "" : separator).append(part);
        }
        return text.isEmpty() ? "true" : text.toString();
    }

    /** As {@link #of(Answer, String)}, and whether it is undefined: {@code X = a (undefined)}. */
    public String line(Answer answer) {
        if (!answer.isUndefined()) {
            return of(answer, ", ");
        }
        List<String> parts = parts(answer);
        return parts.isEmpty() ? "undefined" : String.join(", ", parts) + " (undefined)";
    }

    private List<String> parts(Answer answer) {
        List<String> parts = new ArrayList<>();
        List<Answer.Binding> bindings = answer.bindings();
        for (int i = 0; i < bindings.size(); i++) {
            Answer.Binding b = bindings.get(i);
            if (b.value() instanceof Var v) {
                String other = alias(bindings, i, v);
                if (other != null) {
                    parts.add(b.name() + " = " + other);
                }
            } else {
                parts.add(b.name() + " = " + text(b.value(), ARGUMENT, answer.names()));
            }
        }
        for (Term c : answer.constraints()) {
            parts.add(text(c, GOAL, answer.names()));
        }
        return parts;
    }

    /** The next variable that is the same as that of binding {@code i}. */
    private static @org.jspecify.annotations.Nullable String alias(
            List<Answer.Binding> bindings, int i, Var v) {
        for (int j = i + 1; j < bindings.size(); j++) {
            if (bindings.get(j).value() == v) {
                return bindings.get(j).name();
            }
        }
        return null;
    }

    /** A term as it is written in answers. */
    public String text(Term term, int priority, Map<Var, String> names) {
        StringSink sink = new StringSink();
        WriteOptions options = WriteOptions.writeq();
        options.spaceArguments = true;
        options.priority = priority;
        options.variableNames = names;
        options.maxDepth = maxDepth;
        options.portray = TermText.portray(machine, sink);
        TermWriter.write(sink, machine.db().user().operators(), options, term);
        return sink.toString();
    }
}
