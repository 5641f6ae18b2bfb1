package dev.clew.plans.tools;

import dev.clew.plans.tools.catalogue.Catalogue;
import dev.clew.plans.tools.catalogue.Json;
import dev.clew.plans.tools.catalogue.Kind;
import dev.clew.plans.tools.catalogue.Parameter;
import dev.clew.plans.tools.catalogue.Tool;
import dev.clew.plans.tools.catalogue.Type;
import dev.clew.plans.tools.catalogue.Types;
import dev.clew.plans.tools.catalogue.Types.Field;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Checks a plan by its types alone, without calling anything: each tool is in the catalogue, has
 * all that it needs, of the right types and in the right units, from calls before it or from what
 * is given. It shares no code with the search.
 */
public final class PlanCheck {
    private final Catalogue catalogue;
    private final Types types;
    private final CallPlan plan;
    private final Map<Integer, Tool> done = new HashMap<>();

    private PlanCheck(Catalogue catalogue, CallPlan plan) {
        this.catalogue = catalogue;
        this.types = catalogue.types();
        this.plan = plan;
    }

    /** What is wrong with a plan; empty if nothing is. */
    public static Optional<String> fault(CallPlan plan, Catalogue catalogue) {
        return Optional.ofNullable(new PlanCheck(catalogue, plan).fault());
    }

    private @Nullable String fault() {
        for (Call call : plan.calls()) {
            String fault = fault(call);
            if (fault != null) {
                return "$" + call.id() + ", " + call + ": " + fault;
            }
            if (done.put(call.id(), call.tool()) != null) {
                return "Two calls have the number " + call.id() + ".";
            }
        }
        String fault = fault(plan.result(), plan.want().type());
        return fault == null ? null : "The result: " + fault;
    }

    private @Nullable String fault(Call call) {
        Tool tool = catalogue.tool(call.tool().name());
        if (tool == null) {
            return "There is no such tool.";
        }
        for (String name : call.arguments().keySet()) {
            if (tool.parameter(name) == null) {
                return "The tool has no parameter `" + name + "`.";
            }
        }
        for (Parameter p : tool.parameters()) {
            Argument argument = call.arguments().get(p.name());
            if (argument == null && p.isRequired()) {
                return "The parameter `" + p.name() + "` is missing.";
            }
            String fault = argument == null ? null : fault(argument, p.type());
            if (fault != null) {
                return "The parameter `" + p.name() + "`: " + fault;
            }
        }
        return null;
    }

    private @Nullable String fault(Argument argument, Type wanted) {
        return switch (argument) {
            case Argument.Constant constant -> types.fault(constant.value(), wanted);
            case Argument.OfCall of -> ofCall(of, wanted);
            case Argument.OfGiven of -> ofGiven(of, wanted);
            case Argument.Built built -> built(built, wanted);
        };
    }

    private @Nullable String ofCall(Argument.OfCall of, Type wanted) {
        Tool tool = done.get(of.call());
        if (tool == null) {
            return of + " is not known before.";
        }
        return fits(of, types.at(tool.returns(), of.path()), wanted);
    }

    private @Nullable String ofGiven(Argument.OfGiven of, Type wanted) {
        for (Given given : plan.givens()) {
            if (given.name().equals(of.name())) {
                Type type = given.type();
                if (type != null) {
                    return fits(of, types.at(type, of.path()), wanted);
                }
                Object value = Paths.at(given.value(), of.path());
                return Kind.of(value).fits(types.kind(wanted))
                        ? null
                        : of + " is " + Json.write(value) + " and not a " + wanted + ".";
            }
        }
        return of + " is not given.";
    }

    private @Nullable String fits(Argument argument, @Nullable Type offered, Type wanted) {
        if (offered == null) {
            return "There is no " + argument + ".";
        }
        return types.fits(offered, wanted)
                ? null
                : argument + " is a " + offered + " and not a " + wanted + ".";
    }

    private @Nullable String built(Argument.Built built, Type wanted) {
        Map<String, Field> fields = types.fields(wanted);
        for (var field : fields.entrySet()) {
            if (field.getValue().isRequired() && !built.fields().containsKey(field.getKey())) {
                return "The field `" + field.getKey() + "` is missing.";
            }
        }
        for (var part : built.fields().entrySet()) {
            if (!fields.containsKey(part.getKey())) {
                return "A " + wanted + " has no field `" + part.getKey() + "`.";
            }
            Field field = Objects.requireNonNull(fields.get(part.getKey()));
            String fault = fault(part.getValue(), field.type());
            if (fault != null) {
                return "The field `" + part.getKey() + "`: " + fault;
            }
        }
        return null;
    }
}
