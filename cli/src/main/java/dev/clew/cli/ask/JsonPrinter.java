package dev.clew.cli.ask;

import dev.clew.cli.answers.AnswerJson;
import dev.clew.cli.answers.Answers;
import dev.clew.cli.answers.Outcome;
import dev.clew.cli.answers.Query;
import dev.clew.cli.programs.Session;

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
        Lines.write(session, json.of(answers.of(query, false)));
    }

    @Override
    public void end(Outcome outcome) {
        Lines.write(session, json.of(outcome));
    }

    @Override
    public boolean wantsCosts() {
        return true;
    }
}
