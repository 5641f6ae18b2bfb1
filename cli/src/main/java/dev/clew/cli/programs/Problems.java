package dev.clew.cli.programs;

import dev.clew.cli.commands.Exit;
import dev.clew.rules.machine.Clause;
import dev.clew.rules.machine.ErrorOrigin;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.SourceError;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.syntax.TermWriter;
import dev.clew.rules.syntax.WriteOptions;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells the user what went wrong, on standard error. */
public final class Problems {
    private final Machine machine;

    Problems(Machine machine) {
        this.machine = machine;
    }

    /** Tells of an error that nothing has caught; returns what it says. */
    public List<String> report(PrologError error) {
        return report(error, Map.of());
    }

    /**
     * As {@link #report(PrologError)}.
     *
     * @param names what the user calls the variables of the goal that was asked
     */
    public List<String> report(PrologError error, Map<Var, String> names) {
        ErrorOrigin origin = machine.errorOrigin();
        List<String> lines = lines(origin == null ? error.term() : origin.told(error.term()));
        String goal =
                origin == null ? null : origin.goalText(machine.db().user().operators(), names);
        if (goal != null) {
            lines.add("Goal: " + goal);
        }
        String place = place(origin);
        if (place != null) {
            lines.add(place);
        }
        say("Error: ", lines);
        return lines;
    }

    /** The exit status for an error that nothing has caught. */
    public int status(PrologError error) {
        return SourceError.is(error.term()) ? Exit.OUTSIDE : Exit.WRONG;
    }

    /** The text of an error, line by line. */
    public List<String> lines(Term ball) {
        Var lines = machine.newVar();
        Term message = Struct.of("unhandled_exception", ball);
        List<String> text = new ArrayList<>();
        try {
            if (machine.once(
                    Struct.of("message_to_lines", message, lines), machine.db().system())) {
                for (Term line : Lists.items(lines)) {
                    text.add(line.deref() instanceof Str s ? s.value() : line.toString());
                }
            }
        } catch (PrologError e) {
            text.clear();
        }
        if (text.isEmpty()) {
            text.add(
                    TermWriter.toText(
                            machine.db().user().operators(), WriteOptions.writeq(), ball));
        }
        return text;
    }

    /** The clause that was running, if it is one of the user's. */
    private @Nullable String place(@Nullable ErrorOrigin origin) {
        Clause clause = origin == null ? null : origin.clause();
        String location = clause == null ? null : clause.location();
        if (clause == null || location == null || isLibrary(location)) {
            return null;
        }
        String name =
                TermWriter.toText(
                        machine.db().user().operators(),
                        WriteOptions.writeq(),
                        clause.predicate().qualifiedIndicator());
        return "In " + name + " at " + location;
    }

    private static boolean isLibrary(String location) {
        return location.startsWith("library/") || location.startsWith("system/");
    }

    /** Prints lines, the first one behind {@code prefix}, the others indented. */
    public void say(String prefix, List<String> lines) {
        StringBuilder text = new StringBuilder(prefix);
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == 0 ? "" : "\n  ").append(lines.get(i));
        }
        say(text.toString());
    }

    /** Whether what the program writes has left the cursor of the terminal behind some text. */
    private static boolean isMidLine(PrologStream output, PrologStream error) {
        return output.column() > 0 && output.isTerminal() && error.isTerminal();
    }

    /** Prints a line. */
    public void say(String line) {
        try {
            machine.db().streams().userOutput().flush();
        } catch (PrologError e) {
            // What is to be said goes elsewhere.
        }
        PrologStream error = machine.db().streams().userError();
        PrologStream output = machine.db().streams().userOutput();
        if (isMidLine(output, error)) {
            error.write("\n");
            output.column(0);
        } else if (error.column() > 0) {
            error.write("\n");
        }
        error.write(line);
        error.write("\n");
        error.flush();
    }
}
