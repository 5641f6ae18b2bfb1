%  facts(start, chain(2)), 40 times
%
%  A recurrence with a table for each call, and arithmetic.

:- table pell/2.
pell(0, 0).
pell(1, 1).
pell(N, P) :- N > 1, A is N - 1, B is N - 2, pell(A, X), pell(B, Y), P is (2 * X + Y) mod 999983.

main(P) :- abolish_all_tables, pell(1400, P).
