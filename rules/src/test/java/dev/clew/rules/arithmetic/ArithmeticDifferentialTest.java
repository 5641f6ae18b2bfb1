package dev.clew.rules.arithmetic;

import static dev.clew.rules.arithmetic.Expressions.d;
import static dev.clew.rules.arithmetic.Expressions.i;
import static dev.clew.rules.arithmetic.Expressions.t;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.conformity.Peer;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Random expressions against SWI-Prolog, where it is installed. */
class ArithmeticDifferentialTest {
    private static final String[] INTEGER_OPERATIONS = {
        "+", "-", "*", "//", "mod", "rem", "div", "max", "min", "gcd", "/\\", "\\/", "xor"
    };
    private static final String[] FLOAT_FUNCTIONS = {
        "sin", "cos", "atan", "sqrt", "exp", "log", "tanh", "asinh", "floor", "round", "truncate"
    };

    @TempDir Path folder = Path.of("");

    private Random random = new Random();

    @Test
    void agreesWithSwiPrologOnRandomExpressions() throws Exception {
        Peer.assumeInstalled("swipl");
        long seed = Long.getLong("clew.seed", 20_264);
        System.out.println("agreesWithSwiPrologOnRandomExpressions: -Dclew.seed=" + seed);
        random = new Random(seed);
        List<Term> expressions = new ArrayList<>();
        for (int n = 0; n < 3000; n++) {
            expressions.add(n % 4 == 0 ? floats() : n % 4 == 1 ? quotient() : integers(3));
        }
        List<String> theirs = swiProlog(expressions);
        assertThat(theirs).hasSameSizeAs(expressions);
        for (int n = 0; n < theirs.size(); n++) {
            String ours = ours(expressions.get(n));
            if (!closeEnough(ours, theirs.get(n))) {
                assertThat(ours).as(expressions.get(n).toString()).isEqualTo(theirs.get(n));
            }
        }
    }

    private Term integers(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return leaf();
        }
        String name = INTEGER_OPERATIONS[random.nextInt(INTEGER_OPERATIONS.length)];
        return t(name, integers(depth - 1), integers(depth - 1));
    }

    private Numeric leaf() {
        return switch (random.nextInt(4)) {
            case 0 -> i(random.nextInt(10) - 5);
            case 1 -> i(random.nextLong());
            case 2 -> i(new BigInteger(150, random));
            default -> i(random.nextInt());
        };
    }

    private Term quotient() {
        return t("/", integers(1), integers(1));
    }

    private Term floats() {
        Numeric x = d(Math.scalb(random.nextDouble() - 0.5, random.nextInt(20)));
        String name = FLOAT_FUNCTIONS[random.nextInt(FLOAT_FUNCTIONS.length)];
        return random.nextBoolean() ? t("*", x, leaf()) : t(name, x);
    }

    private static String ours(Term expression) {
        try {
            return show(Arithmetic.eval(expression));
        } catch (PrologError e) {
            return ((Struct) e.term()).arg(0).toString();
        }
    }

    private static String show(Numeric n) {
        return n instanceof Flt f ? Double.toString(f.value()) : n.toString();
    }

    /** The last digits of functions depend on the mathematical library. */
    private static boolean closeEnough(String ours, String theirs) {
        if (ours.equals(theirs)) {
            return true;
        }
        try {
            double x = Double.parseDouble(ours);
            double y = Double.parseDouble(theirs);
            boolean floats = ours.contains(".") && theirs.contains(".");
            return floats && Math.abs(x - y) <= 4 * Math.ulp(y);
        } catch (NumberFormatException error) {
            return false;
        }
    }

    private List<String> swiProlog(List<Term> expressions) throws Exception {
        StringBuilder program = new StringBuilder();
        program.append("show(X) :- write_term(X, [ignore_ops(true), quoted(false)]), nl.\n");
        program.append("run(E) :- catch((X is E, show(X)), error(F, _), show(F)).\n");
        for (Term expression : expressions) {
            program.append("e(").append(canonical(expression)).append(").\n");
        }
        program.append(":- initialization((forall(e(E), run(E)), halt)).\n");
        Path file = folder.resolve("expressions.pl");
        Files.writeString(file, program);
        return run("swipl", "-q", file.toString());
    }

    private static String canonical(Term term) {
        if (!(term instanceof Struct s)) {
            return show((Numeric) term).replace("E", "e");
        }
        StringBuilder out = new StringBuilder("'");
        out.append(s.name().name().replace("\\", "\\\\")).append("'(");
        for (int n = 0; n < s.arity(); n++) {
            out.append(n == 0 ? "" : ",").append(canonical(s.arg(n)));
        }
        return out.append(')').toString();
    }

    private List<String> run(String... command) throws Exception {
        Path output = folder.resolve("answers");
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(output.toFile())
                        .redirectErrorStream(false)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(output, StandardCharsets.UTF_8);
    }
}
