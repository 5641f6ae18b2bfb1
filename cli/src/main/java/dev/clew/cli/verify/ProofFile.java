package dev.clew.cli.verify;

import dev.clew.rules.json.JsonError;
import dev.clew.rules.json.JsonParser;
import dev.clew.rules.json.JsonValue;
import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.proofs.forms.ProofJson;

import java.util.ArrayList;
import java.util.List;

/**
 * The proofs in a file of JSON: one object, or one on each line. An object is a proof or has one as
 * its member {@code proof}; others, such as answers without a proof and outcomes, are passed over.
 */
final class ProofFile {
    private ProofFile() {}

    static List<Explanation> read(String text) {
        List<Explanation> found = new ArrayList<>();
        JsonError failure;
        try {
            add(JsonParser.parse(text), found);
            return found;
        } catch (JsonError e) {
            failure = e;
        }
        List<String> lines = text.lines().filter(l -> !l.isBlank()).toList();
        if (lines.size() < 2) {
            throw failure;
        }
        for (String line : lines) {
            add(JsonParser.parse(line), found);
        }
        return found;
    }

    private static void add(JsonValue json, List<Explanation> found) {
        if (!(json instanceof JsonValue.Table table)) {
            throw new JsonError("The JSON of a proof is an object.");
        }
        boolean isProof =
                table.get("type") instanceof JsonValue.Text type && type.value().equals("proof");
        if (isProof) {
            found.add(ProofJson.read(table));
        } else if (table.get("proof") instanceof JsonValue.Table inner) {
            found.add(ProofJson.read(inner));
        }
    }
}
