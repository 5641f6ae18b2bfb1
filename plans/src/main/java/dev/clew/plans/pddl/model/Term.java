package dev.clew.plans.pddl.model;

/** What an atom is about: an object, or a variable that stands for one. */
public sealed interface Term {
    /** The name, of a variable with its question mark. */
    String name();

    /** An object, by its name. */
    record Constant(String name) implements Term {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A variable; its name begins with a question mark. */
    record Variable(String name) implements Term {
        @Override
        public String toString() {
            return name;
        }
    }
}
