package dev.clew.rules.proofs.forms;

import dev.clew.rules.json.JsonError;
import dev.clew.rules.json.JsonValue;
import dev.clew.rules.json.TermParser;
import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.proofs.Proof;
import dev.clew.rules.proofs.Step;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Makes an explanation of its JSON. */
final class ProofReader {
    private final JsonValue.Table root;
    private final TermParser terms = new TermParser();
    private final List<@Nullable Proof> proofs = new ArrayList<>();
    private boolean[] isPart = {};

    ProofReader(JsonValue json) {
        if (!(json instanceof JsonValue.Table t)
                || !(t.get("type") instanceof JsonValue.Text type)
                || !type.value().equals("proof")) {
            throw new JsonError(
                    "The JSON is no proof: its `type` must be \"proof\".\n"
                            + "Maybe write one with `clew ask --why=json`.");
        }
        this.root = t;
        int version = number(t, "version");
        if (version != ProofJson.VERSION) {
            throw new JsonError(
                    "The version ("
                            + version
                            + ") of the JSON of the proof must be "
                            + ProofJson.VERSION
                            + ".");
        }
    }

    /** Premises have higher numbers than what they are premises of, so the last are made first. */
    Explanation explanation() {
        List<JsonValue> steps = array(root, "steps");
        isPart = new boolean[steps.size()];
        for (int i = 0; i < steps.size(); i++) {
            proofs.add(null);
        }
        for (int i = steps.size() - 1; i >= 0; i--) {
            proofs.set(i, proof(table(steps.get(i)), i));
        }
        Proof proof = part(number(root, "proof"), 0, "The proof");
        List<Proof> lemmas = new ArrayList<>();
        for (JsonValue lemma : array(root, "lemmas")) {
            lemmas.add(part(number(lemma, "lemmas"), 0, "A lemma"));
        }
        return new Explanation(proof, lemmas);
    }

    private Proof proof(JsonValue.Table step, int index) {
        if (number(step, "id") != index + 1) {
            throw new JsonError(
                    "The id ("
                            + number(step, "id")
                            + ") of a step of the proof must be its place ("
                            + (index + 1)
                            + ") among the steps.");
        }
        List<Proof> premises = new ArrayList<>();
        for (JsonValue id : array(step, "premises")) {
            premises.add(part(number(id, "premises"), index + 1, "A premise"));
        }
        JsonValue goal = table(member(step, "goal")).get("term");
        if (goal == null) {
            throw new JsonError("The goal of step " + (index + 1) + " of the proof has no `term`.");
        }
        return new Proof(terms.term(goal), by(step), premises);
    }

    /** The proof whose first step is that of the given id, which is above {@code least}. */
    private Proof part(int id, int least, String what) {
        Proof p = id > least && id <= proofs.size() ? proofs.get(id - 1) : null;
        if (p == null || isPart[id - 1]) {
            throw new JsonError(
                    what
                            + " of the proof is step ("
                            + id
                            + "), which must be a step after it that"
                            + " is part of nothing else.");
        }
        isPart[id - 1] = true;
        return p;
    }

    private static Step by(JsonValue.Table step) {
        String by = text(step, "by");
        return switch (by) {
            case "clause" -> clause(step);
            case "built-in" -> new Step.ByBuiltIn();
            case "failure" -> new Step.ByFailure();
            case "conjunction" -> new Step.ByConjunction();
            case "branch" -> new Step.ByBranch(number(step, "branch"));
            case "solutions" -> new Step.BySolutions();
            case "lemma" -> new Step.ByLemma(number(step, "lemma") - 1);
            case "undefined" -> new Step.ByUndefined();
            case "assumption" -> new Step.ByAssumption();
            case "source" -> new Step.BySource(text(step, "source"));
            default -> throw new JsonError("The kind (" + by + ") of a step is unknown.");
        };
    }

    private static Step clause(JsonValue.Table step) {
        boolean isAdded = member(step, "file") instanceof JsonValue.Nothing;
        return new Step.ByClause(
                isAdded ? null : text(step, "file"), number(step, "line"), number(step, "number"));
    }

    private static JsonValue member(JsonValue.Table t, String name) {
        JsonValue value = t.get(name);
        if (value == null) {
            throw new JsonError("The member (" + name + ") of the JSON of a proof is missing.");
        }
        return value;
    }

    private static JsonError wrong(String name, String kind) {
        return new JsonError(
                "The member (" + name + ") of the JSON of a proof must be " + kind + ".");
    }

    private static JsonValue.Table table(JsonValue value) {
        if (value instanceof JsonValue.Table t) {
            return t;
        }
        throw new JsonError("A step of the JSON of a proof, and its goal, must be objects.");
    }

    private static List<JsonValue> array(JsonValue.Table t, String name) {
        if (member(t, name) instanceof JsonValue.Array a) {
            return a.items();
        }
        throw wrong(name, "an array");
    }

    private static String text(JsonValue.Table t, String name) {
        if (member(t, name) instanceof JsonValue.Text text) {
            return text.value();
        }
        throw wrong(name, "a text");
    }

    private static int number(JsonValue.Table t, String name) {
        return number(member(t, name), name);
    }

    private static int number(JsonValue value, String name) {
        if (value instanceof JsonValue.Number n) {
            try {
                return Integer.parseInt(n.digits());
            } catch (NumberFormatException e) {
                // The message below says it all.
            }
        }
        throw wrong(name, "a whole number");
    }
}
