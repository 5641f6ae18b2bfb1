%  ?- list_to_assoc([b-2,a-1], A0), put_assoc(c, A0, 3, A), assoc_to_list(A, Pairs).
%     A0 = t(b,2,<,t(a,1,-,t,t),t), A = t(b,2,-,t(a,1,-,t,t),t(c,3,-,t,t)), Pairs = [a-1,b-2,c-3].
%
%  Associations of keys with values: an AVL tree (Adelson-Velsky and Landis, 1962), changed by
%  making a new tree that shares all but one path with the old one. Keys are compared by the
%  standard order of terms, so let them be ground.
%
%  The empty tree is `t`; t(Key,Value,Balance,Left,Right) is a node whose Balance is <, - or > if
%  Left is one level higher than Right, as high, or one level lower.

:- module(assoc,
          [ assoc_to_keys/2, assoc_to_list/2, assoc_to_values/2, del_assoc/4, del_max_assoc/4,
            del_min_assoc/4, empty_assoc/1, gen_assoc/3, get_assoc/3, get_assoc/5, is_assoc/1,
            list_to_assoc/2, map_assoc/2, map_assoc/3, max_assoc/3, min_assoc/3,
            ord_list_to_assoc/2, put_assoc/4
          ]).

:- autoload(library(error), [domain_error/2, instantiation_error/1, must_be/2, type_error/2]).

:- meta_predicate
    map_assoc(1, ?),
    map_assoc(2, ?, ?).

%!  empty_assoc(?Assoc)
%
%   True if Assoc is the empty association.

empty_assoc(t).

%!  get_assoc(+Key, +Assoc, -Value) is semidet
%
%   True if Key has Value in Assoc.

get_assoc(Key, Assoc, Value) :-
    (   compound(Assoc)
    ->  get(Assoc, Key, Value)
    ;   check(Assoc),
        fail
    ).

get(t(K,V,_,L,R), Key, Value) :-
    compare(Order, Key, K),
    (   Order == (<)
    ->  get(L, Key, Value)
    ;   Order == (>)
    ->  get(R, Key, Value)
    ;   Value = V
    ).

check(Assoc) :-
    (   compound(Assoc)
    ->  true
    ;   Assoc == t
    ->  true
    ;   var(Assoc)
    ->  instantiation_error(Assoc)
    ;   type_error(assoc, Assoc)
    ).

%!  get_assoc(+Key, +Assoc0, -Value0, -Assoc, ?Value) is semidet
%
%   True if Key has Value0 in Assoc0 and Assoc is Assoc0 with Value for Key instead.

get_assoc(Key, t(K,V,B,L,R), Value0, Assoc, Value) :-
    compare(Order, Key, K),
    exchange(Order, Key, K, V, B, L, R, Value0, Assoc, Value).

exchange(=, _, K, V, B, L, R, V, t(K,Value,B,L,R), Value).
exchange(<, Key, K, V, B, L, R, Value0, t(K,V,B,L1,R), Value) :-
    get_assoc(Key, L, Value0, L1, Value).
exchange(>, Key, K, V, B, L, R, Value0, t(K,V,B,L,R1), Value) :-
    get_assoc(Key, R, Value0, R1, Value).

%!  put_assoc(+Key, +Assoc0, +Value, -Assoc) is det
%
%   Assoc is Assoc0 with Value for Key, instead of any other value it had.

put_assoc(Key, Assoc0, Value, Assoc) :-
    check(Assoc0),
    put(Assoc0, Key, Value, Tree, _),
    Assoc = Tree.

% The last argument of put and of what it calls says whether the tree became higher.
put(t, Key, Value, t(Key,Value,-,t,t), yes).
put(t(K,V,B,L,R), Key, Value, Tree, Higher) :-
    compare(Order, Key, K),
    put(Order, Key, Value, K, V, B, L, R, Tree, Higher).

put(=, Key, Value, _, _, B, L, R, t(Key,Value,B,L,R), no).
put(<, Key, Value, K, V, B, L, R, Tree, Higher) :-
    put(L, Key, Value, L1, LeftHigher),
    left_put(LeftHigher, B, K, V, L1, R, Tree, Higher).
put(>, Key, Value, K, V, B, L, R, Tree, Higher) :-
    put(R, Key, Value, R1, RightHigher),
    right_put(RightHigher, B, K, V, L, R1, Tree, Higher).

