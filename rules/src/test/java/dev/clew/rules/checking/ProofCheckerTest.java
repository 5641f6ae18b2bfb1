package dev.clew.rules.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.proofs.Proof;
import dev.clew.rules.proofs.Step;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

class ProofCheckerTest {
    private final Proofs p = new Proofs("f.pl");

    private static Verdict check(String program, Proof proof, Proof... lemmas) {
        return ProofChecker.of(List.of(new Source("f.pl", program)))
                .check(Proofs.explanation(proof, lemmas));
    }

    private static void assertRight(Verdict verdict) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Accepted.class, a -> assertThat(a.trusted()).isEmpty());
    }

    private static void assertTrusted(Verdict verdict, String reason) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Accepted.class,
                        a -> assertThat(a.trusted()).singleElement().asString().contains(reason));
    }

    private static void assertWrong(Verdict verdict, int line, String reason) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        assertThat(((Verdict.Refused) verdict).reason()).contains(reason);
        assertThat(((Verdict.Refused) verdict).place().line()).isEqualTo(line);
    }

    // ---- Clauses ----

    @Test
    void variablesOfAProofStandForAnything() {
        String program = "likes(X, wine).\nfriend(X, Y) :- likes(X, Z), likes(Y, Z).\n";
        assertRight(
                check(
                        program,
                        p.clause(
                                "friend(A, B)",
                                2,
                                1,
                                p.clause("likes(A, wine)", 1, 1),
                                p.clause("likes(B, wine)", 1, 1))));
        assertWrong(
                check(
                        program,
                        p.clause(
                                "friend(A, B)",
                                2,
                                1,
                                p.clause("likes(A, wine)", 1, 1),
                                p.clause("likes(C, wine)", 1, 1))),
                3,
                "needs: likes(_A, wine)");
    }

    @Test
    void aGeneralGoalDoesNotFollowFromASpecialClause() {
        assertWrong(check("p(a).\n", p.clause("p(X)", 1, 1)), 1, "which gives p(a)");
    }

    @Test
    void conjunctionsAreTakenApart() {
        String program = "p :- q, (r, s).\nq.\nr.\ns.\n";
        Proof q = p.clause("q", 2, 1);
        Proof r = p.clause("r", 3, 1);
        Proof s = p.clause("s", 4, 1);
        assertRight(check(program, p.clause("p", 1, 1, q, r, s)));
        assertWrong(check(program, p.clause("p", 1, 1, q, r)), 1, "needs 3 premises");
    }

    @Test
    void severalClausesMayShareALine() {
        String program = "p(a). p(b). q(b). p(c).\n";
        assertRight(check(program, p.clause("p(c)", 1, 3)));
        assertWrong(check(program, p.clause("p(b)", 1, 3)), 1, "which gives p(c)");
        assertWrong(check(program, p.clause("p(d)", 1, 4)), 1, "is number");
    }

    @Test
    void variablesAsGoalsAreCalled() {
        String program = "p(G) :- G.\nq.\n";
        Proof q = p.clause("q", 2, 1);
        assertRight(check(program, p.clause("p(q)", 1, 1, p.branch("call(q)", 1, q))));
        assertRight(check(program, p.clause("p(q)", 1, 1, q)));
    }

    @Test
    void grammarRulesAreTranslated() {
        String program =
                ":- set_prolog_flag(double_quotes, codes).\n"
                        + "s --> \"a\", t(X), {X = 1}, !.\n"
                        + "t(1) --> [].\n";
        Proof t = p.clause("t(1, [], [])", 3, 1, p.builtIn("[] = []"));
        assertRight(
                check(
                        program,
                        p.clause(
                                "s([97], [])",
                                2,
                                1,
                                p.builtIn("[97] = [97]"),
                                t,
                                p.builtIn("1 = 1"),
                                p.builtIn("[] = []"),
                                p.builtIn("!"),
                                p.builtIn("[] = []"))));
    }

    @Test
    void phraseCallsTheTranslatedBody() {
        String program = "g --> [a], h.\nh --> [].\n";
        Proof h = p.clause("h([], [])", 2, 1, p.builtIn("[] = []"));
        Proof g = p.clause("g([a], [])", 1, 1, p.builtIn("[a] = [a]"), h);
        assertRight(check(program, p.branch("phrase(g, [a])", 1, g)));
        assertWrong(check(program, p.branch("phrase(h, [a])", 1, g)), 2, "another goal");
    }

    @Test
    void operatorsOfTheProgramCount() {
        String program = ":- op(700, xfx, likes).\ntom likes X :- X likes tom.\nann likes tom.\n";
        assertRight(
                check(
                        program,
                        p.clause("likes(tom, ann)", 2, 1, p.clause("likes(ann, tom)", 3, 2))));
    }

    @Test
    void guardsOfPickRulesArePremises() {
        String program = "p(X), X > 1 => q(X).\nq(_) => true.\n";
        Proof q = p.clause("q(2)", 2, 1, p.builtIn("true"));
        assertRight(check(program, p.clause("p(2)", 1, 1, p.builtIn("2 > 1"), q)));
        assertWrong(
                check(program, p.clause("p(1)", 1, 1, p.builtIn("1 > 1"), q)),
                2,
                "The goal is false.");
    }

    // ---- Where clauses come from ----

    @Test
    void filesThatAreLoadedAreRead(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("main.pl"),
                ":- use_module(sub/facts).\n:- include(more).\np(X) :- fact(X), own(X).\n");
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(
                folder.resolve("sub/facts.pl"), ":- module(facts, [fact/1]).\nfact(a).\n");
        Files.writeString(folder.resolve("more.pl"), "own(a).\n");
        ProofChecker checker = ProofChecker.ofFiles(List.of(Path.of("main.pl")), folder);
        Term goal = p.goal("p(a)");
        Proof fact = new Proof(p.goal("fact(a)"), new Step.ByClause("sub/facts.pl", 2, 1));
        Proof own = new Proof(p.goal("own(a)"), new Step.ByClause("more.pl", 1, 1));
        String absolute = folder.resolve("main.pl").toString();
        Proof proof = new Proof(goal, new Step.ByClause(absolute, 3, 1), List.of(fact, own));
        assertRight(checker.check(Proofs.explanation(proof)));
    }

    @Test
    void clausesOfAnotherModuleDoNotCount() {
        ProofChecker checker =
                ProofChecker.of(
                        List.of(
                                new Source("a.pl", ":- module(a, [p/1]).\np(X) :- q(X).\nq(1).\n"),
                                new Source("b.pl", ":- module(b, []).\nq(2).\n")));
        Proof right = new Proof(p.goal("q(1)"), new Step.ByClause("a.pl", 3, 1));
        Proof wrong = new Proof(p.goal("q(2)"), new Step.ByClause("b.pl", 2, 1));
        Step step = new Step.ByClause("a.pl", 2, 1);
        assertRight(
                checker.check(Proofs.explanation(new Proof(p.goal("p(1)"), step, List.of(right)))));
        assertWrong(
                checker.check(Proofs.explanation(new Proof(p.goal("p(2)"), step, List.of(wrong)))),
                2,
                "a:q/1");
    }

    @Test
    void aModuleBeforeAGoalCounts() {
        ProofChecker checker =
                ProofChecker.of(
                        List.of(
                                new Source(
                                        "f.pl",
                                        "p(X) :- b:q(X).\nr(X) :- (b:q(X) ; fail).\nq(1).\n"),
                                new Source("b.pl", ":- module(b, []).\nq(2).\n")));
        Step own = new Step.ByClause("f.pl", 3, 1);
        Step other = new Step.ByClause("b.pl", 2, 1);
        Proof one = new Proof(p.goal("q(1)"), own);
        Proof two = new Proof(p.goal("q(2)"), other);
        Proof named = new Proof(p.goal("b:q(2)"), other);
        Proof misnamed = new Proof(p.goal("user:q(1)"), own);
        assertRight(checker.check(Proofs.explanation(p.clause("p(2)", 1, 1, two))));
        assertRight(checker.check(Proofs.explanation(p.clause("p(2)", 1, 1, named))));
        assertWrong(checker.check(Proofs.explanation(p.clause("p(1)", 1, 1, one))), 2, "b:q/1");
        assertThat(checker.check(Proofs.explanation(p.clause("p(1)", 1, 1, misnamed))))
                .isInstanceOf(Verdict.Refused.class);
        Proof branch = p.branch("(b:q(1) ; fail)", 1, misnamed);
        assertWrong(checker.check(Proofs.explanation(p.clause("r(1)", 2, 1, branch))), 2, "branch");
    }

    @Test
    void librariesArePartOfTheProgram() {
        String text = "p(X) :- member(X, [a, b]).\n";
        Proof member =
                new Proof(
                        p.goal("member(a, [a, b])"),
                        new Step.ByClause("library/lists.pl", line("member(X, [Y|Ys])"), 1),
                        List.of(
                                new Proof(
                                        p.goal("member_([b], a, a)"),
                                        new Step.ByClause(
                                                "library/lists.pl", line("member_(_, X, X)"), 1))));
        assertRight(check(text, p.clause("p(a)", 1, 1, member)));
        assertRight(check(text, p.clause("p(b)", 1, 1, p.builtIn("member(b, [a, b])"))));
        assertWrong(
                check(text, p.clause("p(c)", 1, 1, p.builtIn("member(c, [a, b])"))),
                2,
                "The goal is false.");
    }

    private static int line(String start) {
        try (var in = ProofChecker.class.getResourceAsStream("/dev/clew/rules/library/lists.pl")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            String before = text.substring(0, text.indexOf("\n" + start));
            return (int) before.chars().filter(c -> c == '\n').count() + 2;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void clausesThatTheProgramAddsAreTakenOnTrust() {
        Proof added = new Proof(p.goal("seen(a)"), new Step.ByClause(null, 0, 1));
        assertTrusted(check(":- dynamic seen/1.\n", added), "added the clause while it ran");
        assertWrong(check("seen(b).\n", added), 1, "not dynamic");
        assertRight(check("seen(a).\n", added));
    }

    @Test
    void numbersOfDynamicClausesMayHaveChanged() {
        String program = ":- dynamic d/1.\nd(1).\nd(2).\n";
        assertRight(check(program, p.clause("d(2)", 3, 1)));
        assertRight(check(program, p.clause("d(2)", 3, 2)));
    }

    @Test
    void aProgramThatRewritesItsClausesIsTakenOnTrust() {
        String program = "term_expansion(a, b).\na.\nc.\n";
        assertTrusted(check(program, p.clause("b", 2, 1)), "rewrites its clauses (f.pl:1)");
        assertRight(check(program, p.clause("c", 3, 1)));
    }

    // ---- Steps of other kinds ----

    @Test
    void builtInStepsAreNotForPredicatesOfTheProgram() {
        assertWrong(check("p.\n", p.builtIn("p")), 1, "the program defines it");
    }

    @Test
    void failureIsSearchedFor() {
        String program =
                "bird(tweety).\npenguin(pingu).\nbird(X) :- penguin(X).\n"
                        + "flies(X) :- bird(X), \\+ penguin(X).\n";
        Proof bird = p.clause("bird(tweety)", 1, 1);
        assertRight(
                check(
                        program,
                        p.clause("flies(tweety)", 4, 1, bird, p.failure("\\+ penguin(tweety)"))));
        Proof penguin = p.clause("bird(pingu)", 3, 2, p.clause("penguin(pingu)", 2, 1));
        assertWrong(
                check(
                        program,
                        p.clause("flies(pingu)", 4, 1, penguin, p.failure("\\+ penguin(pingu)"))),
                4,
                "penguin(pingu)");
        assertWrong(check(program, p.failure("\\+ penguin(X)")), 1, "penguin(pingu)");
        assertRight(check(program, p.failure("\\+ (penguin(X), flies(X))")));
    }

    @Test
    void failureOfTabledGoalsIsDecidedThoughTheyLoop() {
        String program =
                ":- table path/2.\nedge(a, b).\nedge(b, a).\nedge(c, d).\n"
                        + "path(X, Y) :- path(X, Z), edge(Z, Y).\npath(X, Y) :- edge(X, Y).\n"
                        + ":- table win/1.\nwin(X) :- move(X, Y), tnot(win(Y)).\n"
                        + "move(1, 2).\nmove(2, 3).\nmove(4, 4).\n";
        assertRight(check(program, p.failure("\\+ path(a, c)")));
        assertWrong(check(program, p.failure("\\+ path(a, a)")), 1, "path(a, a)");
        assertRight(check(program, p.failure("tnot(win(3))")));
        assertRight(check(program, p.failure("tnot(win(1))")));
        assertWrong(check(program, p.failure("tnot(win(2))")), 1, "win(2)");
        assertTrusted(check(program, p.failure("tnot(win(4))")), "its own negation");
    }

    @Test
    void failureThatTakesTooLongIsTakenOnTrust() {
        String program = "p(X) :- p(X).\n";
        assertTrusted(check(program, p.failure("\\+ p(a)")), "too many steps");
    }

    @Test
    void failureOfWhatMayChangeIsTakenOnTrust() {
        String program = ":- dynamic d/1.\nadd(X) :- assertz(d(X)).\n";
        assertTrusted(check(program, p.failure("\\+ d(a)")), "may change");
        assertRight(check(":- dynamic d/1.\n", p.failure("\\+ d(a)")));
    }

    @Test
    void cutsWithinANegationCut() {
        String program = "max(X, Y, X) :- X >= Y, !.\nmax(_, Y, Y).\nq :- !, fail.\nq.\n";
        assertRight(check(program, p.failure("\\+ (max(3, 2, M), M = 2)")));
        assertRight(check(program, p.failure("\\+ q")));
    }

    @Test
    void solutionsAreCollectedAgain() {
        String program = "age(tom, 3).\nage(ann, 5).\nage(bob, 5).\n";
        assertRight(check(program, p.solutions("findall(X, age(X, 5), [ann, bob])")));
        assertWrong(check(program, p.solutions("findall(X, age(X, 5), [ann])")), 1, "are others");
        assertRight(check(program, p.solutions("setof(A, X^age(X, A), [3, 5])")));
        assertRight(check(program, p.solutions("bagof(X, age(X, 5), [ann, bob])")));
        assertRight(check(program, p.solutions("forall(age(X, A), A > 2)")));
        assertWrong(check(program, p.solutions("forall(age(X, A), A > 3)")), 1, "are others");
        assertRight(check(program, p.solutions("aggregate_all(count, age(_, 5), 2)")));
        assertWrong(check(program, p.solutions("age(tom, 3)")), 1, "does not collect");
    }

    @Test
    void branchesHaveTheirOwnPremises() {
        String program = "p :- (q -> r ; s).\nr.\ns.\nt :- (u ; r).\nu.\nq :- fail.\n";
        Proof s = p.clause("s", 3, 1);
        assertRight(
                check(
                        program,
                        p.clause("p", 1, 1, p.branch("(q -> r ; s)", 2, p.failure("\\+ q"), s))));
        assertWrong(
                check(
                        program,
                        p.clause("p", 1, 1, p.branch("(q -> r ; s)", 1, p.failure("\\+ q"), s))),
                2,
                "branch 1");
        assertRight(
                check(program, p.clause("t", 4, 1, p.branch("(u ; r)", 2, p.clause("r", 2, 1)))));
        assertWrong(
                check(program, p.clause("t", 4, 1, p.branch("(u ; r)", 1, p.clause("r", 2, 1)))),
                2,
                "branch 1");
        assertWrong(
                check(program, p.clause("t", 4, 1, p.branch("(u ; r)", 3, p.clause("r", 2, 1)))),
                2,
                "no branch 3");
    }

    @Test
    void predicatesThatCallAGoalNeedItsProof() {
        String program = "q(1, 2).\n";
        Proof q = p.clause("q(1, 2)", 1, 1);
        assertRight(check(program, p.branch("call(q(1), 2)", 1, q)));
        assertRight(check(program, p.branch("once(q(1, 2))", 1, q)));
        assertRight(check(program, p.branch("ignore(q(1, 2))", 1, q)));
        assertRight(check(program, p.branch("catch(q(1, 2), _, true)", 1, q)));
        assertWrong(check(program, p.branch("once(q(1, 3))", 1, q)), 1, "Premise 1");
        assertTrusted(check(program, p.branch("call_cleanup(q(1, 2), true)", 1, q)), "holds");
        assertRight(
                check(
                        program,
                        p.branch(
                                "once((q(1, 2), true))",
                                1,
                                p.conjunction("(q(1, 2), true)", q, p.builtIn("true")))));
    }

    @Test
    void lemmasRestOnEarlierOnes() {
        String program = ":- table p/1.\np(1).\np(2) :- p(1).\n";
        Proof one = p.clause("p(1)", 2, 1);
        Proof two = p.clause("p(2)", 3, 2, p.lemma("p(1)", 0));
        assertRight(check(program, p.lemma("p(2)", 1), one, two));
        assertWrong(check(program, p.lemma("p(2)", 0), two), 3, "does not come before it");
        assertWrong(check(program, p.lemma("p(2)", 7), one), 1, "There is no lemma 8");
        assertWrong(check(program, p.lemma("p(2)", 0), one), 1, "proves something else: p(1)");
    }

    @Test
    void theBestAnswerIsTakenOnTrust() {
        String program = ":- table path(_, min).\npath(a, 1).\n";
        assertTrusted(
                check(program, p.lemma("path(a, 1)", 0), p.clause("path(a, 1)", 2, 1)), "best");
    }

    @Test
    void whatIsFromOutsideIsTakenOnTrust() {
        assertTrusted(check("", new Proof(p.goal("x"), new Step.ByAssumption())), "assumed");
        assertTrusted(check("", new Proof(p.goal("x"), new Step.BySource("c.csv:3"))), "(c.csv:3)");
    }

    // ---- Large and odd ----

    @Test
    void deepProofsAndLongTermsNeedNoJavaStack() {
        int depth = 100_000;
        Proof proof = new Proof(count(0), new Step.ByClause("f.pl", 1, 1));
        Term number = Atom.of("z");
        List<Term> items = new ArrayList<>();
        for (int i = 1; i <= depth; i++) {
            number = Struct.of("s", number);
            items.add(Int.of(i));
            proof =
                    new Proof(
                            Struct.of("n", number),
                            new Step.ByClause("f.pl", 2, 2),
                            List.of(proof));
        }
        assertRight(check("n(z).\nn(s(X)) :- n(X).\n", proof));
        Proof length =
                new Proof(
                        Struct.of("length", Lists.of(items), Int.of(depth)), new Step.ByBuiltIn());
        assertRight(check("", length));
        Proof same = new Proof(Struct.of("=", number, number), new Step.ByBuiltIn());
        assertRight(check("", same));
    }

    private static Term count(int i) {
        return Struct.of("n", i == 0 ? Atom.of("z") : Int.of(i));
    }

    @Test
    void cyclicGoalsAreNotDecided() {
        Var v = new Var();
        Term cyclic = Struct.of("f", v);
        v.ref = cyclic;
        Proof proof = new Proof(Struct.of("=", cyclic, cyclic), new Step.ByBuiltIn());
        assertThat(check("", proof))
                .isInstanceOfSatisfying(
                        Verdict.Accepted.class,
                        a -> assertThat(a.trusted().toString()).contains("cyclic"));
    }

    @Test
    void goalsThatAreNoneAreRefused() {
        for (Step step :
                List.of(
                        new Step.ByClause("f.pl", 1, 1),
                        new Step.ByBuiltIn(),
                        new Step.ByFailure(),
                        new Step.BySolutions(),
                        new Step.ByConjunction(),
                        new Step.ByBranch(1))) {
            Verdict v = check("p.\n", new Proof(Int.of(3), step));
            assertThat(v).as("%s", step).isInstanceOf(Verdict.Refused.class);
            v = check("p.\n", new Proof(new Var(), step));
            assertThat(v).as("%s", step).isInstanceOf(Verdict.Refused.class);
        }
    }

    @Test
    void namesTheStepInWords() {
        String program = "p :- q(1).\nq(2).\n";
        Verdict verdict = check(program, p.clause("p", 1, 1, p.clause("q(1)", 2, 1)));
        assertThat(verdict)
                .hasToString(
                        "Wrong at step 2 (premise 1 of the proof), q(1): It does not follow by the"
                                + " clause at f.pl:2, which gives q(2).");
        assertThat(((Verdict.Refused) verdict).source()).isEqualTo("f.pl:2");
        assertThat(((Verdict.Refused) verdict).place().path()).containsExactly(1);
    }

    @Test
    void limitsMustNotBeNegative() {
        assertThatThrownBy(() -> ProofChecker.of(List.of()).withSteps(-1))
                .hasMessageContaining("(-1)");
    }

    @Test
    void aProofWithoutLemmasIsAnExplanation() {
        Explanation e = Proofs.explanation(p.builtIn("true"));
        assertThat(e.lemmas()).isEmpty();
    }
}
