package dev.clew.plans.tools;

import dev.clew.plans.tools.catalogue.Tool;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A call of a plan.
 *
 * @param id its number in the plan, from 1
 * @param tool what is called
 * @param arguments where its arguments come from, by the names of the parameters
 */
public record Call(int id, Tool tool, Map<String, Argument> arguments) {
    public Call {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** The calls whose results it needs. */
    public Set<Integer> needs() {
        Set<Integer> calls = new LinkedHashSet<>();
        arguments.values().forEach(argument -> collect(argument, calls));
        return calls;
    }

    private static void collect(Argument argument, Set<Integer> calls) {
        switch (argument) {
            case Argument.OfCall of -> calls.add(of.call());
            case Argument.Built built -> built.fields().values().forEach(f -> collect(f, calls));
            case Argument.OfGiven of -> {}
            case Argument.Constant constant -> {}
        }
    }

    /** The call in one line: {@code geocode(address = from)}. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(tool.name()).append('(');
        String next = "";
        for (var e : arguments.entrySet()) {
            line.append(next).append(e.getKey()).append(" = ").append(e.getValue());
            next = ", ";
        }
        return line.append(')').toString();
    }
}
