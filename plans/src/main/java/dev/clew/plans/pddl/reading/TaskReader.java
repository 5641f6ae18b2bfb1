package dev.clew.plans.pddl.reading;

import dev.clew.plans.pddl.model.Domain;
import dev.clew.plans.pddl.model.PlanningTask;
import dev.clew.plans.pddl.model.Source;

/** Reads a domain and a problem of it. */
public final class TaskReader {
    private TaskReader() {}

    /**
     * Reads both texts.
     *
     * @throws dev.clew.plans.pddl.PddlError if one is not understood
     */
    public static PlanningTask read(Source domain, Source problem) {
        Vocabulary vocabulary = new Vocabulary();
        Domain read = new DomainReader(domain, vocabulary).read();
        return new ProblemReader(problem, read, vocabulary).read();
    }

    /** Reads a domain alone. */
    public static Domain read(Source domain) {
        return new DomainReader(domain, new Vocabulary()).read();
    }
}
