package dev.clew.rules.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.datalog.Plan;
import dev.clew.rules.machine.DatalogGenerator.Clause;
import dev.clew.rules.machine.DatalogGenerator.Negation;
import dev.clew.rules.machine.DatalogGenerator.Pred;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.syntax.ReadFlags;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.syntax.TermReader;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Set-at-a-time evaluation against the definition of the well-founded model, and by example. */
class SetEvaluationTest {
    private static final int PROGRAMS = 600;

    /** A loaded program some of whose predicates are tabled. */
    private static final class Loaded {
        final Database db;
        final Machine m;

        Loaded(String text) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            db = new Database(StreamTable.of(new ByteArrayInputStream(new byte[0]), out, out));
            m = new Machine(db);
            Loader.load(m, new StringSource(text), null, db.user());
        }

        Loaded table(String name, int arity) {
            procedure(name, arity).isTabled = true;
            return this;
        }

        Loaded table(String modes) {
            Struct t = (Struct) read(modes);
            procedure(t.name().name(), t.args.length).isTabled = true;
            procedure(t.name().name(), t.args.length).tableModes = t;
            return this;
        }

        private ClauseProcedure procedure(String name, int arity) {
            return db.clausesForChange(db.user().predicate(Functor.of(name, arity)), "modify");
        }

        Term read(String text) {
            ReadFlags flags = ReadFlags.standard().withVariables(m::newVar);
            return new TermReader(new StringSource(text + " ."), db.user().operators(), flags)
                    .read()
                    .term();
        }

        void run(String goal) {
            assertThat(m.once(read(goal), db.user())).isTrue();
        }

        /** The answers as instances of the goal, with their truth; null if it is unsuited. */
        @Nullable Map<String, String> ask(String text) {
            return ask(m, text);
        }

        @Nullable Map<String, String> ask(Machine by, String text) {
            Term goal = read(text);
            Term[] args = {};
            if (goal instanceof Compound c) {
                args = new Term[c.arity()];
                for (int i = 0; i < args.length; i++) {
                    args[i] = c.arg(i);
                }
            }
            Functor f = goal instanceof Compound c ? c.functor() : Functor.of((Atom) goal, 0);
            AnswerList list = SetEvaluation.evaluate(by, db.user().predicate(f), args);
            if (list == null) {
                return null;
            }
            List<String> first = traverse(goal, args, list);
            assertThat(traverse(goal, args, list)).isEqualTo(first);
            Map<String, String> found = new TreeMap<>();
            for (int i = 0; i < first.size(); i++) {
                String before = found.put(first.get(i), list.isUndefined(i) ? "undefined" : "true");
                assertThat(before).as("%s occurs once", first.get(i)).isNull();
            }
            return found;
        }

        /** Whether a ground goal is true by {@link SetEvaluation#settle}. */
        int settle(String text) {
            Term goal = read(text);
            if (goal instanceof Compound c) {
                for (int i = 0; i < c.arity(); i++) {
                    m.a[i] = c.arg(i);
                }
            }
            Functor f = goal instanceof Compound c ? c.functor() : Functor.of((Atom) goal, 0);
            return SetEvaluation.settle(m, (ClauseProcedure) db.user().predicate(f).procedure);
        }

        private List<String> traverse(Term goal, Term[] args, AnswerList list) {
            List<Var> variables = new ArrayList<>();
            for (Term t : args) {
                if (t.deref() instanceof Var v && !variables.contains(v)) {
                    variables.add(v);
                }
            }
            List<String> found = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                assertThat(list.unify(m, variables.toArray(new Term[0]), i)).isTrue();
                found.add(goal.toString());
                for (Var v : variables) {
                    v.ref = null;
                }
            }
            return found;
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesTheWellFoundedModelOfRandomPrograms(Negation negation) {
        long seed = Long.getLong("clew.seed", 20_271);
        System.out.println("Datalog with negation " + negation + ": -Dclew.seed=" + seed);
        for (int i = 0; i < PROGRAMS; i++) {
            check(new Random(seed + i), negation, "-Dclew.seed=" + (seed + i));
        }
    }