left_put(no, B, K, V, L, R, t(K,V,B,L,R), no).
left_put(yes, B, K, V, L, R, Tree, Higher) :-
    left_higher(B, K, V, L, R, Tree, Higher).

left_higher(>, K, V, L, R, t(K,V,-,L,R), no).
left_higher(-, K, V, L, R, t(K,V,<,L,R), yes).
left_higher(<, K, V, L, R, Tree, no) :-
    lean_right(K, V, L, R, Tree, _).

right_put(no, B, K, V, L, R, t(K,V,B,L,R), no).
right_put(yes, B, K, V, L, R, Tree, Higher) :-
    right_higher(B, K, V, L, R, Tree, Higher).

right_higher(<, K, V, L, R, t(K,V,-,L,R), no).
right_higher(-, K, V, L, R, t(K,V,>,L,R), yes).
right_higher(>, K, V, L, R, Tree, no) :-
    lean_left(K, V, L, R, Tree, _).

% lean_right(+Key, +Value, +Left, +Right, -Tree, -Lower): Tree is balanced and holds Left, Key
% and Right, where Left is two levels higher than Right. Lower: is Tree no higher than Left?
lean_right(K, V, t(K1,V1,B,A,C), R, Tree, Lower) :-
    lean_right(B, K, V, R, K1, V1, A, C, Tree, Lower).

lean_right(<, K, V, R, K1, V1, A, C, t(K1,V1,-,A,t(K,V,-,C,R)), yes).
lean_right(-, K, V, R, K1, V1, A, C, t(K1,V1,>,A,t(K,V,<,C,R)), no).
lean_right(>, K, V, R, K1, V1, A, t(K2,V2,B,C,D),
           t(K2,V2,-,t(K1,V1,BL,A,C),t(K,V,BR,D,R)), yes) :-
    halves(B, BL, BR).

% lean_left: the same with Right two levels higher than Left.
lean_left(K, V, L, t(K1,V1,B,C,A), Tree, Lower) :-
    lean_left(B, K, V, L, K1, V1, C, A, Tree, Lower).

lean_left(>, K, V, L, K1, V1, C, A, t(K1,V1,-,t(K,V,-,L,C),A), yes).
lean_left(-, K, V, L, K1, V1, C, A, t(K1,V1,<,t(K,V,>,L,C),A), no).
lean_left(<, K, V, L, K1, V1, t(K2,V2,B,C,D), A,
          t(K2,V2,-,t(K,V,BL,L,C),t(K1,V1,BR,D,A)), yes) :-
    halves(B, BL, BR).

% halves(+Balance, -Left, -Right): a node of Balance rises by two levels and leaves its subtrees
% to a new left node of balance Left and a new right one of balance Right.
halves(<, -, >).
halves(-, -, -).
halves(>, <, -).

%!  del_assoc(+Key, +Assoc0, -Value, -Assoc) is semidet
%
%   True if Key has Value in Assoc0 and Assoc is Assoc0 without it.

del_assoc(Key, Assoc0, Value, Assoc) :-
    check(Assoc0),
    del(Assoc0, Key, Value, Tree, _),
    Assoc = Tree.

% The last argument of del and of what it calls says whether the tree became lower.
del(t(K,V,B,L,R), Key, Value, Tree, Lower) :-
    compare(Order, Key, K),
    del(Order, Key, Value, K, V, B, L, R, Tree, Lower).

del(=, _, V, _, V, B, L, R, Tree, Lower) :-
    joined(L, R, B, Tree, Lower).
del(<, Key, Value, K, V, B, L, R, Tree, Lower) :-
    del(L, Key, Value, L1, LeftLower),
    left_del(LeftLower, B, K, V, L1, R, Tree, Lower).
del(>, Key, Value, K, V, B, L, R, Tree, Lower) :-
    del(R, Key, Value, R1, RightLower),
    right_del(RightLower, B, K, V, L, R1, Tree, Lower).

joined(t, R, _, Tree, Lower) :-
    !,
    Tree = R,
    Lower = yes.
joined(L, t, _, Tree, Lower) :-
    !,
    Tree = L,
    Lower = yes.
joined(L, R, B, Tree, Lower) :-
    (   B == (>)
    ->  del_min(R, K, V, R1, RightLower),
        right_del(RightLower, B, K, V, L, R1, Tree, Lower)
    ;   del_max(L, K, V, L1, LeftLower),
        left_del(LeftLower, B, K, V, L1, R, Tree, Lower)
    ).

