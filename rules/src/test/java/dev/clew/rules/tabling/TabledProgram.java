package dev.clew.rules.tabling;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random program of tabled predicates: left, right, mutual and non-linear recursion, compound
 * terms of bounded depth, answers with variables, modes. Its answers do not depend on the order in
 * which they are found.
 */
final class TabledProgram {
    private final Random random;
    private final String prefix;
    private final StringBuilder text = new StringBuilder();
    private final List<String> goals = new ArrayList<>();
    private final int relations;

    TabledProgram(Random random, String prefix) {
        this.random = random;
        this.prefix = prefix;
        this.relations = 1 + random.nextInt(4);
        facts();
        for (int i = 0; i < relations; i++) {
            text.append(":- table " + relation(i) + "/2.\n");
        }
        for (int i = 0; i < relations; i++) {
            int clauses = 1 + random.nextInt(4);
            text.append(relation(i) + "(X, Y) :- " + prefix + "e(X, Y).\n");
            for (int k = 0; k < clauses; k++) {
                text.append(relation(i) + clause());
            }
        }
        for (int k = 0; k < 4; k++) {
            goals.add(any() + "(" + term() + ", " + term() + ")");
        }
        modes();
    }

    String text() {
        return text.toString();
    }

    List<String> goals() {
        return goals;
    }

    private String relation(int i) {
        return prefix + "t" + i;
    }

    private String any() {
        return relation(random.nextInt(relations));
    }

    private String constant() {
        return pick("a", "b", "c", "1", "2", "1.0", "\"a\"", "[]", "'x y'", "f(a)", "[a, b]");
    }

    private String term() {
        return random.nextInt(3) > 0 ? pick("X", "Y", "_") : pick("a", "b", "1", "s(X)", "s(_)");
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }

    private void facts() {
        int n = 2 + random.nextInt(4);
        for (int i = 0; i < n; i++) {
            text.append(prefix + "e(" + constant() + ", " + constant() + ").\n");
        }
        int w = 3 + random.nextInt(12);
        for (int i = 0; i < w; i++) {
            text.append(
                    prefix
                            + "w("
                            + random.nextInt(6)
                            + ", "
                            + random.nextInt(6)
                            + ", "
                            + (1 + random.nextInt(9))
                            + ").\n");
        }
    }

    private String clause() {
        return switch (random.nextInt(12)) {
            case 0 -> "(X, Y) :- " + any() + "(X, Z), " + prefix + "e(Z, Y).\n";
            case 1 -> "(X, Y) :- " + prefix + "e(X, Z), " + any() + "(Z, Y).\n";
            case 2 -> "(X, Y) :- " + any() + "(X, Z), " + any() + "(Z, Y).\n";
            case 3 -> "(X, Y) :- " + any() + "(Y, X).\n";
            case 4 -> "(X, Z) :- " + any() + "(X, Y), \\+ Y = s(_), Z = s(Y).\n";
            case 5 -> "(X, X) :- " + any() + "(X, _).\n";
            case 6 -> "(X, _) :- " + any() + "(" + pick("a", "b", "1") + ", X).\n";
            case 7 -> "(X, Y) :- ( " + any() + "(X, Y) ; " + any() + "(Y, a) ), X \\== Y.\n";
            case 8 -> "(X, Y) :- " + prefix + "e(X, f(Y)).\n";
            case 9 -> "(X, Y) :- X = " + constant() + ", " + any() + "(X, Y).\n";
            case 10 ->
                    "(V, Y) :- " + any() + "(X, Y), X == a, " + prefix + "e(Z, a), V = g(X, Z).\n";
            default ->
                    "(X, Y) :- catch("
                            + any()
                            + "(X, Y), no, fail), findall(Z, "
                            + prefix
                            + "e(Z, _), [_|_]).\n";
        };
    }

    private void modes() {
        String p = prefix + "m";
        String w = prefix + "w";
        boolean left = random.nextBoolean();
        String step =
                left ? p + "(X, Z, A), " + w + "(Z, Y, B)" : w + "(X, Z, A), " + p + "(Z, Y, B)";
        switch (random.nextInt(6)) {
            case 0 -> rules(p, "min", w, step, "C is A + B");
            case 1 -> rules(p, "max", w, step, "C is min(A + B, 30)");
            case 2 -> rules(p, "lattice(" + prefix + "or/3)", w, step, "C is A \\/ B");
            case 3 -> rules(p, "lattice(" + prefix + "or(_, _, _))", w, step, "C is A /\\ B");
            case 4 -> {
                text.append(":- table " + p + "(_, sum).\n");
                text.append(p + "(X, S) :- " + w + "(X, _, S).\n");
                goals.add(p + "(X, S)");
                goals.add(p + "(" + random.nextInt(6) + ", S)");
            }
            default -> {
                text.append(":- table " + p + "(_, " + pick("index", "_") + ", min, max).\n");
                text.append(p + "(X, Y, C, D) :- " + w + "(X, Y, C), D = C.\n");
                text.append(
                        p
                                + "(X, Y, C, D) :- "
                                + p
                                + "(X, Z, A, B), "
                                + w
                                + "(Z, Y, E),"
                                + " C is min(A, E), D is max(B, E).\n");
                goals.add(p + "(X, Y, C, D)");
                goals.add(p + "(" + random.nextInt(6) + ", Y, C, _)");
            }
        }
        text.append(prefix + "or(X, Y, Z) :- Z is X \\/ Y.\n");
    }

    private void rules(String p, String mode, String w, String step, String value) {
        text.append(":- table " + p + "(_, _, " + mode + ").\n");
        text.append(p + "(X, Y, C) :- " + w + "(X, Y, C).\n");
        text.append(p + "(X, Y, C) :- " + step + ", " + value + ".\n");
        goals.add(p + "(X, Y, C)");
        goals.add(p + "(" + random.nextInt(6) + ", Y, C)");
        goals.add(p + "(" + random.nextInt(6) + ", " + random.nextInt(6) + ", C)");
    }
}
