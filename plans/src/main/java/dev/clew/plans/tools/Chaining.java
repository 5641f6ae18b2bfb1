package dev.clew.plans.tools;

import dev.clew.goals.Expander;
import dev.clew.goals.Step;
import dev.clew.plans.tools.catalogue.Catalogue;
import dev.clew.plans.tools.catalogue.Parameter;
import dev.clew.plans.tools.catalogue.Tool;
import dev.clew.plans.tools.catalogue.Type;
import dev.clew.plans.tools.catalogue.Types;
import dev.clew.plans.tools.catalogue.Types.Slot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which steps give what is needed: a value is taken from what is given, read from what a tool
 * returns, or put together from its fields; a tool is called with values for its parameters.
 * Nothing is called here.
 */
public final class Chaining implements Expander<Need> {
    /** Putting an object together is no call, but no gift either. */
    private static final double BUILDING = 0.1;

    private final Types types;
    private final Offers offers;
    private final List<Offers.Part> parts = new ArrayList<>();
    private final Set<Need.Have> given = new LinkedHashSet<>();
    private final Map<String, Tool> tools = new HashMap<>();

    /** By type: what tools return that is of it. */
    private final Map<String, List<Product>> products = new HashMap<>();

    private record Product(Tool tool, Slot slot) {}

    /** What a catalogue can make of what is given. */
    public Chaining(Catalogue catalogue, List<Given> givens) {
        this.types = catalogue.types();
        this.offers = new Offers(types);
        for (Given g : givens) {
            parts.addAll(offers.parts(g));
        }
        parts.forEach(part -> given.add(part.need()));
        for (Tool tool : catalogue.tools()) {
            tools.put(tool.name(), tool);
            for (Slot slot : types.slots(tool.returns(), tool.resultName())) {
                for (String name : types.above(slot.type().name())) {
                    products.computeIfAbsent(name, n -> new ArrayList<>())
                            .add(new Product(tool, slot));
                }
                if (!slot.type().name().equals("any")) {
                    products.computeIfAbsent("any", n -> new ArrayList<>())
                            .add(new Product(tool, slot));
                }
            }
        }
    }

    /** Whether a need is met by what is given, without a step. */
    public boolean isGiven(Need need) {
        return need instanceof Need.Have have && given.contains(have);
    }

    @Override
    public List<Step<Need>> expand(Need need) {
        return switch (need) {
            case Need.Value value -> {
                List<Step<Need>> steps = new ArrayList<>(taken(value));
                steps.addAll(read(value));
                if (value.isBuilt()) {
                    steps.addAll(built(value));
                }
                yield steps;
            }
            case Need.Result result -> called(result);
            case Need.Have have -> List.of();
        };
    }

    private List<Step<Need>> taken(Need.Value need) {
        List<Offers.Part> found = new ArrayList<>();
        List<Double> distances = new ArrayList<>();
        for (Offers.Part part : parts) {
            double distance = offers.distance(need, part);
            if (distance >= 0) {
                found.add(part);
                distances.add(distance);
            }
        }
        List<Step<Need>> steps = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            List<String> others = new ArrayList<>();
            for (int j = 0; j < found.size(); j++) {
                if (j != i && distances.get(j).equals(distances.get(i))) {
                    others.add(found.get(j).need().toString());
                }
            }
            Need.Have have = found.get(i).need();
            steps.add(
                    new Step<>(
                            "take " + have,
                            List.of(have),
                            distances.get(i),
                            new Means.Taken(others)));
        }
        return steps;
    }

    private List<Step<Need>> read(Need.Value need) {
        List<Step<Need>> steps = new ArrayList<>();
        for (Product product : products.getOrDefault(need.type().name(), List.of())) {
            double distance = offers.distance(need, product.slot());
            if (distance >= 0) {
                String path = product.slot().path();
                String tool = product.tool().name();
                steps.add(
                        new Step<>(
                                path.isEmpty() ? "result of " + tool : "its " + shown(path),
                                List.of(new Need.Result(tool, need.role())),
                                distance,
                                new Means.Read(path)));
            }
        }
        return steps;
    }

    private static String shown(String path) {
        return path.startsWith(".") ? path.substring(1) : path;
    }

    /** An object with its fields; those that are not required if they are given by name. */
    private List<Step<Need>> built(Need.Value need) {
        List<String> names = new ArrayList<>();
        List<Need> premises = new ArrayList<>();
        types.fields(need.type())
                .forEach((name, field) -> {
                    Need.Value value = new Need.Value(field.type(), name, need.role(), true);
                    if (field.isRequired() || isNamed(value)) {
                        names.add(name);
                        premises.add(value);
                    }
                });
        return premises.isEmpty()
                ? List.of()
                : List.of(
                        new Step<>(
                                "put together " + need.type(),
                                premises,
                                BUILDING,
                                new Means.Built(names)));
    }

    private List<Step<Need>> called(Need.Result result) {
        Tool tool = Objects.requireNonNull(tools.get(result.tool()));
        List<String> names = new ArrayList<>();
        List<Need> premises = new ArrayList<>();
        for (Parameter p : tool.parameters()) {
            String role = hasTwin(tool, p) ? p.name() : result.role();
            Need.Value value = new Need.Value(p.type(), p.name(), role, p.isBuilt());
            if (p.isRequired() || isNamed(value)) {
                names.add(p.name());
                premises.add(value);
            }
        }
        return List.of(new Step<>("call", premises, tool.cost(), new Means.Called(tool, names)));
    }

    /** Whether another parameter could be mistaken for this one. */
    private boolean hasTwin(Tool tool, Parameter p) {
        for (Parameter other : tool.parameters()) {
            if (other != p && areAlike(other.type(), p.type())) {
                return true;
            }
        }
        return false;
    }

    private boolean areAlike(Type a, Type b) {
        return !types.isPlain(a) && (types.fits(a, b) || types.fits(b, a));
    }

    /** Whether something given has the very name of a value. */
    private boolean isNamed(Need.Value value) {
        for (Offers.Part part : parts) {
            double distance = offers.distance(value, part);
            if (distance >= 0 && distance < Offers.BY_TYPE_ALONE) {
                return true;
            }
        }
        return false;
    }
}
