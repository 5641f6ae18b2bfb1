package dev.clew.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class EngineTest {
    private static final String FAMILY =
            """
            parent(tom, bob).
            parent(tom, liz).
            parent(bob, ann).
            ancestor(X, Y) :- parent(X, Y).
            ancestor(X, Z) :- parent(X, Y), ancestor(Y, Z).
            """;

    record Person(String name, int age) {}

    private static Engine family() {
        Engine engine = Engine.create();
        engine.loadText(FAMILY);
        return engine;
    }

    private static Engine with(String text) {
        Engine engine = Engine.create();
        engine.loadText(text);
        return engine;
    }

    // ---- Asking ----

    @Test
    void findsAnswersInOrder() {
        assertThat(family().ask("ancestor(tom, X)").all())
                .extracting(a -> a.string("X"))
                .containsExactly("bob", "liz", "ann");
    }

    @Test
    void takesParametersByPosition() {
        assertThat(family().ask("ancestor(?, X), X \\== ?", "tom", "liz").as(String.class))
                .containsExactly("bob", "ann");
    }

    @Test
    void takesParametersByName() {
        Map<String, Object> params = Map.of("who", "tom", "not", "liz");
        assertThat(family().ask("ancestor(:who, X), X \\== :not", params).as(String.class))
                .containsExactly("bob", "ann");
    }

    @Test
    void neverReadsParametersAsText() {
        String hostile = "tom), halt, parent(bob";
        assertThat(family().ask("parent(?, X)", hostile).exists()).isFalse();
        assertThat(family().ask("X = ?", hostile).first().orElseThrow().string("X"))
                .isEqualTo(hostile);
    }

    @Test
    void leavesQuestionMarksInQuotesAndCommentsAlone() {
        Answer answer =
                family().ask(
                                "X = '?', /* ? */ Y = \"? :a\", Z = 0'?, L = lists:foo, W = (a:b),"
                                        + " V = ? % ?",
                                1)
                        .first()
                        .orElseThrow();
        assertThat(answer.toString())
                .isEqualTo("X = ?, Y = \"? :a\", Z = 63, L = lists:foo, W = a:b, V = 1");
    }

    @Test
    void saysWhichParametersDoNotFit() {
        Engine engine = family();
        assertThatThrownBy(() -> engine.ask("parent(?, ?)", "tom"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The text (parent(?, ?)) has 2 parameters (?), but 1 values were given.");
        assertThatThrownBy(() -> engine.ask("parent(:a, X)", Map.of("b", 1)))
                .hasMessage("The parameter (:a) of (parent(:a, X)) has no value.");
        assertThatThrownBy(() -> engine.ask("parent(:a, X)", Map.of("a", 1, "b", 1)))
                .hasMessageContaining("no parameters named [b]");
        assertThatThrownBy(() -> engine.ask("parent(:a, ?)", 1)).hasMessageContaining("both kinds");
    }

    @Test
    void sharesVariablesAmongParameters() {
        Var x = new Var();
        Term row = Struct.of("f", x, x);
        Answer answer = family().ask("? = f(1, Y)", row).first().orElseThrow();
        assertThat(answer.integer("Y")).isEqualTo(1);
        assertThat(x.deref()).isSameAs(x);
    }

    @Test
    void asksTerms() {
        Term goal = Struct.of("parent", Atom.of("tom"), new Var());
        assertThat(family().ask(goal).stream().map(a -> a.goal().toString()))
                .containsExactly("parent(tom,bob)", "parent(tom,liz)");
    }

    @Test
    void searchesNoFurtherThanAsked() {
        Engine engine = Engine.create();
        AtomicInteger calls = new AtomicInteger();
        engine.define("tick/0", args -> calls.incrementAndGet() > 0);
        engine.loadText("nat(0). nat(N) :- nat(M), tick, N is M + 1.");
        try (Answers answers = engine.ask("nat(X)")) {
            assertThat(calls).hasValue(0);
            assertThat(answers.next().integer("X")).isEqualTo(0);
            assertThat(answers.next().integer("X")).isEqualTo(1);
            assertThat(calls).hasValue(1);
            assertThat(answers.outcome()).isEqualTo(Outcome.OPEN);
        }
        assertThat(engine.ask("nat(X)").stream().limit(3).map(a -> a.integer("X")))
                .containsExactly(0L, 1L, 2L);
    }

    @Test
    void tellsNoFromUnknown() {
        Answers none = family().ask("parent(ann, X)");
        assertThat(none.hasNext()).isFalse();
        assertThat(none.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
        Answers early = family().ask("parent(tom, X)");
        assertThat(early.first()).isPresent();
        assertThat(early.outcome()).isEqualTo(Outcome.CLOSED);
        assertThat(early.hasNext()).isFalse();
    }

    @Test
    void keepsAnswersWhileTheSearchGoesOn() {
        List<Answer> all = new ArrayList<>();
        for (Answer answer : with("p(f(X, X, 1)). p(2).").ask("p(X)")) {
            all.add(answer);
        }
        assertThat(all.get(0).get("X")).isInstanceOf(Struct.class);
        assertThat(all.get(1).integer("X")).isEqualTo(2);
    }

    @Test
    void runsCleanupWhenClosed() {
        StringWriter out = new StringWriter();
        Engine engine = Engine.builder().output(out).build();
        try (Answers answers =
                engine.ask("setup_call_cleanup(true, member(X, [1,2]), write(done))")) {
            assertThat(answers.next().integer("X")).isEqualTo(1);
            assertThat(out.toString()).isEmpty();
        }
        assertThat(out.toString()).isEqualTo("done");
    }

    @Test
    void showsAnswersAsTheLoopDoes() {
        Engine engine = Engine.create();
        assertThat(engine.ask("X = f(Y, \"s\", 'A b'), Z = W").first().orElseThrow().toString())
                .isEqualTo("X = f(Y, \"s\", 'A b'), W = Z");
        assertThat(engine.ask("true").first().orElseThrow().toString()).isEqualTo("true");
    }

    @Test
    void namesTheVariablesOfAnAnswer() {
        Answer answer = Engine.create().ask("B = 1, A = x, _ = 2").first().orElseThrow();
        assertThat(answer.names()).containsExactly("B", "A");
        assertThat(answer.bindings().keySet()).containsExactly("B", "A");
        assertThatThrownBy(() -> answer.get("C"))
                .hasMessage("There is no variable (C) in the goal. Its variables are [B, A].");
        assertThatThrownBy(() -> answer.integer("A"))
                .isInstanceOf(ConversionException.class)
                .hasMessage("Variable A: The term (x) is an atom, which cannot be Long.");
    }

    @Test
    void readsAnswersAsRecords() {
        Engine engine = with("person(\"Ann\", 7). person(\"Bob\", 42).");
        assertThat(engine.ask("person(Name, Age)").as(Person.class))
                .containsExactly(new Person("Ann", 7), new Person("Bob", 42));
        assertThat(engine.ask("P = person(bob, 42)").as(Person.class))
                .containsExactly(new Person("bob", 42));
        assertThatThrownBy(() -> engine.ask("person(Name, _)").as(Person.class).toList())
                .isInstanceOf(ConversionException.class);
    }

    @Test
    void readsLists() {
        Answer a = Engine.create().ask("L = [p(1), p(2)], N = [1, 2]").first().orElseThrow();
        record P(int n) {}
        assertThat(a.list("L", P.class)).containsExactly(new P(1), new P(2));
        assertThat(a.list("N", Integer.class)).containsExactly(1, 2);
    }

    @Test
    void givesResidualConstraints() {
        Answer answer = Engine.create().ask("dif(X, a)").first().orElseThrow();
        assertThat(answer.residual()).hasSize(1);
        assertThat(answer.toString()).isEqualTo("dif(X, a)");
        assertThat(answer.get("X")).isInstanceOf(Var.class);
    }

    // ---- Errors ----

    @Test
    void raisesErrorsInWords() {
        assertThatThrownBy(() -> family().ask("ancestro(tom, X)").exists())
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("ancestro/2")
                .hasMessageContaining("Maybe")
                .hasMessageContaining("ancestor/2");
        assertThatThrownBy(() -> family().ask("X is foo + 1").exists())
                .isInstanceOfSatisfying(
                        RuleException.class,
                        e ->
                                assertThat(e.term().toString())
                                        .startsWith("error(type_error(evaluable,foo/0)"));
        assertThatThrownBy(() -> family().ask("throw(oops)").exists())
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("oops");
    }

    @Test
    void keepsThrowingAfterAnError() {
        Answers answers = family().ask("member(X, [1, 2]), Y is 1 / (2 - X)");
        assertThat(answers.next().integer("X")).isEqualTo(1);
        assertThatThrownBy(answers::hasNext).isInstanceOf(RuleException.class);
        assertThatThrownBy(answers::hasNext).isInstanceOf(RuleException.class);
        assertThat(answers.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void pointsAtTheClauseOfAnError(@TempDir Path dir) throws IOException {
        Path file =
                Files.writeString(
                        dir.resolve("bad.pl"), "ok.\n\nhalf(X, Y) :- atom_length(X, Y).\n");
        Engine engine = Engine.create();
        engine.load(file);
        assertThatThrownBy(() -> engine.ask("half(_, Y)").first())
                .isInstanceOfSatisfying(
                        RuleException.class, e -> assertThat(e.location()).contains(file + ":3"))
                .hasMessageStartingWith(file + ":3: ");
    }

    @Test
    void pointsAtArithmeticThatFails(@TempDir Path dir) throws IOException {
        String text =
                """
                half(X, Y) :- Y is X / zero.
                big(X) :- X > foo, !.
                big(_).
                sign(X, S) :- ( X < foo -> S = 1 ; S = 0 ).
                both(X) :- atom(a), X =:= foo.
                """;
        Path file = Files.writeString(dir.resolve("sums.pl"), text);
        Engine engine = Engine.create();
        engine.load(file);
        String[] goals = {"half(1, _)", "big(1)", "sign(1, _)", "both(1)"};
        int[] lines = {1, 2, 4, 5};
        for (int i = 0; i < goals.length; i++) {
            Answers answers = engine.ask(goals[i]);
            assertThatThrownBy(answers::exists)
                    .as(goals[i])
                    .hasMessageStartingWith(file + ":" + lines[i] + ": ");
        }
    }

    @Test
    void namesTheGoalThatWasRunning(@TempDir Path dir) throws IOException {
        String text =
                """
                half(X, Y) :- atom_length(X, Y).
                sum(X, Y) :- Y is X + foo, atom(Y).
                big(X) :- X > foo.
                unknown(X) :- atom(X), nowhere(X, _).
                each(G) :- call(G, 1).
                way(X, Y) :- between(1, X, Y).
                cyclic(X) :- X = f(X), atom_length(X, _).
                long(X) :- numlist(1, 100000, L), X is L + 1.
                """;
        Path file = Files.writeString(dir.resolve("goals.pl"), text);
        Engine engine = Engine.create();
        engine.load(file);
        String[][] cases = {
            {"half(A, B)", "atom_length(A, B)", "1"},
            {"sum(1, B)", "B is 1+foo", "2"},
            {"big(1)", "1 > foo", "3"},
            {"unknown(a)", "nowhere(a, _)", "4"},
            {"each(7)", "call(7, 1)", "5"},
            {"each(X)", "call(X, 1)", "5"},
            {"way(a, Y)", "between(1, a, Y)", "6"},
            {"call(half, Z, Z)", "atom_length(Z, Z)", "1"},
            {"length(L, 1), half(g(L, L, _), 1)", "atom_length(g([_A], [_A], _), 1)", "1"},
            {"findall(Z, half(f(Z, V), V), L)", "atom_length(f(Z, V), V)", "1"},
            {"cyclic(_)", "atom_length(f(f(f(f(f(f(...)))))), _)", "7"},
            {"long(X)", "X is [1, 2, 3, 4, 5, 6, 7, 8, 9, 10|...]+1", "8"},
        };
        for (String[] c : cases) {
            assertThatThrownBy(() -> engine.ask(c[0]).first())
                    .as(c[0])
                    .isInstanceOfSatisfying(
                            RuleException.class, e -> assertThat(e.goal()).contains(c[1]))
                    .hasMessageStartingWith(file + ":" + c[2] + ": ")
                    .hasMessageEndingWith("\nGoal: " + c[1]);
        }
        assertThatThrownBy(() -> engine.ask("X = 1, Y is X + bar").first())
                .hasMessageEndingWith("\nGoal: Y is 1+bar");
    }

    /** The call that the program made counts, not what goes on within the library. */
    @Test
    void namesTheCallOfALibraryThatRaisedAnError(@TempDir Path dir) throws IOException {
        String text =
                """
                checked(X) :- must_be(integer, X), atom(X).
                last(X) :- must_be(integer, X).
                all(L) :- maplist([X]>>(X > a), L).
                fine(X) :- memberchk(X, [a, b]).
                """;
        Path file = Files.writeString(dir.resolve("calls.pl"), text);
        Engine engine = Engine.create();
        engine.load(file);
        assertThatThrownBy(() -> engine.ask("checked(a)").first())
                .hasMessage(
                        file
                                + ":1: must_be/2: The value (a) must be an integer, but is an"
                                + " atom\n"
                                + "Goal: must_be(integer, a)");
        assertThatThrownBy(() -> engine.ask("last(a)").first())
                .hasMessage(
                        file + ":2: must_be/2: The value (a) must be an integer, but is an atom");
        assertThatThrownBy(() -> engine.ask("all([1]), true").first())
                .hasMessageEndingWith("Goal: 1 > a");
        assertThatThrownBy(() -> engine.ask("fine(a), must_be(integer, a)").first())
                .hasMessage(
                        "must_be/2: The value (a) must be an integer, but is an atom\n"
                                + "Goal: must_be(integer, a)");
        assertThatThrownBy(() -> engine.ask("fine(a), X is foo").first())
                .hasMessageStartingWith("(is)/2: ");
    }

    /** ISO 7.8.10: what is caught is a copy of what was thrown, without additions. */
    @Test
    void leavesThrownBallsAsTheyAre() {
        assertThat(
                        Engine.create()
                                .ask("catch(throw(error(a, X)), error(_, Y), true), var(Y)")
                                .exists())
                .isTrue();
    }

    @Test
    void pointsIntoGoalsThatCannotBeRead() {
        assertThatThrownBy(() -> family().ask("parent(tom X)"))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("(parent(tom X)) cannot be read at character 12");
        assertThatThrownBy(() -> family().ask("true. true")).hasMessageContaining("second one");
        assertThatThrownBy(() -> family().ask("")).hasMessageContaining("no goal");
        assertThat(family().ask("parent(tom, X).").exists()).isTrue();
    }

    // ---- Loading ----

    @Test
    void listsAllProblemsOfAFile(@TempDir Path dir) throws IOException {
        Path file =
                Files.writeString(
                        dir.resolve("bad.pl"), "a :- .\nb(X).\n:- foo(1).\n:- fail.\nc(1).\n");
        Engine engine = Engine.create();
        assertThatThrownBy(() -> engine.load(file))
                .isInstanceOfSatisfying(
                        LoadException.class,
                        e -> {
                            assertThat(e.problems())
                                    .extracting(Problem::line)
                                    .containsExactly(1, 2, 3, 4);
                            assertThat(e.problems())
                                    .extracting(Problem::severity)
                                    .containsExactly(
                                            Problem.Severity.ERROR,
                                            Problem.Severity.WARNING,
                                            Problem.Severity.ERROR,
                                            Problem.Severity.WARNING);
                            assertThat(e.problems())
                                    .allMatch(p -> p.file().equals(file.toString()));
                            assertThat(e.getMessage()).contains(file + ":1: Syntax error: ");
                            assertThat(e.getMessage()).contains("warning: " + file + ":2: ");
                        });
        assertThat(engine.ask("c(X)").exists()).isTrue();
    }

    @Test
    void returnsWarnings() {
        List<Problem> warnings = Engine.create().loadText("p(X).\n");
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0).toString())
                .startsWith("text:1: The variable X occurs only once");
    }

    @Test
    void replacesClausesWhenAFileIsLoadedAgain(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("p.pl"), "p(1).\n");
        Engine engine = Engine.create();
        engine.load(file);
        Files.writeString(file, "p(2).\n");
        engine.load(file);
        assertThat(engine.ask("p(X)").as(Integer.class)).containsExactly(2);
    }

    @Test
    void loadsFilesThatLoadOthers(@TempDir Path dir) throws IOException {
        Files.writeString(
                dir.resolve("helper.pl"),
                ":- module(helper, [twice/2]).\ntwice(X, Y) :- Y is 2 * X.\n");
        Path main =
                Files.writeString(
                        dir.resolve("main.pl"),
                        ":- use_module(helper).\nfour(X) :- twice(2, X).\n");
        Engine engine = Engine.create();
        engine.load(main);
        assertThat(engine.ask("four(X)").as(Integer.class)).containsExactly(4);
    }

    @Test
    void saysThatAFileDoesNotExist() {
        assertThatThrownBy(() -> Engine.create().load(Path.of("nowhere.pl")))
                .isInstanceOf(LoadException.class)
                .hasMessage("nowhere.pl:0: The file does not exist.");
    }

    // ---- Changing ----

    @Test
    void addsAndRemovesClauses() {
        Engine engine = Engine.create();
        engine.add("likes(?, ?)", "ann", "tea");
        engine.add(Struct.of("likes", Atom.of("bob"), Atom.of("tea")));
        engine.add("happy(X) :- likes(X, ?)", "tea");
        engine.add(new Person("ann", 7));
        assertThat(engine.ask("happy(X)").as(String.class)).containsExactly("ann", "bob");
        assertThat(engine.ask("person(ann, Age)").as(Integer.class)).containsExactly(7);
        assertThat(engine.remove("likes(_, tea)")).isEqualTo(2);
        assertThat(engine.remove("likes(_, tea)")).isZero();
        assertThat(engine.ask("happy(X)").exists()).isFalse();
        assertThat(engine.remove("happy(_)")).isEqualTo(1);
    }

    @Test
    void removesOnlyRulesWithMatchingBodies() {
        Engine engine = Engine.create();
        engine.add("p(X) :- q(X)");
        engine.add("p(X) :- r(X)");
        assertThat(engine.remove("p(X) :- r(X)")).isEqualTo(1);
        assertThat(engine.remove("p(X) :- r(X)")).isZero();
        assertThat(engine.remove("p(_) :- _")).isEqualTo(1);
    }

    @Test
    void refusesToChangeLoadedPredicates() {
        assertThatThrownBy(() -> family().add("parent(liz, joe)"))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("parent/2")
                .hasMessageContaining(":- dynamic");
        assertThatThrownBy(() -> family().remove("parent(_, _)")).isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> family().add("atom_length(a, b)"))
                .isInstanceOf(RuleException.class);
    }

    @Test
    void undoesAnUpdateThatThrows() {
        Engine engine = Engine.create();
        engine.add("n(1)");
        engine.add("n(2)");
        assertThatThrownBy(() ->
                        engine.update(u -> {
                            u.remove("n(1)");
                            u.add("n(3)");
                            assertThat(u.remove("n(3)")).isEqualTo(1);
                            u.add("n(4)");
                            throw new IllegalStateException("no");
                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(engine.ask("n(X)").as(Integer.class)).containsExactly(1, 2);
        engine.update(u -> {
            u.remove("n(1)");
            u.add("n(3)");
        });
        assertThat(engine.ask("n(X)").as(Integer.class)).containsExactly(2, 3);
    }

    @Test
    void keepsALibraryThatAnUndoneUpdateLoaded() {
        Engine engine = Engine.create();
        engine.add("n(1)");
        assertThatThrownBy(() ->
                        engine.update(u -> {
                            u.remove("n(1)");
                            assertThat(engine.ask("n(1), last([1, 2], 2)").exists()).isTrue();
                            throw new IllegalStateException("no");
                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(engine.ask("n(1), last([1, 2], 2)").exists()).isTrue();
    }

    @Test
    void showsAnUpdateOnlyWhenItIsComplete() {
        Engine engine = Engine.create();
        engine.add("n(1)");
        engine.update(u -> {
            u.add("n(2)");
            assertThat(engine.ask("n(X)").as(Integer.class)).containsExactly(1);
        });
        assertThat(engine.ask("n(X)").as(Integer.class)).containsExactly(1, 2);
    }

    @Test
    void letsARunningCallSeeTheClausesOfItsStart() {
        Engine engine = Engine.create();
        for (int i = 1; i <= 3; i++) {
            engine.add("n(?)", i);
        }
        Iterator<Answer> answers = engine.ask("n(X)").iterator();
        assertThat(answers.next().integer("X")).isEqualTo(1);
        engine.remove("n(1)");
        engine.remove("n(2)");
        engine.add("n(4)");
        assertThat(engine.ask("asserta(n(0))").exists()).isTrue();
        assertThat(answers.next().integer("X")).isEqualTo(2);
        assertThat(answers.next().integer("X")).isEqualTo(3);
        assertThat(answers.hasNext()).isFalse();
        assertThat(engine.ask("n(X)").as(Integer.class)).containsExactly(0, 3, 4);
    }

    // ---- Java predicates ----

    /** Predicates for {@link #callsAnnotatedMethods}. */
    public static final class Library {
        @Predicate("upper/2")
        public String upper(String text) {
            return text.toUpperCase(java.util.Locale.ROOT);
        }

        @Predicate("adult/1")
        public boolean adult(Person p) {
            return p.age() >= 18;
        }

        @Predicate("up_to/2")
        public Stream<Integer> upTo(int n) {
            return IntStream.rangeClosed(1, n).boxed();
        }

        @Predicate("letters/2")
        List<String> letters(String text) {
            return List.of(text.split(""));
        }

        @Predicate("first_letter/2")
        Optional<String> firstLetter(String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(text.substring(0, 1));
        }

        @Predicate("fails/1")
        void fails(Term any) throws IOException {
            throw new IOException("disk full: " + any);
        }
    }

    @Test
    void callsAnnotatedMethods() {
        Engine engine = Engine.create();
        engine.register(new Library());
        assertThat(engine.ask("upper(abc, X)").as(String.class)).containsExactly("ABC");
        assertThat(engine.ask("upper(abc, 'ABC')").exists()).isTrue();
        assertThat(engine.ask("adult(person(bob, 42))").exists()).isTrue();
        assertThat(engine.ask("adult(person(ann, 7))").exists()).isFalse();
        assertThat(
                        engine.ask("findall(X, up_to(3, X), L)")
                                .first()
                                .orElseThrow()
                                .list("L", Integer.class))
                .containsExactly(1, 2, 3);
        assertThat(engine.ask("letters(abc, L)").first().orElseThrow().toString())
                .isEqualTo("L = [a, b, c]");
        assertThat(engine.ask("first_letter('', X)").exists()).isFalse();
        assertThat(engine.ask("first_letter(abc, X)").as(String.class)).containsExactly("a");
    }

    @Test
    void raisesProperErrorsForBadArgumentsOfMethods() {
        Engine engine = Engine.create();
        engine.register(new Library());
        assertThat(
                        engine.ask("catch(up_to(_, _), error(E, _), true)")
                                .first()
                                .orElseThrow()
                                .string("E"))
                .isEqualTo("instantiation_error");
        assertThat(
                        engine.ask("catch(up_to(a, _), error(E, _), true)")
                                .first()
                                .orElseThrow()
                                .toString())
                .isEqualTo("E = type_error(integer, a)");
    }

    @Test
    void turnsJavaExceptionsIntoErrorsAndBack() {
        Engine engine = Engine.create();
        engine.register(new Library());
        assertThat(
                        engine.ask("catch(fails(x), error(java_exception(C, M), _), true)")
                                .first()
                                .orElseThrow()
                                .toString())
                .isEqualTo("C = 'java.io.IOException', M = 'disk full: x'");
        assertThatThrownBy(() -> engine.ask("catch(fails(x), E, throw(E))").exists())
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("disk full: x")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void defines() {
        Engine engine = Engine.create();
        engine.define("double/2", args -> args.unify(1, 2 * args.integer(0)));
        engine.define("even/1", args -> args.integer(0) % 2 == 0);
        engine.defineValues("digit/1", args -> IntStream.range(0, 10).boxed());
        engine.defineRows(
                "age/2",
                args -> Stream.of(List.of("ann", 7), List.of("bob", 42), new Person("joe", 3)));
        assertThat(engine.ask("double(21, X)").as(Integer.class)).containsExactly(42);
        assertThat(engine.ask("digit(X), even(X)").as(Integer.class))
                .containsExactly(0, 2, 4, 6, 8);
        assertThat(engine.ask("age(Who, 42)").as(String.class)).containsExactly("bob");
        assertThat(engine.ask("aggregate_all(count, age(_, _), N)").as(Integer.class))
                .containsExactly(3);
        engine.loadText("quadruple(X, Y) :- double(X, Z), double(Z, Y).");
        assertThat(engine.ask("quadruple(1, X)").as(Integer.class)).containsExactly(4);
    }

    @Test
    void takesSolutionsOnDemandAndClosesTheirStream() {
        Engine engine = Engine.create();
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        engine.defineValues(
                "nat/1",
                args ->
                        Stream.iterate(0, n -> n + 1)
                                .peek(n -> taken.incrementAndGet())
                                .onClose(closed::incrementAndGet));
        assertThat(engine.ask("nat(X), X >= 3, !").as(Integer.class)).containsExactly(3);
        assertThat(taken.get()).isLessThan(10);
        assertThat(closed).hasValue(1);
        assertThat(engine.ask("nat(X)").first()).isPresent();
        assertThat(closed).hasValue(2);
        assertThatThrownBy(() -> engine.ask("nat(X), X > 2, throw(x)").exists())
                .isInstanceOf(RuleException.class);
        assertThat(closed).hasValue(3);
    }

    @Test
    void raisesAnExceptionOfALaterSolutionOnlyThen() {
        Engine engine = Engine.create();
        engine.defineValues(
                "flaky/1",
                args ->
                        Stream.of(1, 2, 3)
                                .map(n -> {
                                    if (n == 3) {
                                        throw new IllegalStateException("lost");
                                    }
                                    return n;
                                }));
        Answers answers = engine.ask("flaky(X)");
        assertThat(answers.next().integer("X")).isEqualTo(1);
        assertThat(answers.next().integer("X")).isEqualTo(2);
        assertThatThrownBy(answers::hasNext).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void protectsJavaPredicates() {
        Engine engine = Engine.create();
        engine.define("mine/1", args -> true);
        assertThatThrownBy(() -> engine.loadText("mine(1).")).isInstanceOf(LoadException.class);
        assertThatThrownBy(() -> engine.ask("assertz(mine(1))").exists())
                .isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> engine.define("atom_length/2", args -> true))
                .isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> engine.define("mine", args -> true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void letsJavaPredicatesAskTheSameEngine() {
        Engine engine = family();
        engine.define(
                "children/2",
                args ->
                        args.unify(
                                1,
                                engine.ask("parent(?, X)", args.get(0)).as(String.class).toList()));
        assertThat(engine.ask("children(tom, L)").first().orElseThrow().toString())
                .isEqualTo("L = [bob, liz]");
    }

    // ---- Limits ----

    @Test
    void stopsAtEachLimit() {
        Engine engine =
                with(
                        "loop :- loop. deep(N) :- M is N + 1, deep(M), true. grow(L) :- grow([L|L],"
                                + " _). grow(L, X) :- length(M, 1000), grow([M|L], X).");
        assertThat(reason(engine.ask("loop").within(Duration.ofMillis(50))))
                .isEqualTo(StoppedException.Reason.TIME);
        assertThat(reason(engine.ask("loop").within(Budget.ofInferences(100_000))))
                .isEqualTo(StoppedException.Reason.INFERENCES);
        assertThat(reason(engine.ask("deep(0)").within(Budget.unlimited().withDepth(50_000))))
                .isEqualTo(StoppedException.Reason.DEPTH);
        assertThat(
                        reason(
                                engine.ask("grow([])")
                                        .within(
                                                Budget.ofTime(Duration.ofSeconds(60))
                                                        .withBytes(100L << 20))))
                .isEqualTo(StoppedException.Reason.MEMORY);
        assertThat(reason(engine.ask("halt(3)"))).isEqualTo(StoppedException.Reason.HALTED);
        assertThat(engine.ask("true").exists()).isTrue();
    }

    private static StoppedException.Reason reason(Answers answers) {
        try {
            answers.exists();
            throw new AssertionError("not stopped");
        } catch (StoppedException e) {
            assertThat(answers.outcome()).isEqualTo(Outcome.STOPPED);
            assertThatThrownBy(answers::hasNext).isSameAs(e);
            return e.reason();
        }
    }

    @Test
    void countsOnlyTheTimeOfTheSearch() throws InterruptedException {
        Answers answers = with("p(1). p(2).").ask("p(X)").within(Duration.ofMillis(200));
        answers.next();
        Thread.sleep(300);
        assertThat(answers.next().integer("X")).isEqualTo(2);
    }

    /** Each answer comes quickly; all together take longer than allowed. */
    @Test
    void addsUpTheTimeOfAllAnswers() {
        Answers answers = Engine.create().ask("repeat").within(Duration.ofMillis(500));
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        assertThatThrownBy(
                        () -> {
                            while (System.nanoTime() < end) {
                                answers.next();
                            }
                        })
                .isInstanceOf(StoppedException.class);
    }

    @Test
    void cancelsFromAnotherThread() throws InterruptedException {
        Answers answers = with("loop :- loop.").ask("catch(loop, _, true)");
        Thread other =
                Thread.startVirtualThread(() -> {
                    sleep(100);
                    answers.cancel();
                });
        assertThatThrownBy(answers::hasNext)
                .isInstanceOfSatisfying(
                        StoppedException.class,
                        e -> assertThat(e.reason()).isEqualTo(StoppedException.Reason.CANCELLED));
        other.join();
        Answers before = family().ask("parent(X, Y)");
        before.cancel();
        assertThatThrownBy(before::exists).isInstanceOf(StoppedException.class);
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() throws InterruptedException {
        Answers answers = with("loop :- loop.").ask("loop");
        Thread.currentThread().interrupt();
        assertThatThrownBy(answers::hasNext).isInstanceOf(StoppedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    // ---- Streams and isolation ----

    @Test
    void connectsStreams() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Engine engine =
                Engine.builder().input(new StringReader("f(x). ö")).output(out).error(err).build();
        assertThat(
                        engine.ask(
                                        "read(T), get_char(_), get_char(C), write(T-C),"
                                                + " print_message(error, format(hm, []))")
                                .first()
                                .orElseThrow()
                                .toString())
                .isEqualTo("T = f(x), C = ö");
        assertThat(out.toString()).isEqualTo("f(x)-ö");
        assertThat(err.toString()).contains("hm");
    }

    @Test
    void connectsTheStreamsOfOneSearch() {
        StringWriter shared = new StringWriter();
        StringWriter own = new StringWriter();
        Engine engine = Engine.builder().output(shared).build();
        assertThat(
                        engine.ask("read(X), write(X)")
                                .input(new StringReader("hi."))
                                .output(own)
                                .exists())
                .isTrue();
        assertThat(own.toString()).isEqualTo("hi");
        assertThat(shared.toString()).isEmpty();
    }

    @Test
    void keepsEnginesApart() {
        Engine one = Engine.create();
        Engine two = Engine.create();
        one.loadText(":- op(700, xfx, ===>). :- dynamic p/1. p(a ===> b).");
        one.add("p(1)");
        one.define("q/0", args -> true);
        one.ask(
                        "set_prolog_flag(double_quotes, atom), nb_setval(k, 1),"
                                + " create_prolog_flag(mine, 1, [])")
                .exists();
        assertThat(one.ask("X = \"a\"").first().orElseThrow().get("X")).isInstanceOf(Atom.class);
        assertThat(two.ask("X = \"a\"").first().orElseThrow().get("X")).isInstanceOf(Str.class);
        assertThatThrownBy(() -> two.ask("X = (a ===> b)")).isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> two.ask("p(_)").exists()).isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> two.ask("q").exists()).isInstanceOf(RuleException.class);
        assertThat(two.ask("catch(current_prolog_flag(mine, _), _, fail)").exists()).isFalse();
    }

    @Test
    void takesFlags() {
        Engine engine = Engine.builder().flag("double_quotes", "codes").build();
        assertThat(engine.ask("X = \"a\"").first().orElseThrow().toString()).isEqualTo("X = [97]");
    }
}
