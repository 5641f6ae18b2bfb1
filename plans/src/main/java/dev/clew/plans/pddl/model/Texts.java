package dev.clew.plans.pddl.model;

import java.util.List;

/** Lists in round brackets. */
final class Texts {
    private Texts() {}

    static String list(String name, List<?> parts) {
        StringBuilder text = new StringBuilder("(").append(name);
        for (Object part : parts) {
            text.append(' ').append(part);
        }
        return text.append(')').toString();
    }

    static String quantified(String name, List<Parameter> variables, Object body) {
        StringBuilder text = new StringBuilder("(").append(name).append(" (");
        for (int i = 0; i < variables.size(); i++) {
            text.append(i == 0 ? "" : " ").append(variables.get(i));
        }
        return text.append(") ").append(body).append(')').toString();
    }
}
