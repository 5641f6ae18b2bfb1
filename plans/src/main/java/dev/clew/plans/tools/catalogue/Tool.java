package dev.clew.plans.tools.catalogue;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A typed operation.
 *
 * @param name its name
 * @param description what it does, in words
 * @param parameters what it needs
 * @param returns the type of what it returns
 * @param resultName what it returns is called; usually the name of the tool
 * @param cost what a call costs; not negative
 * @param effects what a call changes
 * @param operation does it; null if it is known by its description alone
 * @param place where it is declared
 */
public record Tool(
        String name,
        String description,
        List<Parameter> parameters,
        Type returns,
        String resultName,
        double cost,
        Effects effects,
        @Nullable Operation operation,
        String place) {
    public Tool {
        parameters = List.copyOf(parameters);
        if (!(cost >= 0) || cost == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "The `cost` ("
                            + cost
                            + ") of tool `"
                            + name
                            + "` must be a number that is not negative.");
        }
    }

    /** A tool that costs 1, changes nothing and cannot be run. */
    public Tool(String name, List<Parameter> parameters, Type returns) {
        this(name, "", parameters, returns, name, 1, Effects.NONE, null, "");
    }

    /** The same, done by this operation. */
    public Tool withOperation(Operation other) {
        return new Tool(
                name, description, parameters, returns, resultName, cost, effects, other, place);
    }

    /** The same with other effects. */
    public Tool withEffects(Effects other) {
        return new Tool(
                name, description, parameters, returns, resultName, cost, other, operation, place);
    }

    /** The same at another cost. */
    public Tool withCost(double other) {
        return new Tool(
                name,
                description,
                parameters,
                returns,
                resultName,
                other,
                effects,
                operation,
                place);
    }

    /** The parameter of this name, or null. */
    public @Nullable Parameter parameter(String wanted) {
        for (Parameter p : parameters) {
            if (p.name().equals(wanted)) {
                return p;
            }
        }
        return null;
    }

    /** The tool in one line: {@code geocode(address: string) -> location}. */
    public String signature() {
        StringBuilder line = new StringBuilder(name).append('(');
        for (Parameter p : parameters) {
            line.append(p == parameters.getFirst() ? "" : ", ").append(p.name());
            line.append(p.isRequired() ? ": " : "?: ").append(p.type());
        }
        return line.append(") -> ").append(returns).toString();
    }
}
