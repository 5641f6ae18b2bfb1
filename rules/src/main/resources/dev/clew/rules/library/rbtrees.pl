%  ?- list_to_rbtree([b-2,a-1], T0), rb_insert(T0, c, 3, T), rb_visit(T, Pairs).
%     T0 = b(r(t,a,1,t),b,2,t), T = b(r(t,a,1,t),b,2,r(t,c,3,t)), Pairs = [a-1,b-2,c-3].
%
%  Red-black trees: maps from keys to values, changed by making a new tree that shares all but one
%  path with the old one. Keys are compared by the standard order of terms, so let them be ground.
%  Insertion is that of Okasaki (Red-black trees in a functional setting, 1999), deletion that of
%  Kahrs (Red-black trees with types, 2001).
%
%  The empty tree is `t`; r(Left,Key,Value,Right) is a red node and b(Left,Key,Value,Right) a black
%  one. The root is black, no red node has a red child, and there are equally many black nodes on
%  all paths from the root to an empty tree.

:- module(rbtrees,
          [ is_rbtree/1, list_to_rbtree/2, ord_list_to_rbtree/2, rb_apply/4, rb_clone/3,
            rb_del_max/4, rb_del_min/4, rb_delete/3, rb_delete/4, rb_empty/1, rb_fold/4, rb_in/3,
            rb_insert/4, rb_insert_new/4, rb_keys/2, rb_lookup/3, rb_map/2, rb_map/3, rb_max/3,
            rb_min/3, rb_new/1, rb_next/4, rb_partial_map/4, rb_previous/4, rb_size/2,
            rb_update/4, rb_update/5, rb_visit/2
          ]).

:- autoload(library(error), [instantiation_error/1, must_be/2, type_error/2]).

:- meta_predicate
    rb_apply(+, +, 2, -),
    rb_fold(3, +, +, -),
    rb_map(+, 1),
    rb_map(+, 2, -),
    rb_partial_map(+, +, 2, -).

%!  rb_new(-Tree) is det
%
%   Tree is a new, empty tree.

rb_new(t).

%!  rb_empty(?Tree) is semidet
%
%   True if Tree is the empty tree.

rb_empty(t).

% Lets only trees and, by failing, no unbound variable through to the first-argument choices.
check(Tree) :-
    (   compound(Tree)
    ->  true
    ;   Tree == t
    ->  true
    ;   var(Tree)
    ->  instantiation_error(Tree)
    ;   type_error(rbtree, Tree)
    ).

%!  rb_lookup(+Key, -Value, +Tree) is semidet
%
%   True if Key has Value in Tree.

rb_lookup(Key, Value, Tree) :-
    check(Tree),
    lookup(Tree, Key, Value).

lookup(b(L,K,V,R), Key, Value) :-
    compare(Order, Key, K),
    lookup(Order, Key, V, L, R, Value).
lookup(r(L,K,V,R), Key, Value) :-
    compare(Order, Key, K),
    lookup(Order, Key, V, L, R, Value).

lookup(=, _, V, _, _, V).
lookup(<, Key, _, L, _, Value) :-
    lookup(L, Key, Value).
lookup(>, Key, _, _, R, Value) :-
    lookup(R, Key, Value).

%!  rb_min(+Tree, -Key, -Value) is semidet
%
%   True if Key is the smallest key of Tree and has Value.

rb_min(Tree, Key, Value) :-
    check(Tree),
    leftmost(Tree, Key, Value).

leftmost(Tree, Key, Value) :-
    node(Tree, _, L, K, V, _),
    (   L == t
    ->  Key = K,
        Value = V
    ;   leftmost(L, Key, Value)
    ).

% node(Tree, Colour, Left, Key, Value, Right) takes a node apart or puts it together.
node(r(L,K,V,R), red, L, K, V, R).
node(b(L,K,V,R), black, L, K, V, R).

%!  rb_max(+Tree, -Key, -Value) is semidet
%
%   True if Key is the largest key of Tree and has Value.

rb_max(Tree, Key, Value) :-
    check(Tree),
    rightmost(Tree, Key, Value).

rightmost(Tree, Key, Value) :-
    node(Tree, _, _, K, V, R),
    (   R == t
    ->  Key = K,
        Value = V
    ;   rightmost(R, Key, Value)
    ).

