%  facts(word, sums(160)), 20 times
%
%  The same texts by an ambiguous grammar: each stretch of a text is a table.

:- table sum/2.
sum(I, J) :- word(I, number, J).
sum(I, J) :- sum(I, K), word(K, O, L), operator(O), sum(L, J).

operator(plus).
operator(times).

main(N) :- abolish_all_tables, findall(J, sum(1, J), Js), length(Js, N).
