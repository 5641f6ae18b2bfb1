package dev.clew.goals.proofs;

import dev.clew.goals.Step;
import dev.clew.goals.WhyNot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes proofs: as an indented text, as JSON, as a flowchart of Mermaid or as a graph of Graphviz.
 * A goal stands above the premises of its step; one that is needed again is not shown again.
 *
 * @param <G> the goals
 */
public final class Writing<G> {
    private static final int INDENT = 2;
    private static final int WIDEST = 60;

    private final Function<? super G, String> words;
    private final int maxDepth;
    private final Map<G, String> notes;

    private Writing(Function<? super G, String> words, int maxDepth, Map<G, String> notes) {
        this.words = words;
        this.maxDepth = maxDepth;
        this.notes = notes;
    }

    /** Writes goals as these words, and whole proofs. */
    public static <G> Writing<G> with(Function<? super G, String> words) {
        return new Writing<>(words, Integer.MAX_VALUE, Map.of());
    }

    /** Shows so many levels of a proof as text; what lies deeper is counted only. */
    public Writing<G> toDepth(int depth) {
        if (depth < 1) {
            throw new IllegalArgumentException(
                    "The depth (" + depth + ") to which a proof is shown must be positive.");
        }
        return new Writing<>(words, depth, notes);
    }

    /** A line of the proof in the order in which it is written. */
    private record Entry(int line, int depth) {}

    // ---- Text ----

    /** An indented text, one line for each goal, with the step that achieves it beside it. */
    public String text(Proof<G> proof) {
        List<String> left = new ArrayList<>();
        List<String> right = new ArrayList<>();
        Set<Integer> told = new HashSet<>();
        ArrayDeque<Entry> agenda = new ArrayDeque<>();
        agenda.push(new Entry(proof.lines().size() - 1, 0));
        while (!agenda.isEmpty()) {
            Entry next = agenda.pop();
            Proof.Line<G> line = proof.lines().get(next.line());
            left.add(" ".repeat(INDENT * next.depth()) + words.apply(line.goal()));
            if (!told.add(next.line()) && !line.premises().isEmpty()) {
                right.add("shown above");
            } else if (next.depth() + 1 >= maxDepth && !line.premises().isEmpty()) {
                int hidden = below(proof, next.line());
                right.add(note(line) + ", and " + hidden + " more below");
            } else {
                right.add(note(line));
                for (int premise : line.premises().reversed()) {
                    agenda.push(new Entry(premise, next.depth() + 1));
                }
            }
        }
        return laidOut(left, right);
    }

    private String note(Proof.Line<G> line) {
        Step<G> step = line.step();
        if (step != null) {
            return step.name();
        }
        return notes.getOrDefault(line.goal(), "given");
    }

    private static int below(Proof<?> proof, int line) {
        Set<Integer> met = new HashSet<>();
        ArrayDeque<Integer> agenda = new ArrayDeque<>(proof.lines().get(line).premises());
        while (!agenda.isEmpty()) {
            int next = agenda.pop();
            if (met.add(next)) {
                agenda.addAll(proof.lines().get(next).premises());
            }
        }
        return met.size();
    }

    private static String laidOut(List<String> left, List<String> right) {
        int column = 0;
        for (String text : left) {
            column = text.length() <= WIDEST ? Math.max(column, text.length()) : column;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < left.size(); i++) {
            String text = left.get(i);
            out.append(text).repeat(' ', Math.max(0, column - text.length()) + 2);
            out.append(right.get(i)).append('\n');
        }
        return out.toString();
    }

    /** Why there is no proof: what is missing, and the proof that comes nearest. */
    public String text(WhyNot<G> whyNot) {
        StringBuilder out = new StringBuilder();
        Map<G, String> missing = new HashMap<>();
        for (WhyNot.Missing<G> m : whyNot.missing()) {
            String reason = reason(m);
            if (missing.put(m.goal(), "missing: " + reason) == null) {
                out.append(words.apply(m.goal())).append(": ").append(reason).append('\n');
            }
        }
        if (whyNot.nearest() != null && whyNot.nearest().lines().size() > 1) {
            out.append("The nearest proof:\n");
            out.append(new Writing<>(words, maxDepth, missing).text(whyNot.nearest()));
        }
        return out.toString();
    }

    private static String reason(WhyNot.Missing<?> missing) {
        return switch (missing.reason()) {
            case NOTHING_ACHIEVES_IT -> "nothing achieves it";
            case NOT_TRIED -> "not tried before the limit";
            case NEEDS_ITSELF -> "every way to it needs it before";
            case EXPANDER_FAILED ->
                    "could not be told: "
                            + (missing.failure() == null ? "" : missing.failure().getMessage());
        };
    }

