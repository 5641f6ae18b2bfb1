package dev.clew.plans.tools.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clew.plans.pddl.model.Source;
import dev.clew.plans.tools.Given;
import dev.clew.plans.tools.Givens;
import dev.clew.plans.tools.PlanCheck;
import dev.clew.plans.tools.Planned;
import dev.clew.plans.tools.ToolPlanner;
import dev.clew.plans.tools.Want;
import dev.clew.plans.tools.catalogue.Catalogue;
import dev.clew.plans.tools.catalogue.CatalogueError;
import dev.clew.plans.tools.catalogue.Effects;
import dev.clew.plans.tools.catalogue.Type;
import dev.clew.plans.tools.running.Report;
import dev.clew.plans.tools.running.Runner;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Catalogues from all that they can be read from. */
class CatalogueReaderTest {
    private static Catalogue read(String name, String text) {
        return new CatalogueReader().add(new Source(name, text), Path.of(".")).catalogue();
    }

    private static List<String> signatures(Catalogue catalogue) {
        List<String> lines = new ArrayList<>();
        catalogue.tools().forEach(tool -> lines.add(tool.signature()));
        return lines;
    }

    private static String plan(Catalogue catalogue, String want, String... have) {
        List<Given> givens = new ArrayList<>();
        for (String h : have) {
            givens.add(Givens.parse(h, catalogue));
        }
        Planned planned =
                ToolPlanner.of(catalogue, givens).plan(Givens.want(want, catalogue.types()));
        assertThat(planned).as(planned.toString()).isInstanceOf(Planned.Found.class);
        var plan = ((Planned.Found) planned).plan();
        assertThat(PlanCheck.fault(plan, catalogue)).isEmpty();
        StringBuilder text = new StringBuilder();
        plan.calls().forEach(call -> text.append(call).append("; "));
        return text.append(plan.result()).toString();
    }

    // ---- OpenAPI ----

    static final String SHOP =
            """
            openapi: 3.1.0
            info: {title: Shop, version: "1"}
            servers:
              - url: https://{region}.shop.example/v1/
                variables: {region: {default: eu}}
            paths:
              /products:
                get:
                  operationId: findProducts
                  summary: Finds products
                  parameters:
                    - $ref: "#/components/parameters/Query"
                    - {name: limit, in: query, schema: {type: integer}}
                  responses:
                    "200":
                      content:
                        application/json:
                          schema: {type: array, items: {$ref: "#/components/schemas/Product"}}
              /products/{productId}/price:
                parameters:
                  - {name: productId, in: path, required: true, schema: {$ref: "#/components/schemas/ProductId"}}
                get:
                  operationId: priceOf
                  responses:
                    default: {$ref: "#/components/responses/Price"}
              /orders:
                post:
                  operationId: order
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {$ref: "#/components/schemas/NewOrder"}
                  responses:
                    "201":
                      content:
                        application/json:
                          schema:
                            allOf:
                              - {$ref: "#/components/schemas/NewOrder"}
                              - {type: object, properties: {number: {type: string, x-clew-type: order-number}}}
                put:
                  responses: {"204": {description: nothing}}
            components:
              parameters:
                Query: {name: query, in: query, required: true, schema: {type: string}}
              responses:
                Price:
                  content:
                    application/json: {schema: {type: number, x-clew-type: price, x-clew-unit: EUR}}
              schemas:
                ProductId: {type: string}
                Product:
                  type: object
                  required: [id]
                  properties:
                    id: {$ref: "#/components/schemas/ProductId"}
                    like: {type: array, items: {$ref: "#/components/schemas/Product"}}
                NewOrder:
                  type: object
                  required: [productId, address]
                  properties:
                    productId: {$ref: "#/components/schemas/ProductId"}
                    address: {type: string}
                    gift: {type: boolean}
            """;

    @Test
    void openApiOperationsAreTools() {
        Catalogue shop = read("shop.yaml", SHOP);
        assertThat(signatures(shop))
                .containsExactly(
                        "findProducts(query: string, limit?: integer) -> list<Product>",
                        "priceOf(productId: ProductId) -> price[EUR]",
                        "order(body: NewOrder) -> order result",
                        "PUT /orders() -> any");
        assertThat(shop.tools())
                .extracting(t -> t.effects())
                .containsExactly(Effects.NONE, Effects.NONE, Effects.ONCE, Effects.REPEATABLE);
        assertThat(shop.tools().getFirst().description()).isEqualTo("Finds products");
    }

    @Test
    void openApiOperationsAreChained() {
        Catalogue shop = read("shop.yaml", SHOP);
        assertThat(plan(shop, "price", "query=tea"))
                .isEqualTo("findProducts(query = query); priceOf(productId = $1[0].id); $2");
        assertThat(plan(shop, "order-number", "query=tea", "address=Oslo", "gift=true"))
                .isEqualTo(
                        "findProducts(query = query); order(body = {productId: $1[0].id, address:"
                                + " address, gift: gift}); $2.number");
    }

