package dev.clew.plans.pddl.reading;

import dev.clew.plans.pddl.model.Parameter;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The variables that a part of a formula may name: its own and those of the parts around it. */
record Scope(List<Parameter> variables, @Nullable Scope outer) {
    /** Where there are no variables. */
    static final Scope EMPTY = new Scope(List.of(), null);

    boolean has(String name) {
        for (Scope s = this; s != null; s = s.outer()) {
            for (Parameter p : s.variables()) {
                if (p.name().equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Scope s = this; s != null; s = s.outer()) {
            for (Parameter p : s.variables()) {
                names.add(p.name());
            }
        }
        return names;
    }
}
