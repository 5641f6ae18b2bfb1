package dev.clew.plans.tools.documents;

import dev.clew.plans.pddl.model.Source;
import dev.clew.plans.tools.catalogue.CatalogueError;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads YAML 1.2. */
final class YamlReader {
    private final Source source;
    private final int[] lines;

    /** Nodes that aliases share are read once; null while a node is being read. */
    private final Map<org.snakeyaml.engine.v2.nodes.Node, Optional<Node>> read =
            new IdentityHashMap<>();

    YamlReader(Source source) {
        this.source = source;
        this.lines = lines(source.text());
    }

    private static int[] lines(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
        return starts.stream().mapToInt(i -> i).toArray();
    }

    Node read() {
        LoadSettings settings =
                LoadSettings.builder()
                        .setSchema(new CoreSchema())
                        .setAllowNonScalarKeys(true)
                        .setCodePointLimit(Integer.MAX_VALUE)
                        .build();
        try {
            StreamReader reader = new StreamReader(settings, source.text());
            var root = new Composer(settings, new ParserImpl(settings, reader)).getSingleNode();
            if (root.isEmpty()) {
                throw error(0, "There is nothing in it.", "Maybe it is the wrong file.");
            }
            return converted(root.get());
        } catch (MarkedYamlEngineException e) {
            int at = offset(e.getProblemMark().or(e::getContextMark));
            String problem = e.getProblem() == null ? e.getContext() : e.getProblem();
            throw error(at, "This is not YAML: " + problem + ".", hint(problem, at));
        } catch (ReaderException e) {
            int at = Math.min(e.getPosition(), source.text().length());
            String code = String.format(Locale.ROOT, "U+%04X", e.getCodePoint());
            throw error(at, "The character " + code + " cannot stand in YAML.", null);
        } catch (YamlEngineException e) {
            throw error(0, "This is not YAML: " + e.getMessage() + ".", null);
        } catch (StackOverflowError e) {
            throw error(0, "The text is nested too deeply.", null);
        }
    }

    private int offset(Optional<Mark> mark) {
        if (mark.isEmpty()) {
            return 0;
        }
        int line = Math.min(mark.get().getLine(), lines.length - 1);
        int end = line + 1 < lines.length ? lines[line + 1] : source.text().length();
        int at = lines[line];
        for (int i = 0; i < mark.get().getColumn() && at < end; i++) {
            at += Character.charCount(source.text().codePointAt(at));
        }
        return at;
    }

    private @Nullable String hint(String problem, int at) {
        int line = source.line(at) - 1;
        String text = source.text();
        String indent = text.substring(lines[line], at);
        if (indent.isBlank() && indent.contains("\t") || problem.contains("'\\t(TAB)'")) {
            return "Maybe indent with blanks: YAML takes no tabs there.";
        } else if (problem.contains("mapping values are not allowed")) {
            return "Maybe put the value in quotes, or indent the line like those above.";
        } else if (problem.contains("expected ':'")) {
            return "Maybe a colon is missing behind the key.";
        } else if (problem.contains("',' or")) {
            return "Maybe a comma or a closing bracket is missing.";
        } else if (problem.contains("end of stream") || problem.contains("end of scalar")) {
            return "Maybe a closing quote is missing.";
        } else if (problem.contains("expected the node content")) {
            return "Maybe a value or a closing bracket is missing before it.";
        } else if (problem.contains("alias")) {
            return "Maybe put a text that begins with `*` in quotes.";
        } else if (problem.contains("cannot start any token")) {
            return "Maybe put the text in quotes.";
        }
        return "Maybe the line is not indented like those above.";
    }

    private Node converted(org.snakeyaml.engine.v2.nodes.Node node) {
        Optional<Node> known = read.get(node);
        if (known != null) {
            return known.orElseThrow(
                    () -> error(at(node), "This part contains itself.", "Maybe write it out."));
        }
        read.put(node, Optional.empty());
        Node result =
                switch (node) {
                    case MappingNode m -> mapping(m);
                    case SequenceNode s -> {
                        List<Node> items = new ArrayList<>();
                        s.getValue().forEach(item -> items.add(converted(item)));
                        yield new Node.Sequence(at(s), items);
                    }
                    case ScalarNode s -> new Node.Scalar(at(s), scalar(s));
                    default -> throw error(at(node), "This part cannot be understood.", null);
                };
        read.put(node, Optional.of(result));
        return result;
    }

    private Node mapping(MappingNode node) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            int at = at(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw error(at, "A key must be a single word.", "Maybe put it in quotes.");
            }
            Node.Entry entry = new Node.Entry(at, converted(tuple.getValueNode()));
            if (entries.put(key.getValue(), entry) != null) {
                throw error(
                        at,
                        "The key (" + key.getValue() + ") stands here twice.",
                        "Maybe rename one.");
            }
        }
        return new Node.Mapping(at(node), entries);
    }

    private int at(org.snakeyaml.engine.v2.nodes.Node node) {
        return offset(node.getStartMark());
    }

    private @Nullable Object scalar(ScalarNode node) {
        String text = node.getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return null;
        } else if (tag.equals(Tag.BOOL)) {
            return text.equalsIgnoreCase("true");
        } else if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return number(node, text);
        }
        return text;
    }

    private BigDecimal number(ScalarNode node, String text) {
        try {
            if (text.startsWith("0x")) {
                return new BigDecimal(new BigInteger(text.substring(2), 16));
            } else if (text.startsWith("0o")) {
                return new BigDecimal(new BigInteger(text.substring(2), 8));
            }
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw error(at(node), "(" + text + ") is not a number that JSON has.", null);
        }
    }

    private CatalogueError error(int at, String sentence, @Nullable String hint) {
        return new CatalogueError(source, at, sentence, hint);
    }
}
