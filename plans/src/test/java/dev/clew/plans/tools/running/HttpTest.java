package dev.clew.plans.tools.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.clew.plans.pddl.model.Source;
import dev.clew.plans.tools.Given;
import dev.clew.plans.tools.Givens;
import dev.clew.plans.tools.Planned;
import dev.clew.plans.tools.ToolPlanner;
import dev.clew.plans.tools.catalogue.Catalogue;
import dev.clew.plans.tools.catalogue.Json;
import dev.clew.plans.tools.reading.CatalogueReader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Operations of an OpenAPI document, against a server of the JDK. */
@Timeout(60)
class HttpTest {
    private static final String API =
            """
            openapi: 3.0.3
            info: {title: Shop, version: "1"}
            servers: [{url: "http://nowhere.invalid"}]
            paths:
              /find:
                get:
                  operationId: find
                  parameters:
                    - {name: q, in: query, required: true, schema: {type: string}}
                    - {name: tag, in: query, schema: {type: array, items: {type: string}}}
                    - {name: X-Lang, in: header, schema: {type: string}}
                  responses:
                    "200": {content: {application/json: {schema: {$ref: "#/components/schemas/Product"}}}}
              /products/{id}/orders:
                post:
                  operationId: order
                  parameters:
                    - {name: id, in: path, required: true, schema: {$ref: "#/components/schemas/ProductId"}}
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {type: object, required: [address], properties: {address: {type: string}}}
                  responses:
                    "201": {content: {application/json: {schema: {type: object, properties: {number: {type: integer, x-clew-type: order-number}}}}}}
            components:
              schemas:
                ProductId: {type: string}
                Product: {type: object, required: [id], properties: {id: {$ref: "#/components/schemas/ProductId"}}}
            """;

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch never = new CountDownLatch(1);
    private HttpServer server;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile String product = "{\"id\": \"tea & co/1\"}";
    private volatile boolean hangs;

    @BeforeEach
    void start() throws IOException {
        InetAddress self = InetAddress.getLoopbackAddress();
        server = HttpServer.create(new InetSocketAddress(self, 0), 0);
        server.setExecutor(Thread::startVirtualThread);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        never.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String language = exchange.getRequestHeaders().getFirst("X-Lang");
        requests.add(
                exchange.getRequestMethod()
                        + " "
                        + exchange.getRequestURI()
                        + (body.isEmpty() ? "" : " " + body)
                        + (language == null ? "" : " [" + language + "]"));
        if (hangs) {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        boolean isOrder = exchange.getRequestMethod().equals("POST");
        int status = failures.getAndDecrement() > 0 ? 503 : isOrder ? 201 : 200;
        String text = status == 503 ? "busy" : isOrder ? "{\"number\": 7}" : product;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Report run(Duration timeout, String want, String... have) {
        String address = "http://localhost:" + server.getAddress().getPort();
        Catalogue api =
                new CatalogueReader(timeout, Map.of(), address)
                        .add(new Source("api.yaml", API), Path.of("."))
                        .catalogue();
        List<Given> givens = new ArrayList<>();
        for (String h : have) {
            givens.add(Givens.parse(h, api));
        }
        Planned planned = ToolPlanner.of(api, givens).plan(Givens.want(want, api.types()));
        assertThat(planned).as(planned.toString()).isInstanceOf(Planned.Found.class);
        assertThat(requests).as("planning calls nothing").isEmpty();
        return new Runner(api.types())
                .withAttempts(3, Duration.ZERO)
                .run(((Planned.Found) planned).plan());
    }

    @Test
    void argumentsGoWhereTheDocumentSays() {
        Report report =
                run(
                        Duration.ofSeconds(30),
                        "order-number",
                        "q=green tea?",
                        "tag=[\"a\", \"b&c\"]",
                        "X-Lang=no",
                        "address=Oslo");
        assertThat(Json.write(report.value())).isEqualTo("7");
        assertThat(requests)
                .containsExactly(
                        "GET /find?q=green%20tea%3F&tag=a&tag=b%26c [no]",
                        "POST /products/tea%20%26%20co%2F1/orders {\"address\":\"Oslo\"}");
    }

    @Test
    void aBusyServiceIsAskedAgainButNothingIsOrderedTwice() {
        failures.set(1);
        assertThat(run(Duration.ofSeconds(30), "Product", "q=tea").isDone()).isTrue();
        assertThat(requests).hasSize(2);
        requests.clear();
        failures.set(1);
        Report report =
                run(Duration.ofSeconds(30), "order-number", "ProductId:x=1", "address=Oslo");
        assertThat(report.failures().getFirst().why()).contains("answered with 503. busy");
        assertThat(requests).hasSize(1);
    }

    @Test
    void aServiceThatDoesNotAnswerIsGivenUp() {
        hangs = true;
        Report report = run(Duration.ofMillis(200), "Product", "q=tea");
        assertThat(report.failures().getFirst().why()).contains("not answered within 0.2 s");
        assertThat(report.failures().getFirst().attempts()).isEqualTo(3);
    }

    @Test
    void anAnswerThatIsNotWhatWasSaidIsAFailure() {
        product = "<html>";
        assertThat(run(Duration.ofSeconds(30), "Product", "q=tea").failures().getFirst().why())
                .contains("not JSON");
        requests.clear();
        product = "{\"name\": \"tea\"}";
        assertThat(run(Duration.ofSeconds(30), "Product", "q=tea").failures().getFirst().why())
                .contains("no field `id`");
    }
}
