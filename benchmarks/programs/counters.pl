%  ?- main.
%     500000
%
%  Clauses that come and go: a counter kept by retract/1 and assertz/1, and a table of 10,000 facts
%  that is filled, asked by its first argument and emptied, 50 times.

:- dynamic counter/1, entry/2.

main :-
    assertz(counter(0)),
    between(1, 500000, _),
    retract(counter(N)),
    M is N + 1,
    assertz(counter(M)),
    fail.
main :-
    between(1, 50, _),
    fill(10000),
    asked(10000),
    retractall(entry(_, _)),
    fail.
main :-
    counter(N),
    write(N), nl.

fill(Max) :-
    between(1, Max, I),
    J is I * I,
    assertz(entry(I, J)),
    fail.
fill(_).

asked(Max) :-
    between(1, Max, I),
    \+ entry(I, _),
    !,
    fail.
asked(_).
