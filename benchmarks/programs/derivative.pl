%  ?- main.
%     324
%
%  Derivatives of products, quotients and nested functions: matching of clause heads by their first
%  argument, and the building of terms.

main :-
    between(1, 300000, _),
    derived(_),
    fail.
main :-
    findall(Size, (derived(D), size(D, Size)), Sizes),
    total(Sizes, 0, Total),
    write(Total), nl.

derived(D) :-
    expression(E),
    d(E, x, D).

expression(x * x * x * x * x * x * x * x).
expression(x / x / x / x / x / x / x / x).
expression(log(log(log(log(log(log(log(x)))))))).
expression((x + 1) * (x ^ 2 + 2) * (x ^ 3 + 3)).
expression(exp(sin(x * x) + cos(x / 2))).

d(U + V, X, DU + DV) :- !, d(U, X, DU), d(V, X, DV).
d(U - V, X, DU - DV) :- !, d(U, X, DU), d(V, X, DV).
d(U * V, X, DU * V + U * DV) :- !, d(U, X, DU), d(V, X, DV).
d(U / V, X, (DU * V - U * DV) / V ^ 2) :- !, d(U, X, DU), d(V, X, DV).
d(U ^ N, X, DU * N * U ^ M) :- !, integer(N), M is N - 1, d(U, X, DU).
d(exp(U), X, exp(U) * DU) :- !, d(U, X, DU).
d(log(U), X, DU / U) :- !, d(U, X, DU).
d(sin(U), X, cos(U) * DU) :- !, d(U, X, DU).
d(cos(U), X, - sin(U) * DU) :- !, d(U, X, DU).
d(X, X, 1) :- !.
d(_, _, 0).

size(T, 1) :-
    atomic(T),
    !.
size(T, Size) :-
    T =.. [_|Args],
    sizes(Args, 1, Size).

sizes([], Size, Size).
sizes([T|Ts], Size0, Size) :-
    size(T, S),
    Size1 is Size0 + S,
    sizes(Ts, Size1, Size).

total([], Total, Total).
total([X|Xs], Total0, Total) :-
    Total1 is Total0 + X,
    total(Xs, Total1, Total).