left_del(no, B, K, V, L, R, t(K,V,B,L,R), no).
left_del(yes, B, K, V, L, R, Tree, Lower) :-
    left_lower(B, K, V, L, R, Tree, Lower).

left_lower(<, K, V, L, R, t(K,V,-,L,R), yes).
left_lower(-, K, V, L, R, t(K,V,>,L,R), no).
left_lower(>, K, V, L, R, Tree, Lower) :-
    lean_left(K, V, L, R, Tree, Lower).

right_del(no, B, K, V, L, R, t(K,V,B,L,R), no).
right_del(yes, B, K, V, L, R, Tree, Lower) :-
    right_lower(B, K, V, L, R, Tree, Lower).

right_lower(>, K, V, L, R, t(K,V,-,L,R), yes).
right_lower(-, K, V, L, R, t(K,V,<,L,R), no).
right_lower(<, K, V, L, R, Tree, Lower) :-
    lean_right(K, V, L, R, Tree, Lower).

%!  del_min_assoc(+Assoc0, -Key, -Value, -Assoc) is semidet
%
%   True if Key is the smallest key of Assoc0, has Value, and Assoc is Assoc0 without it.

del_min_assoc(Assoc0, Key, Value, Assoc) :-
    check(Assoc0),
    del_min(Assoc0, Key, Value, Assoc, _).

del_min(t(K,V,B,L,R), Key, Value, Tree, Lower) :-
    (   L == t
    ->  Key = K,
        Value = V,
        Tree = R,
        Lower = yes
    ;   del_min(L, Key, Value, L1, LeftLower),
        left_del(LeftLower, B, K, V, L1, R, Tree, Lower)
    ).

%!  del_max_assoc(+Assoc0, -Key, -Value, -Assoc) is semidet
%
%   True if Key is the largest key of Assoc0, has Value, and Assoc is Assoc0 without it.

del_max_assoc(Assoc0, Key, Value, Assoc) :-
    check(Assoc0),
    del_max(Assoc0, Key, Value, Assoc, _).

del_max(t(K,V,B,L,R), Key, Value, Tree, Lower) :-
    (   R == t
    ->  Key = K,
        Value = V,
        Tree = L,
        Lower = yes
    ;   del_max(R, Key, Value, R1, RightLower),
        right_del(RightLower, B, K, V, L, R1, Tree, Lower)
    ).

%!  min_assoc(+Assoc, -Key, -Value) is semidet
%
%   True if Key is the smallest key of Assoc and has Value.

min_assoc(Assoc, Key, Value) :-
    check(Assoc),
    leftmost(Assoc, Key, Value).

leftmost(t(K,V,_,L,_), Key, Value) :-
    (   L == t
    ->  Key = K,
        Value = V
    ;   leftmost(L, Key, Value)
    ).

%!  max_assoc(+Assoc, -Key, -Value) is semidet
%
%   True if Key is the largest key of Assoc and has Value.

max_assoc(Assoc, Key, Value) :-
    check(Assoc),
    rightmost(Assoc, Key, Value).

rightmost(t(K,V,_,_,R), Key, Value) :-
    (   R == t
    ->  Key = K,
        Value = V
    ;   rightmost(R, Key, Value)
    ).

%!  gen_assoc(?Key, +Assoc, ?Value) is nondet
%
%   True if Key has Value in Assoc. Goes through the keys in order unless Key is ground.

gen_assoc(Key, Assoc, Value) :-
    check(Assoc),
    (   ground(Key)
    ->  get_assoc(Key, Assoc, Value)
    ;   entry(Assoc, Key, Value)
    ).

entry(t(K,V,_,L,R), Key, Value) :-
    (   entry(L, Key, Value)
    ;   later(R, K, V, Key, Value)
    ).

later(R, K, V, Key, Value) :-
    (   R == t
    ->  Key-Value = K-V
    ;   Key-Value = K-V
    ;   entry(R, Key, Value)
    ).

%!  list_to_assoc(+Pairs, -Assoc) is det
%
%   Assoc has the keys and values of Pairs, whose keys must differ.

list_to_assoc(Pairs, Assoc) :-
    check_pairs(Pairs),
    keysort(Pairs, Sorted),
    (   ascending(Sorted)
    ->  build(Sorted, Assoc)
    ;   domain_error(unique_key_pairs, Pairs)
    ).

