% iters: 8000
% Naive reverse of a list of 30 elements: short proofs, made and thrown away.
top(L) :- numlist(1, 30, N), reversed(N, [L|_]).

reversed([], []).
reversed([X|Xs], R) :- reversed(Xs, T), joined(T, [X], R).

joined([], L, L).
joined([X|Xs], L, [X|R]) :- joined(Xs, L, R).
