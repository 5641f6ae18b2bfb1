%  ?- maplist(succ, [1,2,3], Xs).
%     Xs = [2,3,4].
%  ?- foldl([X,S0,S]>>(S is S0+X), [1,2,3], 0, Sum).
%     Sum = 6.
%
%  Call a goal on each element of one or more lists: to test or relate the elements (maplist/2
%  and on), to choose among them (include/3, exclude/3, partition/4, convlist/3), or to carry a
%  value along (foldl/4, foldr/4, scanl/4 and on).

:- module(apply,
          [ convlist/3, exclude/3, foldl/4, foldl/5, foldl/6, foldl/7, foldr/4, include/3,
            maplist/2, maplist/3, maplist/4, maplist/5, maplist/6, maplist/7, maplist/8,
            partition/4, partition/5, scanl/4, scanl/5, scanl/6, scanl/7
          ]).

:- autoload(library(error), [must_be/2]).

:- meta_predicate
    convlist(2, +, -),
    exclude(1, +, -),
    foldl(3, +, +, -),
    foldl(4, +, +, +, -),
    foldl(5, +, +, +, +, -),
    foldl(6, +, +, +, +, +, -),
    foldr(3, +, +, -),
    include(1, +, -),
    maplist(1, ?),
    maplist(2, ?, ?),
    maplist(3, ?, ?, ?),
    maplist(4, ?, ?, ?, ?),
    maplist(5, ?, ?, ?, ?, ?),
    maplist(6, ?, ?, ?, ?, ?, ?),
    maplist(7, ?, ?, ?, ?, ?, ?, ?),
    partition(1, +, -, -),
    partition(2, +, -, -, -),
    scanl(3, +, +, -),
    scanl(4, +, +, +, -),
    scanl(5, +, +, +, +, -),
    scanl(6, +, +, +, +, +, -).

%!  maplist(:Goal, ?List)
%
%   True if call(Goal, X) is true for each element X of List.

maplist(Goal, Xs) :-
    map(Xs, Goal).

map([], _).
map([X|Xs], Goal) :-
    call(Goal, X),
    map(Xs, Goal).

%!  maplist(:Goal, ?List1, ?List2)
%
%   True if the lists have the same length and call(Goal, X, Y) is true for each pair of elements
%   at the same position.

maplist(Goal, Xs, Ys) :-
    map(Xs, Ys, Goal).

map([], [], _).
map([X|Xs], [Y|Ys], Goal) :-
    call(Goal, X, Y),
    map(Xs, Ys, Goal).

%!  maplist(:Goal, ?List1, ?List2, ?List3)
%
%   As maplist/3, for three lists of the same length.

maplist(Goal, Xs, Ys, Zs) :-
    map(Xs, Ys, Zs, Goal).

map([], [], [], _).
map([X|Xs], [Y|Ys], [Z|Zs], Goal) :-
    call(Goal, X, Y, Z),
    map(Xs, Ys, Zs, Goal).

%!  maplist(:Goal, ?List1, ?List2, ?List3, ?List4)
%
%   As maplist/3, for four lists of the same length.

maplist(Goal, Xs, Ys, Zs, Us) :-
    map(Xs, Ys, Zs, Us, Goal).

map([], [], [], [], _).
map([X|Xs], [Y|Ys], [Z|Zs], [U|Us], Goal) :-
    call(Goal, X, Y, Z, U),
    map(Xs, Ys, Zs, Us, Goal).

%!  maplist(:Goal, ?List1, ?List2, ?List3, ?List4, ?List5)
%
%   As maplist/3, for five lists of the same length.

maplist(Goal, Xs, Ys, Zs, Us, Vs) :-
    map(Xs, Ys, Zs, Us, Vs, Goal).

map([], [], [], [], [], _).
map([X|Xs], [Y|Ys], [Z|Zs], [U|Us], [V|Vs], Goal) :-
    call(Goal, X, Y, Z, U, V),
    map(Xs, Ys, Zs, Us, Vs, Goal).

%!  maplist(:Goal, ?List1, ?List2, ?List3, ?List4, ?List5, ?List6)
%
%   As maplist/3, for six lists of the same length.

