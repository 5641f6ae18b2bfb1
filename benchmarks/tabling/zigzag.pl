%  facts(edge, random(220, 600)), 6 times
%
%  Two predicates that need each other: walks that go up and down in turn.

:- table up/2, down/2.
up(X, Y) :- edge(X, Y).
up(X, Y) :- down(X, Z), edge(Z, Y).
down(X, Y) :- up(X, Z), edge(Y, Z).

main(N) :- abolish_all_tables, findall(x, down(_, _), Xs), length(Xs, N).