    private static void check(Random random, Negation negation, String seed) {
        DatalogGenerator g = new DatalogGenerator(random, negation);
        Loaded loaded = new Loaded(g.text());
        for (Pred p : g.preds) {
            if (p.tabled()) {
                loaded.table(p.name(), p.arity());
            }
        }
        WellFoundedReference reference = new WellFoundedReference(g.clauses);
        compare(random, g, loaded, reference, seed);
        Pred changed = g.preds.get(0);
        int before = g.clauses.size();
        g.addFacts(changed, 1 + random.nextInt(3));
        for (Clause c : g.clauses.subList(before, g.clauses.size())) {
            loaded.run("assertz(" + c.head() + ")");
        }
        if (random.nextBoolean()) {
            SetEvaluation.abolish(loaded.db);
        }
        compare(random, g, loaded, new WellFoundedReference(g.clauses), seed);
    }

    private static void compare(
            Random random,
            DatalogGenerator g,
            Loaded loaded,
            WellFoundedReference reference,
            String seed) {
        for (int i = 0; i < 6; i++) {
            Pred p = g.preds.get(random.nextInt(g.preds.size()));
            if (!p.tabled()) {
                continue;
            }
            int[] goal = g.goal(p);
            String text = new DatalogGenerator.Lit(p, goal, false).toString();
            assertThat(loaded.ask(text))
                    .as("%s\n?- %s.\n%s", seed, text, g)
                    .isEqualTo(expected(p, goal, reference));
        }
    }

    @ParameterizedTest
    @EnumSource
    void settlesGroundGoalsOfRandomPrograms(Negation negation) {
        long seed = Long.getLong("clew.seed", 20_272);
        System.out.println("Ground Datalog with negation " + negation + ": -Dclew.seed=" + seed);
        int[] counts = new int[3];
        for (int i = 0; i < PROGRAMS; i++) {
            settleGoals(new Random(seed + i), negation, counts, "-Dclew.seed=" + (seed + i));
        }
        assertThat(counts[Plan.TRUE + 1]).as("true goals").isGreaterThan(PROGRAMS / 2);
        assertThat(counts[Plan.FALSE + 1]).as("false goals").isGreaterThan(PROGRAMS / 2);
    }

    private static void settleGoals(
            Random random, DatalogGenerator.Negation negation, int[] counts, String seed) {
        DatalogGenerator g = new DatalogGenerator(random, negation);
        Loaded loaded = new Loaded(g.text());
        for (Pred p : g.preds) {
            if (p.tabled()) {
                loaded.table(p.name(), p.arity());
            }
        }
        WellFoundedReference reference = new WellFoundedReference(g.clauses);
        for (int i = 0; i < 20; i++) {
            Pred p = g.preds.get(random.nextInt(g.preds.size()));
            if (!p.tabled()) {
                continue;
            } else if (i == 12) {
                SetEvaluation.abolish(loaded.db);
            }
            int[] constants = new int[p.arity()];
            int[] printed = new int[p.arity()];
            for (int c = 0; c < constants.length; c++) {
                constants[c] = random.nextInt(DatalogGenerator.DOMAIN.length);
                printed[c] = ~constants[c];
            }
            String text = new DatalogGenerator.Lit(p, printed, false).toString();
            int truth = loaded.settle(text);
            counts[truth + 1]++;
            String expected = reference.truth(p, constants);
            if (truth == Plan.UNSETTLED) {
                Map<String, String> answers = loaded.ask(text);
                assertThat(answers == null ? "" : answers.values().toString())
                        .as("%s\n?- %s.\n%s", seed, text, g)
                        .isEqualTo(expected.equals("false") ? "[]" : "[" + expected + "]");
            } else {
                assertThat(truth == Plan.TRUE ? "true" : "false")
                        .as("%s\n?- %s.\n%s", seed, text, g)
                        .isEqualTo(expected);
            }
        }
    }

