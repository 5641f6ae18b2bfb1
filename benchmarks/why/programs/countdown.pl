% iters: 8
% A loop of two million steps that keeps nothing by itself: the worst case, as its proof is all there is to keep.
top(done) :- countdown(2000000).

countdown(0) :- !.
countdown(N) :- M is N - 1, countdown(M).
