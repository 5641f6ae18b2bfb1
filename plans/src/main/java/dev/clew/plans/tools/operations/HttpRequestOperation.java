package dev.clew.plans.tools.operations;

import dev.clew.plans.tools.catalogue.Json;
import dev.clew.plans.tools.catalogue.Operation;
import dev.clew.plans.tools.catalogue.ToolFailure;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends a request over HTTP.
 *
 * @param method GET, POST and so on
 * @param url where to, with places for arguments
 * @param places where each argument goes that has no place in {@code url}
 * @param headers what is sent with it
 * @param wantsText whether the answer may be a text that is not JSON
 */
public record HttpRequestOperation(
        String method,
        String url,
        Map<String, Place> places,
        Map<String, String> headers,
        boolean wantsText,
        Surroundings surroundings)
        implements Operation {
    private static final int TOO_LONG = 408;
    private static final int TOO_MANY = 429;

    /** Where an argument goes. */
    public enum Place {
        /** Into the path. */
        PATH,
        /** Behind the question mark. */
        QUERY,
        /** Into a header of its name. */
        HEADER,
        /** Into a cookie of its name. */
        COOKIE,
        /** Into a field of the body, which is a JSON object. */
        FIELD,
        /** It is the body. */
        BODY
    }

    @Override
    public @Nullable Object call(Map<String, @Nullable Object> arguments)
            throws ToolFailure, InterruptedException {
        String address = Template.fill(url, arguments, HttpRequestOperation::coded);
        String query = query(arguments);
        if (!query.isEmpty()) {
            address += (address.contains("?") ? "&" : "?") + query;
        }
        String what = method + " " + address;
        HttpResponse<String> response = send(request(address, arguments), what);
        int status = response.statusCode();
        if (status < 200 || status > 299) {
            throw new ToolFailure(
                    what + " was answered with " + status + ". " + Results.quoted(response.body()),
                    status == TOO_LONG || status == TOO_MANY || status >= 500);
        }
        return Results.read(response.body(), wantsText, what);
    }

    private HttpRequest request(String address, Map<String, @Nullable Object> arguments)
            throws ToolFailure {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
            request.timeout(surroundings.timeout()).header("Accept", "application/json, */*;q=0.5");
            surroundings.headers().forEach(request::setHeader);
            headers.forEach((name, value) -> {
                request.setHeader(name, Template.fill(value, arguments, text -> text));
            });
            StringBuilder cookies = new StringBuilder();
            places.forEach((name, place) -> {
                Object value = arguments.get(name);
                if (value != null && place == Place.HEADER) {
                    request.setHeader(name, Template.plain(value));
                } else if (value != null && place == Place.COOKIE) {
                    cookies.append(cookies.isEmpty() ? "" : "; ").append(name).append('=');
                    cookies.append(coded(Template.plain(value)));
                }
            });
            if (!cookies.isEmpty()) {
                request.setHeader("Cookie", cookies.toString());
            }
            String body = body(arguments);
            if (body == null) {
                return request.method(method, HttpRequest.BodyPublishers.noBody()).build();
            }
            request.setHeader("Content-Type", "application/json");
            return request.method(method, HttpRequest.BodyPublishers.ofString(body)).build();
        } catch (IllegalArgumentException e) {
            throw new ToolFailure(
                    "The request " + method + " " + address + " cannot be made: " + e.getMessage(),
                    false);
        }
    }

    private HttpResponse<String> send(HttpRequest request, String what)
            throws ToolFailure, InterruptedException {
        try {
            return surroundings
                    .client()
                    .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (HttpTimeoutException e) {
            throw new ToolFailure(what + " was not answered within " + seconds() + " s.", true);
        } catch (IOException e) {
            String why = e.getMessage() == null ? "nobody answers there" : e.getMessage();
            throw new ToolFailure(what + " failed: " + why + ".", true);
        }
    }

    private String seconds() {
        return Template.plain(
                new BigDecimal(surroundings.timeout().toMillis())
                        .movePointLeft(3)
                        .stripTrailingZeros());
    }

    private String query(Map<String, @Nullable Object> arguments) {
        StringBuilder query = new StringBuilder();
        places.forEach((name, place) -> {
            Object value = arguments.get(name);
            if (value != null && place == Place.QUERY) {
                for (Object item : value instanceof List<?> list ? list : List.of(value)) {
                    query.append(query.isEmpty() ? "" : "&").append(coded(name)).append('=');
                    query.append(coded(Template.plain(item)));
                }
            }
        });
        return query.toString();
    }

    private @Nullable String body(Map<String, @Nullable Object> arguments) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        boolean hasFields = false;
        for (var e : places.entrySet()) {
            if (e.getValue() == Place.BODY) {
                return arguments.containsKey(e.getKey())
                        ? Json.write(arguments.get(e.getKey()))
                        : null;
            } else if (e.getValue() == Place.FIELD) {
                hasFields = true;
                if (arguments.containsKey(e.getKey())) {
                    fields.put(e.getKey(), arguments.get(e.getKey()));
                }
            }
        }
        return hasFields ? Json.write(fields) : null;
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
