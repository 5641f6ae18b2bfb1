package dev.clew.rules.proofs.forms;

import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.proofs.Step;

/**
 * Proofs in the DOT language of Graphviz. A goal is above its premises; a dashed arrow leads from
 * the use of a lemma to its proof.
 */
public final class ProofDot {
    private ProofDot() {}

    /** The graph of an explanation. */
    public static String of(Explanation explanation, Style style) {
        Outline outline = Outline.of(explanation, style.depth());
        Labels labels = new Labels(style);
        StringBuilder out = new StringBuilder("digraph proof {\n    ordering=out;\n");
        out.append("    node [shape=box, fontname=\"monospace\"];\n");
        for (Outline.Line line : outline.lines()) {
            out.append("    s").append(line.index() + 1).append(" [label=\"");
            quote(out, labels.goal(line.proof().goal()));
            out.append("\\n");
            quote(out, Labels.step(line.proof().step()));
            if (line.isFolded()) {
                out.append("\\n").append(Outline.hidden(line)).append(" more steps");
            }
            out.append("\"];\n");
        }
        for (Outline.Line line : outline.lines()) {
            arrows(out, outline, line);
        }
        return out.append("}\n").toString();
    }

    private static void arrows(StringBuilder out, Outline outline, Outline.Line line) {
        for (Outline.Line premise : outline.premises(line)) {
            arrow(out, line, premise, ";\n");
        }
        if (line.proof().step() instanceof Step.ByLemma l
                && l.lemma() >= 0
                && l.lemma() < outline.roots().size() - 1) {
            Outline.Line lemma = outline.roots().get(l.lemma() + 1);
            arrow(out, line, lemma, " [style=dashed, constraint=false];\n");
        }
    }

    private static void arrow(
            StringBuilder out, Outline.Line from, Outline.Line to, String ending) {
        out.append("    s").append(from.index() + 1);
        out.append(" -> s").append(to.index() + 1).append(ending);
    }

    /**
     * A backslash is doubled: alone it would start an escape sequence of labels, such as {@code
     * \N}.
     */
    private static void quote(StringBuilder out, String text) {
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
}
