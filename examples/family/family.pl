% A family of four generations.
%
%   $ clew ask examples/family/family.pl "ancestor(X, bob)"
%   X = tom
%   X = mary
%   X = agnes
%   X = hugh
%
%   $ clew ask examples/family/family.pl "cousin(liz, X)"
%   X = jim

% parent(Parent, Child)
parent(agnes, tom).
parent(hugh, tom).
parent(tom, bob).
parent(mary, bob).
parent(tom, kate).
parent(mary, kate).
parent(bob, liz).
parent(bob, ann).
parent(kate, jim).
parent(ann, pat).

female(agnes).
female(mary).
female(kate).
female(liz).
female(ann).

male(hugh).
male(tom).
male(bob).
male(jim).
male(pat).

mother(M, X) :- parent(M, X), female(M).

father(F, X) :- parent(F, X), male(F).

grandparent(G, X) :- parent(G, P), parent(P, X).

sibling(X, Y) :- setof(X-Y, P^(parent(P, X), parent(P, Y), X \== Y), Pairs), member(X-Y, Pairs).

cousin(X, Y) :- setof(X-Y, P^Q^(parent(P, X), sibling(P, Q), parent(Q, Y)), Pairs), member(X-Y, Pairs).

ancestor(A, X) :- parent(A, X).
ancestor(A, X) :- parent(P, X), ancestor(A, P).

% descends(X, A, Line): Line leads from X up to the ancestor A.
descends(X, A, [X, A]) :- parent(A, X).
descends(X, A, [X|Line]) :- parent(P, X), descends(P, A, Line).