%!  rb_next(+Tree, +Key, -Next, -Value) is semidet
%
%   True if Next is the key of Tree that follows its key Key, and has Value.

rb_next(Tree, Key, Next, Value) :-
    check(Tree),
    next(Tree, Key, none, Pair),
    Pair = Next-Value.

% next(+Tree, +Key, +Pair0, -Pair): Pair is the one that follows Key, Pair0 the one that follows
% Tree.
next(Tree, Key, Pair0, Pair) :-
    node(Tree, _, L, K, V, R),
    compare(Order, Key, K),
    next(Order, Key, L, K-V, R, Pair0, Pair).

next(<, Key, L, Pair0, _, _, Pair) :-
    next(L, Key, Pair0, Pair).
next(>, Key, _, _, R, Pair0, Pair) :-
    next(R, Key, Pair0, Pair).
next(=, _, _, _, R, Pair0, Pair) :-
    (   R == t
    ->  Pair = Pair0
    ;   leftmost(R, Key, Value),
        Pair = Key-Value
    ).

%!  rb_previous(+Tree, +Key, -Previous, -Value) is semidet
%
%   True if Previous is the key of Tree that comes before its key Key, and has Value.

rb_previous(Tree, Key, Previous, Value) :-
    check(Tree),
    previous(Tree, Key, none, Pair),
    Pair = Previous-Value.

previous(Tree, Key, Pair0, Pair) :-
    node(Tree, _, L, K, V, R),
    compare(Order, Key, K),
    previous(Order, Key, L, K-V, R, Pair0, Pair).

previous(<, Key, L, _, _, Pair0, Pair) :-
    previous(L, Key, Pair0, Pair).
previous(>, Key, _, Pair0, R, _, Pair) :-
    previous(R, Key, Pair0, Pair).
previous(=, _, L, _, _, Pair0, Pair) :-
    (   L == t
    ->  Pair = Pair0
    ;   rightmost(L, Key, Value),
        Pair = Key-Value
    ).

%!  rb_in(?Key, ?Value, +Tree) is nondet
%
%   True if Key has Value in Tree. Goes through the keys in order unless Key is ground.

rb_in(Key, Value, Tree) :-
    check(Tree),
    (   ground(Key)
    ->  lookup(Tree, Key, Value)
    ;   entry(Tree, Key, Value)
    ).

entry(Tree, Key, Value) :-
    node(Tree, _, L, K, V, R),
    (   entry(L, Key, Value)
    ;   later(R, K, V, Key, Value)
    ).

later(R, K, V, Key, Value) :-
    (   R == t
    ->  Key-Value = K-V
    ;   Key-Value = K-V
    ;   entry(R, Key, Value)
    ).

%!  rb_insert(+Tree0, +Key, ?Value, -Tree) is det
%
%   Tree is Tree0 with Value for Key, instead of any other value it had.

rb_insert(Tree0, Key, Value, Tree) :-
    check(Tree0),
    insert(Tree0, Key, Value, Tree1),
    blackened(Tree1, Tree2),
    Tree = Tree2.

insert(t, Key, Value, r(t,Key,Value,t)).
insert(r(L,K,V,R), Key, Value, Tree) :-
    compare(Order, Key, K),
    insert_red(Order, Key, Value, L, K, V, R, Tree).
insert(b(L,K,V,R), Key, Value, Tree) :-
    compare(Order, Key, K),
    insert_black(Order, Key, Value, L, K, V, R, Tree).

insert_red(=, _, Value, L, K, _, R, r(L,K,Value,R)).
insert_red(<, Key, Value, L, K, V, R, r(L1,K,V,R)) :-
    insert(L, Key, Value, L1).
insert_red(>, Key, Value, L, K, V, R, r(L,K,V,R1)) :-
    insert(R, Key, Value, R1).

insert_black(=, _, Value, L, K, _, R, b(L,K,Value,R)).
insert_black(<, Key, Value, L, K, V, R, Tree) :-
    insert(L, Key, Value, L1),
    left_balanced(L1, K, V, R, Tree).
insert_black(>, Key, Value, L, K, V, R, Tree) :-
    insert(R, Key, Value, R1),
    right_balanced(R1, L, K, V, Tree).

