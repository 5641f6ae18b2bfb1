package dev.clew.rules.tabling;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A random normal logic program over a few constants, and its well-founded model by the plainest
 * means: all ground instances of its rules, and the alternating fixpoint over sets of atoms.
 */
final class NormalProgram {
    /** A literal; arguments are constants from 1 on, variables are -1, -2, ... */
    private record Literal(int predicate, int[] args, boolean isNegative, boolean isTnot) {}

    private record Rule(Literal head, List<Literal> body) {}

    /** A ground rule: a negative literal is the set of atoms of which none may hold. */
    private record GroundRule(int head, int[] positive, List<BitSet> negative) {}

    /** The truth of an atom. */
    enum Truth {
        TRUE,
        UNDEFINED,
        FALSE
    }

    private final Random random;
    private final String prefix;
    private final int constants;
    private final int[] arity;

    /** The first predicates have facts only and are not tabled. */
    private final int facts;

    private final List<Rule> rules = new ArrayList<>();

    NormalProgram(Random random, String prefix) {
        this.random = random;
        this.prefix = prefix;
        boolean propositional = random.nextInt(3) == 0;
        constants = propositional ? 1 : 2 + random.nextInt(3);
        facts = 2;
        int tabled = propositional ? 3 + random.nextInt(10) : 1 + random.nextInt(4);
        arity = new int[facts + tabled];
        arity[0] = 1;
        arity[1] = 2;
        for (int i = facts; i < arity.length; i++) {
            arity[i] = propositional ? 0 : random.nextInt(6) == 0 ? 0 : 1 + random.nextInt(2);
        }
        for (int c = 1; c <= constants; c++) {
            rules.add(new Rule(new Literal(0, new int[] {c}, false, false), List.of()));
        }
        int edges = random.nextInt(constants * constants) + 1;
        for (int i = 0; i < edges; i++) {
            int[] args = {1 + random.nextInt(constants), 1 + random.nextInt(constants)};
            rules.add(new Rule(new Literal(1, args, false, false), List.of()));
        }
        double negation = random.nextDouble();
        int count = tabled + random.nextInt(2 * tabled + 2);
        for (int i = 0; i < count; i++) {
            rules.add(rule(facts + (i < tabled ? i : random.nextInt(tabled)), negation));
        }
    }

    private Rule rule(int head, double negation) {
        int variables = 1 + random.nextInt(3);
        List<Literal> body = new ArrayList<>();
        int[] headArgs = args(arity[head], variables);
        boolean[] bound = new boolean[variables];
        int n = random.nextInt(4);
        for (int i = 0; i < n; i++) {
            boolean isNegative = random.nextDouble() < negation;
            int p =
                    random.nextInt(4) == 0 && arity[head] > 0
                            ? 1
                            : facts + random.nextInt(arity.length - facts);
            int[] args = args(arity[p], variables);
            if (isNegative && p >= facts) {
                for (int k = 0; k < args.length; k++) {
                    if (args[k] < 0 && random.nextInt(8) == 0) {
                        args[k] = -9; // for no value at all
                    }
                }
                ground(args, bound, body);
                body.add(new Literal(p, args, true, random.nextBoolean()));
            } else {
                body.add(new Literal(p, args, false, false));
                for (int a : args) {
                    if (a < 0) {
                        bound[-a - 1] = true;
                    }
                }
            }
        }
        ground(headArgs, bound, body);
        return new Rule(new Literal(head, headArgs, false, false), body);
    }

    /** Adds domain literals for the variables that no literal has bound yet. */
    private static void ground(int[] args, boolean[] bound, List<Literal> body) {
        for (int a : args) {
            if (a < 0 && a != -9 && !bound[-a - 1]) {
                bound[-a - 1] = true;
                body.add(new Literal(0, new int[] {a}, false, false));
            }
        }
    }

    private int[] args(int n, int variables) {
        int[] args = new int[n];
        for (int i = 0; i < n; i++) {
            args[i] =
                    random.nextInt(4) == 0
                            ? 1 + random.nextInt(constants)
                            : -1 - random.nextInt(variables);
        }
        return args;
    }

    // ---- As text ----

    /** The names and arities of the tabled predicates. */
    Map<String, Integer> tabled() {
        Map<String, Integer> all = new TreeMap<>();
        for (int i = facts; i < arity.length; i++) {
            all.put(prefix + "p" + i, arity[i]);
        }
        return all;
    }

