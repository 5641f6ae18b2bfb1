package dev.clew.rules.checking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A small program made from a seed, kept as patterns of text and not as terms, with its least
 * model. The model is computed by putting all constants into all rules: nothing here unifies,
 * matches or parses, so that it can tell whether the checker does so rightly.
 *
 * <p>Predicates are in layers: p0, p1, ... A rule of a predicate uses itself and lower ones, under
 * a negation lower ones only. Variables are bound before a negation or a comparison uses them.
 */
final class RandomProgram {
    static final String FILE = "random.pl";
    private static final String[] ATOMS = {"a", "b", "c"};
    private static final String[] NUMBERS = {"0", "1", "2", "3"};
    private static final int PREDICATES = 6;

    /** A rule, whose head and goals contain names of variables; a goal has a kind. */
    record Rule(String head, List<Goal> body, int line, int number) {
        List<String> variables() {
            Set<String> found = new TreeSet<>();
            collect(head, found);
            for (Goal g : body) {
                collect(g.text, found);
            }
            return new ArrayList<>(found);
        }

        private static void collect(String text, Set<String> found) {
            for (int i = 0; i + 1 < text.length(); i++) {
                if (text.charAt(i) == 'X' || text.charAt(i) == 'N') {
                    found.add(text.substring(i, i + 2));
                }
            }
        }
    }

    enum Kind {
        ATOM,
        NOT,
        COMPARISON,
        SUM,
        EITHER,
        CHOICE
    }

    /** A goal with the goals it is made of. */
    record Goal(Kind kind, String text, List<String> parts) {}

    /** How an atom came into the model. */
    record Derivation(Rule rule, Map<String, String> values) {}

    final List<Rule> rules = new ArrayList<>();
    final Map<String, Derivation> model = new LinkedHashMap<>();
    final Set<String> tabled = new LinkedHashSet<>();
    final String text;
    private final Random random;
    private final List<String> signatures = new ArrayList<>();

    RandomProgram(long seed) {
        random = new Random(seed);
        StringBuilder out = new StringBuilder();
        int line = 1;
        List<String> lines = new ArrayList<>();
        for (int p = 0; p < PREDICATES; p++) {
            signatures.add(random.nextInt(3) == 0 ? "n" : random.nextBoolean() ? "aa" : "an");
            int number = 1;
            int facts = p < 3 ? 3 : 1;
            for (int i = 0; i < facts; i++) {
                rules.add(new Rule(atom(p, List.of()), List.of(), line++, number++));
            }
            for (int i = 0; p > 0 && i < 3; i++) {
                rules.add(rule(p, line++, number++));
            }
        }
        for (Rule r : rules) {
            lines.add(clause(r));
        }
        for (String name : tabled) {
            String signature = signatures.get(name.charAt(1) - '0');
            out.append(":- table ").append(name).append('/').append(signature.length());
            out.append(". ");
        }
        text = out + String.join("\n", lines) + "\n";
        for (int p = 0; p < PREDICATES; p++) {
            close("p" + p + "(");
        }
    }

    private static String clause(Rule r) {
        List<String> goals = new ArrayList<>();
        for (Goal g : r.body) {
            goals.add(g.text);
        }
        return r.head + (goals.isEmpty() ? "" : " :- " + String.join(", ", goals)) + ".";
    }

    private String atom(int p, List<String> known) {
        StringBuilder out = new StringBuilder("p").append(p).append('(');
        for (int i = 0; i < signatures.get(p).length(); i++) {
            out.append(i == 0 ? "" : ",").append(argument(signatures.get(p).charAt(i), known));
        }
        return out.append(')').toString();
    }

    /** A known variable of that type, or a constant. */
    private String argument(char type, List<String> known) {
        List<String> fitting = new ArrayList<>();
        for (String v : known) {
            if ((v.charAt(0) == 'X') == (type == 'a')) {
                fitting.add(v);
            }
        }
        if (!fitting.isEmpty() && random.nextInt(5) > 0) {
            return fitting.get(random.nextInt(fitting.size()));
        }
        String[] constants = type == 'a' ? ATOMS : NUMBERS;
        return constants[random.nextInt(constants.length)];
    }

