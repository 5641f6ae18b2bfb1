%  facts(road, weighted(140, 450)), 4 times
%
%  The shortest way between all pairs of towns: tabling that keeps the least.

:- table way(_, _, min).
way(X, Y, D) :- road(X, Y, D).
way(X, Y, D) :- way(X, Z, D1), road(Z, Y, D2), D is D1 + D2.

main(S) :- abolish_all_tables, findall(D, way(_, _, D), Ds), sum_list(Ds, S).
