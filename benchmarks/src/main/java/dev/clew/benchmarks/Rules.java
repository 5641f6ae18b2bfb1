package dev.clew.benchmarks;

import dev.clew.rules.Engine;

/** An engine with rules, and the number of answers of a goal. */
final class Rules {
    private final Engine engine = Engine.create();

    Rules(String text) {
        engine.loadText(text);
    }

    /** Asks for all answers; returns how many there are, so that none can be left out. */
    int ask(String goal) {
        return engine.ask(goal).all().size();
    }
}
