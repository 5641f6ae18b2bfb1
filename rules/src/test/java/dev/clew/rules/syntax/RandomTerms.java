package dev.clew.rules.syntax;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.math.BigInteger;
import java.util.Random;

/**
 * Terms and operator tables made from a seed: all kinds of atoms, in all the places where they are
 * troublesome.
 */
final class RandomTerms {
    private static final String[] NAMES = {
        "a",
        "b",
        "foo",
        "fooBar_1",
        "[]",
        "{}",
        "!",
        ";",
        ",",
        "|",
        ".",
        "..",
        "+",
        "-",
        "*",
        "**",
        "/",
        "//",
        "/*",
        "\\",
        "\\+",
        "=",
        "=..",
        ":-",
        "?-",
        "-->",
        "->",
        "*->",
        ":",
        "^",
        "is",
        "mod",
        "rem",
        "dynamic",
        "table",
        "op1",
        "op2",
        "Op3",
        "my op",
        "post",
        "<<",
        "@",
        "#",
        "&",
        "$",
        "~",
        "?",
        "`",
        "'",
        "\"",
        "",
        " ",
        "A",
        "_",
        "_x",
        "hello world",
        "it's",
        "a\\b",
        "\n",
        "\t",
        "\u0000",
        "\u0001",
        "\u007f",
        "\u00a0",
        "é",
        "Élan",
        "日本",
        "\u2200",
        "\ud835\udc00",
        "\u200b",
        "e",
        "e10",
        "x1F",
        "inf",
        "nan",
        "%",
        "a.b",
        "end_of_file",
        "=>",
        "xor",
        "0",
        "1a",
        "=@=",
        "(",
        ")",
        "\\\n",
    };

    private static final double[] FLOATS = {
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.1,
        1e10,
        1e15,
        1e16,
        1e22,
        1e-4,
        1e-5,
        123456.789,
        1.5e300,
        -2.5e-300,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        1.0 / 3,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
    };

    private final Random random;
    private final Var[] variables = new Var[4];

    RandomTerms(long seed) {
        random = new Random(seed);
        for (int i = 0; i < variables.length; i++) {
            variables[i] = new Var(i + 1);
        }
    }

    /** The standard operators with some more, and some of them changed or gone. */
    Operators operators() {
        Operators table = new Operators(Operators.standard());
        OpType[] types = OpType.values();
        int changes = random.nextInt(20);
        for (int i = 0; i < changes; i++) {
            Atom name = atom();
            OpType type = types[random.nextInt(types.length)];
            int priority = random.nextInt(4) == 0 ? 0 : priority();
            try {
                OpRules.check(table, priority, type, name);
                table.add(priority, type, name);
            } catch (dev.clew.rules.terms.PrologError forbidden) {
                // Another one, then.
            }
        }
        return table;
    }

    private int priority() {
        int[] usual = {1, 100, 200, 200, 400, 500, 700, 900, 999, 1000, 1001, 1100, 1150, 1200};
        return usual[random.nextInt(usual.length)];
    }

    Term term(int depth) {
        int kind = random.nextInt(depth <= 0 ? 7 : 20);
        return switch (kind) {
            case 0, 1, 2 -> atom();
            case 3 -> integer();
            case 4 -> Flt.of(FLOATS[random.nextInt(FLOATS.length)]);
            case 5 -> variables[random.nextInt(variables.length)];
            case 6 -> random.nextInt(3) == 0 ? Str.of(atom().name()) : integer();
            case 7, 8 -> list(depth - 1);
            case 9 -> Struct.of("{}", term(depth - 1));
            case 10, 11, 12 -> Struct.of(atom(), term(depth - 1));
            case 13, 14, 15, 16, 17, 18 -> Struct.of(atom(), term(depth - 1), term(depth - 1));
            default -> Struct.of(atom(), term(depth - 1), term(depth - 1), term(depth - 1));
        };
    }

    private Term list(int depth) {
        Term tail = random.nextInt(3) == 0 ? term(depth) : Atom.NIL;
        for (int i = random.nextInt(3); i >= 0; i--) {
            tail = new Cons(term(depth), tail);
        }
        return tail;
    }

    private Term integer() {
        return switch (random.nextInt(6)) {
            case 0 -> Int.of(-1 - random.nextInt(3));
            case 1 -> Int.of(random.nextLong());
            case 2 -> Int.of(BigInteger.valueOf(random.nextLong()).pow(3));
            case 3 -> Int.of(0);
            default -> Int.of(random.nextInt(10));
        };
    }

    Atom atom() {
        return Atom.of(NAMES[random.nextInt(NAMES.length)]);
    }
}
