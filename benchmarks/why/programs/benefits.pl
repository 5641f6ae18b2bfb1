% iters: 4000
% A rule base: conditions, negation, if-then-else, counted over 100 people.
top(N) :- aggregate_all(count, eligible(_), N).

eligible(P) :- person(P, Age, Income), adult(Age), Income < 600, \+ excluded(P).
eligible(P) :- person(P, _, _), veteran(P).

adult(Age) :- ( Age >= 21 -> true ; Age >= 18, \+ Age =:= 20 ).
excluded(P) :- 0 =:= P mod 7.
veteran(P) :- 0 =:= P mod 11.

person(P, Age, Income) :- between(1, 100, P), Age is P mod 60, Income is (P * 37) mod 1000.