blackened(t, t).
blackened(r(L,K,V,R), b(L,K,V,R)).
blackened(b(L,K,V,R), b(L,K,V,R)).

% left_balanced(+L, +K, +V, +R, -Tree): Tree is the black node of L, K, V and R, where L may be a
% red node with a red child.
left_balanced(r(r(A,K1,V1,B),K2,V2,C), K, V, R, Tree) :-
    !,
    Tree = r(b(A,K1,V1,B),K2,V2,b(C,K,V,R)).
left_balanced(r(A,K1,V1,r(B,K2,V2,C)), K, V, R, Tree) :-
    !,
    Tree = r(b(A,K1,V1,B),K2,V2,b(C,K,V,R)).
left_balanced(L, K, V, R, b(L,K,V,R)).

% right_balanced(+R, +L, +K, +V, -Tree): the same, where R may be a red node with a red child.
right_balanced(r(A,K1,V1,r(B,K2,V2,C)), L, K, V, Tree) :-
    !,
    Tree = r(b(L,K,V,A),K1,V1,b(B,K2,V2,C)).
right_balanced(r(r(A,K1,V1,B),K2,V2,C), L, K, V, Tree) :-
    !,
    Tree = r(b(L,K,V,A),K1,V1,b(B,K2,V2,C)).
right_balanced(R, L, K, V, b(L,K,V,R)).

%!  rb_insert_new(+Tree0, +Key, ?Value, -Tree) is semidet
%
%   As rb_insert/4, but fails if Tree0 has Key already.

rb_insert_new(Tree0, Key, Value, Tree) :-
    check(Tree0),
    \+ lookup(Tree0, Key, _),
    rb_insert(Tree0, Key, Value, Tree).

%!  rb_update(+Tree0, +Key, ?Value, -Tree) is semidet
%
%   Tree is Tree0 with Value for Key, which Tree0 must have.

rb_update(Tree0, Key, Value, Tree) :-
    rb_update(Tree0, Key, _, Value, Tree).

%!  rb_update(+Tree0, +Key, -Value0, ?Value, -Tree) is semidet
%
%   True if Key has Value0 in Tree0 and Tree is Tree0 with Value for Key instead.

rb_update(Tree0, Key, Value0, Value, Tree) :-
    check(Tree0),
    update(Tree0, Key, Value0, Value, Tree).

update(r(L,K,V,R), Key, Value0, Value, r(L1,K,V1,R1)) :-
    compare(Order, Key, K),
    update(Order, Key, Value0, Value, L, V, R, L1, V1, R1).
update(b(L,K,V,R), Key, Value0, Value, b(L1,K,V1,R1)) :-
    compare(Order, Key, K),
    update(Order, Key, Value0, Value, L, V, R, L1, V1, R1).

update(=, _, V, Value, L, V, R, L, Value, R).
update(<, Key, Value0, Value, L, V, R, L1, V, R) :-
    update(L, Key, Value0, Value, L1).
update(>, Key, Value0, Value, L, V, R, L, V, R1) :-
    update(R, Key, Value0, Value, R1).

%!  rb_apply(+Tree0, +Key, :Goal, -Tree)
%
%   True if Key has a value V0 in Tree0, call(Goal, V0, V) is true, and Tree is Tree0 with V for
%   Key.

rb_apply(Tree0, Key, Goal, Tree) :-
    rb_update(Tree0, Key, V0, V, Tree1),
    call(Goal, V0, V),
    Tree = Tree1.

%!  rb_delete(+Tree0, +Key, -Tree) is semidet
%
%   Tree is Tree0 without Key. Fails if Tree0 does not have it.

rb_delete(Tree0, Key, Tree) :-
    rb_delete(Tree0, Key, _, Tree).

%!  rb_delete(+Tree0, +Key, -Value, -Tree) is semidet
%
%   True if Key has Value in Tree0 and Tree is Tree0 without it.

rb_delete(Tree0, Key, Value, Tree) :-
    check(Tree0),
    delete(Tree0, Key, Value, Tree1),
    blackened(Tree1, Tree).

% Deleting from a black node leaves a tree with one black node less on its paths, from a red node
% one with as many.
delete(r(L,K,V,R), Key, Value, Tree) :-
    compare(Order, Key, K),
    delete(Order, Key, L, K, V, R, Value, Tree).
