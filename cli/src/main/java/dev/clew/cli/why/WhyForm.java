package dev.clew.cli.why;

import dev.clew.cli.commands.UsageError;
import dev.clew.cli.programs.Nearest;
import dev.clew.rules.proofs.ProofText;
import dev.clew.rules.proofs.forms.Form;
import dev.clew.rules.proofs.forms.Style;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * How proofs are written.
 *
 * @param form one of the forms for programs, or null for the text for people
 * @param depth how many levels are shown
 */
public record WhyForm(@Nullable Form form, int depth) {
    private static final String TEXT = "text";

    /** How many levels are shown unless told otherwise. */
    public static final int DEFAULT_DEPTH = 6;

    /**
     * The form of that name; without a name, the text.
     *
     * @throws UsageError if there is none
     */
    public static WhyForm named(String name, int depth) {
        Form form = Form.of(name);
        if (form == null && !name.isEmpty() && !name.equals(TEXT)) {
            throw unknown(name);
        }
        return new WhyForm(form, depth);
    }

    private static UsageError unknown(String name) {
        List<String> known = new ArrayList<>(List.of(TEXT));
        for (Form form : Form.values()) {
            known.add(form.word());
        }
        String near = Nearest.of(name, known);
        return new UsageError(
                "The form (" + name + ") of --why is unknown.",
                near == null
                        ? "Maybe one of " + String.join(", ", known) + "."
                        : "Maybe --why=" + near + "?");
    }

    /** Whether the whole output is to be JSON. */
    public boolean isJson() {
        return form == Form.JSON;
    }

    /** How many levels of a proof it takes to write it: other forms count for themselves. */
    public int levels() {
        return form == null ? depth : Integer.MAX_VALUE;
    }

    /** An answer with its proof, line by line. */
    public List<String> lines(String answer, WhyAnswer why) {
        List<String> lines = new ArrayList<>();
        lines.add(comment() + answer);
        lines.addAll(proof(why));
        return lines;
    }

    /** A proof, line by line. */
    public List<String> proof(WhyAnswer why) {
        if (form != null) {
            return form.write(why.explanation(), style(why, depth)).lines().toList();
        }
        List<String> lines = new ArrayList<>();
        for (String line : ProofText.of(why.explanation(), why.words(), depth)) {
            lines.add("  " + line);
        }
        return lines;
    }

    /** What makes a line a comment in this form. */
    private String comment() {
        return form == Form.MERMAID ? "%% " : form == Form.DOT ? "// " : "";
    }

    /** The proof as a JSON object. */
    public static String json(WhyAnswer why) {
        return Form.JSON.write(why.explanation(), style(why, Integer.MAX_VALUE)).stripTrailing();
    }

    private static Style style(WhyAnswer why, int depth) {
        return new Style(why.operators(), why.names(), depth == Integer.MAX_VALUE ? 0 : depth);
    }
}
