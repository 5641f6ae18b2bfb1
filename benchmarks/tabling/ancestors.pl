%  facts(parent, tree(9)), 12 times
%
%  Who stands on the same level of a binary tree: a join of three relations.

:- table level/2.
level(X, Y) :- parent(X, P), parent(Y, P).
level(X, Y) :- parent(X, P), level(P, Q), parent(Y, Q).

main(N) :- abolish_all_tables, findall(X, level(X, _), Xs), length(Xs, N).
