%  facts(edge, chain(900)), 2 times
%
%  All pairs of a chain, left-recursive: 404,550 answers to one goal.

:- table reach/2.
reach(X, Y) :- edge(X, Y).
reach(X, Y) :- reach(X, Z), edge(Z, Y).

main(N) :- abolish_all_tables, findall(x, reach(_, _), Xs), count(Xs, 0, N).

count([], N, N).
count([_|Xs], N0, N) :- N1 is N0 + 1, count(Xs, N1, N).
