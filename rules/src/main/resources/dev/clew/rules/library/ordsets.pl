%  ?- list_to_ord_set([c,a,b,a], A), ord_union(A, [b,d], B), ord_subtract(B, [a], C).
%     A = [a,b,c], B = [a,b,c,d], C = [b,c,d].
%
%  Ordered sets: lists in the standard order of terms, without duplicates. Two of them are joined,
%  intersected or subtracted in one walk through both. The arguments are not checked: for a list
%  that is no ordered set (is_ordset/1) the results mean nothing.

:- module(ordsets,
          [ is_ordset/1, list_to_ord_set/2, ord_add_element/3, ord_del_element/3, ord_disjoint/2,
            ord_empty/1, ord_intersect/2, ord_intersect/3, ord_intersection/2, ord_intersection/3,
            ord_intersection/4, ord_memberchk/2, ord_selectchk/3, ord_seteq/2, ord_subset/2,
            ord_subtract/3, ord_symdiff/3, ord_union/2, ord_union/3, ord_union/4
          ]).

:- autoload(library(lists), [append/2]).

%!  is_ordset(@Term) is semidet
%
%   True if Term is a proper list in strictly ascending standard order.

is_ordset(List) :-
    is_list(List),
    ascending(List).

ascending([]).
ascending([X|Xs]) :-
    ascending(Xs, X).

ascending([], _).
ascending([Y|Ys], X) :-
    X @< Y,
    ascending(Ys, Y).

%!  ord_empty(?Set)
%
%   True if Set is the empty set.

ord_empty([]).

%!  list_to_ord_set(+List, -Set) is det
%
%   Set has the elements of List in standard order, duplicates removed.

list_to_ord_set(List, Set) :-
    sort(List, Set).

%!  ord_memberchk(+Element, +Set) is semidet
%
%   True if an element of Set is identical (==) to Element. Stops as soon as they are too large.

ord_memberchk(X, [Y|Ys]) :-
    compare(Order, X, Y),
    ord_memberchk(Order, X, Ys).

ord_memberchk(=, _, _).
ord_memberchk(>, X, [Y|Ys]) :-
    compare(Order, X, Y),
    ord_memberchk(Order, X, Ys).

%!  ord_add_element(+Set, +Element, -Union) is det
%
%   Union has the elements of Set, and Element.

ord_add_element([], X, [X]).
ord_add_element([Y|Ys], X, Union) :-
    compare(Order, X, Y),
    add(Order, X, Y, Ys, Union).

add(<, X, Y, Ys, [X,Y|Ys]).
add(=, _, Y, Ys, [Y|Ys]).
add(>, X, Y, Ys, [Y|Union]) :-
    ord_add_element(Ys, X, Union).

%!  ord_del_element(+Set, +Element, -Rest) is det
%
%   Rest has the elements of Set but Element.

ord_del_element([], _, []).
ord_del_element([Y|Ys], X, Rest) :-
    compare(Order, X, Y),
    del(Order, X, Y, Ys, Rest).

del(<, _, Y, Ys, [Y|Ys]).
del(=, _, _, Ys, Ys).
del(>, X, Y, Ys, [Y|Rest]) :-
    ord_del_element(Ys, X, Rest).

%!  ord_selectchk(+Element, ?Set, ?Rest) is semidet
%
%   True if Element is in Set and Rest has the others. Set may be left open, and is then Rest with
%   Element put in its place.

ord_selectchk(X, Set, Rest) :-
    (   is_list(Set)
    ->  take(Set, X, Rest)
    ;   put(Rest, X, Set)
    ).

take([Y|Ys], X, Rest) :-
    compare(Order, X, Y),
    take(Order, X, Y, Ys, Rest).

take(=, _, _, Ys, Ys).
take(>, X, Y, Ys, [Y|Rest]) :-
    take(Ys, X, Rest).

put([], X, [X]).
put([Y|Ys], X, Set) :-
    compare(Order, X, Y),
    put(Order, X, Y, Ys, Set).

put(<, X, Y, Ys, [X,Y|Ys]).
put(>, X, Y, Ys, [Y|Set]) :-
    put(Ys, X, Set).

%!  ord_subset(+Subset, +Set) is semidet
%
%   True if all elements of Subset are in Set.

ord_subset([], _).
ord_subset([X|Xs], [Y|Ys]) :-
    compare(Order, X, Y),
    subset(Order, X, Xs, Ys).

subset(=, _, Xs, Ys) :-
    ord_subset(Xs, Ys).
subset(>, X, Xs, [Y|Ys]) :-
    compare(Order, X, Y),
    subset(Order, X, Xs, Ys).

%!  ord_seteq(+Set1, +Set2) is semidet
%
%   True if both sets have identical (==) elements.

ord_seteq(Set1, Set2) :-
    Set1 == Set2.

%!  ord_disjoint(+Set1, +Set2) is semidet
%
%   True if no element is in both sets.

ord_disjoint(Set1, Set2) :-
    \+ ord_intersect(Set1, Set2).

%!  ord_intersect(+Set1, +Set2) is semidet
%
%   True if some element is in both sets.

ord_intersect([X|Xs], [Y|Ys]) :-
    compare(Order, X, Y),
    meet(Order, X, Xs, Y, Ys).

meet(=, _, _, _, _).
meet(<, _, [X|Xs], Y, Ys) :-
    compare(Order, X, Y),
    meet(Order, X, Xs, Y, Ys).
meet(>, X, Xs, _, [Y|Ys]) :-
    compare(Order, X, Y),
    meet(Order, X, Xs, Y, Ys).

%!  ord_intersect(+Set1, +Set2, -Both) is det
%
%   An old name of ord_intersection/3.

ord_intersect(Set1, Set2, Both) :-
    ord_intersection(Set1, Set2, Both).

