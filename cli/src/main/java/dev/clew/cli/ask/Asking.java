package dev.clew.cli.ask;

import dev.clew.cli.answers.Outcome;
import dev.clew.cli.answers.Query;
import dev.clew.cli.commands.Exit;
import dev.clew.cli.commands.OutputError;
import dev.clew.cli.programs.Session;
import dev.clew.cli.programs.SourceText;
import dev.clew.cli.why.WhyAnswer;
import dev.clew.rules.builtins.Cpu;
import dev.clew.rules.machine.Explaining;
import dev.clew.rules.machine.Interruption;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** One goal on its way from the first answer to the outcome. */
final class Asking {
    private final Session session;
    private final Machine machine;
    private final Printer printer;
    private final long limit;
    private final long started;
    private long answers;
    private boolean anyIsTrue;

    Asking(Session session, Printer printer, long limit, long started) {
        this.session = session;
        this.machine = session.machine();
        this.printer = printer;
        this.limit = limit;
        this.started = started;
    }

    /**
     * Prints answers until there are no more or a limit is reached; returns the exit status.
     *
     * @param tellsWhyNot whether to tell why there is no answer
     */
    int run(Query query, boolean tellsWhyNot) {
        return run(query, tellsWhyNot, printer::answer, query.goal());
    }

    /** As {@link #run}, with a proof of each answer. */
    int runProving(Query query, boolean tellsWhyNot) {
        Var node = machine.newVar();
        return run(
                query,
                tellsWhyNot,
                q -> write(printer.lines(q, WhyAnswer.of(machine, q, node, printer.levels()))),
                Explaining.proving(query.goal(), node));
    }

    private void write(List<String> lines) {
        for (String line : lines) {
            Lines.write(session, line);
        }
    }

    private int run(Query query, boolean tellsWhyNot, Consumer<Query> told, Term goal) {
        try {
            boolean found = machine.solve(goal, session.db().user());
            while (found) {
                answers++;
                anyIsTrue |= machine.condition() == Atom.TRUE;
                told.accept(query);
                if (!machine.hasMore()) {
                    break;
                } else if (answers == limit) {
                    return stoppedAtLimit();
                }
                found = machine.redo();
            }
        } catch (Interruption e) {
            return interrupted(e);
        } catch (PrologError e) {
            return failed(e, query.names());
        }
        if (answers == 0 && tellsWhyNot) {
            printer.whyNot(WhyNot.text(session, query));
        }
        return finished();
    }

    private int finished() {
        printer.end(outcome(kind(), true, null, null, null));
        return status();
    }

    private Outcome.Kind kind() {
        return anyIsTrue
                ? Outcome.Kind.ANSWERED
                : answers > 0 ? Outcome.Kind.UNDEFINED : Outcome.Kind.NO;
    }

    private int status() {
        return anyIsTrue ? Exit.ANSWERED : answers > 0 ? Exit.UNDEFINED : Exit.NO;
    }

    /** As {@link #run}, with the smallest proof of each answer, among the first proofs found. */
    int runShortest(Query query, boolean tellsWhyNot) {
        Var node = machine.newVar();
        Shortest shortest = new Shortest(printer);
        boolean isWhole = true;
        try {
            boolean found =
                    machine.solve(Explaining.proving(query.goal(), node), session.db().user());
            while (found) {
                anyIsTrue |= machine.condition() == Atom.TRUE;
                shortest.add(query, WhyAnswer.of(machine, query, node, Integer.MAX_VALUE));
                if (!machine.hasMore()) {
                    break;
                } else if (shortest.isFull()) {
                    isWhole = false;
                    break;
                }
                found = machine.redo();
            }
        } catch (Interruption e) {
            write(shortest.lines(limit));
            answers = shortest.count();
            return interrupted(e);
        } catch (PrologError e) {
            return failed(e, query.names());
        }
        write(shortest.lines(limit));
        answers = Math.min(shortest.count(), limit);
        if (!isWhole || shortest.count() > limit) {
            return stoppedAtLimit();
        } else if (answers == 0 && tellsWhyNot) {
            printer.whyNot(WhyNot.text(session, query));
        }
        return finished();
    }

    private int stoppedAtLimit() {
        machine.close();
        printer.end(outcome(kind(), false, "answers", null, null));
        return status();
    }

    /** The query was ended from outside. */
    int interrupted(Interruption e) {
        if (e.reason() == Interruption.Reason.HALT) {
            throw e;
        }
        String what = e.reason().name().toLowerCase(Locale.ROOT);
        printer.end(outcome(Outcome.Kind.LIMIT, false, what, null, null));
        return Exit.LIMIT;
    }

    int failed(PrologError e, Map<Var, String> names) {
        OutputError.rethrow(e, session.streams().userOutput());
        List<String> lines = session.problems().report(e, names);
        printer.end(outcome(Outcome.Kind.ERROR, false, null, String.join("\n", lines), e.term()));
        return session.problems().status(e);
    }

    /** The question cannot be asked; the details have been told. */
    int wrong(String sentence) {
        printer.end(outcome(Outcome.Kind.ERROR, false, null, sentence, null));
        return Exit.WRONG;
    }

    /** The goal is not a term. */
    void wrongGoal(SourceText source, int row, int column, String sentence) {
        session.problems().say(source.finding(row, column, "error", sentence));
        wrong(sentence);
    }

    /** The question has been answered in full. */
    int ended(long found) {
        answers = found;
        anyIsTrue = found > 0;
        return finished();
    }

    private Outcome outcome(
            Outcome.Kind kind,
            boolean complete,
            @Nullable String what,
            @Nullable String text,
            @Nullable Term error) {
        boolean counts = printer.wantsCosts();
        return new Outcome(
                kind,
                answers,
                complete,
                what,
                machine.inferences(),
                counts ? Cpu.ofProcess() / 1_000_000 : 0,
                (System.nanoTime() - started) / 1_000_000,
                text,
                error);
    }
}
