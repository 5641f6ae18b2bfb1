package dev.clew.rules.machine;

import dev.clew.rules.terms.Functor;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is written about predicates: the blocks of comment that start with lines {@code %!
 * call(+Modes) is det}, in the libraries, the system files and, for the built-ins written in Java,
 * the files under {@code documentation/}. The read-eval-print loop and the reference page both show
 * what is found here.
 */
public final class Documentation {
    /** The files about built-ins, in reading order. */
    private static final String[] THEMES = {
        "control",
        "unification",
        "type-checks",
        "terms",
        "lists",
        "arithmetic",
        "solutions",
        "tabling",
        "atoms",
        "strings",
        "characters",
        "database",
        "streams",
        "characters-and-bytes",
        "reading",
        "writing",
        "operators",
        "flags",
        "global-variables",
        "attributed-variables",
        "modules",
        "loading",
        "files",
        "system"
    };

    private final List<Section> sections = new ArrayList<>();

    /** Reads all that is written about built-ins and the predicates of {@code library}. */
    public Documentation(Library library) {
        for (String theme : THEMES) {
            add("documentation/" + theme);
        }
        for (String path : new TreeSet<>(library.index().values())) {
            if (path.startsWith("system/")) {
                add(path);
            }
        }
        Map<String, String> byName = new TreeMap<>();
        for (String path : library.index().values()) {
            if (path.startsWith("library/")) {
                byName.put(path, path);
            }
        }
        for (String path : byName.keySet()) {
            add(path);
        }
    }

    private void add(String path) {
        String text = Library.text(path);
        if (text == null) {
            throw new IllegalStateException("The resource (" + path + ".pl) is missing.");
        }
        sections.add(Section.read(path, text));
    }

    /**
     * Files with what they say: those about built-ins by theme, then those of module {@code
     * system}, then the libraries.
     */
    public List<Section> sections() {
        return List.copyOf(sections);
    }