    /** Those atoms whose predicates are tabled. */
    List<String> tabledAtoms(Collection<String> all) {
        List<String> tabled = new ArrayList<>(all);
        tabled.removeIf(a -> !tabled().containsKey(a.replaceAll("\\(.*", "")));
        return tabled;
    }

    /** The program for Clew, with a goal at the start of each body and after each literal. */
    String textWith(String goal) {
        StringBuilder out = new StringBuilder();
        tabled().forEach((name, n) -> out.append(":- table " + name + "/" + n + ".\n"));
        for (Rule r : rules) {
            out.append(text(r.head, false));
            String separator = " :- ";
            for (Literal l : r.body) {
                out.append(separator).append(goal).append(", ").append(text(l, false));
                separator = ", ";
            }
            out.append(r.body.isEmpty() ? "" : ", " + goal).append(".\n");
        }
        return out.toString();
    }

    String text(boolean forSwi) {
        StringBuilder out = new StringBuilder();
        tabled().forEach((name, n) -> out.append(":- table " + name + "/" + n + ".\n"));
        for (Rule r : rules) {
            out.append(text(r.head, forSwi));
            String separator = " :- ";
            for (Literal l : r.body) {
                out.append(separator).append(text(l, forSwi));
                separator = ", ";
            }
            out.append(".\n");
        }
        return out.toString();
    }

    private String text(Literal l, boolean forSwi) {
        StringBuilder out = new StringBuilder(prefix + "p" + l.predicate);
        for (int i = 0; i < l.args.length; i++) {
            int a = l.args[i];
            out.append(i == 0 ? "(" : ", ");
            out.append(a == -9 ? "_" : a < 0 ? "X" + -a : "" + a);
        }
        out.append(l.args.length > 0 ? ")" : "");
        if (!l.isNegative) {
            return out.toString();
        }
        return l.isTnot || forSwi ? "tnot(" + out + ")" : "\\+ " + out;
    }

    /**
     * The program with its literals said in many ways: through {@code call/N}, control constructs,
     * conjunctions under {@code \\+}, and predicates that are not tabled.
     */
    String variedText() {
        StringBuilder out = new StringBuilder();
        List<String> aside = new ArrayList<>();
        tabled().forEach((name, n) -> out.append(":- table " + name + "/" + n + ".\n"));
        for (Rule r : rules) {
            out.append(text(r.head, false));
            String separator = " :- ";
            for (Literal l : r.body) {
                out.append(separator).append(varied(l, aside));
                separator = ", ";
            }
            out.append(".\n");
        }
        aside.forEach(out::append);
        return out.toString();
    }

    private String varied(Literal l, List<String> aside) {
        String atom = text(new Literal(l.predicate, l.args, false, false), false);
        if (!l.isNegative) {
            return positive(l, atom, aside);
        }
        String goal = random.nextBoolean() ? atom : positive(l, atom, aside);
        return switch (random.nextInt(9)) {
            case 0 -> "tnot(" + atom + ")";
            case 1 -> "\\+ " + atom;
            case 2 -> "not_exists(" + goal + ")";
            case 3 -> "call(\\+ " + goal + ")";
            case 4 -> "not((" + goal + "))";
            case 5 -> "\\+ (" + goal + ", true)";
            case 6 -> "forall(" + goal + ", fail)";
            case 7 -> "\\+ \\+ \\+ " + goal;
            default -> "call(tnot, " + atom + ")";
        };
    }

    private String positive(Literal l, String atom, List<String> aside) {
        String name = prefix + "p" + l.predicate;
        int n = l.args.length;
        String other = prefix + "aside" + aside.size();
        return switch (random.nextInt(10)) {
            case 0 -> "call(" + atom + ")";
            case 1 ->
                    n == 0
                            ? atom
                            : "call(" + name + atom.substring(name.length()).replace("(", ", ");
            case 2 -> "(" + atom + " ; fail)";
            case 3 -> "(" + atom + ", true)";
            case 4 -> "(true -> " + atom + " ; fail)";
            case 5 -> "(\\+ fail, user:" + atom + ")";
            case 6 -> "catch(" + atom + ", never, true)";
            case 7 -> {
                aside.add(other + atom.substring(name.length()) + " :- " + atom + ".\n");
                yield other + atom.substring(name.length());
            }
            default -> atom;
        };
    }

