package dev.clew.plans.tools;

import dev.clew.goals.Step;
import dev.clew.goals.proofs.Proof;
import dev.clew.plans.tools.catalogue.Parameter;
import dev.clew.plans.tools.catalogue.Tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the calls off a proof. */
final class PlanReader {
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    static CallPlan plan(Proof<Need> proof, Want want, List<Given> givens) {
        PlanReader reader = new PlanReader();
        Argument[] arguments = new Argument[proof.lines().size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = reader.read(proof, proof.lines().get(i), arguments);
        }
        Argument result = arguments[arguments.length - 1];
        return new CallPlan(want, givens, reader.calls, result, reader.notes);
    }

    private Argument read(Proof<Need> proof, Proof.Line<Need> line, Argument[] before) {
        Step<Need> step = line.step();
        if (step == null) {
            Need.Have have = (Need.Have) line.goal();
            return new Argument.OfGiven(have.name(), have.path());
        }
        List<Argument> premises = new ArrayList<>();
        line.premises().forEach(premise -> premises.add(before[premise]));
        return switch ((Means) Objects.requireNonNull(step.evidence())) {
            case Means.Taken taken -> {
                note(line.goal(), premises.getFirst(), taken);
                yield premises.getFirst();
            }
            case Means.Asked asked ->
                    new Argument.OfGiven(
                            Question.of((Need.Value) line.goal(), proof).answerName(), "");
            case Means.Read read ->
                    new Argument.OfCall(
                            ((Argument.OfCall) premises.getFirst()).call(), read.path());
            case Means.Built built -> {
                Map<String, Argument> fields = new LinkedHashMap<>();
                for (int i = 0; i < premises.size(); i++) {
                    fields.put(built.fields().get(i), premises.get(i));
                }
                yield new Argument.Built(fields);
            }
            case Means.Called called -> new Argument.OfCall(call(called, premises), "");
        };
    }

    private void note(Need need, Argument chosen, Means.Taken taken) {
        if (!taken.others().isEmpty()) {
            notes.add(
                    "`"
                            + need
                            + "` is taken from `"
                            + chosen
                            + "`, but could as well be `"
                            + String.join("` or `", taken.others())
                            + "`.");
        }
    }

    /** The number of a call; an equal one that was met before is the same. */
    private int call(Means.Called called, List<Argument> premises) {
        Tool tool = called.tool();
        Map<String, Argument> arguments = new LinkedHashMap<>();
        for (Parameter p : tool.parameters()) {
            int at = called.parameters().indexOf(p.name());
            if (at >= 0) {
                arguments.put(p.name(), premises.get(at));
            } else if (p.otherwise() != null) {
                arguments.put(p.name(), new Argument.Constant(p.otherwise()));
            }
        }
        Call call = new Call(calls.size() + 1, tool, arguments);
        Integer id = known.putIfAbsent(call.toString(), call.id());
        if (id == null) {
            calls.add(call);
            return call.id();
        }
        return id;
    }
}
