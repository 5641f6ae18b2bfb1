package dev.clew.plans.stories;

import java.util.ArrayList;
import java.util.List;

/** Writes stories: as a text with the causes of each event, and their causal graphs. */
public final class StoryForms {
    private StoryForms() {}

    // ---- Text ----

    /** The events, each with the goals that it serves and what it needed from others. */
    public static String text(Story story) {
        StringBuilder out = new StringBuilder();
        int width = Integer.toString(story.events().size()).length();
        for (int i = 0; i < story.events().size(); i++) {
            Story.Event event = story.events().get(i);
            String number = Integer.toString(i + 1);
            out.append(" ".repeat(width - number.length())).append(number);
            out.append("  ").append(event.sentence()).append('\n');
            for (Story.Intention intention : event.intentions()) {
                indent(out, width).append(intention.who()).append(" wants ");
                out.append(intention.goal()).append('\n');
            }
            causes(out, story, i, width);
        }
        out.append(" ".repeat(width)).append("  The end.\n");
        causes(out, story, story.ending(), width);
        return out.toString();
    }

    private static StringBuilder indent(StringBuilder out, int width) {
        return out.append(" ".repeat(width + 6));
    }

    private static void causes(StringBuilder out, Story story, int event, int width) {
        for (int from = 0; from < event; from++) {
            List<String> made = new ArrayList<>();
            for (Story.Link link : story.links()) {
                if (link.to() == event && link.from() == from) {
                    made.add(link.condition().toString());
                }
            }
            if (!made.isEmpty()) {
                indent(out, width).append("by ").append(from + 1).append(": ");
                out.append(String.join(", ", made)).append('\n');
            }
        }
    }

    // ---- Graphs ----

    /** The causal graph as a flowchart of Mermaid. */
    public static String mermaid(Story story) {
        StringBuilder out = new StringBuilder("flowchart TD\n");
        for (int i = 0; i <= story.ending(); i++) {
            out.append("    e").append(i + 1).append("[\"");
            escape(out, label(story, i));
            out.append("\"]\n");
        }
        for (Edge edge : edges(story)) {
            out.append("    e").append(edge.from + 1).append(" -->|\"");
            escape(out, edge.label);
            out.append("\"| e").append(edge.to + 1).append('\n');
        }
        return out.toString();
    }

    /** Whatever might mean something to Mermaid is given by its code. */
    private static void escape(StringBuilder out, String text) {
        text.codePoints()
                .forEach(c -> {
                    if (Character.isLetterOrDigit(c) || " ,.:()=+-!?'".indexOf(c) >= 0) {
                        out.appendCodePoint(c);
                    } else {
                        out.append('#').append(c).append(';');
                    }
                });
    }

    /** The causal graph in the DOT language of Graphviz. */
    public static String dot(Story story) {
        StringBuilder out = new StringBuilder("digraph story {\n    node [shape=box];\n");
        for (int i = 0; i <= story.ending(); i++) {
            out.append("    e").append(i + 1).append(" [label=\"");
            out.append(quoted(label(story, i))).append("\"];\n");
        }
        for (Edge edge : edges(story)) {
            out.append("    e").append(edge.from + 1).append(" -> e").append(edge.to + 1);
            out.append(" [label=\"").append(quoted(edge.label)).append("\"];\n");
        }
        return out.append("}\n").toString();
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String label(Story story, int event) {
        return event == story.ending()
                ? "The end."
                : (event + 1) + ". " + story.events().get(event).sentence();
    }

    private record Edge(int from, int to, String label) {}

    /** One edge for all links between two events; what the opening gives is not drawn. */
    private static List<Edge> edges(Story story) {
        List<Edge> edges = new ArrayList<>();
        for (int to = 0; to <= story.ending(); to++) {
            for (int from = 0; from < to; from++) {
                List<String> made = new ArrayList<>();
                for (Story.Link link : story.links()) {
                    if (link.from() == from && link.to() == to) {
                        made.add(link.condition().toString());
                    }
                }
                if (!made.isEmpty()) {
                    edges.add(new Edge(from, to, String.join(", ", made)));
                }
            }
        }
        return edges;
    }
}
