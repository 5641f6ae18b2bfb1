package dev.clew.cli.answers;

import dev.clew.rules.json.Json;
import dev.clew.rules.json.TermJson;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.List;
import java.util.Map;

/**
 * Writes answers and outcomes as JSON, one object a line, in the format that docs/reference/json.md
 * describes.
 */
public final class AnswerJson {
    private static final int VERSION = 1;

    private final Machine machine;
    private final AnswerText texts;

    /** For queries that run on {@code machine}. */
    public AnswerJson(Machine machine) {
        this.machine = machine;
        this.texts = new AnswerText(machine);
    }

    private static Json start(String type) {
        return new Json().open().key("version").number(VERSION).key("type").text(type);
    }

    /** An answer. */
    public String of(Answer answer) {
        Json json = start("answer").key("bindings").open();
        for (Answer.Binding b : answer.bindings()) {
            json.key(b.name());
            value(json, b.value(), 699, answer.names());
        }
        json.close().key("constraints").openArray();
        for (Term c : answer.constraints()) {
            value(json, c, 999, answer.names());
        }
        json.closeArray().key("truth").text(answer.isUndefined() ? "undefined" : "true");
        json.key("condition");
        if (answer.isUndefined()) {
            value(json, answer.condition(), 999, answer.names());
        } else {
            json.nothing();
        }
        return json.close().toString();
    }

    /** An answer, as {@link #of(Answer)} gave it, with what a change of the program makes of it. */
    public static String changed(
            String answer, String change, List<String> gone, List<String> added) {
        Json json = new Json().open().key("change").text(change);
        if (!gone.isEmpty() || !added.isEmpty()) {
            json.key("proof_change").open();
            json.key("gone").texts(gone).key("new").texts(added).close();
        }
        String members = json.close().toString().substring(1);
        return answer.substring(0, answer.length() - 1) + "," + members;
    }

    /** An answer, as {@link #of(Answer)} gave it, with its proof. */
    public static String proved(String answer, String proof) {
        return answer.substring(0, answer.length() - 1) + ",\"proof\":" + proof + "}";
    }

    /** Why there is no answer, in words. */
    public String whyNot(String text) {
        return start("why_not").key("text").text(text).close().toString();
    }

    private void value(Json json, Term t, int priority, Map<Var, String> names) {
        json.open().key("text").text(texts.text(t, priority, names)).key("term");
        term(json, t, names);
        json.close();
    }

    private void term(Json json, Term t, Map<Var, String> names) {
        if (t.isAtomic() || machine.once(Struct.of("acyclic_term", t), machine.db().system())) {
            TermJson.write(json, t, names);
        } else {
            json.open().key("cyclic").truth(true).close();
        }
    }

    /** The outcome, the last object. */
    public String of(Outcome o) {
        Json json = start("outcome").key("outcome").text(o.kind().word());
        json.key("answers").number(o.answers()).key("complete").truth(o.isComplete()).key("limit");
        if (o.limit() == null) {
            json.nothing();
        } else {
            json.text(o.limit());
        }
        json.key("used").open().key("inferences").number(o.inferences());
        json.key("cpu_ms").number(o.cpuMillis()).key("wall_ms").number(o.wallMillis()).close();
        json.key("error");
        error(json, o);
        return json.close().toString();
    }

    private void error(Json json, Outcome o) {
        if (o.errorText() == null) {
            json.nothing();
            return;
        }
        json.open().key("text").text(o.errorText()).key("term");
        Term ball = o.error();
        if (ball == null) {
            json.nothing();
        } else {
            term(
                    json,
                    ball,
                    VariableNaming.of(java.util.List.of(), java.util.List.of(ball), false));
        }
        json.close();
    }
}
