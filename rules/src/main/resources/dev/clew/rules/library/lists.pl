%  ?- append(X, [c], [a,b,c]).
%     X = [a,b].
%  ?- list_to_set([a,b,a,c,b], Set).
%     Set = [a,b,c].
%
%  Relations on lists. Those that can run backwards do: append/3 splits, select/3 inserts,
%  nth0/3 searches. They leave no choice point behind once a proper list settles the answer.
%  Sets are lists without duplicates here; see library(ordsets) for large ones.

:- module(lists,
          [ append/2, append/3, clumped/2, delete/3, flatten/2, intersection/3, is_set/1, last/2,
            list_to_set/2, max_list/2, max_member/2, max_member/3, member/2, min_list/2,
            min_member/2, min_member/3, nextto/3, nth0/3, nth0/4, nth1/3, nth1/4, numlist/3,
            permutation/2, predsort/3, prefix/2, proper_length/2, reverse/2, same_length/2,
            select/3, select/4, selectchk/3, selectchk/4, subseq/3, subset/2, subtract/3,
            sum_list/2, sumlist/2, union/3
          ]).

:- autoload(library(error), [must_be/2]).

:- meta_predicate
    max_member(2, -, +),
    min_member(2, -, +),
    predsort(3, +, -).

%!  member(?Element, ?List) is nondet
%
%   True if Element is in List. Tries the elements from left to right.

member(X, [Y|Ys]) :-
    member_(Ys, X, Y).

member_(_, X, X).
member_([Y|Ys], X, _) :-
    member_(Ys, X, Y).

%!  append(?List1, ?List2, ?List1AndList2)
%
%   True if List1AndList2 is the concatenation of List1 and List2.

append([], Ys, Ys).
append([X|Xs], Ys, [X|Zs]) :-
    append(Xs, Ys, Zs).

%!  append(+ListOfLists, ?List)
%
%   True if List is the concatenation of all members of ListOfLists, whose members may be partial.

append(Lists, List) :-
    proper(Lists),
    concatenation(Lists, List).

concatenation([], []).
concatenation([Xs|Lists], Zs) :-
    append(Xs, Ys, Zs),
    concatenation(Lists, Ys).

%!  prefix(?Prefix, ?List)
%
%   True if List starts with the elements of Prefix.

prefix([], _).
prefix([X|Xs], [X|Ys]) :-
    prefix(Xs, Ys).

%!  select(?Element, ?List, ?Rest)
%
%   True if removing one occurrence of Element from List leaves Rest. Also inserts.

select(X, [Y|Ys], Rest) :-
    select_(Ys, Y, X, Rest).

select_(Ys, X, X, Ys).
select_([Z|Ys], Y, X, [Y|Rest]) :-
    select_(Ys, Z, X, Rest).

%!  selectchk(+Element, +List, -Rest) is semidet
%
%   Removes the first element of List that unifies with Element.

selectchk(X, List, Rest) :-
    select(X, List, First),
    !,
    Rest = First.

%!  select(?X, ?Xs, ?Y, ?Ys) is nondet
%
%   True if Ys is Xs with one element X replaced by Y.

select(X, Xs, Y, Ys) :-
    replace(Xs, X, Y, Ys).

replace([X|Xs], X, Y, [Y|Xs]).
replace([Z|Xs], X, Y, [Z|Ys]) :-
    replace(Xs, X, Y, Ys).

%!  selectchk(?X, ?Xs, ?Y, ?Ys) is semidet
%
%   The first answer of select/4.

selectchk(X, Xs, Y, Ys) :-
    replace(Xs, X, Y, Ys),
    !.

%!  nextto(?X, ?Y, ?List) is nondet
%
%   True if Y comes directly after X in List.

nextto(X, Y, [X,Y|_]).
nextto(X, Y, [_|Zs]) :-
    nextto(X, Y, Zs).

%!  delete(+List, @Element, -Rest) is det
%
%   Rest has the elements of List that do not unify with Element. Binds nothing in either.

delete([], _, []).
delete([X|Xs], E, Rest) :-
    (   X \= E
    ->  Rest = [X|Rest1],
        delete(Xs, E, Rest1)
    ;   delete(Xs, E, Rest)
    ).

%!  nth0(?Index, ?List, ?Element)
%
%   True if Element is at Index in List, counting from 0. Enumerates if Index is unbound.

nth0(Index, List, Element) :-
    (   integer(Index)
    ->  element_at(Index, List, Element)
    ;   var(Index)
    ->  List = [X|Xs],
        position(Xs, X, Element, 0, Index)
    ;   must_be(integer, Index)
    ).

%!  nth1(?Index, ?List, ?Element)
%
%   Like nth0/3, but counts from 1.

