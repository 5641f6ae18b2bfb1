package dev.clew.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.rules.checking.ProofChecker;
import dev.clew.rules.checking.Source;
import dev.clew.rules.checking.Verdict;
import dev.clew.rules.machine.Explaining;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.ProofWords;
import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.proofs.Proof;
import dev.clew.rules.proofs.ProofText;
import dev.clew.rules.proofs.Step;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Proofs of answers: what each construct contributes, and that the checker agrees. */
final class WhyTest {
    private static final String FAMILY =
            """
            parent(tom, bob).
            parent(bob, liz).
            parent(bob, ann).
            age(tom, 70). age(bob, 40). age(liz, 12). age(ann, 9).
            """;

    /** The proof of the first answer as text; the checker has accepted it. */
    private static String why(String program, String goal) {
        Engine engine = Engine.create();
        engine.loadText(program);
        Answer answer = engine.ask(goal).explained().first().orElseThrow();
        ProofChecker checker = ProofChecker.of(List.of(new Source("program.pl", program)));
        assertThat(checker.check(answer.why()))
                .as(answer.whyText())
                .isInstanceOf(Verdict.Accepted.class);
        return answer.whyText();
    }

    private static String family(String rules, String goal) {
        return why(FAMILY + rules, goal);
    }

    @Test
    void clausesStandAboveTheirPremises() {
        String rules =
                """
                ancestor(X, Y) :- parent(X, Y).
                ancestor(X, Z) :- parent(X, Y), ancestor(Y, Z).
                """;
        assertThat(family(rules, "ancestor(tom, ann)"))
                .isEqualTo(
                        """
                        ancestor(tom, ann)    clause 2
                          parent(tom, bob)    clause 1
                          ancestor(bob, ann)  clause 1
                            parent(bob, ann)  clause 3\
                        """);
    }

    @Test
    void builtInsAreLeavesWithTheirValues() {
        assertThat(family("old(X) :- age(X, A), B is A // 10, B >= 5.", "old(X)"))
                .isEqualTo(
                        """
                        old(tom)        clause 1
                          age(tom, 70)  clause 1
                          7 is 70//10
                          7 >= 5\
                        """);
    }

    @Test
    void ofAConditionWhatHeldIsShown() {
        String rule =
                """
                kind(X, K) :- age(X, A), ( A > 60 -> K = old ; A > 18, once(parent(X, _)) -> K = adult
                                         ; K = minor ).
                """;
        assertThat(family(rule, "kind(tom, K)"))
                .isEqualTo(
                        """
                        kind(tom, old)  clause 1
                          age(tom, 70)  clause 1
                          70 > 60\
                        """);
        assertThat(family(rule, "kind(bob, K)"))
                .isEqualTo(
                        """
                        kind(bob, adult)    clause 1
                          age(bob, 40)      clause 2
                          \\+ 40 > 60        no proof
                          40 > 18
                          parent(bob, liz)  clause 2\
                        """);
        assertThat(family(rule, "kind(ann, K)"))
                .endsWith("\\+ (9 > 18, once(parent(ann, _A)))  no proof");
    }

    @Test
    void ofADisjunctionTheBranchThatHeldIsShown() {
        String rule = "either(X) :- ( parent(X, none) ; age(X, Y), Y < 10 ).";
        assertThat(family(rule, "either(X)"))
                .isEqualTo(
                        """
                        either(ann)    clause 1
                          age(ann, 9)  clause 4
                          9 < 10\
                        """);
    }

    @Test
    void predicatesThatCallGoalsShowThem() {
        String rule =
                """
                both(X) :- call(parent, tom, X), catch(age(X, A), _, fail), ignore(age(X, none)),
                    findall(C, parent(X, C), L), length(L, N), N < A, \\+ \\+ parent(X, _), !.
                """;
        assertThat(family(rule, "both(X)"))
                .isEqualTo(
                        """
                        both(bob)                                   clause 1
                          parent(tom, bob)                          clause 1
                          age(bob, 40)                              clause 2
                          \\+ age(bob, none)                         no proof
                          findall(_A, parent(bob, _A), [liz, ann])  all solutions
                          length([liz, ann], 2)
                          2 < 40
                          \\+ \\+ parent(bob, _B)                     no proof\
                        """);
    }

