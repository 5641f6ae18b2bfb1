package dev.clew.plans.tools.running;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports as values of JSON. */
public final class ReportJson {
    private ReportJson() {}

    /** What became of each call. */
    public static List<@Nullable Object> of(Report report) {
        List<@Nullable Object> calls = new ArrayList<>();
        for (Made made : report.calls()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("id", made.call().id());
            json.put("tool", made.call().tool().name());
            switch (made) {
                case Made.Done done -> {
                    json.put("arguments", done.arguments());
                    json.put("outcome", "done");
                    json.put("value", done.value());
                    json.put("attempts", done.attempts());
                }
                case Made.Failed failed -> {
                    json.put("arguments", failed.arguments());
                    json.put("outcome", "failed");
                    json.put("why", failed.why());
                    json.put("attempts", failed.attempts());
                }
                case Made.Skipped skipped -> {
                    json.put("outcome", "skipped");
                    json.put("without", skipped.without());
                }
            }
            calls.add(json);
        }
        return calls;
    }
}