nth1(Index, List, Element) :-
    (   integer(Index)
    ->  Index0 is Index - 1,
        element_at(Index0, List, Element)
    ;   var(Index)
    ->  List = [X|Xs],
        position(Xs, X, Element, 1, Index)
    ;   must_be(integer, Index)
    ).

element_at(I, [_,_,_,_,_,_,_,_|Xs], E) :-
    I >= 8,
    !,
    J is I - 8,
    element_at(J, Xs, E).
element_at(0, [E|_], E).
element_at(1, [_,E|_], E).
element_at(2, [_,_,E|_], E).
element_at(3, [_,_,_,E|_], E).
element_at(4, [_,_,_,_,E|_], E).
element_at(5, [_,_,_,_,_,E|_], E).
element_at(6, [_,_,_,_,_,_,E|_], E).
element_at(7, [_,_,_,_,_,_,_,E|_], E).

position(_, E, E, I, I).
position([X|Xs], _, E, I0, I) :-
    I1 is I0 + 1,
    position(Xs, X, E, I1, I).

%!  nth0(?Index, ?List, ?Element, ?Rest)
%
%   True if Element is at Index in List, counting from 0, and Rest has the other elements.
%   With Index, Element and Rest given this inserts.

nth0(Index, List, Element, Rest) :-
    (   var(Index)
    ->  extraction(List, Rest, Element, 0, Index)
    ;   must_be(nonneg, Index),
        extract(Index, List, Element, Rest)
    ).

%!  nth1(?Index, ?List, ?Element, ?Rest)
%
%   Like nth0/4, but counts from 1.

nth1(Index, List, Element, Rest) :-
    (   var(Index)
    ->  extraction(List, Rest, Element, 1, Index)
    ;   must_be(positive_integer, Index),
        Index0 is Index - 1,
        extract(Index0, List, Element, Rest)
    ).

extract(0, List, E, Rest) :-
    !,
    List = [E|Rest].
extract(I, [X|Xs], E, [X|Rest]) :-
    J is I - 1,
    extract(J, Xs, E, Rest).

extraction([E|Rest], Rest, E, I, I).
extraction([X|Xs], [X|Rest], E, I0, I) :-
    I1 is I0 + 1,
    extraction(Xs, Rest, E, I1, I).

%!  last(?List, ?Element)
%
%   True if Element is the last one of List.

last([X|Xs], E) :-
    last_(Xs, X, E).

last_([], E, E).
last_([X|Xs], _, E) :-
    last_(Xs, X, E).

%!  proper_length(@List, -Length) is semidet
%
%   True if List is a proper list of Length elements. Unlike length/2 it extends nothing.

proper_length(List, Length) :-
    is_list(List),
    length(List, N),
    Length = N.

%!  same_length(?List1, ?List2)
%
%   True if both lists have the same number of elements.

same_length([], []).
same_length([_|Xs], [_|Ys]) :-
    same_length(Xs, Ys).

%!  reverse(?List, ?Reversed)
%
%   True if Reversed has the elements of List in the opposite order.

reverse(Xs, Ys) :-
    (   is_list(Xs)
    ->  reverse_onto(Xs, [], Ys)
    ;   reverse_within(Xs, [], Ys, Ys)
    ).

reverse_onto([], Ys, Ys).
reverse_onto([X|Xs], Done, Ys) :-
    reverse_onto(Xs, [X|Done], Ys).

% The last argument is as long as Xs must become, so a known result ends the search.
reverse_within([], Ys, Ys, []).
reverse_within([X|Xs], Done, Ys, [_|Bound]) :-
    reverse_within(Xs, [X|Done], Ys, Bound).

%!  permutation(?List1, ?List2) is nondet
%
%   True if the lists have the same elements in some order. At least one of them should be proper,
%   else their lengths are enumerated.

permutation(Xs, Ys) :-
    (   is_list(Ys),
        \+ is_list(Xs)
    ->  length(Ys, N),
        length(Xs, N)
    ;   length(Xs, N),
        length(Ys, N)
    ),
    arrange(Ys, Xs).

arrange([], []).
arrange([Y|Ys], [X|Xs]) :-
    select_(Xs, X, Y, Rest),
    arrange(Ys, Rest).

%!  flatten(+Nested, -Flat) is det
%
%   Flat has the leaves of the nested list Nested. Empty lists vanish; a lone non-list is a leaf.

flatten(Nested, Flat) :-
    leaves(Nested, Leaves, []),
    Flat = Leaves.

leaves(X, [X|Tail], Tail) :-
    var(X),
    !.
leaves([], Tail, Tail) :-
    !.
leaves([X|Xs], Leaves, Tail) :-
    !,
    leaves(X, Leaves, Leaves1),
    leaves(Xs, Leaves1, Tail).
