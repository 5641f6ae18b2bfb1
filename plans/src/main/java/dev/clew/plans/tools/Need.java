package dev.clew.plans.tools;

import dev.clew.plans.tools.catalogue.Type;

/** A goal of chaining tools. */
public sealed interface Need {
    /**
     * A value.
     *
     * @param type its type
     * @param name what it is called where it is needed; empty if any value of the type will do
     * @param role which of several of the same type: the name of the parameter of the tool above it
     *     that has several of them. A trip needs two places, and the address that one of them is
     *     found by is not that of the other
     * @param isBuilt whether it may be put together from its fields
     */
    record Value(Type type, String name, String role, boolean isBuilt) implements Need {
        @Override
        public String toString() {
            String called = name.isEmpty() ? type.toString() : name + ": " + type;
            return role.isEmpty() || Words.areEqual(role, name)
                    ? called
                    : called + " (" + role + ")";
        }
    }

    /** What a tool returns, for a role. */
    record Result(String tool, String role) implements Need {
        @Override
        public String toString() {
            return role.isEmpty() ? tool + "()" : tool + "() (" + role + ")";
        }
    }

    /** Something given, or a part of it. */
    record Have(String name, String path) implements Need {
        @Override
        public String toString() {
            return name + path;
        }
    }
}