delete(b(L,K,V,R), Key, Value, Tree) :-
    compare(Order, Key, K),
    delete(Order, Key, L, K, V, R, Value, Tree).

delete(=, _, L, _, V, R, V, Tree) :-
    fused(L, R, Tree).
delete(<, Key, L, K, V, R, Value, Tree) :-
    delete(L, Key, Value, L1),
    left_deleted(L, L1, K, V, R, Tree).
delete(>, Key, L, K, V, R, Value, Tree) :-
    delete(R, Key, Value, R1),
    right_deleted(R, R1, L, K, V, Tree).

% left_deleted(+L0, +L, +K, +V, +R, -Tree): L came from L0, and Tree has L, K, V and R.
left_deleted(r(_,_,_,_), L, K, V, R, r(L,K,V,R)).
left_deleted(b(_,_,_,_), L, K, V, R, Tree) :-
    left_short(L, K, V, R, Tree).

% right_deleted(+R0, +R, +L, +K, +V, -Tree): R came from R0, and Tree has L, K, V and R.
right_deleted(r(_,_,_,_), R, L, K, V, r(L,K,V,R)).
right_deleted(b(_,_,_,_), R, L, K, V, Tree) :-
    right_short(R, L, K, V, Tree).

% left_short(+L, +K, +V, +R, -Tree): Tree has L, K, V and R, where L has one black node less on its
% paths than R has; Tree has as many as R.
left_short(r(A,K1,V1,B), K, V, R, Tree) :-
    !,
    Tree = r(b(A,K1,V1,B),K,V,R).
left_short(L, K, V, b(A,K1,V1,B), Tree) :-
    !,
    balanced(L, K, V, r(A,K1,V1,B), Tree).
left_short(L, K, V, r(b(A,K1,V1,B),K2,V2,b(C,K3,V3,D)), r(b(L,K,V,A),K1,V1,Right)) :-
    balanced(B, K2, V2, r(C,K3,V3,D), Right).

% right_short(+R, +L, +K, +V, -Tree): the same, where R has one black node less than L.
right_short(r(A,K1,V1,B), L, K, V, Tree) :-
    !,
    Tree = r(L,K,V,b(A,K1,V1,B)).
right_short(R, b(A,K1,V1,B), K, V, Tree) :-
    !,
    balanced(r(A,K1,V1,B), K, V, R, Tree).
right_short(R, r(b(A,K1,V1,B),K2,V2,b(C,K3,V3,D)), K, V, r(Left,K3,V3,b(D,K,V,R))) :-
    balanced(r(A,K1,V1,B), K2, V2, C, Left).

% balanced(+L, +K, +V, +R, -Tree): Tree is the black node of L, K, V and R, where either may be red
% or have a red child; two red ones make the node red.
balanced(r(A,K1,V1,B), K, V, r(C,K2,V2,D), Tree) :-
    !,
    Tree = r(b(A,K1,V1,B),K,V,b(C,K2,V2,D)).
balanced(L, K, V, R, Tree) :-
    L = r(_,_,_,_),
    !,
    left_balanced(L, K, V, R, Tree).
balanced(L, K, V, R, Tree) :-
    right_balanced(R, L, K, V, Tree).

% fused(+L, +R, -Tree): Tree has all keys of L, then all of R, which have equally many black nodes
% on their paths.
fused(t, R, R) :-
    !.
fused(L, t, L) :-
    !.
fused(r(A,K1,V1,B), r(C,K2,V2,D), Tree) :-
    !,
    fused(B, C, Middle),
    (   Middle = r(E,K,V,F)
    ->  Tree = r(r(A,K1,V1,E),K,V,r(F,K2,V2,D))
    ;   Tree = r(A,K1,V1,r(Middle,K2,V2,D))
    ).
fused(b(A,K1,V1,B), b(C,K2,V2,D), Tree) :-
    !,
    fused(B, C, Middle),
    (   Middle = r(E,K,V,F)
    ->  Tree = r(b(A,K1,V1,E),K,V,b(F,K2,V2,D))
    ;   left_short(A, K1, V1, b(Middle,K2,V2,D), Tree)
    ).
fused(L, r(A,K,V,B), Tree) :-
    !,
    Tree = r(L1,K,V,B),
    fused(L, A, L1).
fused(r(A,K,V,B), R, r(A,K,V,R1)) :-
    fused(B, R, R1).

