package dev.clew.goals.proofs;

import dev.clew.goals.Problem;
import dev.clew.goals.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a proof against the problem alone, line by line: what needs no step is given, what has one
 * has it from the expander, and the premises are the lines that it says. It shares no code with the
 * searches.
 */
public final class ProofCheck {
    private ProofCheck() {}

    /** What is wrong with a proof of the goal of a problem; empty if nothing is. */
    public static <G> Optional<String> fault(Proof<G> proof, Problem<G> problem) {
        if (!proof.goal().equals(problem.goal())) {
            return Optional.of("It proves " + proof.goal() + " and not " + problem.goal() + ".");
        }
        for (int i = 0; i < proof.lines().size(); i++) {
            Optional<String> fault = fault(proof, i, problem);
            if (fault.isPresent()) {
                return Optional.of("Line " + (i + 1) + ": " + fault.get());
            }
        }
        return Optional.empty();
    }

    private static <G> Optional<String> fault(Proof<G> proof, int i, Problem<G> problem) {
        Proof.Line<G> line = proof.lines().get(i);
        Step<G> step = line.step();
        if (step == null) {
            return problem.given().test(line.goal())
                    ? Optional.empty()
                    : Optional.of(line.goal() + " is not given.");
        }
        if (!problem.by().expand(line.goal()).contains(step)) {
            return Optional.of(
                    "no step `" + step.name() + "` achieves " + line.goal() + " that way.");
        }
        List<G> premises = new ArrayList<>();
        for (int premise : line.premises()) {
            premises.add(proof.lines().get(premise).goal());
        }
        return premises.equals(step.premises())
                ? Optional.empty()
                : Optional.of(
                        "the step `"
                                + step.name()
                                + "` needs "
                                + step.premises()
                                + " and rests on "
                                + premises
                                + ".");
    }
}
