/** Reaching a state: planning, tools, stories, puzzles, games. */
module dev.clew.plans {
    requires static org.jspecify;
    requires transitive dev.clew.goals;
    requires java.net.http;
    requires org.snakeyaml.engine;

    exports dev.clew.plans.flip;
    exports dev.clew.plans.games;
    exports dev.clew.plans.numbers;
    exports dev.clew.plans.pddl;
    exports dev.clew.plans.pddl.model;
    exports dev.clew.plans.pddl.validation;
    exports dev.clew.plans.puzzles;
    exports dev.clew.plans.stories;
    exports dev.clew.plans.tools.catalogue;
    exports dev.clew.plans.tools.reading;
    exports dev.clew.plans.tools.running;
    exports dev.clew.plans.tools;
}
