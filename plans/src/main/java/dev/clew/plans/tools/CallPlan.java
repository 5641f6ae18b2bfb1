package dev.clew.plans.tools;

import dev.clew.plans.tools.catalogue.Effects;
import dev.clew.plans.tools.catalogue.Json;

import java.util.List;

/**
 * Calls that give what is wanted, as a graph of data: a call can be made as soon as those are done
 * whose results it needs. Equal calls are one call.
 *
 * @param want what is wanted
 * @param givens what is given
 * @param calls the calls, each behind those that it needs
 * @param result where what is wanted comes from
 * @param notes what was decided although it could be meant otherwise
 */
public record CallPlan(
        Want want, List<Given> givens, List<Call> calls, Argument result, List<String> notes) {
    public CallPlan {
        givens = List.copyOf(givens);
        calls = List.copyOf(calls);
        notes = List.copyOf(notes);
    }

    /** What all calls cost, each counted once. */
    public double cost() {
        double cost = 0;
        for (Call call : calls) {
            cost += call.tool().cost();
        }
        return cost;
    }

    /** The calls with placeholders for what they return, one a line, and where the result is. */
    public String text() {
        return text(false);
    }

    /** The same with the values of what is given, as far as they are known. */
    public String textWithValues() {
        return text(true);
    }

    private String text(boolean withValues) {
        StringBuilder text = new StringBuilder();
        for (Call call : calls) {
            text.append('$').append(call.id()).append(" = ").append(call.tool().name()).append('(');
            String next = "";
            for (var e : call.arguments().entrySet()) {
                text.append(next).append(e.getKey()).append(" = ");
                text.append(withValues ? withValues(e.getValue()) : e.getValue());
                next = ", ";
            }
            text.append(")  -> ").append(call.tool().returns());
            Effects effects = call.tool().effects();
            text.append(effects == Effects.NONE ? "" : ", changes something").append('\n');
        }
        text.append(want).append(" = ");
        return text.append(withValues ? withValues(result) : result).append('\n').toString();
    }

    private String withValues(Argument argument) {
        if (argument instanceof Argument.OfGiven of) {
            for (Given given : givens) {
                Object value = Paths.at(given.value(), of.path());
                if (given.name().equals(of.name()) && value != null) {
                    return Json.write(value);
                }
            }
        } else if (argument instanceof Argument.Built built) {
            StringBuilder out = new StringBuilder("{");
            built.fields()
                    .forEach((name, part) ->
                            out.append(out.length() > 1 ? ", " : "")
                                    .append(name)
                                    .append(": ")
                                    .append(withValues(part)));
            return out.append('}').toString();
        }
        return argument.toString();
    }
}
