%  ?- main.
%     363
%
%  The triples of integers up to 300 with X^2 + Y^2 = Z^2 that findall/3 and setof/3 collect, and how
%  many of the hypotenuses have two of them or more.

main :-
    findall(Z-(X-Y), triple(300, X, Y, Z), Triples),
    length(Triples, Count),
    setof(H, P^member_of(H-P, Triples), Hypotenuses),
    length(Hypotenuses, Different),
    Sum is Count + Different,
    write(Sum), nl.

triple(Max, X, Y, Z) :-
    between(1, Max, X),
    between(X, Max, Y),
    Square is X * X + Y * Y,
    between(Y, Max, Z),
    Z * Z =:= Square.

member_of(X, [X|_]).
member_of(X, [_|Xs]) :-
    member_of(X, Xs).
