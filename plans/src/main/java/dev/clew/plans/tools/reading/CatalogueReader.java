package dev.clew.plans.tools.reading;

import dev.clew.plans.pddl.model.Source;
import dev.clew.plans.tools.catalogue.Catalogue;
import dev.clew.plans.tools.catalogue.CatalogueError;
import dev.clew.plans.tools.catalogue.Tool;
import dev.clew.plans.tools.documents.Documents;
import dev.clew.plans.tools.documents.Part;
import dev.clew.plans.tools.operations.Surroundings;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes one catalogue of several documents: catalogues written for it, OpenAPI documents, lists of
 * MCP tools, each as JSON or YAML, and Java objects. What a document is, it says itself.
 */
public final class CatalogueReader {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TypeTable table = new TypeTable();
    private final List<Tool> tools = new ArrayList<>();
    private final Surroundings surroundings;

    /** A reader of tools that are given 30 seconds for each call. */
    public CatalogueReader() {
        this(PATIENCE, Map.of(), null);
    }

    /**
     * A reader.
     *
     * @param timeout how long a call may take
     * @param headers what is sent with each request over HTTP, such as a key
     * @param server where services are, instead of where their documents say; null for there
     */
    public CatalogueReader(Duration timeout, Map<String, String> headers, @Nullable String server) {
        this.surroundings = new Surroundings(timeout, headers, server);
    }

    /**
     * Adds the tools of a document.
     *
     * @param folder where commands of the document are run
     * @throws CatalogueError if the document cannot be understood
     */
    public CatalogueReader add(Source source, Path folder) {
        Part root = Documents.read(source);
        if (root.isMapping() && root.get("swagger") != null) {
            throw root.need("swagger")
                    .error(
                            "Only OpenAPI 3 is understood.",
                            "Maybe convert the document to version 3 first.");
        } else if (root.isMapping() && root.get("openapi") != null) {
            addAll(new OpenApi(root, table, surroundings).tools(), root);
        } else if (McpTools.list(root) != null) {
            addAll(new McpTools(root, table).tools(), root);
        } else if (root.isMapping()) {
            addAll(new OwnFormat(root, table, surroundings, folder).tools(), root);
        } else {
            throw root.error(
                    "This is no catalogue of tools.",
                    "Maybe it should have `tools:` at the top, or be an OpenAPI document.");
        }
        return this;
    }

    /** Adds the methods of an object that are marked as tools by {@link ToolMethod}. */
    public CatalogueReader add(Object object) {
        tools.addAll(new JavaMethods(object, table).tools());
        return this;
    }

    private void addAll(List<Tool> more, Part root) {
        for (Tool tool : more) {
            for (Tool other : tools) {
                if (other.name().equals(tool.name())) {
                    throw root.error(
                            "There are two tools ("
                                    + tool.name()
                                    + "), at "
                                    + other.place()
                                    + " and at "
                                    + tool.place()
                                    + ".",
                            "Maybe rename one.");
                }
            }
            tools.add(tool);
        }
    }

    /**
     * The catalogue of all that was added.
     *
     * @throws CatalogueError if a type is used that is nowhere declared
     */
    public Catalogue catalogue() {
        return new Catalogue(tools, table.types());
    }
}
