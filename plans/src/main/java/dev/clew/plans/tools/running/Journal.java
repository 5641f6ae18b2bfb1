package dev.clew.plans.tools.running;

import dev.clew.plans.pddl.model.Source;
import dev.clew.plans.tools.catalogue.CatalogueError;
import dev.clew.plans.tools.catalogue.Json;
import dev.clew.plans.tools.documents.Documents;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Remembers calls by their tools and arguments, as lines of JSON. Of a call that must not be made
 * twice it is noted before that it is made, so that after a crash nobody takes it for one that was
 * not.
 *
 * <p>Threads may share it.
 */
public final class Journal {
    /** How far a call came. */
    enum State {
        BEGUN,
        DONE,
        FAILED
    }

    /**
     * What is known of a call.
     *
     * @param isCertain of a failed call: whether it surely had no effect
     */
    record Entry(State state, @Nullable Object value, String why, boolean isCertain) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final Consumer<String> lines;

    /** A journal that is kept in memory. */
    public Journal() {
        this(line -> {});
    }

    /** A journal that hands each line on at once, without the end of the line. */
    public Journal(Consumer<String> lines) {
        this.lines = lines;
    }

    /**
     * Reads what another journal wrote.
     *
     * @throws CatalogueError if a line cannot be understood. An unfinished last line is what a
     *     crash leaves, and is no error
     */
    public Journal read(Source source) {
        String text = source.text();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            boolean isUnfinished = end < 0;
            String line = text.substring(start, isUnfinished ? text.length() : end);
            if (!line.isBlank()) {
                read(source, line, start, isUnfinished);
            }
            start = isUnfinished ? text.length() : end + 1;
        }
        return this;
    }

    private void read(Source source, String line, int at, boolean isUnfinished) {
        Object value;
        try {
            value = Documents.value(new Source(source.name(), line));
        } catch (CatalogueError e) {
            if (isUnfinished) {
                return;
            }
            throw new CatalogueError(
                    source,
                    at + e.column() - 1,
                    e.sentence(),
                    "Maybe leave the line out: what it says is then not remembered.");
        }
        if (value instanceof Map<?, ?> map
                && map.get("call") instanceof String call
                && map.get("arguments") instanceof Map<?, ?> arguments
                && state(map.get("outcome")) instanceof State state) {
            String why = map.get("why") instanceof String w ? w : "";
            boolean isCertain = Boolean.TRUE.equals(map.get("certain"));
            entries.put(
                    call + Json.canonical(arguments),
                    new Entry(state, map.get("value"), why, isCertain));
        } else {
            throw new CatalogueError(
                    source,
                    at,
                    "This line is no call.",
                    "Maybe"
                        + " {\"call\":\"...\",\"arguments\":{...},\"outcome\":\"done\",\"value\":...}.");
        }
    }

    private static @Nullable State state(@Nullable Object word) {
        return switch (String.valueOf(word)) {
            case "begun" -> State.BEGUN;
            case "done" -> State.DONE;
            case "failed" -> State.FAILED;
            default -> null;
        };
    }

    synchronized @Nullable Entry find(String tool, Map<String, @Nullable Object> arguments) {
        return entries.get(tool + Json.canonical(arguments));
    }

    /** Takes note that a call is about to be made; false if it is being made already, or was. */
    synchronized boolean begin(String tool, Map<String, @Nullable Object> arguments) {
        Entry before = find(tool, arguments);
        if (before != null && !(before.state() == State.FAILED && before.isCertain())) {
            return false;
        }
        note(tool, arguments, new Entry(State.BEGUN, null, "", false), 0);
        return true;
    }

    synchronized void done(
            String tool,
            Map<String, @Nullable Object> arguments,
            @Nullable Object value,
            int attempts) {
        note(tool, arguments, new Entry(State.DONE, value, "", true), attempts);
    }

    synchronized void failed(
            String tool,
            Map<String, @Nullable Object> arguments,
            String why,
            boolean isCertain,
            int attempts) {
        note(tool, arguments, new Entry(State.FAILED, null, why, isCertain), attempts);
    }

    private void note(
            String tool, Map<String, @Nullable Object> arguments, Entry entry, int attempts) {
        entries.put(tool + Json.canonical(arguments), entry);
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("call", tool);
        line.put("arguments", arguments);
        switch (entry.state()) {
            case BEGUN -> line.put("outcome", "begun");
            case DONE -> {
                line.put("outcome", "done");
                line.put("value", entry.value());
                line.put("attempts", attempts);
            }
            case FAILED -> {
                line.put("outcome", "failed");
                line.put("why", entry.why());
                line.put("certain", entry.isCertain());
                line.put("attempts", attempts);
            }
        }
        lines.accept(Json.write(line));
    }
}
