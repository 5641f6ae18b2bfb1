%  ?- findall(New, (empty_nb_set(Set), member(X, [a,b,a]), add_nb_set(X, Set, New)), News).
%     News = [true,true,false].
%
%  Sets of terms that survive backtracking, for goals that must remember what they have seen, as
%  distinct/1 does. Terms that are variants of each other count as the same. A set is a hash table
%  nb_set(Buckets,Size), changed in place by nb_setarg/3.

:- module(nb_set,
          [ add_nb_set/2, add_nb_set/3, empty_nb_set/1, gen_nb_set/2, nb_set_to_list/2,
            size_nb_set/2
          ]).

:- autoload(library(lists), [append/2, member/2]).

%!  empty_nb_set(-Set) is det
%
%   Set is a new, empty set.

empty_nb_set(nb_set(Buckets,0)) :-
    buckets(16, Buckets).

buckets(N, Buckets) :-
    length(Empty, N),
    all_empty(Empty),
    Buckets =.. [buckets|Empty].

all_empty([]).
all_empty([[]|Buckets]) :-
    all_empty(Buckets).

%!  add_nb_set(+Term, !Set) is det
%
%   Adds a copy of Term to Set unless Set has a variant of it.

add_nb_set(Term, Set) :-
    add_nb_set(Term, Set, _).

%!  add_nb_set(+Term, !Set, ?New) is semidet
%
%   As add_nb_set/2; New is `true` if Term was added and `false` if Set had it.

add_nb_set(Term, Set, New) :-
    arg(1, Set, Buckets),
    place(Term, Buckets, Place),
    arg(Place, Buckets, Bucket),
    (   has_variant(Bucket, Term)
    ->  New = false
    ;   nb_setarg(Place, Buckets, [Term|Bucket]),
        arg(2, Set, Size0),
        Size is Size0 + 1,
        nb_setarg(2, Set, Size),
        functor(Buckets, _, Capacity),
        (   Size > Capacity
        ->  grow(Set, Buckets, Capacity)
        ;   true
        ),
        New = true
    ).

has_variant([X|Xs], Term) :-
    (   X =@= Term
    ->  true
    ;   has_variant(Xs, Term)
    ).

place(Term, Buckets, Place) :-
    functor(Buckets, _, Capacity),
    variant_key(Term, Key),
    term_hash(Key, Hash),
    Place is Hash mod Capacity + 1.

% A ground term that is the same for all variants of Term.
variant_key(Term, Key) :-
    (   ground(Term)
    ->  Key = Term
    ;   copy_term_nat(Term, Key),
        numbervars(Key, 0, _)
    ).

grow(Set, Buckets0, Capacity0) :-
    Capacity is Capacity0 * 4,
    buckets(Capacity, Buckets),
    Buckets0 =.. [_|Chains],
    append(Chains, Terms),
    spread(Terms, Buckets),
    nb_setarg(1, Set, Buckets).

spread([], _).
spread([Term|Terms], Buckets) :-
    place(Term, Buckets, Place),
    arg(Place, Buckets, Bucket),
    setarg(Place, Buckets, [Term|Bucket]),
    spread(Terms, Buckets).

%!  nb_set_to_list(+Set, -List) is det
%
%   List has the terms of Set in standard order.

nb_set_to_list(nb_set(Buckets,_), List) :-
    Buckets =.. [_|Chains],
    append(Chains, Terms),
    sort(Terms, List).

%!  gen_nb_set(+Set, -Term) is nondet
%
%   True if Term is in Set. Goes through them in standard order.

gen_nb_set(Set, Term) :-
    nb_set_to_list(Set, List),
    member(Term, List).

%!  size_nb_set(+Set, -Size) is det
%
%   Size is the number of terms in Set.

size_nb_set(nb_set(_,Size), Size).