    /** Declares that the predicates which have facts only are dynamic and incremental. */
    String incremental() {
        return ":- dynamic(("
                + prefix
                + "p0/1 as incremental, "
                + prefix
                + "p1/2 as incremental)).\n";
    }

    /** Adds a fact, or removes it if it is there; returns the goal that does the same. */
    String flip() {
        int[] args = {1 + random.nextInt(constants), 1 + random.nextInt(constants)};
        Literal fact = new Literal(1, args, false, false);
        String text = text(fact, false);
        atoms.clear();
        ground.clear();
        if (rules.removeIf(r -> r.body.isEmpty() && text(r.head, false).equals(text))) {
            return "retractall(" + text + ")";
        }
        rules.add(new Rule(fact, List.of()));
        return "assertz(" + text + ")";
    }

    // ---- Its model ----

    private final Map<String, Integer> atoms = new TreeMap<>();
    private final List<GroundRule> ground = new ArrayList<>();

    private int atom(int predicate, int[] args, Map<Integer, Integer> values) {
        StringBuilder name = new StringBuilder(prefix + "p" + predicate);
        for (int i = 0; i < args.length; i++) {
            int a = args[i];
            name.append(i == 0 ? "(" : ",").append(a < 0 ? values.getOrDefault(a, 0) : a);
        }
        name.append(args.length > 0 ? ")" : "");
        return atoms.computeIfAbsent(name.toString(), key -> atoms.size());
    }

    private void ground() {
        for (Rule r : rules) {
            for (int code = 0; code < constants * constants * constants; code++) {
                Map<Integer, Integer> values = new HashMap<>();
                values.put(-1, 1 + code % constants);
                values.put(-2, 1 + code / constants % constants);
                values.put(-3, 1 + code / constants / constants);
                List<Integer> positive = new ArrayList<>();
                List<BitSet> negative = new ArrayList<>();
                for (Literal l : r.body) {
                    if (l.isNegative) {
                        negative.add(instances(l, values));
                    } else {
                        positive.add(atom(l.predicate, l.args, values));
                    }
                }
                int head = atom(r.head.predicate, r.head.args, values);
                int[] all = positive.stream().mapToInt(i -> i).toArray();
                ground.add(new GroundRule(head, all, negative));
            }
        }
    }

    private BitSet instances(Literal l, Map<Integer, Integer> values) {
        BitSet all = new BitSet();
        for (int x = 1; x <= constants; x++) {
            for (int y = 1; y <= constants; y++) {
                int[] args = l.args.clone();
                int[] choice = {x, y};
                for (int i = 0; i < args.length; i++) {
                    args[i] = args[i] == -9 ? choice[i] : args[i];
                }
                all.set(atom(l.predicate, args, values));
            }
        }
        return all;
    }

    private BitSet leastModel(BitSet assumed) {
        BitSet model = new BitSet();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (GroundRule r : ground) {
                if (!model.get(r.head) && holds(r, model, assumed)) {
                    model.set(r.head);
                    changed = true;
                }
            }
        }
        return model;
    }

    private static boolean holds(GroundRule r, BitSet model, BitSet assumed) {
        for (int a : r.positive) {
            if (!model.get(a)) {
                return false;
            }
        }
        for (BitSet none : r.negative) {
            if (none.intersects(assumed)) {
                return false;
            }
        }
        return true;
    }

    /** What is true or undefined, by the text of the atom; all else is false. */
    Map<String, Truth> model() {
        ground();
        BitSet all = new BitSet();
        all.set(0, atoms.size());
        BitSet under = new BitSet();
        BitSet over = all;
        while (true) {
            BitSet more = leastModel(over);
            BitSet fewer = leastModel(more);
            if (more.equals(under) && fewer.equals(over)) {
                break;
            }
            under = more;
            over = fewer;
        }
        Map<String, Truth> model = new TreeMap<>();
        for (Map.Entry<String, Integer> e : atoms.entrySet()) {
            if (over.get(e.getValue())) {
                model.put(e.getKey(), under.get(e.getValue()) ? Truth.TRUE : Truth.UNDEFINED);
            }
        }
        return model;
    }
}
