%  ?- main.
%     3245
%
%  The primes below 30,000 by sifting a list: integer arithmetic and lists that live for a while.

main :-
    numbers(2, 30000, Numbers),
    sifted(Numbers, Primes),
    length(Primes, Count),
    write(Count), nl.

numbers(N, Max, []) :-
    N > Max,
    !.
numbers(N, Max, [N|Ns]) :-
    M is N + 1,
    numbers(M, Max, Ns).

sifted([], []).
sifted([P|Ns], [P|Ps]) :-
    without_multiples(Ns, P, Rest),
    sifted(Rest, Ps).

without_multiples([], _, []).
without_multiples([N|Ns], P, Rest) :-
    N mod P =:= 0,
    !,
    without_multiples(Ns, P, Rest).
without_multiples([N|Ns], P, [N|Rest]) :-
    without_multiples(Ns, P, Rest).
