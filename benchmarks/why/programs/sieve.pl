% iters: 20
% The sieve of Eratosthenes to 5,000: one proof of some 300,000 steps.
top(N) :- numlist(2, 5000, L), sieve(L, P), length(P, N).

sieve([], []).
sieve([P|Xs], [P|Ps]) :- struck(Xs, P, Ys), sieve(Ys, Ps).

struck([], _, []).
struck([X|Xs], P, Ys) :- ( X mod P =:= 0 -> Ys = Zs ; Ys = [X|Zs] ), struck(Xs, P, Zs).
