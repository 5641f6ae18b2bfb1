%  facts(edge, ring(500)), 4 times
%
%  What a node of a ring reaches, right-recursive: each node asks the next.

:- table reach/2.
reach(X, Y) :- edge(X, Y).
reach(X, Y) :- edge(X, Z), reach(Z, Y).

main(N) :- abolish_all_tables, findall(Y, reach(1, Y), Ys), length(Ys, N).
