%  facts(move, downward(2500, 8000)), 10 times
%
%  The same game without circles: each position is won or lost.

:- table won/1.
won(X) :- move(X, Y), tnot(won(Y)).

main(N) :- abolish_all_tables, findall(X, ( between(1, 2500, X), won(X) ), Xs), length(Xs, N).
