package dev.clew.rules.proofs.forms;

import dev.clew.rules.proofs.Explanation;

import org.jspecify.annotations.Nullable;

/** The forms that a proof can be written in. */
public enum Form {
    /** JSON: {@link ProofJson}. */
    JSON("json"),
    /** A flowchart of Mermaid: {@link ProofMermaid}. */
    MERMAID("mermaid"),
    /** A graph of Graphviz: {@link ProofDot}. */
    DOT("dot"),
    /** The layout of inference rules: {@link ProofRules}. */
    RULES("rules");

    private final String word;

    Form(String word) {
        this.word = word;
    }

    /** What the form is called on command lines. */
    public String word() {
        return word;
    }

    /** The form of that name, or null. */
    public static @Nullable Form of(String word) {
        for (Form form : values()) {
            if (form.word.equals(word)) {
                return form;
            }
        }
        return null;
    }

    /** An explanation in this form, ending in a line end. */
    public String write(Explanation explanation, Style style) {
        return switch (this) {
            case JSON -> ProofJson.of(explanation, style) + "\n";
            case MERMAID -> ProofMermaid.of(explanation, style);
            case DOT -> ProofDot.of(explanation, style);
            case RULES -> ProofRules.of(explanation, style);
        };
    }
}
