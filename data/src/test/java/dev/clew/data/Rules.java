package dev.clew.data;

import dev.clew.rules.Answer;
import dev.clew.rules.Answers;
import dev.clew.rules.Engine;
import dev.clew.rules.RuleException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks goals and shows what comes of them. */
final class Rules {
    private Rules() {}

    /** An engine with a file of rules that lies in a folder. */
    static Engine in(Path folder, String rules) {
        try {
            Path file = folder.resolve("rules.pl");
            Files.writeString(file, rules);
            Engine engine = Engine.create();
            engine.load(file);
            return engine;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** All answers as text. */
    static List<String> ask(Engine engine, String goal) {
        List<String> texts = new ArrayList<>();
        try (Answers answers = engine.ask(goal)) {
            for (Answer answer : answers) {
                texts.add(answer.toString());
            }
        }
        return texts;
    }

    /** The error of a goal. */
    static RuleException error(Engine engine, String goal) {
        try {
            engine.ask(goal).all();
        } catch (RuleException e) {
            return e;
        }
        throw new AssertionError("The goal (" + goal + ") raised no error.");
    }
}