    private static Map<String, String> expected(
            Pred p, int[] goal, WellFoundedReference reference) {
        Map<String, String> found = new TreeMap<>();
        int variables = Math.max(0, Arrays.stream(goal).max().orElse(-1) + 1);
        int combinations = (int) Math.pow(DatalogGenerator.DOMAIN.length, variables);
        for (int n = 0; n < combinations; n++) {
            int[] constants = new int[goal.length];
            int[] printed = new int[goal.length];
            for (int i = 0; i < goal.length; i++) {
                constants[i] =
                        goal[i] < 0
                                ? ~goal[i]
                                : n
                                        / (int) Math.pow(DatalogGenerator.DOMAIN.length, goal[i])
                                        % DatalogGenerator.DOMAIN.length;
                printed[i] = ~constants[i];
            }
            String truth = reference.truth(p, constants);
            if (!truth.equals("false")) {
                String atom = new DatalogGenerator.Lit(p, printed, false).toString();
                found.put(atom.replace(", ", ","), truth);
            }
        }
        return found;
    }

    private static Map<String, String> allTrue(String... answers) {
        Map<String, String> map = new TreeMap<>();
        for (String a : answers) {
            map.put(a, "true");
        }
        return map;
    }

    @Test
    void countsInArithmetic() {
        Loaded p =
                new Loaded(
                        """
                        fib(0, 0).
                        fib(1, 1).
                        fib(N, F) :-
                            N > 1, A is N - 1, B is N - 2, fib(A, FA), fib(B, FB),
                            F is (FA + FB) mod 1000000007.
                        to(N, N).
                        to(N, M) :- to(N, K), K < 3, M is K + 1.
                        below(N) :- M is N - 1, M >= 0, tnot(below(M)).
                        """);
        p.table("fib", 2).table("to", 2).table("below", 1);
        assertThat(p.ask("fib(30, F)")).isEqualTo(allTrue("fib(30,832040)"));
        assertThat(p.ask("fib(1000, F)")).isEqualTo(allTrue("fib(1000,517691607)"));
        assertThat(p.ask("to(-1, X)"))
                .isEqualTo(allTrue("to(-1,-1)", "to(-1,0)", "to(-1,1)", "to(-1,2)", "to(-1,3)"));
        assertThat(p.ask("to(2, 3)")).isEqualTo(allTrue("to(2,3)"));
        assertThat(p.ask("below(7)")).isEqualTo(allTrue("below(7)"));
        assertThat(p.ask("below(8)")).isEmpty();
    }

    @Test
    void leavesErrorsAndLargeNumbersToTheMachine() {
        Loaded p =
                new Loaded(
                        """
                        d(1). d(a).
                        sum(X) :- d(Y), X is Y + 1.
                        large(1, 2).
                        large(N, X) :- N > 1, M is N - 1, large(M, Y), X is Y * Y.
                        free(X, Y) :- Y is X + 1.
                        """);
        p.table("sum", 1).table("large", 2).table("free", 2);
        assertThat(p.ask("sum(X)")).isNull();
        assertThat(p.ask("large(5, X)")).isEqualTo(allTrue("large(5,65536)"));
        assertThat(p.ask("large(9, X)")).isNull();
        assertThat(p.ask("free(1, Y)")).isEqualTo(allTrue("free(1,2)"));
        assertThat(p.ask("free(X, Y)")).isNull();
    }

    @Test
    void leavesWhatIsNotDatalogToTheMachine() {
        Loaded p =
                new Loaded(
                        """
                        :- dynamic(e/1).
                        list([x]).
                        t1(X) :- list(X).
                        t2(X) :- e(X), !.
                        t3(X) :- ( e(X) -> true ; e(X) ).
                        t4(_).
                        t5(X) :- nowhere(X).
                        t6(X) :- loop(X).
                        loop(X) :- loop(X).
                        t7(X) :- e(Y), call(e, X), X \\== Y.
                        t8(X) :- \\+ e(X), e(X).
                        """);
        for (int i = 1; i <= 8; i++) {
            p.table("t" + i, 1);
            assertThat(p.ask("t" + i + "(X)")).as("t" + i).isNull();
        }
        p.run("assertz(e(1))");
        assertThat(p.ask("t4(f(x))")).isNull();
        assertThat(p.ask("t4(a)")).isEqualTo(allTrue("t4(a)"));
        assertThat(p.ask("t8(1)")).isEmpty();
    }

