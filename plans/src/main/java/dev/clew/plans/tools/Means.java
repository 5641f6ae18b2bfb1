package dev.clew.plans.tools;

import dev.clew.plans.tools.catalogue.Tool;

import java.util.List;

/** How a step of a chain achieves its need: the evidence of the step. */
public sealed interface Means {
    /**
     * It is given.
     *
     * @param others what else is given that would do as well, as far as can be told
     */
    record Taken(List<String> others) implements Means {
        public Taken {
            others = List.copyOf(others);
        }
    }

    /** The user says it. */
    record Asked() implements Means {}

    /** It is what a tool returns, or lies at a path within it. */
    record Read(String path) implements Means {}

    /** It is put together from values for these fields. */
    record Built(List<String> fields) implements Means {
        public Built {
            fields = List.copyOf(fields);
        }
    }

    /** A tool is called with values for these parameters. */
    record Called(Tool tool, List<String> parameters) implements Means {
        public Called {
            parameters = List.copyOf(parameters);
        }
    }
}
