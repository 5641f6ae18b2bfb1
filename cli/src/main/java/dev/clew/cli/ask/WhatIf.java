package dev.clew.cli.ask;

import dev.clew.cli.answers.Query;
import dev.clew.cli.programs.Session;
import dev.clew.cli.programs.SourceText;
import dev.clew.rules.machine.Interruption;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.syntax.SyntaxError;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A goal asked twice: of the program as it is, and with facts added or taken away. */
final class WhatIf {
    private final Session session;
    private final Machine machine;
    private final Asking asking;
    private final Printer printer;

    WhatIf(Session session, Asking asking, Printer printer) {
        this.session = session;
        this.machine = session.machine();
        this.asking = asking;
        this.printer = printer;
    }

    /**
     * Shows how the answers and their proofs change; returns the exit status for those of the
     * changed program.
     *
     * @param tellsWhy whether to show the proofs themselves
     */
    int run(Query query, List<String> assumed, List<String> removed, boolean tellsWhy) {
        try {
            List<Term> added = facts(assumed);
            List<Term> gone = facts(removed);
            if (added == null || gone == null) {
                return asking.wrong("A fact cannot be read.");
            }
            ProvedAnswers before = ProvedAnswers.of(session, query, printer);
            String missing = change(added, gone, removed);
            if (missing != null) {
                session.problems().say("There is no fact (" + missing + ") to do without.");
                return asking.wrong("There is no fact (" + missing + ") to do without.");
            }
            ProvedAnswers after = ProvedAnswers.of(session, query, printer);
            for (String answer : after.answers()) {
                Change change = before.has(answer) ? Change.SAME : Change.NEW;
                tell(answer, change, before.difference(answer, after), after, tellsWhy);
            }
            for (String answer : before.answers()) {
                if (!after.has(answer)) {
                    tell(answer, Change.LOST, ProvedAnswers.Difference.NONE, before, tellsWhy);
                }
            }
            return asking.ended(after.answers().size());
        } catch (Interruption e) {
            return asking.interrupted(e);
        } catch (PrologError e) {
            return asking.failed(e, query.names());
        }
    }

    private void tell(
            String answer,
            Change change,
            ProvedAnswers.Difference difference,
            ProvedAnswers proofs,
            boolean tellsWhy) {
        printer.change(answer, change, difference, tellsWhy ? proofs.proof(answer) : List.of());
    }

    /** What becomes of an answer. */
    enum Change {
        /** It is an answer with and without the change. */
        SAME,
        /** It is an answer after the change only. */
        NEW,
        /** It is an answer before the change only. */
        LOST
    }

    private @Nullable List<Term> facts(List<String> texts) {
        List<Term> facts = new ArrayList<>();
        for (String text : texts) {
            SourceText source = new SourceText("fact", text);
            try {
                facts.add(Query.parse(machine, text).goal());
            } catch (SyntaxError e) {
                session.problems().say(source.finding(e.line(), e.column(), "error", e.sentence()));
                return null;
            } catch (Query.MoreThanOne e) {
                session.problems()
                        .say(
                                source.finding(
                                        e.line(),
                                        e.column(),
                                        "error",
                                        "The fact ends before this."));
                return null;
            }
        }
        return facts;
    }

    /** Makes the changes; returns the text of a fact to remove that is not there, or null. */
    private @Nullable String change(List<Term> added, List<Term> gone, List<String> texts) {
        for (int i = 0; i < gone.size(); i++) {
            Var count = machine.newVar();
            machine.once(Struct.of("$without", gone.get(i), count), session.db().user());
            if (count.deref() instanceof Int n && n.value() == 0) {
                return texts.get(i);
            }
        }
        for (Term fact : added) {
            machine.once(Struct.of("$assume", fact), session.db().user());
        }
        return null;
    }
}
