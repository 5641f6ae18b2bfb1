package dev.clew.data.databases;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Keeps passwords out of messages. */
final class Secrets {
    private static final String HIDDEN = "***";

    private Secrets() {}

    /** A URL without its parameters and without what stands before an at sign. */
    static String withoutSecrets(String url) {
        int end = url.length();
        for (int i = 0; i < end; i++) {
            if (url.charAt(i) == '?' || url.charAt(i) == ';') {
                end = i;
            }
        }
        String plain = url.substring(0, end);
        int slashes = plain.indexOf("//");
        int start = slashes >= 0 ? slashes + 2 : plain.indexOf(':', "jdbc:".length()) + 1;
        int at = plain.lastIndexOf('@');
        return at >= start ? plain.substring(0, start) + plain.substring(at + 1) : plain;
    }

    /** A text in which no password occurs. */
    static String hide(String text, String url, Map<String, String> properties) {
        String hidden = text.replace(url, withoutSecrets(url));
        for (String secret : secrets(url, properties)) {
            if (!secret.isEmpty()) {
                hidden = hidden.replace(secret, HIDDEN);
            }
        }
        return hidden;
    }

    private static List<String> secrets(String url, Map<String, String> properties) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, String> p : properties.entrySet()) {
            if (isSecret(p.getKey())) {
                found.add(p.getValue());
            }
        }
        for (String part : url.split("[?&;]")) {
            int equals = part.indexOf('=');
            if (equals > 0 && isSecret(part.substring(0, equals))) {
                found.add(part.substring(equals + 1));
            }
        }
        int at = url.lastIndexOf('@');
        int colon = at < 0 ? -1 : url.lastIndexOf(':', at);
        if (colon > url.indexOf("//") + 1 && at > colon) {
            found.add(url.substring(colon + 1, at));
        }
        return found;
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("password")
                || lower.contains("pwd")
                || lower.contains("secret")
                || lower.contains("token");
    }

    /** What an error says, on one line. */
    static String oneLine(SQLException e) {
        String text = e.getMessage();
        if (text == null || text.isBlank()) {
            return e.getClass().getSimpleName();
        }
        String line = text.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
        return line.endsWith(".") ? line : line + ".";
    }
}
