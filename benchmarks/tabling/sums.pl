%  facts(word, sums(15000)), 4 times
%
%  A left-recursive grammar of sums and products over a text kept as facts.

:- table sum/2, product/2.
sum(I, J) :- product(I, J).
sum(I, J) :- sum(I, K), word(K, plus, L), product(L, J).
product(I, J) :- word(I, number, J).
product(I, J) :- product(I, K), word(K, times, L), word(L, number, J).

main(N) :- abolish_all_tables, findall(J, sum(1, J), Js), length(Js, N).
