package dev.clew.rules.proofs.forms;

import dev.clew.rules.json.Json;
import dev.clew.rules.json.JsonError;
import dev.clew.rules.json.JsonParser;
import dev.clew.rules.json.JsonValue;
import dev.clew.rules.json.TermJson;
import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.proofs.Proof;
import dev.clew.rules.proofs.Step;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Trees;

/**
 * Proofs as JSON, one object on one line. The steps are one flat array, however deep the proof is:
 * many readers of JSON give up on values that are nested a thousand deep.
 */
public final class ProofJson {
    static final int VERSION = 1;

    private ProofJson() {}

    /** The JSON of an explanation, all of it whatever the style's depth. */
    public static String of(Explanation explanation, Style style) {
        Outline outline = Outline.of(explanation);
        Labels labels = new Labels(style);
        Json json = new Json().open().key("version").number(VERSION);
        json.key("type").text("proof").key("steps").openArray();
        for (Outline.Line line : outline.lines()) {
            step(json, outline, line, labels);
        }
        json.closeArray().key("proof").number(1).key("lemmas").openArray();
        for (Outline.Line root : outline.roots()) {
            if (root.lemma() >= 0) {
                json.number(root.index() + 1L);
            }
        }
        return json.closeArray().close().toString();
    }

    private static void step(Json json, Outline outline, Outline.Line line, Labels labels) {
        Proof p = line.proof();
        json.open().key("id").number(line.index() + 1L).key("goal");
        goal(json, p.goal(), labels);
        json.key("by");
        by(json, p.step());
        json.key("premises").openArray();
        for (Outline.Line premise : outline.premises(line)) {
            json.number(premise.index() + 1L);
        }
        json.closeArray().close();
    }

    private static void goal(Json json, Term goal, Labels labels) {
        json.open().key("text").text(labels.goal(goal)).key("term");
        if (goal.deref() instanceof Compound c && !Trees.isFinite(c)) {
            json.open().key("cyclic").truth(true).close();
        } else {
            TermJson.write(json, goal, labels.names());
        }
        json.close();
    }

    private static void by(Json json, Step step) {
        switch (step) {
            case Step.ByClause c -> clause(json.text("clause"), c);
            case Step.ByBuiltIn b -> json.text("built-in");
            case Step.ByFailure f -> json.text("failure");
            case Step.ByConjunction c -> json.text("conjunction");
            case Step.ByBranch b -> json.text("branch").key("branch").number(b.number());
            case Step.BySolutions s -> json.text("solutions");
            case Step.ByLemma l -> json.text("lemma").key("lemma").number(l.lemma() + 1L);
            case Step.ByUndefined u -> json.text("undefined");
            case Step.ByMore m -> json.text("more").key("steps").number(m.steps());
            case Step.ByAssumption a -> json.text("assumption");
            case Step.BySource s -> json.text("source").key("source").text(s.source());
        }
    }

    private static void clause(Json json, Step.ByClause c) {
        json.key("file");
        if (c.file() == null) {
            json.nothing();
        } else {
            json.text(c.file());
        }
        json.key("line").number(c.line()).key("number").number(c.number());
    }

    /**
     * The explanation that was written as {@code text}. Texts of goals are passed over: the terms
     * count. Variables get fresh ones in their place.
     *
     * @throws JsonError if it is not the JSON of an explanation
     */
    public static Explanation read(String text) {
        return new ProofReader(JsonParser.parse(text)).explanation();
    }

    /** As {@link #read}, of JSON that is part of something else. */
    public static Explanation read(JsonValue json) {
        return new ProofReader(json).explanation();
    }
}
