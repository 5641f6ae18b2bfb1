%  ?- main.
%     7
%
%  Takeuchi's function of 18, 12 and 6, a hundred times: arithmetic and deep recursion.

main :-
    between(1, 99, _),
    tak(18, 12, 6, _),
    fail.
main :-
    tak(18, 12, 6, Value),
    write(Value), nl.

tak(X, Y, Z, Z) :-
    X =< Y,
    !.
tak(X, Y, Z, Value) :-
    X1 is X - 1,
    Y1 is Y - 1,
    Z1 is Z - 1,
    tak(X1, Y, Z, A),
    tak(Y1, Z, X, B),
    tak(Z1, X, Y, C),
    tak(A, B, C, Value).
