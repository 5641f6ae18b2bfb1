package dev.clew.cli.ask;

import dev.clew.cli.answers.AnswerText;
import dev.clew.cli.answers.Answers;
import dev.clew.cli.answers.Outcome;
import dev.clew.cli.answers.Query;
import dev.clew.cli.programs.Session;
import dev.clew.cli.why.WhyAnswer;
import dev.clew.cli.why.WhyForm;

import java.util.List;

/** Answers for people, one a line. */
final class TextPrinter implements Printer {
    private final Session session;
    private final Answers answers;
    private final AnswerText text;
    private final WhyForm form;
    private List<String> why = List.of();

    /**
     * @param form how proofs are written, where they are wanted
     */
    TextPrinter(Session session, WhyForm form) {
        this.form = form;
        this.session = session;
        this.answers = new Answers(session.machine());
        this.text = new AnswerText(session.machine());
    }

    @Override
    public void answer(Query query) {
        Lines.write(session, line(query));
    }

    @Override
    public String line(Query query) {
        return text.line(answers.of(query, true));
    }

    @Override
    public List<String> lines(Query query, WhyAnswer proof) {
        return form.lines(line(query), proof);
    }

    @Override
    public int levels() {
        return form.levels();
    }

    @Override
    public List<String> proof(Query query, WhyAnswer why) {
        return form.proof(why);
    }

    @Override
    public void change(
            String answer,
            WhatIf.Change change,
            ProvedAnswers.Difference difference,
            List<String> proof) {
        String mark =
                switch (change) {
                    case SAME -> difference.isNone() ? "  " : "~ ";
                    case NEW -> "+ ";
                    case LOST -> "- ";
                };
        Lines.write(session, mark + answer);
        for (String line : difference.gone()) {
            Lines.write(session, "  - " + line);
        }
        for (String line : difference.added()) {
            Lines.write(session, "  + " + line);
        }
        for (String line : proof) {
            Lines.write(session, "  " + line);
        }
    }

    @Override
    public void whyNot(List<String> lines) {
        why = lines;
    }

    @Override
    public void end(Outcome o) {
        if (o.kind() == Outcome.Kind.NO) {
            Lines.write(session, "no");
            for (String line : why) {
                Lines.write(session, line);
            }
        } else if (o.kind() == Outcome.Kind.LIMIT) {
            session.problems()
                    .say(
                            "Stopped early: "
                                    + reached(o)
                                    + " was reached after "
                                    + count(o.answers())
                                    + ".");
        } else if (o.limit() != null) {
            session.problems().say("... maybe more answers; use --all or --limit N");
        }
    }

    private static String reached(Outcome o) {
        String what = o.limit();
        return "time".equals(what) ? "the time limit" : "the limit on " + what;
    }

    private static String count(long n) {
        return n == 0 ? "no answers" : n == 1 ? "1 answer" : n + " answers";
    }

    @Override
    public boolean wantsCosts() {
        return false;
    }
}
