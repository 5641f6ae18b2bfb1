%  facts(move, random(1500, 2500)), 20 times
%
%  A game on a graph with circles: each position is asked for; some are neither won nor lost.

:- table won/1.
won(X) :- move(X, Y), tnot(won(Y)).

main(N) :- abolish_all_tables, findall(X, ( between(1, 1500, X), won(X) ), Xs), length(Xs, N).