%!  ord_intersection(+Set1, +Set2, -Both) is det
%
%   Both has the elements that are in both sets.

ord_intersection([], _, []).
ord_intersection([X|Xs], Ys, Both) :-
    intersection(Ys, X, Xs, Both).

% intersection(+Ys, +X, +Xs, -Both): Both is the intersection of Ys and [X|Xs].
intersection([], _, _, []).
intersection([Y|Ys], X, Xs, Both) :-
    compare(Order, X, Y),
    intersection(Order, X, Xs, Y, Ys, Both).

intersection(=, X, Xs, _, Ys, [X|Both]) :-
    ord_intersection(Xs, Ys, Both).
intersection(<, _, Xs, Y, Ys, Both) :-
    intersection(Xs, Y, Ys, Both).
intersection(>, X, Xs, _, Ys, Both) :-
    intersection(Ys, X, Xs, Both).

%!  ord_intersection(+Sets, -Common) is semidet
%
%   Common has the elements that are in all of Sets. Fails if there are no sets.

ord_intersection([Set|Sets], Common) :-
    common(Sets, Set, Common).

common([], Common, Common).
common([Set|Sets], Common0, Common) :-
    ord_intersection(Set, Common0, Common1),
    common(Sets, Common1, Common).

%!  ord_intersection(+Set1, +Set2, -Both, -Only2) is det
%
%   Both has the elements that are in both sets, Only2 those of Set2 that are not in Set1.

ord_intersection([], Ys, [], Ys).
ord_intersection([X|Xs], Ys, Both, Only) :-
    split(Ys, X, Xs, Both, Only).

split([], _, _, [], []).
split([Y|Ys], X, Xs, Both, Only) :-
    compare(Order, X, Y),
    split(Order, X, Xs, Y, Ys, Both, Only).

split(=, X, Xs, _, Ys, [X|Both], Only) :-
    ord_intersection(Xs, Ys, Both, Only).
split(<, _, Xs, Y, Ys, Both, Only) :-
    ord_intersection(Xs, [Y|Ys], Both, Only).
split(>, X, Xs, Y, Ys, Both, [Y|Only]) :-
    split(Ys, X, Xs, Both, Only).

%!  ord_subtract(+Set1, +Set2, -Rest) is det
%
%   Rest has the elements of Set1 that are not in Set2.

ord_subtract([], _, []).
ord_subtract([X|Xs], Ys, Rest) :-
    outside(Ys, X, Xs, Rest).

% outside(+Ys, +X, +Xs, -Rest): Rest has the elements of [X|Xs] that are not in Ys.
outside([], X, Xs, [X|Xs]).
outside([Y|Ys], X, Xs, Rest) :-
    compare(Order, X, Y),
    outside(Order, X, Xs, Y, Ys, Rest).

outside(=, _, Xs, _, Ys, Rest) :-
    ord_subtract(Xs, Ys, Rest).
outside(<, X, Xs, Y, Ys, [X|Rest]) :-
    inside(Xs, Y, Ys, Rest).
outside(>, X, Xs, _, Ys, Rest) :-
    outside(Ys, X, Xs, Rest).

% inside(+Xs, +Y, +Ys, -Rest): Rest has the elements of Xs that are not in [Y|Ys].
inside([], _, _, []).
inside([X|Xs], Y, Ys, Rest) :-
    compare(Order, X, Y),
    outside(Order, X, Xs, Y, Ys, Rest).

%!  ord_symdiff(+Set1, +Set2, -Difference) is det
%
%   Difference has the elements that are in exactly one of the sets.

ord_symdiff([], Ys, Ys).
ord_symdiff([X|Xs], Ys, Difference) :-
    symdiff(Ys, X, Xs, Difference).

% symdiff(+Ys, +X, +Xs, -Difference): it is the one between Ys and [X|Xs].
symdiff([], X, Xs, [X|Xs]).
symdiff([Y|Ys], X, Xs, Difference) :-
    compare(Order, X, Y),
    symdiff(Order, X, Xs, Y, Ys, Difference).

symdiff(=, _, Xs, _, Ys, Difference) :-
    ord_symdiff(Xs, Ys, Difference).
symdiff(<, X, Xs, Y, Ys, [X|Difference]) :-
    symdiff(Xs, Y, Ys, Difference).
symdiff(>, X, Xs, Y, Ys, [Y|Difference]) :-
    symdiff(Ys, X, Xs, Difference).

%!  ord_union(+Sets, -Union) is det
%
%   Union has the elements of all of Sets.

ord_union(Sets, Union) :-
    append(Sets, Elements),
    sort(Elements, Union).

%!  ord_union(+Set1, +Set2, -Union) is det
%
%   Union has the elements that are in one of the sets or in both.

ord_union([], Ys, Ys).
ord_union([X|Xs], Ys, Union) :-
    union(Ys, X, Xs, Union).

% union(+Ys, +X, +Xs, -Union): Union is the union of Ys and [X|Xs].
union([], X, Xs, [X|Xs]).
union([Y|Ys], X, Xs, Union) :-
    compare(Order, X, Y),
    union(Order, X, Xs, Y, Ys, Union).

union(=, X, Xs, _, Ys, [X|Union]) :-
    ord_union(Xs, Ys, Union).
union(<, X, Xs, Y, Ys, [X|Union]) :-
    union(Xs, Y, Ys, Union).
union(>, X, Xs, Y, Ys, [Y|Union]) :-
    union(Ys, X, Xs, Union).

%!  ord_union(+Set1, +Set2, -Union, -New) is det
%
%   Union is the union of both sets, New has the elements of Set2 that are not in Set1.

ord_union(Set1, Set2, Union, New) :-
    ord_subtract(Set2, Set1, New),
    ord_union(Set1, New, Union).
