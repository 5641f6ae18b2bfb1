package dev.clew.rules.proofs.forms;

import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.proofs.Step;

/**
 * Proofs as flowcharts of Mermaid, which web pages such as those of GitHub draw. A goal is above
 * its premises; a dotted arrow leads from the use of a lemma to its proof.
 */
public final class ProofMermaid {
    private ProofMermaid() {}

    /** The flowchart of an explanation. */
    public static String of(Explanation explanation, Style style) {
        Outline outline = Outline.of(explanation, style.depth());
        Labels labels = new Labels(style);
        StringBuilder out = new StringBuilder("flowchart TD\n");
        for (Outline.Line line : outline.lines()) {
            out.append("    s").append(line.index() + 1).append("[\"");
            quote(out, labels.goal(line.proof().goal()));
            out.append("<br/>");
            quote(out, Labels.step(line.proof().step()));
            if (line.isFolded()) {
                out.append("<br/>").append(Outline.hidden(line)).append(" more steps");
            }
            out.append("\"]\n");
        }
        for (Outline.Line line : outline.lines()) {
            arrows(out, outline, line);
        }
        return out.toString();
    }

    private static void arrows(StringBuilder out, Outline outline, Outline.Line line) {
        for (Outline.Line premise : outline.premises(line)) {
            arrow(out, line, " --> ", premise);
        }
        if (line.proof().step() instanceof Step.ByLemma l
                && l.lemma() >= 0
                && l.lemma() < outline.roots().size() - 1) {
            arrow(out, line, " -.-> ", outline.roots().get(l.lemma() + 1));
        }
    }

    private static void arrow(StringBuilder out, Outline.Line from, String kind, Outline.Line to) {
        out.append("    s").append(from.index() + 1).append(kind);
        out.append('s').append(to.index() + 1).append('\n');
    }

    /** Whatever might mean something to Mermaid, HTML or Markdown is given by its code. */
    private static void quote(StringBuilder out, String text) {
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (Character.isLetterOrDigit(c) || " ,.:()[]=+-".indexOf(c) >= 0) {
                out.appendCodePoint(c);
            } else if (c < 0x20) {
                out.append(' ');
            } else {
                out.append('#').append(c).append(';');
            }
        }
    }
}