%!  rb_del_min(+Tree0, -Key, -Value, -Tree) is semidet
%
%   True if Key is the smallest key of Tree0, has Value, and Tree is Tree0 without it.

rb_del_min(Tree0, Key, Value, Tree) :-
    rb_min(Tree0, K, V),
    rb_delete(Tree0, K, Tree1),
    Key = K,
    Value = V,
    Tree = Tree1.

%!  rb_del_max(+Tree0, -Key, -Value, -Tree) is semidet
%
%   True if Key is the largest key of Tree0, has Value, and Tree is Tree0 without it.

rb_del_max(Tree0, Key, Value, Tree) :-
    rb_max(Tree0, K, V),
    rb_delete(Tree0, K, Tree1),
    Key = K,
    Value = V,
    Tree = Tree1.

%!  rb_visit(+Tree, -Pairs) is det
%
%   Pairs are the keys and values of Tree as Key-Value, in the order of the keys.

rb_visit(Tree, Pairs) :-
    check(Tree),
    pairs(Tree, Pairs, []).

pairs(t, Pairs, Pairs).
pairs(r(L,K,V,R), Pairs, Rest) :-
    pairs(L, Pairs, [K-V|Pairs1]),
    pairs(R, Pairs1, Rest).
pairs(b(L,K,V,R), Pairs, Rest) :-
    pairs(L, Pairs, [K-V|Pairs1]),
    pairs(R, Pairs1, Rest).

%!  rb_keys(+Tree, -Keys) is det
%
%   Keys are the keys of Tree in order.

rb_keys(Tree, Keys) :-
    check(Tree),
    keys(Tree, Keys, []).

keys(t, Keys, Keys).
keys(r(L,K,_,R), Keys, Rest) :-
    keys(L, Keys, [K|Keys1]),
    keys(R, Keys1, Rest).
keys(b(L,K,_,R), Keys, Rest) :-
    keys(L, Keys, [K|Keys1]),
    keys(R, Keys1, Rest).

%!  rb_size(+Tree, -Size) is det
%
%   Size is the number of keys of Tree.

rb_size(Tree, Size) :-
    check(Tree),
    size(Tree, 0, Size).

size(t, Size, Size).
size(r(L,_,_,R), Size0, Size) :-
    Size1 is Size0 + 1,
    size(L, Size1, Size2),
    size(R, Size2, Size).
size(b(L,_,_,R), Size0, Size) :-
    Size1 is Size0 + 1,
    size(L, Size1, Size2),
    size(R, Size2, Size).

%!  rb_map(+Tree, :Goal)
%
%   True if call(Goal, Value) is true for each value of Tree, in the order of the keys.

rb_map(Tree, Goal) :-
    check(Tree),
    each(Tree, Goal).

each(t, _).
each(r(L,_,V,R), Goal) :-
    each(L, Goal),
    call(Goal, V),
    each(R, Goal).
each(b(L,_,V,R), Goal) :-
    each(L, Goal),
    call(Goal, V),
    each(R, Goal).

%!  rb_map(+Tree0, :Goal, -Tree)
%
%   Tree has the keys of Tree0; where Tree0 has V0, it has V such that call(Goal, V0, V).

rb_map(Tree0, Goal, Tree) :-
    check(Tree0),
    mapped(Tree0, Goal, Tree).

mapped(t, _, t).
mapped(r(L0,K,V0,R0), Goal, r(L,K,V,R)) :-
    mapped(L0, Goal, L),
    call(Goal, V0, V),
    mapped(R0, Goal, R).
mapped(b(L0,K,V0,R0), Goal, b(L,K,V,R)) :-
    mapped(L0, Goal, L),
    call(Goal, V0, V),
    mapped(R0, Goal, R).

%!  rb_partial_map(+Tree0, +Keys, :Goal, -Tree)
%
%   As rb_map/3, but only for Keys, which Tree0 must have. Other values stay.

rb_partial_map(Tree0, Keys, Goal, Tree) :-
    mapped_at(Keys, Goal, Tree0, Tree).

mapped_at([], _, Tree, Tree).
mapped_at([Key|Keys], Goal, Tree0, Tree) :-
    rb_apply(Tree0, Key, Goal, Tree1),
    mapped_at(Keys, Goal, Tree1, Tree).