    @Test
    void readsDisjunctionsEqualityAndModules() {
        Loaded p =
                new Loaded(
                        """
                        e(1, 2). e(2, 3). e(a, "s"). e(f, 1.5).
                        t(X, Y) :- ( e(X, Z), Z = Y ; e(Y, X), X \\= 2 ), user:e(_, _).
                        q(X) :- X = 1 ; e(X, _), X == a ; fail.
                        none(X) :- e(X, _), \\+ e(_, X).
                        """);
        p.table("t", 2).table("q", 1).table("none", 1);
        assertThat(p.ask("t(X, Y)"))
                .isEqualTo(
                        allTrue(
                                "t(1,2)",
                                "t(2,3)",
                                "t(a,\"s\")",
                                "t(f,1.5)",
                                "t(3,2)",
                                "t(\"s\",a)",
                                "t(1.5,f)"));
        assertThat(p.ask("t(3, Y)")).isEqualTo(allTrue("t(3,2)"));
        assertThat(p.ask("q(X)")).isEqualTo(allTrue("q(1)", "q(a)"));
        assertThat(p.ask("none(X)")).isEqualTo(allTrue("none(1)", "none(a)", "none(f)"));
    }

    @Test
    void passesAnswersOfLastCallsOn() {
        Loaded p =
                new Loaded(
                        """
                        e(1, 2). e(2, 3). e(3, 1). e(3, 4). e(5, 4). e(6, 6).
                        r(X, Y) :- e(X, Y).
                        r(X, Y) :- e(X, Z), r(Z, Y).
                        r(4, home).
                        self(X, Y) :- e(X, Y).
                        self(X, X) :- e(X, Z), self(Z, X).
                        other(X, Y) :- e(X, Y).
                        other(X, Y) :- e(X, Z), other(Z, Y), X \\== Y.
                        """);
        p.table("r", 2).table("self", 2).table("other", 2);
        Map<String, String> from5 = allTrue("r(5,4)", "r(5,home)");
        assertThat(p.ask("r(5, Y)")).isEqualTo(from5);
        assertThat(p.ask("r(1, Y)"))
                .isEqualTo(allTrue("r(1,1)", "r(1,2)", "r(1,3)", "r(1,4)", "r(1,home)"));
        assertThat(p.ask("r(5, Y)")).isEqualTo(from5);
        assertThat(p.ask("r(6, Y)")).isEqualTo(allTrue("r(6,6)"));
        assertThat(p.ask("r(5, home)")).isEqualTo(allTrue("r(5,home)"));
        assertThat(p.ask("r(5, 1)")).isEmpty();
        assertThat(p.ask("r(5, 4)")).isEqualTo(allTrue("r(5,4)"));
        assertThat(p.ask("self(1, Y)")).isEqualTo(allTrue("self(1,2)"));
        assertThat(p.ask("other(1, Y)"))
                .isEqualTo(allTrue("other(1,2)", "other(1,3)", "other(1,4)"));
    }

    @Test
    void keepsTheBestOfEachKey() {
        Loaded p =
                new Loaded(
                        """
                        w(a, b, 5). w(a, c, 1). w(c, b, 1). w(b, a, 0). w(b, d, -3).
                        sp(X, Y, D) :- w(X, Y, D).
                        sp(X, Y, D) :- sp(X, Z, D1), w(Z, Y, D2), D is D1 + D2.
                        long(X, Y, D) :- w(X, Y, D).
                        long(X, Y, D) :- sp(X, Z, D1), w(Z, Y, D2), D is D1 + D2.
                        bad(X, Y, first) :- w(X, Y, _).
                        """);
        p.table("sp(_, _, min)").table("long(_, _, max)").table("bad(_, _, min)");
        assertThat(p.ask("sp(a, Y, D)"))
                .isEqualTo(allTrue("sp(a,a,2)", "sp(a,b,2)", "sp(a,c,1)", "sp(a,d,-1)"));
        assertThat(p.ask("sp(a, b, 2)")).isEqualTo(allTrue("sp(a,b,2)"));
        assertThat(p.ask("sp(a, b, 5)")).isEmpty();
        assertThat(p.ask("long(a, b, D)")).isEqualTo(allTrue("long(a,b,7)"));
    }