%!  ord_list_to_assoc(+Pairs, -Assoc) is det
%
%   Like list_to_assoc/2, for Pairs already in the order of their keys.

ord_list_to_assoc(Pairs, Assoc) :-
    check_pairs(Pairs),
    (   ascending(Pairs)
    ->  build(Pairs, Assoc)
    ;   domain_error(key_ordered_pairs, Pairs)
    ).

check_pairs(Pairs) :-
    must_be(list, Pairs),
    all_pairs(Pairs).

all_pairs([]).
all_pairs([Pair|Pairs]) :-
    (   nonvar(Pair), Pair = _-_
    ->  all_pairs(Pairs)
    ;   must_be(pair, Pair)
    ).

ascending([]).
ascending([K-_|Pairs]) :-
    ascending(Pairs, K).

ascending([], _).
ascending([K-_|Pairs], K0) :-
    K0 @< K,
    ascending(Pairs, K).

build(Pairs, Assoc) :-
    length(Pairs, N),
    build(N, Pairs, [], Tree, _),
    Assoc = Tree.

build(0, Pairs, Pairs, t, 0) :-
    !.
build(N, Pairs, Rest, t(K,V,B,L,R), Height) :-
    NL is N // 2,
    NR is N - NL - 1,
    build(NL, Pairs, [K-V|Pairs1], L, HL),
    build(NR, Pairs1, Rest, R, HR),
    (   HL > HR
    ->  B = (<)
    ;   B = (-)
    ),
    Height is HL + 1.

%!  assoc_to_list(+Assoc, -Pairs) is det
%
%   Pairs are the keys and values of Assoc as Key-Value, in the order of the keys.

assoc_to_list(Assoc, Pairs) :-
    check(Assoc),
    pairs(Assoc, Pairs, []).

pairs(t, Pairs, Pairs).
pairs(t(K,V,_,L,R), Pairs, Rest) :-
    pairs(L, Pairs, [K-V|Pairs1]),
    pairs(R, Pairs1, Rest).

%!  assoc_to_keys(+Assoc, -Keys) is det
%
%   Keys are the keys of Assoc in order.

assoc_to_keys(Assoc, Keys) :-
    check(Assoc),
    keys(Assoc, Keys, []).

keys(t, Keys, Keys).
keys(t(K,_,_,L,R), Keys, Rest) :-
    keys(L, Keys, [K|Keys1]),
    keys(R, Keys1, Rest).

%!  assoc_to_values(+Assoc, -Values) is det
%
%   Values are the values of Assoc in the order of the keys.

assoc_to_values(Assoc, Values) :-
    check(Assoc),
    values(Assoc, Values, []).

values(t, Values, Values).
values(t(_,V,_,L,R), Values, Rest) :-
    values(L, Values, [V|Values1]),
    values(R, Values1, Rest).

%!  map_assoc(:Goal, +Assoc)
%
%   True if call(Goal, Value) is true for each value of Assoc, in the order of the keys.

map_assoc(Goal, Assoc) :-
    map(Assoc, Goal).

map(t, _).
map(t(_,V,_,L,R), Goal) :-
    map(L, Goal),
    call(Goal, V),
    map(R, Goal).

%!  map_assoc(:Goal, +Assoc1, -Assoc2)
%
%   True if both have the same keys and call(Goal, Value1, Value2) is true for the values of each.

map_assoc(Goal, Assoc1, Assoc2) :-
    map(Assoc1, Assoc2, Goal).

map(t, t, _).
map(t(K,V1,B,L1,R1), t(K,V2,B,L2,R2), Goal) :-
    map(L1, L2, Goal),
    call(Goal, V1, V2),
    map(R1, R2, Goal).

%!  is_assoc(@Term) is semidet
%
%   True if Term is an association: balanced, and its keys in order.

is_assoc(Assoc) :-
    height(Assoc, _),
    keys(Assoc, Keys, []),
    in_order(Keys).

height(Assoc, _) :-
    var(Assoc),
    !,
    fail.
height(t, 0).
height(t(_,_,B,L,R), Height) :-
    height(L, HL),
    height(R, HR),
    Slope is HL - HR,
    balance(Slope, Balance),
    B == Balance,
    Height is max(HL, HR) + 1.

balance(1, <).
balance(0, -).
balance(-1, >).

in_order([]).
in_order([K|Keys]) :-
    in_order(Keys, K).

in_order([], _).
in_order([K|Keys], K0) :-
    K0 @< K,
    in_order(Keys, K).