%!  rb_fold(:Goal, +Tree, +State0, -State)
%
%   Goes through Tree in the order of the keys: call(Goal, Key-Value, State0, State1) for the first
%   key, then the same with State1 for the next one. State is the last one.

rb_fold(Goal, Tree, State0, State) :-
    check(Tree),
    fold(Tree, Goal, State0, State).

fold(t, _, State, State).
fold(r(L,K,V,R), Goal, State0, State) :-
    fold(L, Goal, State0, State1),
    call(Goal, K-V, State1, State2),
    fold(R, Goal, State2, State).
fold(b(L,K,V,R), Goal, State0, State) :-
    fold(L, Goal, State0, State1),
    call(Goal, K-V, State1, State2),
    fold(R, Goal, State2, State).

%!  rb_clone(+Tree0, -Tree, -Pairs) is det
%
%   Tree has the keys of Tree0, each with a new variable for its value. Pairs are its Key-Variable.

rb_clone(Tree0, Tree, Pairs) :-
    check(Tree0),
    clone(Tree0, Tree, Pairs, []).

clone(t, t, Pairs, Pairs).
clone(r(L0,K,_,R0), r(L,K,V,R), Pairs, Rest) :-
    clone(L0, L, Pairs, [K-V|Pairs1]),
    clone(R0, R, Pairs1, Rest).
clone(b(L0,K,_,R0), b(L,K,V,R), Pairs, Rest) :-
    clone(L0, L, Pairs, [K-V|Pairs1]),
    clone(R0, R, Pairs1, Rest).

%!  list_to_rbtree(+Pairs, -Tree) is det
%
%   Tree has the keys and values of Pairs. Of several values for a key it has the last one.

list_to_rbtree(Pairs, Tree) :-
    must_be(list, Pairs),
    inserted(Pairs, t, Tree).

inserted([], Tree, Tree).
inserted([Pair|Pairs], Tree0, Tree) :-
    must_be(pair, Pair),
    Pair = Key-Value,
    rb_insert(Tree0, Key, Value, Tree1),
    inserted(Pairs, Tree1, Tree).

%!  ord_list_to_rbtree(+Pairs, -Tree) is det
%
%   Like list_to_rbtree/2, for Pairs in the order of their keys and without duplicates. Takes linear
%   time.

ord_list_to_rbtree(Pairs, Tree) :-
    must_be(list, Pairs),
    length(Pairs, N),
    Blacks is msb(N + 1),
    build(N, Blacks, Pairs, [], Tree0),
    Tree = Tree0.

% The lowest of the levels is red unless it is full; Blacks counts the black ones above it.
build(0, _, Pairs, Rest, Tree) :-
    !,
    Pairs = Rest,
    Tree = t.
build(N, Blacks, Pairs, Rest, Tree) :-
    NL is N // 2,
    NR is N - NL - 1,
    (   Blacks =:= 0
    ->  Tree = r(L,K,V,R)
    ;   Tree = b(L,K,V,R)
    ),
    Blacks1 is Blacks - 1,
    build(NL, Blacks1, Pairs, [K-V|Pairs1], L),
    build(NR, Blacks1, Pairs1, Rest, R).

%!  is_rbtree(@Term) is semidet
%
%   True if Term is a red-black tree: its colours are right and its keys are in order.

is_rbtree(Tree) :-
    nonvar(Tree),
    coloured(Tree, red, _),
    keys(Tree, Keys, []),
    in_order(Keys).

% coloured(+Tree, +Parent, -Blacks): Tree is a tree below a node of colour Parent, where a red
% parent excludes a red root, and Blacks counts the black nodes on its paths.
coloured(Tree, _, _) :-
    var(Tree),
    !,
    fail.
coloured(t, _, 0).
coloured(r(L,_,_,R), black, Blacks) :-
    coloured(L, red, Blacks),
    coloured(R, red, Blacks).
coloured(b(L,_,_,R), _, Blacks) :-
    coloured(L, black, Blacks0),
    coloured(R, black, Blacks0),
    Blacks is Blacks0 + 1.

in_order([]).
in_order([K|Keys]) :-
    in_order(Keys, K).

in_order([], _).
in_order([K|Keys], K0) :-
    K0 @< K,
    in_order(Keys, K).