    @Test
    void openApiInJsonIsTheSame() {
        Catalogue yaml = read("shop.yaml", SHOP);
        Object value =
                dev.clew.plans.tools.documents.Documents.read(new Source("shop.yaml", SHOP))
                        .value();
        Catalogue json = read("shop.json", dev.clew.plans.tools.catalogue.Json.write(value));
        assertThat(signatures(json)).isEqualTo(signatures(yaml));
    }

    @Test
    void theSameNameInTwoDocumentsIsTwoTypesUnlessTheyAreAlike() {
        String other =
                """
                openapi: 3.0.0
                info: {title: Mine, version: "1"}
                paths:
                  /a:
                    get:
                      operationId: mine
                      responses: {"200": {content: {application/json: {schema: {$ref: "#/components/schemas/Product"}}}}}
                components: {schemas: {Product: {type: object, properties: {ore: {type: string}}}}}
                """;
        Catalogue both =
                new CatalogueReader()
                        .add(new Source("shop.yaml", SHOP), Path.of("."))
                        .add(new Source("other.yaml", other), Path.of("."))
                        .catalogue();
        assertThat(both.tools().getLast().returns()).isEqualTo(new Type("Mine/Product"));
        String alike = other.replace("ore: {", "id: {type: string}, like: {");
        Catalogue same =
                new CatalogueReader()
                        .add(new Source("shop.yaml", SHOP), Path.of("."))
                        .add(new Source("other.yaml", alike), Path.of("."))
                        .catalogue();
        assertThat(same.tools().getLast().returns()).isEqualTo(new Type("Product"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true, schema: {$ref: \"#/components/schemas/ProductId|true, schema: {$ref:"
                        + " \"#/components/schemas/ProductID|21|ProductId",
                "#/components/parameters/Query|other.yaml#/Query|12|bundle",
                "openapi: 3.1.0|openapi: 2.0|1|version 3",
                "openapi: 3.1.0|swagger: '2.0'|1|version 3",
                "in: query, schema: {type: integer}|in: body, schema: {type: integer}|13|query",
                "schema: {type: integer}}|schema: {type: int}}|13|integer",
                "/products/{productId}/price|/products/{product}/price|23|parameters",
                "paths:|pathes:|1|pathes",
                "ProductId: {type: string}|ProductId: {$ref:"
                        + " '#/components/schemas/ProductId'}|52|itself",
            })
    void faultsOfOpenApiGiveAPosition(String what, String by, int line, String hint) {
        String old = what.replace("~", "\n");
        String text = SHOP.replace(old, by.replace("~", "\n"));
        assertThat(text).isNotEqualTo(SHOP);
        CatalogueError error =
                catchThrowableOfType(CatalogueError.class, () -> read("shop.yaml", text));
        assertThat(error).as(what).isNotNull();
        assertThat(error.line()).as(error.getMessage()).isEqualTo(line);
        assertThat(error).hasMessageContaining(hint);
    }

    /** Whatever is wrong with a document, it is told with a position. */
    @Test
    void randomChangesOfADocumentNeverCrash() {
        long seed = Long.getLong("clew.seed", 20261124L);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> lines = SHOP.lines().toList();
        List<String> words = List.of(SHOP.split("[^A-Za-z0-9$#/-]+"));
        for (int i = 0; i < 1500; i++) {
            List<String> changed = new ArrayList<>(lines);
            for (int j = random.nextInt(3); j >= 0; j--) {
                int at = random.nextInt(changed.size());
                String line = changed.get(at);
                String word = words.get(random.nextInt(words.size()));
                String other = words.get(random.nextInt(words.size()));
                switch (random.nextInt(4)) {
                    case 0 -> changed.remove(at);
                    case 1 -> changed.add(at, changed.get(random.nextInt(changed.size())));
                    case 2 -> changed.set(at, word.isEmpty() ? line : line.replace(word, other));
                    default -> changed.set(at, line.split(":", 2)[0] + ": " + other);
                }
            }
            try {
                Catalogue catalogue = read("shop.yaml", String.join("\n", changed));
                ToolPlanner.of(catalogue, List.of(Given.of("query", "tea")))
                        .plan(new Want(new Type("price")));
            } catch (CatalogueError e) {
                assertThat(e.line()).isPositive();
            }
        }
    }

    // ---- MCP ----

    @Test
    void mcpToolsAreToolsThatMayDoWhatTheyDoNotDeny() {
        String list =
                """
                {"jsonrpc": "2.0", "id": 1, "result": {"tools": [
                  {"name": "find_user", "description": "Finds a user",
                   "inputSchema": {"type": "object", "required": ["email"],
                     "properties": {"email": {"type": "string", "format": "email"},
                                    "exact": {"type": "boolean"}}},
                   "outputSchema": {"type": "object", "properties": {"user_id": {"type": "string"}}},
                   "annotations": {"readOnlyHint": true}},
                  {"name": "delete_user",
                   "inputSchema": {"type": "object", "required": ["user_id"],
                     "properties": {"user_id": {"$ref": "#/$defs/Id"}}, "$defs": {"Id": {"type": "string"}}}}
                ]}}
                """;
        Catalogue mcp = read("tools.json", list);
        assertThat(signatures(mcp))
                .containsExactly(
                        "find_user(email: email, exact?: boolean) -> find_user result",
                        "delete_user(user_id: Id) -> string");
        assertThat(mcp.tools().get(0).effects()).isEqualTo(Effects.NONE);
        assertThat(mcp.tools().get(1).effects()).isEqualTo(Effects.ONCE);
        // A text that is called so is no Id: that is for the catalogue to say.
        Catalogue meant =
                read(
                        "tools.json",
                        list.replace("\"$ref\": \"#/$defs/Id\"", "\"type\": \"string\""));
        assertThat(plan(meant, "string:delete_user", "email=a@b.example"))
                .isEqualTo("find_user(email = email); delete_user(user_id = $1.user_id); $2");
    }

    // ---- Java ----

    record Place(@OfType("latitude") double lat, @OfType("longitude") double lon) {}

    /** Tools in Java. */
    public static final class Maps {
        /** How often it was called. */
        int calls;

        @ToolMethod("Finds a city")
        public Place geocode(@OfType(value = "city", name = "city") String city) {
            calls++;
            return new Place(city.length(), 10.5);
        }

        @ToolMethod(cost = 3, effects = Effects.ONCE)
        public @OfType("height[m]") long height(@OfType(value = "Place", name = "place") Place p) {
            return Math.round(p.lat() * 100);
        }

        @ToolMethod
        public List<Place> all(
                @OfType(value = "list<Place>", name = "places") List<Place> places,
                @OfType(value = "integer", name = "limit", isOptional = true) Integer limit) {
            return limit == null ? places : places.subList(0, limit);
        }
    }

    @Test
    void markedMethodsOfJavaAreTools() {
        Maps maps = new Maps();
        Catalogue java = new CatalogueReader().add(maps).catalogue();
        assertThat(signatures(java))
                .containsExactly(
                        "all(places: list<Place>, limit?: integer) -> list<Place>",
                        "geocode(city: city) -> Place",
                        "height(place: Place) -> height[m]");
        Planned.Found found =
                (Planned.Found)
                        ToolPlanner.of(java, List.of(Given.of("city", new Type("city"), "Oslo")))
                                .plan(Givens.want("height[m]", java.types()));
        assertThat(maps.calls).as("planning calls nothing").isZero();
        Report report = new Runner(java.types()).run(found.plan());
        assertThat(report.value()).isEqualTo(new BigDecimal("400"));
        assertThat(maps.calls).isEqualTo(1);
    }

    @Test
    void aClassWithoutToolsIsRejected() {
        assertThatThrownBy(() -> new CatalogueReader().add("text"))
                .hasMessageContaining("@ToolMethod");
    }

    // ---- Catalogues written for it ----

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tools: {a: {needs: {x: citty}, returns: city}}|1|24|(city)?",
                "tools: {a: {need: {x: city}, returns: city}}|1|13|(needs)?",
                "tools: {a: {needs: {x: city}}}|1|12|returns",
                "tools: {a: {returns: city, cost: -1}}|1|34|Maybe 0",
                "tools: {a: {returns: city, cost: '1'}}|1|34|quotes",
                "tools: {a: {returns: city, effects: nona}}|1|37|(none)?",
                "tools: {a: {returns: 'city!'}}|1|22|list<hotel>",
                "tools: {a: {returns: city, http: 'http://x/{c}'}}|1|34|needs",
                "tools: {a: {returns: city, command: []}}|1|37|cat",
                "tools: {a: {returns: city, http: x, command: [x]}}|1|46|leave one out",
                "tools: {a: {returns: city, http: {method: FETCH, url: x}}}|1|43|GET",
                "tool: {a: {returns: city}}|1|1|(tools)?",
                "[1]|1|2|key: value",
                "7|1|1|tools",
            })
    void faultsOfACatalogueGiveAPositionAndAHint(String text, int line, int column, String hint) {
        String types = text.startsWith("t") ? "\ntypes: {city: string}" : "";
        CatalogueError error =
                catchThrowableOfType(CatalogueError.class, () -> read("a.yaml", text + types));
        assertThat(error).as(text).isNotNull();
        assertThat(error.line()).as(error.getMessage()).isEqualTo(line);
        assertThat(error.column()).as(error.getMessage()).isEqualTo(column);
        assertThat(error).hasMessageContaining(hint);
    }

    @Test
    void twoToolsOfOneNameAreRejected() {
        Source a = new Source("a.yaml", "tools: {f: {returns: string}}");
        Source b = new Source("b.yaml", "tools: {f: {returns: number}}");
        assertThatThrownBy(() -> new CatalogueReader().add(a, Path.of(".")).add(b, Path.of(".")))
                .hasMessageContaining("a.yaml:1:12")
                .hasMessageContaining("b.yaml:1:12")
                .hasMessageContaining("Maybe rename one.");
    }
}
