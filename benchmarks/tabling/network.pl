%  facts(edge, random(30000, 90000)), 2 times
%
%  What one node of a large random graph reaches.

:- table reach/2.
reach(X, Y) :- edge(X, Y).
reach(X, Y) :- reach(X, Z), edge(Z, Y).

main(N) :- abolish_all_tables, findall(Y, reach(1, Y), Ys), length(Ys, N).
