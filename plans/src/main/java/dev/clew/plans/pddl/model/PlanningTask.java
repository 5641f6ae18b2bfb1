package dev.clew.plans.pddl.model;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A domain and a problem in it.
 *
 * @param domain the domain
 * @param source the text of the problem
 * @param name the name of the problem
 * @param objects all objects, with the constants of the domain
 * @param initial what holds at first
 * @param values the values of functions
 * @param goal what is to be reached
 * @param metric the function without arguments that is to be small, or null if each action counts 1
 * @param notes what was read and is not regarded
 */
public record PlanningTask(
        Domain domain,
        Source source,
        String name,
        List<Parameter> objects,
        Set<Atom> initial,
        Map<Atom, BigDecimal> values,
        Formula goal,
        @Nullable String metric,
        List<String> notes) {}
