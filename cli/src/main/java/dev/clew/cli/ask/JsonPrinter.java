package dev.clew.cli.ask;

import dev.clew.cli.answers.AnswerJson;
import dev.clew.cli.answers.Answers;
import dev.clew.cli.answers.Outcome;
import dev.clew.cli.answers.Query;
import dev.clew.cli.programs.Session;
import dev.clew.cli.why.WhyAnswer;
import dev.clew.cli.why.WhyForm;

import java.util.List;
import java.util.Locale;

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
        Lines.write(session, line(query));
    }

    @Override
    public String line(Query query) {
        return json.of(answers.of(query, false));
    }

    @Override
    public List<String> lines(Query query, WhyAnswer why) {
        return List.of(AnswerJson.proved(line(query), WhyForm.json(why)));
    }

    @Override
    public List<String> proof(Query query, WhyAnswer why) {
        return List.of(WhyForm.json(why));
    }

    @Override
    public void change(
            String answer,
            WhatIf.Change change,
            ProvedAnswers.Difference difference,
            List<String> proof) {
        String word = change.name().toLowerCase(Locale.ROOT);
        String changed = AnswerJson.changed(answer, word, difference.gone(), difference.added());
        String whole = proof.isEmpty() ? changed : AnswerJson.proved(changed, proof.get(0));
        Lines.write(session, whole);
    }

    @Override
    public void whyNot(List<String> lines) {
        Lines.write(session, json.whyNot(String.join("\n", lines)));
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
