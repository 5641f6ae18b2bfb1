package dev.clew.cli.loop;

import dev.clew.cli.answers.Answer;
import dev.clew.cli.answers.AnswerText;
import dev.clew.cli.answers.Answers;
import dev.clew.cli.answers.Query;
import dev.clew.cli.commands.Exit;
import dev.clew.cli.commands.OutputError;
import dev.clew.cli.programs.Session;
import dev.clew.rules.machine.Interruption;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Runs the goals of a loop and prints their answers in the manner of Prolog's top level. */
final class Conversation {
    private static final Atom WHY = Atom.of("why");
    private static final int SHORT = 100;
    private static final int MOST_REASONS = 8;

    private final Session session;
    private final Machine machine;
    private final Answers answers;
    private final Listener listener;
    private final Colours colours;
    private final Manual manual;
    private @Nullable LastAnswer last;

    /** Says after an answer whether to look for the next. */
    interface Listener {
        /**
         * Whether another answer is wanted; {@code full} prints the present one in full, {@code
         * why} its proof.
         */
        boolean wantsMore(Runnable full, Runnable why);

        /** Whether the user has asked the goal to stop. */
        default boolean wasInterrupted() {
            return false;
        }
    }

    Conversation(Session session, Listener listener, Colours colours) {
        this.session = session;
        this.machine = session.machine();
        this.answers = new Answers(machine);
        this.listener = listener;
        this.colours = colours;
        this.manual = new Manual(session.db());
    }

    /** Runs a goal; returns how it ended, as an exit status. */
    int run(Query typed) {
        Query query = typed.plain();
        Term goal = query.goal().deref();
        String page = manual.answer(goal);
        if (page != null) {
            print(page);
            return Exit.ANSWERED;
        }
        try {
            if (goal == WHY && manual.isFree(Functor.of("why", 0))) {
                return why();
            }
            return solve(query);
        } catch (Interruption e) {
            if (e.reason() == Interruption.Reason.HALT) {
                throw e;
            }
            return stoppedEarly();
        } catch (PrologError e) {
            OutputError.rethrow(e, session.streams().userOutput());
            session.problems().report(e, query.names());
            return session.problems().status(e);
        }
    }

    /** Tells why the answer that was shown last holds. */
    private int why() {
        LastAnswer answer = last;
        if (answer == null) {
            session.problems().say("There is no answer yet. Maybe ask a goal first.");
            return Exit.NO;
        }
        return print(answer.why()) ? Exit.ANSWERED : Exit.NO;
    }

    private boolean print(List<String> proof) {
        if (proof.isEmpty()) {
            session.problems().say("The goal does not give this answer again.");
            return false;
        }
        print(String.join("\n", proof) + "\n");
        return true;
    }

    private void interposeWhy(LastAnswer answer) {
        session.streams().userOutput().write("\n");
        print(answer.why());
    }

    private int solve(Query query) {
        LastAnswer answer = new LastAnswer(machine, query);
        boolean found = machine.solve(query.goal(), session.db().user());
        boolean any = found;
        boolean anyIsTrue = false;
        while (found && !listener.wasInterrupted()) {
            anyIsTrue |= machine.condition() == Atom.TRUE;
            answer.next();
            last = answer;
            print(text(query, SHORT));
            if (!machine.hasMore()) {
                print(".\n");
                return anyIsTrue ? Exit.ANSWERED : Exit.UNDEFINED;
            } else if (!listener.wantsMore(
                    () -> print("\n" + text(query, 0)), () -> interposeWhy(answer))) {
                machine.close();
                return anyIsTrue ? Exit.ANSWERED : Exit.UNDEFINED;
            }
            found = machine.redo();
        }
        if (listener.wasInterrupted()) {
            machine.close();
            return stoppedEarly();
        }
        print(colours.no("false") + ".\n");
        return anyIsTrue ? Exit.ANSWERED : any ? Exit.UNDEFINED : Exit.NO;
    }

    private int stoppedEarly() {
        if (listener.wasInterrupted()) {
            // The terminal has shown ^C where the cursor was.
            session.streams().userOutput().write("\n");
        }
        session.problems().say(colours.warning("Stopped early."));
        return Exit.LIMIT;
    }

    private String text(Query query, int depth) {
        AnswerText writer = new AnswerText(machine, depth);
        Answer answer = answers.of(query, true);
        String text = writer.of(answer, ",\n");
        if (answer.isUndefined()) {
            text = text.equals("true") ? "undefined" : text + ",\nundefined";
            return reasons(answer, writer) + text;
        }
        return endsInSymbol(text) ? text + " " : text;
    }

    /** The clauses, reduced to what is undefined, that leave an answer open, as comments. */
    private String reasons(Answer answer, AnswerText writer) {
        Var list = machine.newVar();
        Term goal = Struct.of("delays_residual_program", answer.condition(), list);
        StringBuilder text = new StringBuilder();
        if (machine.once(goal, session.db().user())) {
            List<Term> clauses = Lists.items(list);
            for (Term clause : clauses.subList(0, Math.min(clauses.size(), MOST_REASONS))) {
                Struct rule = (Struct) clause.deref();
                text.append("% ").append(writer.text(rule.args[0], 999, answer.names()));
                text.append(" :- ").append(writer.text(rule.args[1], 1199, answer.names()));
                text.append(".\n");
            }
            if (clauses.size() > MOST_REASONS) {
                text.append("% ...\n");
            }
        }
        return text.toString();
    }

    private static boolean endsInSymbol(String text) {
        return "#$&*+-./:<=>?@^~\\".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** Prints what the loop itself has to say, from the start of a line. */
    private void print(String text) {
        PrologStream out = session.streams().userOutput();
        if (out.column() > 0 && !text.startsWith(".") && !text.startsWith("\n")) {
            out.write("\n");
        }
        out.write(text);
        out.flush();
    }
}