    @Test
    void recoveryTakesThePlaceOfWhatRaisedAnError() {
        String rule = "safe(X) :- catch(( age(X, A), A > limit ), error(_, _), age(X, _)).";
        assertThat(family(rule, "safe(liz)"))
                .isEqualTo(
                        """
                        safe(liz)       clause 1
                          age(liz, 12)  clause 3\
                        """);
    }

    @Test
    void libraryPredicatesHaveTheGoalsOfTheProgramThatTheyCall() {
        String rules = "minor(X) :- age(X, A), A < 18. minors(L) :- maplist(minor, L).";
        assertThat(family(rules, "minors([ann, liz])"))
                .isEqualTo(
                        """
                        minors([ann, liz])  clause 1
                          maplist(minor, [ann, liz])
                            minor(ann)      clause 1
                              age(ann, 9)   clause 4
                              9 < 18
                            minor(liz)      clause 1
                              age(liz, 12)  clause 3
                              12 < 18\
                        """);
    }

    @Test
    void clausesThatTheProgramAddsAreNumbered() {
        String rules = ":- dynamic seen/1. note(X) :- assertz(seen(X)), seen(X).";
        assertThat(family(rules, "note(1)"))
                .isEqualTo(
                        """
                        note(1)    clause 1
                          assertz(seen(1))
                          seen(1)  clause 1\
                        """);
    }

    @Test
    void tabledAnswersDoNotRestOnThemselves() {
        String rules =
                """
                :- table link/2.
                link(X, Y) :- link(Y, X).
                link(X, Z) :- link(X, Y), link(Y, Z).
                link(X, Y) :- parent(X, Y).
                """;
        assertThat(family(rules, "link(ann, liz)"))
                .isEqualTo(
                        """
                        link(ann, liz)            clause 1
                          link(liz, ann)          clause 2
                            link(liz, bob)        clause 1
                              link(bob, liz)      clause 3
                                parent(bob, liz)  clause 2
                            link(bob, ann)        clause 3
                              parent(bob, ann)    clause 3\
                        """);
    }

    @Test
    void undefinedAnswersAreSaidToBeSo() {
        String rules =
                """
                :- table wins/1.
                wins(X) :- move(X, Y), \\+ wins(Y).
                move(a, b). move(b, a). move(b, c). move(c, d).
                """;
        assertThat(family(rules, "wins(a)")).isEqualTo("wins(a)  neither true nor false");
        assertThat(family(rules, "\\+ wins(a)")).isEqualTo("\\+ wins(a)  neither true nor false");
        assertThat(family(rules, "wins(c)")).contains("\\+ wins(d)  no proof");
    }

    @Test
    void sentencesMakeAProofReadAsProse() {
        String rules =
                """
                :- explain(minor(X), "~w is a minor", [X]).
                :- explain(parent(X, Y), "~w is a child of ~w", [Y, X]).
                minor(X) :- age(X, A), A < 18, parent(_, X), \\+ parent(X, _).
                """;
        assertThat(family(rules, "minor(ann)"))
                .isEqualTo(
                        """
                        ann is a minor, because                         clause 1
                          age(ann, 9)                                   clause 4
                          9 < 18
                          ann is a child of bob                         clause 3
                          it cannot be shown that _A is a child of ann  no proof\
                        """);
    }

    @Test
    void aProofStaysWhatItIsWhileTheSearchGoesOn() {
        Engine engine = Engine.create();
        engine.loadText(FAMILY + "p(X) :- call(( parent(bob, X), age(X, _) )).");
        Answers search = engine.ask("p(X)").explained();
        Answer first = search.next();
        String before = first.whyText();
        search.next();
        assertThat(search.hasNext()).isFalse();
        assertThat(first.whyText()).isEqualTo(before).contains("parent(bob, liz)", "age(liz, 12)");
    }

    @Test
    void withoutBeingAskedForThereIsNoProof() {
        Engine engine = Engine.create();
        engine.loadText(FAMILY);
        Answer answer = engine.ask("parent(tom, X)").first().orElseThrow();
        assertThatThrownBy(answer::why)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Maybe call explained() before the search.");
    }

