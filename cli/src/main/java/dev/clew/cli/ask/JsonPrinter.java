package dev.clew.cli.ask;

import dev.clew.cli.answers.AnswerJson;
import dev.clew.cli.answers.Answers;
import dev.clew.cli.answers.Outcome;
import dev.clew.cli.answers.Query;
import dev.clew.cli.programs.Session;
import dev.clew.rules.streams.PrologStream;

/** Answers for programs: JSON, one object a line. */
final class JsonPrinter implements Printer {
    private final Session session;
    private final Answers answers;
    private final AnswerJson json;

    JsonPrinter(Session session) {
        this.session = session;
        this.answers = new Answers(session.machine());
        this.json = new AnswerJson(session.machine());
    }

    @Override
    public void answer(Query query) {
        line(json.of(answers.of(query, false)));
    }

    @Override
    public void end(Outcome outcome) {
        line(json.of(outcome));
    }

    private void line(String s) {
        PrologStream out = session.streams().userOutput();
        if (out.column() > 0) {
            out.write("\n");
        }
        out.write(s);
        out.write("\n");
        out.flush();
    }

    @Override
    public boolean wantsCosts() {
        return true;
    }
}
