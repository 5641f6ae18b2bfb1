package dev.clew.rules.conformity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random goals and programs, as text that all systems read alike. What is left to each system by
 * the standard does not occur: the order of variables, floats beside integers in sorted lists,
 * integers beyond 60 bits, cyclic terms.
 */
final class Generator {
    private static final String[] OPERATIONS = {
        "+", "-", "*", "//", "mod", "rem", "min", "max", "/\\", "\\/", ">>", "<<"
    };
    private static final String[] COMPARISONS = {"<", ">", "=<", ">=", "=:=", "=\\="};
    private static final String[] ATOMS = {"a", "b", "foo", "'B c'", "[]", "'*+'", "'hello world'"};
    private static final String[] INFIX = {
        "+", "-", "*", "**", "^", "=", "is", "<", ":-", ",", ";", "->", "-->", "mod", ":", "\\="
    };
    private static final String[] PREFIX = {"-", "+", "\\", "\\+", ":-", "?-"};

    private final Random random;

    Generator(long seed) {
        random = new Random(seed);
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private int upTo(int bound) {
        return random.nextInt(bound);
    }

    // ---- goals: a list of variables and a goal, the last two arguments of goal/3

    /** A goal of built-in predicates. */
    String goal() {
        return switch (upTo(12)) {
            case 0, 1 -> "X, X is " + expression(3);
            case 2 -> "yes, " + expression(2) + " " + one(COMPARISONS) + " " + expression(2);
            case 3, 4 ->
                    "v(X,Y,Z), unify_with_occurs_check("
                            + term(3, true)
                            + ", "
                            + term(3, true)
                            + ")";
            case 5 -> "O, compare(O, " + term(2, false) + ", " + term(2, false) + ")";
            case 6 -> "L, " + one("sort", "msort") + "(" + list(false) + ", L)";
            case 7 -> "L, keysort([" + pairs() + "], L)";
            case 8 -> "v(X,Y,L), " + term(2, true) + " =.. L";
            case 9 -> "v(N,A), functor(" + compound(2, true) + ", N, A)";
            case 10 ->
                    "v(X,Y,C), (X = " + term(1, false) + ", copy_term(" + term(3, true) + ", C))";
            default -> text();
        };
    }

    private String expression(int depth) {
        if (depth == 0 || upTo(5) == 0) {
            return upTo(25) == 0 ? one("foo", "Y", "foo(1)") : number();
        } else if (upTo(5) == 0) {
            return one("abs", "sign", "-", "\\") + "(" + expression(depth - 1) + ")";
        }
        String operation = one(OPERATIONS);
        String right =
                operation.equals("<<") || operation.equals(">>")
                        ? "" + upTo(6)
                        : expression(depth - 1);
        return one("'" + operation.replace("\\", "\\\\") + "'")
                + "("
                + expression(depth - 1)
                + ","
                + right
                + ")";
    }

    private String number() {
        return "" + (upTo(3) == 0 ? upTo(2000) - 1000 : upTo(9) - 4);
    }

    private String term(int depth, boolean variables) {
        int kind = upTo(variables ? 5 : 4);
        if (kind == 4) {
            return one("X", "Y", "Z");
        } else if (depth > 0 && kind == 3) {
            return compound(depth, variables);
        } else if (depth > 0 && kind == 2) {
            return list(variables);
        }
        return kind == 1 ? number() : one(ATOMS);
    }

    private String compound(int depth, boolean variables) {
        StringBuilder out = new StringBuilder(one("f", "g", "'-'", "'H h'")).append('(');
        int arity = 1 + upTo(3);
        for (int i = 0; i < arity; i++) {
            out.append(i == 0 ? "" : ",").append(term(depth - 1, variables));
        }
        return out.append(')').toString();
    }

    private String list(boolean variables) {
        StringBuilder out = new StringBuilder("[");
        int length = upTo(6);
        for (int i = 0; i < length; i++) {
            out.append(i == 0 ? "" : ",").append(term(1, variables));
        }
        return out.append(']').toString();
    }

    private String pairs() {
        List<String> pairs = new ArrayList<>();
        int length = upTo(6);
        for (int i = 0; i < length; i++) {
            pairs.add(term(1, false) + "-" + i);
        }
        return String.join(",", pairs);
    }

    private String text() {
        String word = one("abc", "'hello world'", "foo", "''", "a");
        return switch (upTo(5)) {
            case 0 ->
                    "v(B,L,A,S), sub_atom(" + word + ", B, L, A, " + one("S", "a", "o", "''") + ")";
            case 1 -> "v(X,Y), atom_concat(X, Y, " + word + ")";
            case 2 -> "L, atom_chars(" + word + ", L)";
            case 3 -> "N, atom_length(" + word + ", N)";
            default -> "N, number_codes(" + number() + ", N)";
        };
    }

    // ---- programs: four levels of predicates, each calling those below

    /** The clauses of program {@code n}. */
    String clauses(int n) {
        StringBuilder out = new StringBuilder();
        for (int level = 0; level < 4; level++) {
            int count = level == 0 ? 3 + upTo(3) : 1 + upTo(3);
            for (int i = 0; i < count; i++) {
                out.append(level == 0 ? fact(n) : clause(n, level)).append(".\n");
            }
        }
        return out.toString();
    }

    /** The query of program {@code n}. */
    String query(int n) {
        return "v(X,Y), p" + n + "_3(X,Y)";
    }

    private String fact(int n) {
        return "p" + n + "_0(" + constant() + "," + (upTo(4) == 0 ? "_" : constant()) + ")";
    }

    private String clause(int n, int level) {
        String head =
                "p"
                        + n
                        + "_"
                        + level
                        + "("
                        + one("X", "X", "X", constant())
                        + ","
                        + one("Y", "Y", "Z", "X")
                        + ")";
        // All variables occur before the rest: SWI-Prolog 9.0 takes a variable that first occurs
        // under \\+ for two.
        StringBuilder body = new StringBuilder("variables(X,Y,Z,W)");
        for (int i = upTo(3); i >= 0; i--) {
            body.append(", ").append(step(n, level, 2));
        }
        return head + " :- " + body;
    }

    private String step(int n, int level, int depth) {
        if (depth > 0) {
            switch (upTo(12)) {
                case 0:
                    return "!";
                case 1:
                    return "\\+ " + step(n, level, 0);
                case 2:
                    return "( "
                            + step(n, level, depth - 1)
                            + " -> "
                            + step(n, level, depth - 1)
                            + " ; "
                            + step(n, level, depth - 1)
                            + " )";
                case 3:
                    return "( "
                            + step(n, level, depth - 1)
                            + " ; "
                            + step(n, level, depth - 1)
                            + " )";
                case 4:
                    return "findall("
                            + argument()
                            + ", "
                            + step(n, level, 0)
                            + ", Q"
                            + level
                            + "), Q"
                            + level
                            + " = Z";
                case 5:
                    return "catch(" + step(n, level, 0) + ", _, true)";
                case 6:
                    return "call(("
                            + step(n, level, depth - 1)
                            + ", "
                            + step(n, level, depth - 1)
                            + "))";
                case 7:
                    return "( "
                            + step(n, level, depth - 1)
                            + " -> "
                            + step(n, level, depth - 1)
                            + " )";
                default:
                    break;
            }
        }
        return switch (upTo(8)) {
            case 0 -> argument() + " = " + argument();
            case 1 -> argument() + " \\== " + argument();
            case 2 -> argument() + " \\= " + argument();
            default -> "p" + n + "_" + upTo(level) + "(" + argument() + "," + argument() + ")";
        };
    }

    private String constant() {
        return one("a", "b", "c", "1");
    }

    private String argument() {
        return one("X", "Y", "Z", "W", "_", constant());
    }

    // ---- terms with operators, in functional notation

    /**
     * Such a term; the systems disagree on braces after a symbol, which are left out unless they
     * are wanted.
     */
    String operatorTerm(int depth, boolean braces) {
        if (depth == 0 || upTo(6) == 0) {
            return one(
                    "a",
                    "b",
                    "1",
                    "2.5",
                    "[]",
                    braces ? "{}" : "[]",
                    "'\\n'",
                    "f(a)",
                    "'/*'",
                    "'\\\\'",
                    "-",
                    "mod");
        }
        return switch (upTo(6)) {
            case 0 ->
                    "'"
                            + one(PREFIX).replace("\\", "\\\\")
                            + "'("
                            + operatorTerm(depth - 1, braces)
                            + ")";
            case 1 ->
                    "["
                            + operatorTerm(depth - 1, braces)
                            + "|"
                            + operatorTerm(Math.max(0, depth - 2), braces)
                            + "]";
            case 2 -> (braces ? "{}" : "f") + "(" + operatorTerm(depth - 1, braces) + ")";
            default ->
                    "'"
                            + one(INFIX).replace("\\", "\\\\")
                            + "'("
                            + operatorTerm(depth - 1, braces)
                            + ","
                            + operatorTerm(depth - 1, braces)
                            + ")";
        };
    }
}