    /** Everything in the order of {@link #sections}. */
    public List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        for (Section s : sections) {
            all.addAll(s.entries());
        }
        return all;
    }

    /** What is written about the predicates of a name, whatever their arities. */
    public List<Entry> find(String name) {
        List<Entry> found = entries();
        found.removeIf(e -> !e.name().equals(name));
        return found;
    }

    /** What is written about one predicate. */
    public List<Entry> find(String name, int arity) {
        List<Entry> found = entries();
        found.removeIf(e -> !e.covers(name, arity));
        return found;
    }

    /**
     * A file that holds blocks.
     *
     * @param home such as {@code documentation/control}, {@code system/bags} or {@code
     *     library/lists}
     * @param header the comment at its start: examples with answers, and what it is about; empty if
     *     there is none
     */
    public record Section(String home, String header, List<Entry> entries) {
        /** The entries copied. */
        public Section {
            entries = List.copyOf(entries);
        }

        /** What to call it: {@code library(lists)}, or the theme in words. */
        public String title() {
            String name = home.substring(home.indexOf('/') + 1);
            if (home.startsWith("library/")) {
                return "library(" + name + ")";
            }
            String words = name.replace('-', ' ');
            return Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }

        static Section read(String home, String text) {
            List<String> lines = text.lines().toList();
            int blocks = 0;
            StringBuilder header = new StringBuilder();
            while (blocks < lines.size() && isHeader(lines.get(blocks))) {
                String line = lines.get(blocks++);
                if (!line.startsWith("%%")) {
                    header.append(without(line, "%  ")).append('\n');
                }
            }
            List<Entry> entries = new ArrayList<>();
            for (int i = blocks; i < lines.size(); i++) {
                if (lines.get(i).startsWith("%!")) {
                    i = readBlock(home, lines, i, entries);
                }
            }
            return new Section(home, header.toString().strip(), entries);
        }

        private static boolean isHeader(String line) {
            return line.startsWith("%") && !line.startsWith("%!");
        }

        /** Reads the block that starts at line {@code at}; returns its last line. */
        private static int readBlock(String home, List<String> lines, int at, List<Entry> to) {
            List<String> calls = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            int i = at;
            while (i < lines.size() && lines.get(i).startsWith("%")) {
                String line = lines.get(i);
                if (!line.startsWith("%!")) {
                    text.append(without(line, "%   ")).append('\n');
                } else if (text.toString().isBlank()) {
                    calls.add(line.substring(2).strip());
                } else {
                    break;
                }
                i++;
            }
            for (String call : calls) {
                to.add(Entry.of(call, text.toString().strip(), home));
            }
            return i - 1;
        }

        private static String without(String line, String start) {
            return line.startsWith(start)
                    ? line.substring(start.length()).stripTrailing()
                    : line.substring(1).strip();
        }
    }

    /**
     * What is written about a predicate.
     *
     * @param head how it is called, with modes: {@code atom_length(+Atom, -Length)}
     * @param determinism {@code det}, {@code semidet}, {@code nondet}, ...; null if nothing is said
     *     about it
     * @param text what it does
     * @param home the file that says so, such as {@code library/lists}
     */
    public record Entry(String head, @Nullable String determinism, String text, String home) {
        private static final List<String> DETERMINISMS =
                List.of("det", "semidet", "nondet", "multi", "failure", "erroneous", "undefined");

        static Entry of(String call, String text, String home) {
            int is = call.lastIndexOf(" is ");
            String last = is < 0 ? "" : call.substring(is + 4).strip();
            return DETERMINISMS.contains(last)
                    ? new Entry(call.substring(0, is).strip(), last, text, home)
                    : new Entry(call, null, text, home);
        }

        /** The name of the predicate. */
        public String name() {
            return Head.of(head).name();
        }

        /**
         * Its arity; two more than is written for a nonterminal, and the least one if there may be
         * any number of arguments.
         */
        public int arity() {
            return Head.of(head).arity();
        }

        /** Whether this is about the predicate. */
        public boolean covers(String name, int arity) {
            Head h = Head.of(head);
            return h.name().equals(name) && (h.open() ? h.arity() <= arity : h.arity() == arity);
        }

        /** Whether this is about the predicate. */
        public boolean covers(Functor f) {
            return covers(f.name().name(), f.arity());
        }

        /** What a terminal shows: the call, the library that has it, and the text, indented. */
        public String page() {
            StringBuilder page = new StringBuilder(head);
            if (determinism != null) {
                page.append(" is ").append(determinism);
            }
            if (home.startsWith("library/")) {
                page.append("  [library(").append(home.substring(8)).append(")]");
            }
            page.append('\n');
            for (String line : text.lines().toList()) {
                page.append(line.isEmpty() ? "" : "    " + line).append('\n');
            }
            return page.toString();
        }
    }

    /**
     * Name and arity of a call with modes, such as {@code append(?Xs, ?Ys, ?Zs)}, {@code +A = +B}
     * or {@code call(:Goal, ?A, ...)}.
     */
    private record Head(String name, int arity, boolean open) {
        static Head of(String text) {
            int end = nameEnd(text);
            if (end > 0 && end < text.length() && text.charAt(end) == '(') {
                return canonical(text, end);
            } else if (end > 0) {
                return new Head(
                        unquoted(text.substring(0, end)),
                        text.startsWith("//", end) ? 2 : 0,
                        false);
            }
            String[] words = text.split(" +");
            return words.length >= 3
                    ? new Head(words[1], 2, false)
                    : new Head(words[0], words.length - 1, false);
        }

        private static Head canonical(String text, int open) {
            int depth = 0;
            int arity = 1;
            int i = open;
            do {
                char c = text.charAt(i);
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                arity += c == ',' && depth == 1 ? 1 : 0;
                i++;
            } while (depth > 0 && i < text.length());
            boolean dots = text.startsWith("...)", i - 4);
            int more = text.startsWith("//", i) ? 2 : 0;
            return new Head(unquoted(text.substring(0, open)), arity + more - (dots ? 2 : 0), dots);
        }

        private static int nameEnd(String text) {
            if (text.startsWith("'")) {
                int i = 1;
                while (text.charAt(i) != '\'') {
                    i += text.charAt(i) == '\\' ? 2 : 1;
                }
                return i + 1;
            }
            int i = 0;
            boolean starts = Character.isLowerCase(text.charAt(0));
            while (starts
                    && i < text.length()
                    && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_')) {
                i++;
            }
            return i;
        }

        private static String unquoted(String name) {
            return name.startsWith("'")
                    ? name.substring(1, name.length() - 1).replace("\\\\", "\\")
                    : name;
        }
    }
}