leaves(X, [X|Tail], Tail).

%!  clumped(+List, -Pairs)
%
%   Run-length encoding: each run of identical elements of List becomes one pair Element-Count.

clumped([], []).
clumped([X|Xs], [X-N|Clumps]) :-
    run(Xs, X, 1, N, Rest),
    clumped(Rest, Clumps).

run([Y|Ys], X, N0, N, Rest) :-
    X == Y,
    !,
    N1 is N0 + 1,
    run(Ys, X, N1, N, Rest).
run(Rest, _, N, N, Rest).

%!  subseq(?List, ?Sequence, ?Complement) is nondet
%
%   Splits List into Sequence and Complement, both in the order of List.

subseq([], [], []).
subseq([X|Xs], Sequence, [X|Complement]) :-
    subseq(Xs, Sequence, Complement).
subseq([X|Xs], [X|Sequence], Complement) :-
    subseq(Xs, Sequence, Complement).

%!  max_member(-Max, +List) is semidet
%
%   Max is the largest element of List in the standard order of terms. Fails on the empty list.

max_member(Max, List) :-
    proper(List),
    List = [X|Xs],
    max_term(Xs, X, Max).

max_term([], Max, Max).
max_term([X|Xs], Max0, Max) :-
    (   X @> Max0
    ->  max_term(Xs, X, Max)
    ;   max_term(Xs, Max0, Max)
    ).

%!  min_member(-Min, +List) is semidet
%
%   Min is the smallest element of List in the standard order of terms. Fails on the empty list.

min_member(Min, List) :-
    proper(List),
    List = [X|Xs],
    min_term(Xs, X, Min).

min_term([], Min, Min).
min_term([X|Xs], Min0, Min) :-
    (   X @< Min0
    ->  min_term(Xs, X, Min)
    ;   min_term(Xs, Min0, Min)
    ).

%!  max_member(:Pred, -Max, +List) is semidet
%
%   Max is the first element of List with no larger one, where call(Pred, X, Y) means X =< Y.

max_member(Pred, Max, List) :-
    proper(List),
    List = [X|Xs],
    max_by(Xs, Pred, X, Max).

max_by([], _, Max, Max).
max_by([X|Xs], Pred, Max0, Max) :-
    (   call(Pred, X, Max0)
    ->  max_by(Xs, Pred, Max0, Max)
    ;   max_by(Xs, Pred, X, Max)
    ).

%!  min_member(:Pred, -Min, +List) is semidet
%
%   Min is the first element of List with no smaller one, where call(Pred, X, Y) means X =< Y.

min_member(Pred, Min, List) :-
    proper(List),
    List = [X|Xs],
    min_by(Xs, Pred, X, Min).

min_by([], _, Min, Min).
min_by([X|Xs], Pred, Min0, Min) :-
    (   call(Pred, Min0, X)
    ->  min_by(Xs, Pred, Min0, Min)
    ;   min_by(Xs, Pred, X, Min)
    ).

%!  sum_list(+Numbers, -Sum) is det
%
%   Sum is the sum of Numbers, 0 if there are none.

sum_list(Xs, Sum) :-
    proper(Xs),
    sum(Xs, 0, Sum).

sum([], Sum, Sum).
sum([X|Xs], Sum0, Sum) :-
    Sum1 is Sum0 + X,
    sum(Xs, Sum1, Sum).

%!  sumlist(+Numbers, -Sum) is det
%
%   The old name of sum_list/2.

sumlist(Xs, Sum) :-
    sum_list(Xs, Sum).

%!  max_list(+Numbers, -Max) is semidet
%
%   Max is the largest of Numbers. Fails if there are none.

max_list(Xs, Max) :-
    proper(Xs),
    Xs = [X|Rest],
    max_number(Rest, X, Max).

max_number([], Max, Max).
max_number([X|Xs], Max0, Max) :-
    Max1 is max(Max0, X),
    max_number(Xs, Max1, Max).

%!  min_list(+Numbers, -Min) is semidet
%
%   Min is the smallest of Numbers. Fails if there are none.

min_list(Xs, Min) :-
    proper(Xs),
    Xs = [X|Rest],
    min_number(Rest, X, Min).

min_number([], Min, Min).
min_number([X|Xs], Min0, Min) :-
    Min1 is min(Min0, X),
    min_number(Xs, Min1, Min).

%!  numlist(+Low, +High, -Numbers) is semidet
%
%   Numbers are the integers from Low to High. Fails if High is less than Low.

numlist(Low, High, Numbers) :-
    must_be(integer, Low),
    must_be(integer, High),
    Low =< High,
    count_up(Low, High, Numbers).

count_up(High, High, Numbers) :-
    !,
    Numbers = [High].
