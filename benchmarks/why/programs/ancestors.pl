% iters: 40
% All ancestors in a line of 150: clause choice on facts, failure-driven.
top(N) :- findall(X-Y, ancestor(X, Y), L), length(L, N).

ancestor(X, Y) :- parent(X, Y).
ancestor(X, Z) :- parent(X, Y), ancestor(Y, Z).

parent(X, Y) :- ( var(X) -> between(1, 150, X) ; X =< 150 ), Y is X + 1.
