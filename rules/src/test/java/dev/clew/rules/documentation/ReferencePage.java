package dev.clew.rules.documentation;

import dev.clew.rules.machine.Documentation.Entry;
import dev.clew.rules.machine.Documentation.Section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the reference page of all predicates. */
final class ReferencePage {
    private final List<Section> sections;
    private final StringBuilder out = new StringBuilder();

    ReferencePage(List<Section> sections) {
        this.sections = sections;
    }

    String text() {
        out.append("# Built-in predicates and libraries\n\n");
        out.append(
                "<!-- Generated from the %! comments in rules/src/main/resources/dev/clew/rules; do"
                        + " not edit.\n");
        out.append(
                "     mvn -pl rules test -Dtest=ReferencePageTest -Dclew.regenerate=true -->\n\n");
        out.append(
                "Built-ins need no import, and neither do libraries: their predicates are found"
                        + " when first called.\n");
        out.append("In the read-eval-print loop `?- help(append).` shows the same text.\n\n");
        out.append(
                "Modes: `+` is known when the predicate is called, `-` is made by it, `?` may be"
                        + " either, `@` is not bound,\n");
        out.append(
                "`:` is a goal or something else that belongs to a module. *det* succeeds once,"
                        + " *semidet* at most once,\n");
        out.append(
                "*multi* at least once, *nondet* any number of times, *failure* never, *erroneous*"
                        + " throws.\n\n");
        part("Built-ins", "documentation/");
        part("Built-ins written in Prolog", "system/");
        part("Libraries", "library/");
        for (Section s : sections) {
            section(s);
        }
        return out.toString().strip() + "\n";
    }

    /** A part of the index. */
    private void part(String title, String start) {
        out.append("**").append(title).append("**\n\n");
        for (Section s : sections) {
            if (s.home().startsWith(start)) {
                List<String> links = new ArrayList<>();
                for (Entry e : s.entries()) {
                    links.add("[" + label(e) + "](#" + anchor(e) + ")");
                }
                out.append("- [").append(s.title()).append("](#").append(anchor(s)).append(')');
                out.append(links.isEmpty() ? "" : ": ")
                        .append(String.join(", ", links))
                        .append('\n');
            }
        }
        out.append('\n');
    }

    private static String label(Entry e) {
        return "`" + e.name() + "/" + e.arity() + "`";
    }

    private static String anchor(Section s) {
        return s.home().replaceAll("[^a-z0-9]+", "-");
    }

    /**
     * The name with what is not a letter or digit spelled out, so that it can stand in an address.
     */
    private static String anchor(Entry e) {
        StringBuilder id = new StringBuilder(anchorOfHome(e)).append('.');
        for (int i = 0; i < e.name().length(); i++) {
            char c = e.name().charAt(i);
            boolean plain = Character.isLetterOrDigit(c) || c == '_';
            id.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "x%02x", (int) c));
        }
        return id.append('-').append(e.arity()).toString();
    }

    private static String anchorOfHome(Entry e) {
        return e.home().substring(e.home().indexOf('/') + 1).replace('/', '-');
    }

    private void section(Section s) {
        out.append("<a id=\"")
                .append(anchor(s))
                .append("\"></a>\n\n## ")
                .append(s.title())
                .append("\n\n");
        body(s.header());
        List<Entry> entries = s.entries();
        for (int i = 0; i < entries.size(); i++) {
            Entry e = entries.get(i);
            out.append("<a id=\"").append(anchor(e)).append("\"></a>\n");
            out.append("**`").append(e.head()).append("`**");
            out.append(e.determinism() == null ? "" : " is *" + e.determinism() + "*");
            boolean goesOn = i + 1 < entries.size() && entries.get(i + 1).text().equals(e.text());
            out.append(goesOn ? "\\\n" : "\n\n");
            if (!goesOn) {
                body(e.text());
            }
        }
    }

    /** Paragraphs and lists as they are; examples and what is indented as code. */
    private void body(String text) {
        boolean code = false;
        boolean list = false;
        for (String line : text.lines().toList()) {
            boolean item = line.stripLeading().startsWith("- ");
            boolean isCode =
                    line.startsWith("    ") && !list
                            || line.startsWith("?- ")
                            || code && line.startsWith("   ");
            if (isCode != code) {
                out.append(
                        code
                                ? "```\n"
                                : out.toString().endsWith("\n\n")
                                        ? "```prolog\n"
                                        : "\n```prolog\n");
                code = isCode;
            }
            list = item || list && !line.isBlank();
            out.append(code ? line.replaceFirst("^ {4}", "") : escaped(line)).append('\n');
        }
        out.append(code ? "```\n\n" : text.isEmpty() ? "" : "\n");
    }

    /** Keeps Markdown from taking characters outside of back quotes for marks. */
    private static String escaped(String line) {
        StringBuilder safe = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '`';
            boolean within =
                    c == '_'
                            && i > 0
                            && i + 1 < line.length()
                            && Character.isLetterOrDigit(line.charAt(i + 1));
            safe.append(!quoted && !within && "*_<>[]|\\".indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return safe.toString();
    }
}
