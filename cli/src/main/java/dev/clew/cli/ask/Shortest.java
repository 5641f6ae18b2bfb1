package dev.clew.cli.ask;

import dev.clew.cli.answers.Query;
import dev.clew.cli.why.WhyAnswer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps of each answer the smallest of its proofs. */
final class Shortest {
    /** How many proofs are looked at. */
    static final int PROOFS = 1000;

    private record Entry(long size, List<String> lines) {}

    private final Printer printer;
    private final Map<String, Entry> answers = new LinkedHashMap<>();
    private int seen;

    Shortest(Printer printer) {
        this.printer = printer;
    }

    /** Takes the present answer of a query. */
    void add(Query query, WhyAnswer why) {
        seen++;
        String line = printer.line(query);
        Entry known = answers.get(line);
        long size = why.size();
        if (known == null || size < known.size()) {
            answers.put(line, new Entry(size, printer.lines(query, why)));
        }
    }

    /** Whether enough proofs have been looked at. */
    boolean isFull() {
        return seen == PROOFS;
    }

    /** Answers with their proofs, in the order in which the answers were found. */
    List<String> lines(long limit) {
        List<String> lines = new ArrayList<>();
        answers.values().stream().limit(limit).forEach(e -> lines.addAll(e.lines()));
        return lines;
    }

    /** How many answers there are. */
    long count() {
        return answers.size();
    }
}