    // ---- Other forms ----

    /** The lines in the order in which they are written: what is proved first. */
    private static List<Integer> order(Proof<?> proof) {
        List<Integer> order = new ArrayList<>();
        Set<Integer> met = new HashSet<>();
        ArrayDeque<Integer> agenda = new ArrayDeque<>();
        agenda.push(proof.lines().size() - 1);
        while (!agenda.isEmpty()) {
            int next = agenda.pop();
            if (met.add(next)) {
                order.add(next);
                proof.lines().get(next).premises().reversed().forEach(agenda::push);
            }
        }
        return order;
    }

    private static int[] ids(List<Integer> order, int lines) {
        int[] ids = new int[lines];
        for (int i = 0; i < order.size(); i++) {
            ids[order.get(i)] = i + 1;
        }
        return ids;
    }

    /** One JSON object: the steps, each with the numbers of its premises. */
    public String json(Proof<G> proof) {
        List<Integer> order = order(proof);
        int[] ids = ids(order, proof.lines().size());
        StringBuilder out = new StringBuilder("{\"version\":1,\"type\":\"proof\",\"steps\":[");
        for (int number : order) {
            Proof.Line<G> line = proof.lines().get(number);
            out.append(ids[number] == 1 ? "{\"id\":" : ",{\"id\":").append(ids[number]);
            out.append(",\"goal\":{\"text\":");
            quote(out, words.apply(line.goal()));
            Step<G> step = line.step();
            if (step == null) {
                out.append("},\"by\":\"given\"");
            } else {
                out.append("},\"by\":\"step\",\"name\":");
                quote(out, step.name());
                out.append(",\"cost\":").append(number(step.cost()));
            }
            out.append(",\"premises\":[");
            for (int i = 0; i < line.premises().size(); i++) {
                out.append(i == 0 ? "" : ",").append(ids[line.premises().get(i)]);
            }
            out.append("]}");
        }
        out.append("],\"proof\":1,\"cost\":").append(number(proof.cost()));
        return out.append(",\"lemmas\":[]}").toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** A flowchart of Mermaid. */
    public String mermaid(Proof<G> proof) {
        StringBuilder out = new StringBuilder("flowchart TD\n");
        List<Integer> order = order(proof);
        int[] ids = ids(order, proof.lines().size());
        for (int number : order) {
            Proof.Line<G> line = proof.lines().get(number);
            out.append("    s").append(ids[number]).append("[\"");
            mermaid(out, words.apply(line.goal()));
            out.append("<br/>");
            mermaid(out, note(line));
            out.append("\"]\n");
        }
        arrows(out, proof, order, ids, " --> ", "\n");
        return out.toString();
    }

    /** Whatever might mean something to Mermaid, HTML or Markdown is given by its code. */
    private static void mermaid(StringBuilder out, String text) {
        text.codePoints()
                .forEach(c -> {
                    if (Character.isLetterOrDigit(c) || " ,.:()[]=+-".indexOf(c) >= 0) {
                        out.appendCodePoint(c);
                    } else if (c < 0x20) {
                        out.append(' ');
                    } else {
                        out.append('#').append(c).append(';');
                    }
                });
    }

    /** A graph in the DOT language of Graphviz. */
    public String dot(Proof<G> proof) {
        StringBuilder out = new StringBuilder("digraph proof {\n    ordering=out;\n");
        out.append("    node [shape=box, fontname=\"monospace\"];\n");
        List<Integer> order = order(proof);
        int[] ids = ids(order, proof.lines().size());
        for (int number : order) {
            Proof.Line<G> line = proof.lines().get(number);
            out.append("    s").append(ids[number]).append(" [label=\"");
            dot(out, words.apply(line.goal()));
            out.append("\\n");
            dot(out, note(line));
            out.append("\"];\n");
        }
        arrows(out, proof, order, ids, " -> ", ";\n");
        return out.append("}\n").toString();
    }

    private static void dot(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '&') {
                out.append("&amp;");
            } else {
                out.append(c < 0x20 ? ' ' : c);
            }
        }
    }

    private static void arrows(
            StringBuilder out,
            Proof<?> proof,
            List<Integer> order,
            int[] ids,
            String arrow,
            String end) {
        for (int number : order) {
            for (int premise : proof.lines().get(number).premises()) {
                out.append("    s").append(ids[number]).append(arrow);
                out.append('s').append(ids[premise]).append(end);
            }
        }
    }
}