maplist(Goal, Xs, Ys, Zs, Us, Vs, Ws) :-
    map(Xs, Ys, Zs, Us, Vs, Ws, Goal).

map([], [], [], [], [], [], _).
map([X|Xs], [Y|Ys], [Z|Zs], [U|Us], [V|Vs], [W|Ws], Goal) :-
    call(Goal, X, Y, Z, U, V, W),
    map(Xs, Ys, Zs, Us, Vs, Ws, Goal).

%!  maplist(:Goal, ?List1, ?List2, ?List3, ?List4, ?List5, ?List6, ?List7)
%
%   As maplist/3, for seven lists of the same length.

maplist(Goal, Xs, Ys, Zs, Us, Vs, Ws, Ts) :-
    map(Xs, Ys, Zs, Us, Vs, Ws, Ts, Goal).

map([], [], [], [], [], [], [], _).
map([X|Xs], [Y|Ys], [Z|Zs], [U|Us], [V|Vs], [W|Ws], [T|Ts], Goal) :-
    call(Goal, X, Y, Z, U, V, W, T),
    map(Xs, Ys, Zs, Us, Vs, Ws, Ts, Goal).

%!  include(:Goal, +List, -Included) is det
%
%   Included has the elements X of List for which call(Goal, X) is true.

include(Goal, List, Included) :-
    included(List, Goal, Included).

included([], _, []).
included([X|Xs], Goal, Included) :-
    (   call(Goal, X)
    ->  Included = [X|Included1],
        included(Xs, Goal, Included1)
    ;   included(Xs, Goal, Included)
    ).

%!  exclude(:Goal, +List, -Kept) is det
%
%   Kept has the elements X of List for which call(Goal, X) fails.

exclude(Goal, List, Kept) :-
    kept(List, Goal, Kept).

kept([], _, []).
kept([X|Xs], Goal, Kept) :-
    (   call(Goal, X)
    ->  kept(Xs, Goal, Kept)
    ;   Kept = [X|Kept1],
        kept(Xs, Goal, Kept1)
    ).

%!  partition(:Goal, +List, -Included, -Excluded) is det
%
%   Divides List into the elements X for which call(Goal, X) is true and the others.

partition(Goal, List, Included, Excluded) :-
    parted(List, Goal, Included, Excluded).

parted([], _, [], []).
parted([X|Xs], Goal, Included, Excluded) :-
    (   call(Goal, X)
    ->  Included = [X|Included1],
        parted(Xs, Goal, Included1, Excluded)
    ;   Excluded = [X|Excluded1],
        parted(Xs, Goal, Included, Excluded1)
    ).

%!  partition(:Goal, +List, -Less, -Equal, -Greater) is semidet
%
%   Divides List in three by call(Goal, X, Order), which sets Order to <, = or >.

partition(Goal, List, Less, Equal, Greater) :-
    parted(List, Goal, Less, Equal, Greater).

parted([], _, [], [], []).
parted([X|Xs], Goal, Less, Equal, Greater) :-
    call(Goal, X, Order),
    place(Order, X, Xs, Goal, Less, Equal, Greater).

place(Order, X, Xs, Goal, Less, Equal, Greater) :-
    (   Order == (<)
    ->  Less = [X|Less1],
        parted(Xs, Goal, Less1, Equal, Greater)
    ;   Order == (=)
    ->  Equal = [X|Equal1],
        parted(Xs, Goal, Less, Equal1, Greater)
    ;   Order == (>)
    ->  Greater = [X|Greater1],
        parted(Xs, Goal, Less, Equal, Greater1)
    ;   must_be(oneof([<,=,>]), Order)
    ).

%!  convlist(:Goal, +List, -Converted) is det
%
%   Converted has the Y of call(Goal, X, Y) for the elements X of List for which that is true.

convlist(Goal, List, Converted) :-
    converted(List, Goal, Converted).

converted([], _, []).
converted([X|Xs], Goal, Converted) :-
    (   call(Goal, X, Y)
    ->  Converted = [Y|Converted1],
        converted(Xs, Goal, Converted1)
    ;   converted(Xs, Goal, Converted)
    ).

%!  foldl(:Goal, +List, +V0, -V)
%
%   Goes through List from the left: call(Goal, X, V0, V1) for its first element, then the same
%   with V1 for the next one. V is the last value.

