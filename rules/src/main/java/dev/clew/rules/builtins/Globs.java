package dev.clew.rules.builtins;

import dev.clew.rules.streams.Surroundings;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** File name patterns with {@code ? * [...] {...}}, {@code ~} and {@code $VARIABLE}. */
final class Globs {
    private final Surroundings around;

    Globs(Surroundings around) {
        this.around = around;
    }

    /** The files that a pattern stands for, sorted; a name without wildcards stands for itself. */
    List<String> expand(String pattern) {
        List<String> found = new ArrayList<>();
        for (String plain : alternatives(home(variables(pattern)))) {
            if (hasWildcard(plain)) {
                List<String> matching = new ArrayList<>();
                walk(plain, matching);
                matching.sort(null);
                found.addAll(matching);
            } else if (plain.equals(pattern) || !hasBrace(pattern) || exists(plain)) {
                found.add(plain);
            }
        }
        return found;
    }

    private boolean exists(String path) {
        return around.file(path).exists();
    }

    private static boolean hasBrace(String s) {
        return s.indexOf('{') >= 0;
    }

    private static boolean hasWildcard(String s) {
        return s.indexOf('*') >= 0 || s.indexOf('?') >= 0 || s.indexOf('[') >= 0;
    }

    /** A leading tilde is the user's home. */
    String home(String path) {
        if (!path.equals("~") && !path.startsWith("~/")) {
            return path;
        }
        String home = around.variable("HOME");
        return (home == null ? System.getProperty("user.home", "") : home) + path.substring(1);
    }

    /** Replaces environment variables. */
    String variables(String path) {
        int dollar = path.indexOf('$');
        if (dollar < 0) {
            return path;
        }
        boolean braced = dollar + 1 < path.length() && path.charAt(dollar + 1) == '{';
        int start = braced ? dollar + 2 : dollar + 1;
        int end = start;
        while (end < path.length() && isNameChar(path.charAt(end))) {
            end++;
        }
        String value = around.variable(path.substring(start, end));
        if (end == start || value == null) {
            return path.substring(0, start) + variables(path.substring(start));
        }
        int after = braced && end < path.length() && path.charAt(end) == '}' ? end + 1 : end;
        return path.substring(0, dollar) + value + variables(path.substring(after));
    }

    private static boolean isNameChar(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    /** Writes out the alternatives in braces. */
    private static List<String> alternatives(String pattern) {
        int open = pattern.indexOf('{');
        int close = open < 0 ? -1 : pattern.indexOf('}', open);
        if (close < 0) {
            return List.of(pattern);
        }
        List<String> all = new ArrayList<>();
        int start = open + 1;
        for (int i = start; i <= close; i++) {
            if (i == close || pattern.charAt(i) == ',') {
                String one = pattern.substring(0, open) + pattern.substring(start, i);
                all.addAll(alternatives(one + pattern.substring(close + 1)));
                start = i + 1;
            }
        }
        return all;
    }

    /** Adds the existing paths that match, part by part. */
    private void walk(String pattern, List<String> found) {
        List<String> prefixes = new ArrayList<>();
        prefixes.add(pattern.startsWith("/") ? "/" : "");
        String[] parts = pattern.split("/");
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                List<String> longer = new ArrayList<>();
                for (String prefix : prefixes) {
                    step(prefix, parts[i], i < parts.length - 1, longer);
                }
                prefixes = longer;
            }
        }
        for (String path : prefixes) {
            found.add(path);
        }
    }

    private void step(String prefix, String part, boolean inside, List<String> longer) {
        String end = inside ? "/" : "";
        if (!hasWildcard(part)) {
            if (exists(prefix + part)) {
                longer.add(prefix + part + end);
            }
            return;
        }
        String @Nullable [] names = around.file(prefix.isEmpty() ? "." : prefix).list();
        if (names == null) {
            return;
        }
        Arrays.sort(names);
        for (String name : names) {
            boolean hidden = name.startsWith(".") && !part.startsWith(".");
            if (!hidden && matches(part, name, false)) {
                File file = around.file(prefix + name);
                if (!inside || file.isDirectory()) {
                    longer.add(prefix + name + end);
                }
            }
        }
    }

    /** Whether a name matches a pattern, alternatives in braces included. */
    static boolean matchesAny(String pattern, String name, boolean ignoreCase) {
        for (String one : alternatives(pattern)) {
            if (matches(one, name, ignoreCase)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name matches a pattern without braces. */
    private static boolean matches(String pattern, String name, boolean ignoreCase) {
        int p = 0;
        int n = 0;
        int star = -1;
        int starName = 0;
        while (n < name.length()) {
            int next = p < pattern.length() ? matchOne(pattern, p, name.charAt(n), ignoreCase) : -1;
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                starName = n;
            } else if (next >= 0) {
                p = next;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++starName;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Where the pattern goes on after it has matched {@code c} at {@code p}; -1 if it has not. */
    private static int matchOne(String pattern, int p, char c, boolean ignoreCase) {
        char want = pattern.charAt(p);
        if (want == '?') {
            return p + 1;
        } else if (want == '[') {
            return matchSet(pattern, p, c, ignoreCase);
        } else if (want == '\\' && p + 1 < pattern.length()) {
            return same(pattern.charAt(p + 1), c, ignoreCase) ? p + 2 : -1;
        }
        return same(want, c, ignoreCase) ? p + 1 : -1;
    }

    private static boolean same(char a, char b, boolean ignoreCase) {
        return a == b || (ignoreCase && Character.toLowerCase(a) == Character.toLowerCase(b));
    }

    private static int matchSet(String pattern, int p, char c, boolean ignoreCase) {
        int close = pattern.indexOf(']', p + 2);
        if (close < 0) {
            return -1;
        }
        char x = ignoreCase ? Character.toLowerCase(c) : c;
        for (int i = p + 1; i < close; i++) {
            boolean range = i + 2 < close && pattern.charAt(i + 1) == '-';
            char low = pattern.charAt(i);
            char high = range ? pattern.charAt(i + 2) : low;
            if ((x >= low && x <= high) || (c >= low && c <= high)) {
                return close + 1;
            }
            i += range ? 2 : 0;
        }
        return -1;
    }
}
