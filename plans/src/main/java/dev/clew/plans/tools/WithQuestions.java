package dev.clew.plans.tools;

import dev.clew.goals.Expander;
import dev.clew.goals.Step;
import dev.clew.goals.proofs.Proof;
import dev.clew.plans.tools.catalogue.Kind;
import dev.clew.plans.tools.catalogue.Types;

import java.util.ArrayList;
import java.util.List;

/**
 * The same steps, and beside them for each value that the user could say it. That costs more than
 * any plan does: more than all else what a tool returns that needs it itself, and what has fields.
 *
 * @param root what is wanted, which nobody is asked for, unless nothing gives it
 */
record WithQuestions(Expander<Need> steps, Types types, Need root) implements Expander<Need> {
    private static final double NOTHING_GIVES_IT = 1e4;
    private static final double SOMETHING_GIVES_IT = 1e6;
    private static final double HAS_PARTS = 5;

    @Override
    public List<Step<Need>> expand(Need need) {
        List<Step<Need>> all = new ArrayList<>(steps.expand(need));
        if (need instanceof Need.Value value && (all.isEmpty() || !need.equals(root))) {
            double cost = all.isEmpty() ? NOTHING_GIVES_IT : SOMETHING_GIVES_IT;
            Kind kind = types.kind(value.type());
            boolean hasParts = kind == Kind.OBJECT || kind == Kind.LIST;
            cost *= hasParts ? HAS_PARTS : 1;
            all.add(new Step<>("missing", List.of(), cost, new Means.Asked()));
        }
        return all;
    }

    /** What is asked in a proof. */
    static List<Question> of(Proof<Need> proof) {
        List<Question> questions = new ArrayList<>();
        for (Proof.Line<Need> line : proof.lines()) {
            Step<Need> step = line.step();
            if (step != null && step.evidence() instanceof Means.Asked) {
                questions.add(Question.of((Need.Value) line.goal(), proof));
            }
        }
        return questions;
    }
}