foldl(Goal, Xs, A0, A) :-
    fold(Xs, Goal, A0, A).

fold([], _, A, A).
fold([X|Xs], Goal, A0, A) :-
    call(Goal, X, A0, A1),
    fold(Xs, Goal, A1, A).

%!  foldl(:Goal, +List1, +List2, +V0, -V)
%
%   As foldl/4, through two lists of the same length at once.

foldl(Goal, Xs, Ys, A0, A) :-
    fold(Xs, Ys, Goal, A0, A).

fold([], [], _, A, A).
fold([X|Xs], [Y|Ys], Goal, A0, A) :-
    call(Goal, X, Y, A0, A1),
    fold(Xs, Ys, Goal, A1, A).

%!  foldl(:Goal, +List1, +List2, +List3, +V0, -V)
%
%   As foldl/4, through three lists of the same length at once.

foldl(Goal, Xs, Ys, Zs, A0, A) :-
    fold(Xs, Ys, Zs, Goal, A0, A).

fold([], [], [], _, A, A).
fold([X|Xs], [Y|Ys], [Z|Zs], Goal, A0, A) :-
    call(Goal, X, Y, Z, A0, A1),
    fold(Xs, Ys, Zs, Goal, A1, A).

%!  foldl(:Goal, +List1, +List2, +List3, +List4, +V0, -V)
%
%   As foldl/4, through four lists of the same length at once.

foldl(Goal, Xs, Ys, Zs, Us, A0, A) :-
    fold(Xs, Ys, Zs, Us, Goal, A0, A).

fold([], [], [], [], _, A, A).
fold([X|Xs], [Y|Ys], [Z|Zs], [U|Us], Goal, A0, A) :-
    call(Goal, X, Y, Z, U, A0, A1),
    fold(Xs, Ys, Zs, Us, Goal, A1, A).

%!  foldr(:Goal, +List, +V0, -V)
%
%   As foldl/4, but goes through List from the right.

foldr(Goal, List, A0, A) :-
    fold_right(List, Goal, A0, A).

fold_right([], _, A, A).
fold_right([X|Xs], Goal, A0, A) :-
    fold_right(Xs, Goal, A0, A1),
    call(Goal, X, A1, A).

%!  scanl(:Goal, +List, +V0, -Values)
%
%   As foldl/4, but Values lists all the values passed on the way, V0 first.

scanl(Goal, Xs, A, [A|As]) :-
    scan(Xs, Goal, A, As).

scan([], _, _, []).
scan([X|Xs], Goal, A0, [A|As]) :-
    call(Goal, X, A0, A),
    scan(Xs, Goal, A, As).

%!  scanl(:Goal, +List1, +List2, +V0, -Values)
%
%   As scanl/4, through two lists of the same length at once.

scanl(Goal, Xs, Ys, A, [A|As]) :-
    scan(Xs, Ys, Goal, A, As).

scan([], [], _, _, []).
scan([X|Xs], [Y|Ys], Goal, A0, [A|As]) :-
    call(Goal, X, Y, A0, A),
    scan(Xs, Ys, Goal, A, As).

%!  scanl(:Goal, +List1, +List2, +List3, +V0, -Values)
%
%   As scanl/4, through three lists of the same length at once.

scanl(Goal, Xs, Ys, Zs, A, [A|As]) :-
    scan(Xs, Ys, Zs, Goal, A, As).

scan([], [], [], _, _, []).
scan([X|Xs], [Y|Ys], [Z|Zs], Goal, A0, [A|As]) :-
    call(Goal, X, Y, Z, A0, A),
    scan(Xs, Ys, Zs, Goal, A, As).

%!  scanl(:Goal, +List1, +List2, +List3, +List4, +V0, -Values)
%
%   As scanl/4, through four lists of the same length at once.

scanl(Goal, Xs, Ys, Zs, Us, A, [A|As]) :-
    scan(Xs, Ys, Zs, Us, Goal, A, As).

scan([], [], [], [], _, _, []).
scan([X|Xs], [Y|Ys], [Z|Zs], [U|Us], Goal, A0, [A|As]) :-
    call(Goal, X, Y, Z, U, A0, A),
    scan(Xs, Ys, Zs, Us, Goal, A, As).