    private Rule rule(int p, int line, int number) {
        List<Goal> body = new ArrayList<>();
        Set<String> bound = new TreeSet<>();
        List<String> variables = List.of("X1", "X2", "N1");
        int positive = 1 + random.nextInt(2);
        for (int i = 0; i < positive; i++) {
            int q = random.nextInt(p + 1);
            if (q == p) {
                tabled.add("p" + p);
            }
            Goal g = simple(atom(q, variables));
            body.add(g);
            Rule.collect(g.text, bound);
        }
        List<String> known = new ArrayList<>(bound);
        if (random.nextBoolean()) {
            body.add(test(p, known));
        }
        if (random.nextInt(4) == 0 && known.contains("N1")) {
            body.add(new Goal(Kind.SUM, "N2 is N1+1", List.of()));
            known.add("N2");
        }
        return new Rule(atom(p, known), body, line, number);
    }

    private static Goal simple(String atom) {
        return new Goal(Kind.ATOM, atom, List.of());
    }

    private Goal test(int p, List<String> known) {
        String a = atom(random.nextInt(p), known);
        String b = atom(random.nextInt(p), known);
        String c = atom(random.nextInt(p), known);
        return switch (random.nextInt(4)) {
            case 0 -> new Goal(Kind.NOT, "\\+" + a, List.of(a));
            case 1 -> new Goal(Kind.EITHER, "(" + a + ";" + b + ")", List.of(a, b));
            case 2 -> new Goal(Kind.CHOICE, "(" + a + "->" + b + ";" + c + ")", List.of(a, b, c));
            default -> {
                String n = argument('n', known);
                String m = argument('n', known);
                yield new Goal(Kind.COMPARISON, n + "<" + m, List.of(n, m));
            }
        };
    }

    // ---- The model ----

    private void close(String prefix) {
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Rule r : rules) {
                if (r.head.startsWith(prefix)) {
                    grows |= apply(r);
                }
            }
        }
    }

    private boolean apply(Rule r) {
        boolean grows = false;
        for (Map<String, String> values : valuations(r.variables(), List.of(ATOMS), numbers())) {
            String head = instance(r.head, values);
            if (!model.containsKey(head) && holds(r.body, values)) {
                model.put(head, new Derivation(r, values));
                grows = true;
            }
        }
        return grows;
    }

    private static List<String> numbers() {
        return List.of("0", "1", "2", "3", "4", "5");
    }

    private boolean holds(List<Goal> body, Map<String, String> values) {
        for (Goal g : body) {
            if (!isTrue(g, values)) {
                return false;
            }
        }
        return true;
    }

    private boolean isTrue(Goal g, Map<String, String> values) {
        List<String> parts = new ArrayList<>();
        for (String part : g.parts) {
            parts.add(instance(part, values));
        }
        return switch (g.kind) {
            case ATOM -> model.containsKey(instance(g.text, values));
            case NOT -> !model.containsKey(parts.get(0));
            case COMPARISON -> parts.get(0).compareTo(parts.get(1)) < 0;
            case SUM ->
                    Integer.parseInt(values.get("N2")) == Integer.parseInt(values.get("N1")) + 1;
            case EITHER -> model.containsKey(parts.get(0)) || model.containsKey(parts.get(1));
            case CHOICE -> model.containsKey(parts.get(model.containsKey(parts.get(0)) ? 1 : 2));
        };
    }

    /** All ways to give constants to variables. */
    static List<Map<String, String>> valuations(
            List<String> variables, List<String> atoms, List<String> numbers) {
        List<Map<String, String>> all = new ArrayList<>();
        all.add(new HashMap<>());
        for (String v : variables) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> values : all) {
                for (String constant : v.charAt(0) == 'X' ? atoms : numbers) {
                    Map<String, String> more = new HashMap<>(values);
                    more.put(v, constant);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    static String instance(String pattern, Map<String, String> values) {
        String text = pattern;
        for (Map.Entry<String, String> e : values.entrySet()) {
            text = text.replace(e.getKey(), e.getValue());
        }
        return text;
    }
}
