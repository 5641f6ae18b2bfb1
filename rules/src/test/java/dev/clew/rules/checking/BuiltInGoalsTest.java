package dev.clew.rules.checking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.Answer;
import dev.clew.rules.Engine;
import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.proofs.Proof;
import dev.clew.rules.proofs.Step;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** The checker and the engine, which share no code for it, agree on built-in predicates. */
class BuiltInGoalsTest {
    private static Verdict check(dev.clew.rules.terms.Term goal) {
        Proof proof = new Proof(goal, new Step.ByBuiltIn());
        return ProofChecker.of(List.of()).check(new Explanation(proof, List.of()));
    }

    /** Up to five answers of the engine are accepted, and nothing of that on trust. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "f(X, b) = f(a, Y)",
                "a \\= b",
                "f(X) \\== f(Y)",
                "f(X) == f(X)",
                "a @< b",
                "1.0 @< 1",
                "f(a) @> z",
                "compare(O, 1, 2)",
                "compare(O, f(b), f(a))",
                "f(X, Y, X) =@= f(A, B, A)",
                "var(X)",
                "nonvar(a)",
                "atom([])",
                "integer(123456789012345678901234567890)",
                "float(1.0)",
                "callable(f(X))",
                "is_list([a|[b]])",
                "ground(f(a))",
                "string(\"s\")",
                "X is 2 + 3 * 4 - 1",
                "X is 7 // -2",
                "X is -7 // 2",
                "X is -7 mod 3",
                "X is 7 mod -3",
                "X is -7 rem 3",
                "X is -7 div 2",
                "X is 7 / 2",
                "X is 8 / 2",
                "X is 2 ** 100",
                "X is 2 ** -1",
                "X is 2 ^ 10",
                "X is 2.0 ** 3",
                "X is max(2, 3.0) + min(1, 2)",
                "X is abs(-5) + sign(-3) + gcd(12, 18) + msb(1000)",
                "X is 5 /\\ 3 + (5 \\/ 3) + (5 xor 3) + \\ 5",
                "X is 1 << 70 >> 3",
                "X is truncate(-2.5) + round(2.5) + ceiling(2.1) + floor(-2.1)",
                "X is integer(2.5) + integer(-2.5)",
                "X is sqrt(2) + sin(1) + cos(1) + atan(1) + exp(1) + log(2) + pi + e",
                "X is atan2(1, 2) + copysign(2, -1.0)",
                "X is 10 ** 20 + 0.5",
                "1 =:= 1.0",
                "2 ** 70 > 10 ** 20",
                "3 =\\= 4",
                "1 =< 1",
                "succ(X, 4)",
                "succ(3, X)",
                "plus(1, X, 3)",
                "between(1, 3, X)",
                "between(1, inf, 5)",
                "functor(f(a, b), N, A)",
                "functor(T, f, 3)",
                "functor(T, 5, 0)",
                "arg(X, f(a, b, c), Y)",
                "f(a, b) =.. L",
                "T =.. [f, a]",
                "copy_term(f(X, Y, X), T)",
                "term_variables(f(X, g(Y), X), L)",
                "length([a, b], N)",
                "length(L, 3)",
                "length([a|T], 3)",
                "memberchk(f(X), [a, f(b), f(c)])",
                "sort([c, a, b, a], L)",
                "msort([c, a, b, a], L)",
                "sort(1, @>=, [p(1, a), p(2, b), p(1, c)], L)",
                "sort(0, @>, [1, 3, 2, 3], L)",
                "keysort([b-1, a-2, b-0, a-1], L)",
                "atom_length(hello, N)",
                "atom_codes(abc, L)",
                "atom_codes(A, \"abc\")",
                "atom_chars(A, [x, y])",
                "char_code(C, 0'a)",
                "number_codes(N, \"42\")",
                "atom_number('3.5', N)",
                "atom_number(A, 5)",
                "upcase_atom('aé', A)",
                "atom_concat(X, Y, abc)",
                "atom_concat(ab, X, abc)",
                "string_concat(\"a\", b, S)",
                "sub_atom(hello, B, 2, A, S)",
                "sub_atom(hello, B, L, A, ll)",
                "sub_string(\"hello\", 1, 3, A, S)",
                "atomic_list_concat([a, 1, \"s\"], A)",
                "atomic_list_concat([a, b, c], '-', A)",
                "atomic_list_concat(L, '-', 'a-b-c')",
                "string_codes(S, [0'a])",
                "string_chars(abc, L)",
                "atom_string(A, \"x\")",
                "number_string(N, \" 42\")",
                "string_upper(\"abc\", S)",
                "string_length(\"abc\", N)",
                // Libraries, by their texts.
                "member(X, [a, b, c])",
                "append(X, Y, [a, b])",
                "append([[a], [b, c]], L)",
                "reverse([a, b, c], L)",
                "nth0(I, [a, b], X)",
                "nth1(2, [a, b], X)",
                "last([a, b, c], X)",
                "select(X, [a, b, c], L)",
                "permutation([a, b, c], L)",
                "subtract([a, b, c], [b], L)",
                "delete([a, b, a], a, L)",
                "sum_list([1, 2, 3], N)",
                "max_list([1, 3, 2], N)",
                "numlist(1, 5, L)",
                "exclude([X]>>(X > 1), [1, 2, 3], L)",
                "maplist([X, Y]>>(Y is X * 2), [1, 2, 3], L)",
                "foldl([X, A, B]>>(B is A + X), [1, 2, 3], 0, S)",
                "maplist(succ, [1, 2], L)",
                "list_to_set([a, b, a], L)",
                "pairs_keys_values(P, [a, b], [1, 2])",
                "list_to_assoc([a-1, b-2], A)",
                // Control and solutions.
                "(a = b -> X = 1 ; X = 2)",
                "(member(X, [1, 2, 3]), X > 1 -> true ; fail)",
                "(member(X, [1, 2]) *-> true ; X = 3)",
                "\\+ member(d, [a, b])",
                "once(member(X, [a, b]))",
                "ignore(fail)",
                "forall(member(X, [1, 2]), X > 0)",
                "call(plus(1), 2, X)",
                "findall(X-Y, (member(X, [1, 2]), member(Y, [a, b])), L)",
                "bagof(X, member(X, [c, a, b]), L)",
                "setof(X-Y, member(X-Y, [b-1, a-2, b-1]), L)",
                "setof(X, Y^member(X-Y, [b-1, a-2, b-1]), L)",
                "aggregate_all(count, member(_, [a, b]), N)",
                "aggregate_all(sum(X), member(X, [1, 2]), N)",
                "aggregate_all(max(X), member(X, [1, 2]), N)",
                "phrase(([a], [b]), L)"
            })
    void acceptsWhatTheEngineAnswers(String goal) {
        int answers = 0;
        for (Answer answer : Engine.create().ask(goal).stream().limit(5).toList()) {
            assertThat(check(answer.goal()))
                    .as("%s", answer.goal())
                    .isEqualTo(new Verdict.Accepted(1, List.of()));
            answers++;
        }
        assertThat(answers).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = b",
                "f(a) \\= f(_)",
                "a == b",
                "nonvar(_)",
                "atom(1)",
                "integer(1.0)",
                "5 is 2 + 2",
                "2.0 is 1 + 1",
                "1 < 1",
                "1 =:= 2",
                "succ(3, 5)",
                "plus(1, 2, 4)",
                "between(1, 3, 4)",
                "functor(f(a), f, 2)",
                "arg(1, f(a), b)",
                "f(a) =.. [f, b]",
                "length([a], 2)",
                "memberchk(d, [a, b])",
                "sort([b, a], [b, c])",
                "atom_length(abc, 4)",
                "atom_codes(abc, [0'a])",
                "atom_concat(a, b, ba)",
                "sub_atom(abc, 0, 1, _, b)",
                "upcase_atom(abc, abc)",
                "member(d, [a, b])",
                "append([a], [b], [b, a])",
                "nth0(0, [a, b], b)",
                "reverse([a, b], [a, b])",
                "findall(X, member(X, [a, b]), [a])",
                "setof(X, member(X, [b, a]), [b, a])",
                "forall(member(X, [1, 2]), X > 1)",
                "aggregate_all(count, member(_, [a, b]), 3)",
                "\\+ member(a, [a, b])",
                "maplist(succ, [1, 2], [2, 4])",
                "X is foo + 1",
                "X is Y + 1",
                "X is 1 / 0",
                "atom_length(_, 3)"
            })
    void refusesWhatIsFalse(String goal) {
        assertThat(check(new Proofs("none").goal(goal))).isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get_time(1.5)",
                "X is random(10)",
                "nl",
                "format(\"x\")",
                "no_such_predicate(a)",
                "repeat",
                "a \\== a",
                "1 @< 1.0",
                "compare(<, b, a)",
                "var(a)"
            })
    void trustsWhatItCannotDecide(String goal) {
        assertThat(check(new Proofs("none").goal(goal)))
                .isInstanceOfSatisfying(
                        Verdict.Accepted.class, a -> assertThat(a.trusted()).hasSize(1));
    }
}