count_up(I, High, [I|Numbers]) :-
    J is I + 1,
    count_up(J, High, Numbers).

%!  is_set(@List) is semidet
%
%   True if List is a proper list in which no two elements are identical (==).

is_set(List) :-
    is_list(List),
    length(List, N),
    sort(List, Sorted),
    length(Sorted, N).

%!  list_to_set(+List, -Set) is det
%
%   Set has the elements of List without those identical (==) to an earlier one.

list_to_set(List, Set) :-
    proper(List),
    enumerated(List, 0, Numbered),
    sort(1, @<, Numbered, FirstOnes),
    sort(2, @<, FirstOnes, Ordered),
    elements(Ordered, Elements),
    Set = Elements.

enumerated([], _, []).
enumerated([X|Xs], I, [X-I|Pairs]) :-
    J is I + 1,
    enumerated(Xs, J, Pairs).

elements([], []).
elements([X-_|Pairs], [X|Xs]) :-
    elements(Pairs, Xs).

%!  subset(+Subset, +Set) is semidet
%
%   True if each element of Subset is in Set.

subset(Subset, Set) :-
    proper(Subset),
    all_in(Subset, Set).

all_in([], _).
all_in([X|Xs], Set) :-
    memberchk(X, Set),
    all_in(Xs, Set).

%!  subtract(+Set, +Delete, -Rest) is det
%
%   Rest has the elements of Set that are not in Delete.

subtract(Set, Delete, Rest) :-
    proper(Set),
    outside(Set, Delete, Rest).

outside([], _, []).
outside([X|Xs], Ys, Rest) :-
    (   memberchk(X, Ys)
    ->  outside(Xs, Ys, Rest)
    ;   Rest = [X|Rest1],
        outside(Xs, Ys, Rest1)
    ).

%!  intersection(+Set1, +Set2, -Both) is det
%
%   Both has the elements of Set1 that are in Set2 too.

intersection(Set1, Set2, Both) :-
    proper(Set1),
    inside(Set1, Set2, Both).

inside([], _, []).
inside([X|Xs], Ys, Both) :-
    (   memberchk(X, Ys)
    ->  Both = [X|Both1],
        inside(Xs, Ys, Both1)
    ;   inside(Xs, Ys, Both)
    ).

%!  union(+Set1, +Set2, -Union) is det
%
%   Union has the elements of Set1 that are not in Set2, and then Set2.

union(Set1, Set2, Union) :-
    proper(Set1),
    joined(Set1, Set2, Union).

joined([], Ys, Ys).
joined([X|Xs], Ys, Union) :-
    (   memberchk(X, Ys)
    ->  joined(Xs, Ys, Union)
    ;   Union = [X|Union1],
        joined(Xs, Ys, Union1)
    ).

%!  predsort(:Pred, +List, -Sorted) is semidet
%
%   Sorts List by call(Pred, Order, X, Y), which sets Order to <, > or =. Of elements that
%   compare as =, only the first stays.

predsort(Pred, List, Sorted) :-
    proper(List),
    length(List, N),
    sorted(N, List, [], Pred, Elements),
    Sorted = Elements.

sorted(0, List, List, _, []) :-
    !.
sorted(1, [X|Rest], Rest, _, [X]) :-
    !.
sorted(2, [X,Y|Rest], Rest, Pred, Sorted) :-
    !,
    call(Pred, Order, X, Y),
    !,
    two(Order, X, Y, Sorted).
sorted(N, List, Rest, Pred, Sorted) :-
    Half is N // 2,
    Other is N - Half,
    sorted(Half, List, List1, Pred, Xs),
    sorted(Other, List1, Rest, Pred, Ys),
    merge(Xs, Ys, Pred, Sorted).

two(<, X, Y, [X,Y]).
two(>, X, Y, [Y,X]).
two(=, X, _, [X]).

merge([], Ys, _, Ys) :-
    !.
merge(Xs, [], _, Xs) :-
    !.
merge([X|Xs], [Y|Ys], Pred, Merged) :-
    call(Pred, Order, X, Y),
    !,
    merge_by(Order, X, Xs, Y, Ys, Pred, Merged).

merge_by(<, X, Xs, Y, Ys, Pred, [X|Merged]) :-
    merge(Xs, [Y|Ys], Pred, Merged).
merge_by(>, X, Xs, Y, Ys, Pred, [Y|Merged]) :-
    merge([X|Xs], Ys, Pred, Merged).
merge_by(=, X, Xs, _, Ys, Pred, [X|Merged]) :-
    merge(Xs, Ys, Pred, Merged).

% Most calls are right, so library(error) is loaded only to report the others.
proper(List) :-
    (   is_list(List)
    ->  true
    ;   must_be(list, List)
    ).