    @Test
    void goalsThatVariablesStandForAreCalled() {
        String rules =
                """
                run(X) :- G = (parent(tom, X), age(X, _)), G.
                either(X) :- G = (true -> X = 1), ( G ; X = 2 ).
                """;
        assertThat(family(rules, "run(X)"))
                .isEqualTo(
                        """
                        run(bob)            clause 1
                          parent(tom, bob)  clause 1
                          age(bob, 40)      clause 2\
                        """);
        assertThat(family(rules, "either(1)")).isEqualTo("either(1)  clause 1");
        assertThat(family(rules, "either(2)")).isEqualTo("either(2)  clause 1");
    }

    @Test
    void stepsWithinLibrariesAreLeftOut() {
        assertThat(family("p(X) :- freeze(X, parent(X, bob)), age(X, 70).", "p(X)"))
                .isEqualTo(
                        """
                        p(tom)          clause 1
                          freeze(tom, parent(tom, bob))
                          age(tom, 70)  clause 1\
                        """);
        assertThat(family("p(L) :- include([X]>>(age(X, A), A < 18), [tom, ann], L).", "p(L)"))
                .isEqualTo(
                        """
                        p([ann])         clause 1
                          include([_A]>>(age(_A, _B), _B < 18), [tom, ann], [ann])
                            age(ann, 9)  clause 4\
                        """);
    }

    @Test
    void whatIsNotShownIsCounted() {
        Engine engine = Engine.create();
        engine.loadText(
                """
                n(0).
                n(N) :- N > 0, M is N - 1, ( even(M) -> true ; once(n(0)) ), n(M).
                even(N) :- call(( N mod 2 =:= 0, N >= 0 )), N = N.
                :- table t/1.
                t(N) :- n(N).
                both(N) :- maplist(n, [N, 3]), t(N).
                """);
        Machine m = new Machine(engine.database());
        for (String text : List.of("n(9)", "both(4)", "n(1), (n(2) ; fail), even(4)")) {
            Var node = m.newVar();
            Term goal = engine.ask(text).first().orElseThrow().goal();
            assertThat(m.solve(Explaining.proving(goal, node), engine.database().user())).isTrue();
            ProofWords words = new ProofWords(m, Map.of(), Map.of(), 0);
            Explanation whole = Explaining.of(m, goal, node).explanation();
            for (int depth = 1; depth < 9; depth++) {
                Explanation part = Explaining.of(m, goal, node, depth).explanation();
                assertThat(ProofText.of(part, words, depth))
                        .as("%s, %s levels", text, depth)
                        .isEqualTo(ProofText.of(whole, words, depth));
            }
        }
    }

    @Test
    void hugeProofsAreNotCountedToTheEnd() {
        Engine engine = Engine.create();
        engine.loadText("n(0). n(N) :- N > 0, M is N - 1, n(M).");
        Machine m = new Machine(engine.database());
        Var node = m.newVar();
        Term goal = Struct.of("n", Int.of(50_000));
        assertThat(m.solve(Explaining.proving(goal, node), engine.database().user())).isTrue();
        Explanation part = Explaining.of(m, goal, node, 1).explanation();
        assertThat(ProofText.of(part, new ProofWords(m, Map.of(), Map.of(), 0), 1))
                .containsExactly("n(50000)  clause 2", "  ... more than 100000 more steps");
    }

    @Test
    void aMillionStepsTakeNoJavaStack() {
        Engine engine = Engine.create();
        engine.loadText(
                "n(0). n(N) :- N > 0, M is N-1, n(M). m(0). m(N) :- M is N-1, m(M), M >= 0.");
        for (String goal : List.of("n(1000000)", "m(300000)")) {
            Explanation why = engine.ask(goal).explained().first().orElseThrow().why();
            int depth = 0;
            for (Proof p = why.proof(); !p.premises().isEmpty(); depth++) {
                assertThat(p.step()).isInstanceOf(Step.ByClause.class);
                p = p.premises().get(goal.startsWith("n") ? 2 : 1);
            }
            assertThat(depth).isEqualTo(goal.startsWith("n") ? 1_000_000 : 300_000);
        }
    }
}
