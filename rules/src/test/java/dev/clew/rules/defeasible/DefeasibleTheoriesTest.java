package dev.clew.rules.defeasible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.Engine;
import dev.clew.rules.defeasible.ReferenceModel.Handle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The translation of library(defeasible) into tabled clauses gives what its definition says: small
 * theories are compared with a plain computation of their well-founded models.
 */
@Timeout(300)
class DefeasibleTheoriesTest {
    private static final int THEORIES = Integer.getInteger("clew.theories", 300);

    @Test
    void decisionsAreThoseOfTheWellFoundedModel() {
        long seed = Long.getLong("clew.seed", 20_261_124);
        System.out.println("Defeasible theories: -Dclew.seed=" + seed);
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < THEORIES; i++) {
            Theory theory = Theory.random(random(seed + i));
            compare(theory, "-Dclew.seed=" + (seed + i) + "\n" + theory, counts);
        }
        System.out.println("Truth values compared: " + counts);
        assertThat(counts.keySet()).contains("true", "false", "undefined");
    }

    /** Seeds that are near each other would begin alike. */
    private static Random random(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    private static void compare(Theory theory, String about, Map<String, Integer> counts) {
        ReferenceModel model = new ReferenceModel(theory);
        Engine engine = Engine.create();
        engine.loadText(theory.toString());
        List<String> expected = new ArrayList<>();
        for (String literal : theory.literals()) {
            expected.add(literal + ": " + model.truthOf(literal));
            counts.merge(model.truthOf(literal), 1, Integer::sum);
        }
        String literals = "member(L, [" + String.join(", ", theory.literals()) + "])";
        assertThat(texts(engine, literals + ", decision(L, D)", "'~w: ~w', [L, D]"))
                .as(about)
                .containsExactlyElementsOf(expected);
        assertThat(
                        texts(
                                engine,
                                literals + ", why_defeasible(L, why(L, D, _))",
                                "'~w: ~w', [L, D]"))
                .as(about)
                .containsExactlyElementsOf(expected);
        defeats(engine, model, "defeated", "true", about);
        defeats(engine, model, "contested", "undefined", about);
    }

    /** Who is defeated, and that somebody is named who does it. */
    private static void defeats(
            Engine engine, ReferenceModel model, String predicate, String truth, String about) {
        List<String> expected = new ArrayList<>();
        for (Handle h : model.defeasible()) {
            if (!model.applicability(h).equals("false") && model.defeatOf(h).equals(truth)) {
                expected.add(h.literal() + " by " + h.label());
            }
        }
        assertThat(texts(engine, predicate + "(L, R, _)", "'~w by ~w', [L, R]").stream().distinct())
                .as(about)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> texts(Engine engine, String goal, String format) {
        return engine.ask("findall(T, (" + goal + ", format(atom(T), " + format + ")), Ts)")
                .next()
                .list("Ts", String.class);
    }
}
