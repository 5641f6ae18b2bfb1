package dev.clew.plans.tools;

import dev.clew.goals.proofs.Proof;
import dev.clew.plans.tools.catalogue.Type;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What only the user can say, because nothing that is given fits and no tool returns it.
 *
 * @param type its type
 * @param name what it is called; empty if any value of the type will do
 * @param role which of several of the same type; may be empty
 * @param neededBy the tools that need it
 */
public record Question(Type type, String name, String role, List<String> neededBy) {
    public Question {
        neededBy = List.copyOf(neededBy);
    }

    /** The question for a need of a proof. */
    static Question of(Need.Value need, Proof<Need> proof) {
        Set<String> users = new LinkedHashSet<>();
        for (Proof.Line<Need> line : proof.lines()) {
            for (int premise : line.premises()) {
                if (line.goal() instanceof Need.Result result
                        && proof.lines().get(premise).goal().equals(need)) {
                    users.add(result.tool());
                }
            }
        }
        return new Question(need.type(), need.name(), need.role(), List.copyOf(users));
    }

    /** What to call the answer, so that it is taken for this and nothing else. */
    public String answerName() {
        if (role.isEmpty() || Words.areEqual(role, name)) {
            return name.isEmpty() ? type.name() : name;
        }
        return name.isEmpty() ? role : role + "_" + name;
    }

    @Override
    public String toString() {
        String by = neededBy.isEmpty() ? "" : ", needed by " + String.join(", ", neededBy);
        return answerName() + ": " + type + by;
    }
}
