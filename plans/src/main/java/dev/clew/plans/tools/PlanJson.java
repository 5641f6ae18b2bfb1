package dev.clew.plans.tools;

import dev.clew.plans.tools.catalogue.Json;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plans and what is missing for them as values of JSON; {@link Json} writes them. */
public final class PlanJson {
    private PlanJson() {}

    /** The calls of a plan, where their arguments come from, and where the result is. */
    public static Map<String, @Nullable Object> of(CallPlan plan) {
        List<@Nullable Object> calls = new ArrayList<>();
        for (Call call : plan.calls()) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("id", call.id());
            fields.put("tool", call.tool().name());
            Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
            call.arguments().forEach((name, argument) -> arguments.put(name, of(argument)));
            fields.put("arguments", arguments);
            fields.put("returns", call.tool().returns().toString());
            fields.put("cost", number(call.tool().cost()));
            fields.put("effects", call.tool().effects().word());
            calls.add(fields);
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("want", plan.want().toString());
        json.put("calls", calls);
        json.put("result", of(plan.result()));
        json.put("cost", number(plan.cost()));
        json.put("notes", plan.notes());
        return json;
    }

    private static BigDecimal number(double value) {
        BigDecimal number = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static Map<String, @Nullable Object> of(Argument argument) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        switch (argument) {
            case Argument.Constant constant -> json.put("value", constant.value());
            case Argument.OfGiven of -> {
                json.put("given", of.name());
                json.put("path", of.path());
            }
            case Argument.OfCall of -> {
                json.put("call", of.call());
                json.put("path", of.path());
            }
            case Argument.Built built -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                built.fields().forEach((name, part) -> fields.put(name, of(part)));
                json.put("fields", fields);
            }
        }
        return json;
    }

    /** What would have to be given. */
    public static List<@Nullable Object> of(List<Question> questions) {
        List<@Nullable Object> json = new ArrayList<>();
        for (Question question : questions) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("name", question.answerName());
            fields.put("type", question.type().toString());
            fields.put("needed_by", question.neededBy());
            json.add(fields);
        }
        return json;
    }
}
