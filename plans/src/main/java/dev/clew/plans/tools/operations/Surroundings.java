package dev.clew.plans.tools.operations;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;

/** What all tools of a catalogue share when they are called. */
public final class Surroundings {
    private final Duration timeout;
    private final Map<String, String> headers;
    private final @Nullable String server;
    private @Nullable HttpClient client;

    /**
     * Surroundings.
     *
     * @param timeout how long a call may take
     * @param headers what is sent with each request, such as a key
     * @param server where services are, instead of where their descriptions say; null for there
     */
    public Surroundings(Duration timeout, Map<String, String> headers, @Nullable String server) {
        this.timeout = timeout;
        this.headers = Map.copyOf(headers);
        this.server = server;
    }

    /** How long a call may take. */
    public Duration timeout() {
        return timeout;
    }

    /** What is sent with each request. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Where services are, instead of where their descriptions say; null for there. */
    public @Nullable String server() {
        return server;
    }

    /** The client, made when it is first needed. */
    synchronized HttpClient client() {
        HttpClient known = client;
        if (known == null) {
            known =
                    HttpClient.newBuilder()
                            .connectTimeout(timeout)
                            .followRedirects(HttpClient.Redirect.NORMAL)
                            .build();
            client = known;
        }
        return known;
    }
}
