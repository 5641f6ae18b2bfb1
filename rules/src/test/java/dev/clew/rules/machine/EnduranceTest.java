package dev.clew.rules.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Depth, length and memory: what must go on for ever does, what must end does, and the engine stays
 * usable.
 */
class EnduranceTest {
    private static final String PROGRAM =
            """
            count(N, N) :- !.
            count(I, N) :- I1 is I + 1, count(I1, N).
            build(0, L, L) :- !.
            build(N, A, L) :- N1 is N - 1, build(N1, [N|A], L).
            len([], 0).
            len([_|T], N) :- len(T, N0), N is N0 + 1.
            for_ever(X) :- for_ever(Y), X is Y + 1.
            grow(X) :- grow(f(X, X, X)).
            nest(0, a) :- !.
            nest(N, T) :- nest(N, a, T).
            nest(0, T, T) :- !.
            nest(N, T0, T) :- N1 is N - 1, nest(N1, f(T0), T).
            forget(N, N, _) :- !.
            forget(I, N, _) :- I1 is I + 1, forget(I1, N, [I, I, I, I]).
            pick(0) :- !.
            pick(N) :- member(_, [a, b, c]), !, N1 is N - 1, pick(N1).
            atoms(N, N) :- !.
            atoms(I, N) :-
                number_codes(I, Cs), atom_codes(A, Cs), atom_concat(some_rather_long_prefix_, A, _),
                I1 is I + 1, atoms(I1, N).
            """;

    @Test
    void runsTenMillionLastCalls() {
        assertThat(new GoalRunner(PROGRAM).run("count(0, 10000000)")).isEqualTo("true");
    }

    @Test
    void keepsTenMillionFrames() {
        String goal = "build(10000000, [], L), len(L, N), write(N), nl";
        assertThat(new GoalRunner(PROGRAM).run(goal)).isEqualTo("10000000\ntrue");
    }

    @Test
    void endsInfiniteRecursionWithAResourceErrorAndStaysUsable() throws Exception {
        assertThat(
                        GoalRunner.inHeap(
                                "256m",
                                PROGRAM,
                                "catch(for_ever(_), error(resource_error(_), _), true)",
                                "for_ever(_)",
                                "build(100000, [], L), len(L, 100000)"))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("true"),
                        second -> assertThat(second).startsWith("raised error(resource_error("),
                        third -> assertThat(third).isEqualTo("true"));
    }

    @Test
    void endsATermThatOutgrowsMemoryWithAResourceError() throws Exception {
        assertThat(
                        GoalRunner.inHeap(
                                "128m",
                                PROGRAM,
                                "catch(grow(a), error(resource_error(_), _), true)",
                                "catch(length(_, 100000000), error(resource_error(_), _), true)",
                                "build(100000, [], L), len(L, 100000)"))
                .containsExactly("true", "true", "true");
    }

    @Test
    void collectsWhatNothingReaches() throws Exception {
        assertThat(
                        GoalRunner.inHeap(
                                "64m",
                                PROGRAM,
                                "forget(0, 3000000, [])",
                                "pick(3000000)",
                                "atoms(0, 1500000)"))
                .containsExactly("true", "true", "true");
    }

    @Test
    void handlesTermsAMillionLevelsDeep() {
        GoalRunner runner = new GoalRunner(PROGRAM + ":- dynamic(kept/1).\n");
        assertThat(
                        runner.run(
                                "nest(1000000, T), copy_term(T, C), C == T, C = T, compare(=, C,"
                                        + " T), ground(T), assertz(kept(T)), kept(K), K == T,"
                                        + " retract(kept(K))"))
                .isEqualTo("true");
        assertThat(
                        runner.run(
                                "nest(1000000, T), term_to_atom(T, A), atom_length(A, N), N =:="
                                    + " 3000001, term_to_atom(B, A), B == T, findall(B, true, [F]),"
                                    + " F == T"))
                .isEqualTo("true");
        assertThat(runner.run("nest(1000000, T), catch(throw(T), B, true), B == T"))
                .isEqualTo("true");
    }

    /** Deep in the first of two arguments, which is never the one that a loop follows. */
    @Test
    void handlesTermsAMillionLevelsDeepOnTheLeft() {
        String program =
                """
                :- dynamic(kept/1).
                left(0, T, T) :- !.
                left(N, T0, T) :- N1 is N - 1, left(N1, g(T0, x), T).
                """;
        GoalRunner runner = new GoalRunner(program);
        String two = "left(1000000, a, T), left(1000000, a, U), left(1000000, b, V), ";
        for (String goal :
                new String[] {
                    two + "T == U, T \\== V, compare(<, T, V), T @< V",
                    two + "T = U, T \\= V, unify_with_occurs_check(T, U)",
                    two + "copy_term(T, C), C == U, T =@= C, ground(T), acyclic_term(T)",
                    two
                            + "assertz(kept(T)), kept(K), K == U, kept(U), \\+ kept(V),"
                            + " retract(kept(U))",
                    two + "term_variables(V, []), findall(T, true, [F]), F == U, term_hash(T, _)",
                    two + "term_to_atom(T, A), term_to_atom(B, A), B == U"
                }) {
            assertThat(runner.run(goal)).as(goal).isEqualTo("true");
        }
    }
}
