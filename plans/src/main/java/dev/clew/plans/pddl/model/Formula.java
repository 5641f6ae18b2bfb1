package dev.clew.plans.pddl.model;

import java.util.List;

/** A condition on states. {@code at} is where it stands in its source. */
public sealed interface Formula {
    /** The offset of the condition in its source. */
    int at();

    /** Holds if the atom does. */
    record Holds(Atom atom, int at) implements Formula {
        @Override
        public String toString() {
            return atom.toString();
        }
    }

    /** Holds if both terms are the same object. */
    record Equal(Term left, Term right, int at) implements Formula {
        @Override
        public String toString() {
            return "(= " + left + " " + right + ")";
        }
    }

    /** Holds if the part does not. */
    record Not(Formula part, int at) implements Formula {
        @Override
        public String toString() {
            return "(not " + part + ")";
        }
    }

    /** Holds if all parts do; so does an empty one. */
    record And(List<Formula> parts, int at) implements Formula {
        @Override
        public String toString() {
            return Texts.list("and", parts);
        }
    }

    /** Holds if one of the parts does. */
    record Or(List<Formula> parts, int at) implements Formula {
        @Override
        public String toString() {
            return Texts.list("or", parts);
        }
    }

    /** Holds if the conclusion does or the condition does not. */
    record Imply(Formula condition, Formula conclusion, int at) implements Formula {
        @Override
        public String toString() {
            return "(imply " + condition + " " + conclusion + ")";
        }
    }

    /** Holds if the body does for all objects. */
    record ForAll(List<Parameter> variables, Formula body, int at) implements Formula {
        @Override
        public String toString() {
            return Texts.quantified("forall", variables, body);
        }
    }

    /** Holds if the body does for some objects. */
    record Exists(List<Parameter> variables, Formula body, int at) implements Formula {
        @Override
        public String toString() {
            return Texts.quantified("exists", variables, body);
        }
    }
}