    @Test
    void seesWhatTheQuerySees() {
        Loaded p = new Loaded(":- dynamic(e/1). e(1). t(X) :- e(X).").table("t", 1);
        Machine early = new Machine(p.db);
        early.beginView();
        assertThat(p.ask("t(X)")).isEqualTo(allTrue("t(1)"));
        p.run("assertz(e(2))");
        assertThat(p.ask("t(X)")).isEqualTo(allTrue("t(1)", "t(2)"));
        assertThat(p.ask(early, "t(X)")).isEqualTo(allTrue("t(1)"));
        assertThat(early.once(p.read("assertz(e(3))"), p.db.user())).isTrue();
        assertThat(p.ask(early, "t(X)")).isEqualTo(allTrue("t(1)", "t(3)"));
        p.run("retract(e(1))");
        assertThat(p.ask(early, "t(X)")).isEqualTo(allTrue("t(1)", "t(3)"));
        assertThat(p.ask("t(X)")).isEqualTo(allTrue("t(2)", "t(3)"));
        p.run("retractall(e(_))");
        assertThat(p.ask("t(X)")).isEmpty();
        early.endView();
        assertThat(p.ask("t(X)")).isEmpty();
    }

    @Test
    void leavesNothingHalfMadeWhenALimitEndsIt() {
        StringBuilder b = new StringBuilder("p(X, Y) :- e(X, Y).\np(X, Y) :- p(X, Z), e(Z, Y).\n");
        for (int i = 0; i < 2000; i++) {
            b.append("e(" + i + ", " + (i + 1) % 2000 + ").\n");
        }
        Loaded p = new Loaded(b.toString()).table("p", 2);
        p.m.limits.setDeadline(System.nanoTime());
        Term[] args = {p.m.newVar(), p.m.newVar()};
        Predicate pred = p.db.user().predicate(Functor.of("p", 2));
        Throwable stopped = null;
        try {
            SetEvaluation.evaluate(p.m, pred, args);
        } catch (Interruption e) {
            stopped = e;
        }
        assertThat(stopped).isInstanceOf(Interruption.class);
        Machine fresh = new Machine(p.db);
        AnswerList all = SetEvaluation.evaluate(fresh, pred, args);
        assertThat(all).isNotNull();
        assertThat(all == null ? 0 : all.size()).isEqualTo(4_000_000);
    }

    @Test
    void givesManyThreadsTheSameAnswers() throws Exception {
        StringBuilder b = new StringBuilder("p(X, Y) :- e(X, Y).\np(X, Y) :- e(X, Z), p(Z, Y).\n");
        for (int i = 0; i < 60; i++) {
            b.append("e(n" + i + ", n" + (i + 1) % 60 + ").\n");
        }
        Loaded p = new Loaded(b.toString()).table("p", 2);
        Predicate pred = p.db.user().predicate(Functor.of("p", 2));
        List<Thread> threads = new ArrayList<>();
        List<String> wrong = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int t = 0; t < 4; t++) {
            int first = t * 15;
            Thread thread =
                    new Thread(() -> {
                        Machine m = new Machine(p.db);
                        for (int i = 0; i < 100; i++) {
                            Atom from = Atom.of("n" + (first + i % 15));
                            Term[] args = {from, new Var()};
                            if (i % 10 == 9) {
                                SetEvaluation.abolish(p.db);
                            }
                            AnswerList list = SetEvaluation.evaluate(m, pred, args);
                            if (list == null || list.size() != 60) {
                                wrong.add(from + " " + i);
                            }
                        }
                    });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrong).isEmpty();
    }
}
