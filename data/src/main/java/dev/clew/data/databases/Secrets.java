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
        int end = 0;
        while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != ';') {
            end++;
        }
        String plain = url.substring(0, end);
        int scheme = plain.indexOf(':', "jdbc:".length()) + 1;
        int slashes = plain.indexOf("//");
        int at = plain.lastIndexOf('@');
        int start = slashes >= 0 && slashes < at ? slashes + 2 : scheme;
        if (at >= start) {
            return plain.substring(0, start) + plain.substring(at + 1);
        }
        boolean isCutPassword =
                slashes >= 0 && plain.indexOf('/', slashes + 2) < 0 && url.indexOf('@', end) > 0;
        return isCutPassword ? plain.substring(0, scheme) + "..." : plain;
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
        int before = at < 0 ? -1 : Math.max(url.lastIndexOf(':', at), url.lastIndexOf('/', at));
        if (before > url.indexOf("//") + 1) {
            found.add(url.substring(before + 1, at));
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
