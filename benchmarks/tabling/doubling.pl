%  facts(edge, random(90, 220)), 4 times
%
%  All pairs of a random graph by joining paths with paths.

:- table reach/2.
reach(X, Y) :- edge(X, Y).
reach(X, Y) :- reach(X, Z), reach(Z, Y).

main(N) :- abolish_all_tables, findall(x, reach(_, _), Xs), length(Xs, N).
