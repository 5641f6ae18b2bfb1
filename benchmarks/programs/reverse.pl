%  ?- main.
%     496
%
%  Naive reverse of a list of 30 elements, again and again: 496 calls each time.

main :-
    numbers(30, List),
    between(1, 200000, _),
    reversed(List, _),
    fail.
main :-
    numbers(30, List),
    calls(List, Calls),
    write(Calls), nl.

numbers(0, []) :- !.
numbers(N, [N|Ns]) :-
    M is N - 1,
    numbers(M, Ns).

reversed([], []).
reversed([X|Xs], Reversed) :-
    reversed(Xs, Front),
    joined(Front, [X], Reversed).

joined([], Ys, Ys).
joined([X|Xs], Ys, [X|Zs]) :-
    joined(Xs, Ys, Zs).

calls(List, Calls) :-
    length(List, N),
    Calls is (N + 1) * (N + 2) // 2.
