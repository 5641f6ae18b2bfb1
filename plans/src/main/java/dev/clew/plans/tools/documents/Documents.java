package dev.clew.plans.tools.documents;

import dev.clew.plans.pddl.model.Source;
import dev.clew.plans.tools.catalogue.CatalogueError;

import org.jspecify.annotations.Nullable;

/** Reads texts in JSON and YAML. */
public final class Documents {
    private Documents() {}

    /**
     * Reads a document: JSON if its name ends in {@code .json} or if it begins with a brace or a
     * bracket and its name does not say that it is YAML; else YAML.
     *
     * @throws CatalogueError if it is malformed
     */
    public static Part read(Source source) {
        Node root = isJson(source) ? new JsonReader(source).read() : new YamlReader(source).read();
        return new Part(source, root);
    }

    /**
     * The value of a JSON text: maps, lists, strings, {@link java.math.BigDecimal}, truth values
     * and null.
     *
     * @throws CatalogueError if it is malformed
     */
    public static @Nullable Object value(Source source) {
        return new Part(source, new JsonReader(source).read()).value();
    }

    private static boolean isJson(Source source) {
        if (source.name().endsWith(".json")) {
            return true;
        }
        boolean isYaml = source.name().endsWith(".yaml") || source.name().endsWith(".yml");
        String text = source.text().stripLeading();
        return !isYaml && (text.startsWith("{") || text.startsWith("["));
    }
}
