%  ?- randset(3, 3, Set).
%     Set = [1,2,3].
%  ?- random_between(1, 6, 7).
%     false.
%
%  Random numbers, choices, orders and subsets, all equally likely unless a probability is given.
%  One generator serves the whole process; set_random/1 makes what it gives repeatable.

:- module(random,
          [ getrand/1, maybe/0, maybe/1, maybe/2, random/1, random/3, random_between/3,
            random_member/2, random_numlist/4, random_perm2/4, random_permutation/2,
            random_select/3, random_subseq/3, randseq/3, randset/3, set_random/1, setrand/1
          ]).

:- autoload(library(assoc), [empty_assoc/1, get_assoc/3, put_assoc/4]).
:- autoload(library(error), [domain_error/2, instantiation_error/1, must_be/2]).
:- autoload(library(lists), [nth0/3, nth0/4]).
:- autoload(library(pairs), [pairs_values/2]).

%!  random(-Float) is det
%
%   Float is a random number between 0.0 and 1.0, neither of them included.

random(Float) :-
    '$random'(F),
    (   F =:= 0.0
    ->  random(Float)
    ;   Float = F
    ).

%!  random_between(+Low, +High, -Integer) is semidet
%
%   Integer is a random one from Low to High, both included. Fails if High is less than Low.

random_between(Low, High, Integer) :-
    must_be(integer, Low),
    must_be(integer, High),
    Low =< High,
    End is High + 1,
    '$random_int'(Low, End, Integer).

%!  random(+Low, +High, -Number) is det
%
%   For integers, Number is a random integer from Low to High - 1. Otherwise it is a random float
%   between Low and High.

random(Low, High, Number) :-
    must_be(number, Low),
    must_be(number, High),
    (   integer(Low),
        integer(High)
    ->  '$random_int'(Low, High, Number)
    ;   random(Float),
        Number is Low + (High - Low) * Float
    ).

%!  set_random(+Option) is det
%
%   Sets up the generator. Option is seed(Seed), where Seed is an integer (the same seed, the same
%   numbers) or `random`, or state(State), with a State from getrand/1.

set_random(Option) :-
    (   var(Option)
    ->  instantiation_error(Option)
    ;   Option = seed(Seed)
    ->  '$set_random_seed'(Seed)
    ;   Option = state(State)
    ->  setrand(State)
    ;   domain_error(random_option, Option)
    ).

%!  getrand(-State) is det
%
%   State is where the generator is now: setrand(State) lets it give the same numbers again.

getrand(random_state(Seed)) :-
    End is 1 << 62,
    '$random_int'(0, End, Seed),
    '$set_random_seed'(Seed).

%!  setrand(+State) is det
%
%   Takes the generator back to a State from getrand/1. State may also be rand(A,B,C), where A, B
%   and C are integers to start from.

setrand(State) :-
    (   var(State)
    ->  instantiation_error(State)
    ;   State = random_state(Seed)
    ->  '$set_random_seed'(Seed)
    ;   State = rand(A,B,C)
    ->  Seed is (A << 30) xor (B << 15) xor C,
        '$set_random_seed'(Seed)
    ;   domain_error(random_state, State)
    ).

%!  maybe is semidet
%
%   Is true half of the time.

maybe :-
    '$random_int'(0, 2, 0).

%!  maybe(+Probability) is semidet
%
%   Is true with Probability, a number from 0.0 to 1.0.

maybe(Probability) :-
    must_be(between(0.0, 1.0), Probability),
    '$random'(Float),
    Float < Probability.

%!  maybe(+K, +N) is semidet
%
%   Is true K out of N times.

maybe(K, N) :-
    must_be(nonneg, K),
    must_be(nonneg, N),
    (   K =< N
    ->  '$random_int'(0, N, I),
        I < K
    ;   domain_error(not_less_than_zero, N-K)
    ).

%!  random_perm2(?A, ?B, ?X, ?Y) is semidet
%
%   X and Y are A and B, or B and A.

random_perm2(A, B, X, Y) :-
    (   maybe
    ->  X = A,
        Y = B
    ;   X = B,
        Y = A
    ).

%!  random_member(-Element, +List) is semidet
%
%   Element is a random one of List. Fails if List is empty.

random_member(Element, List) :-
    must_be(list, List),
    length(List, N),
    N > 0,
    '$random_int'(0, N, I),
    nth0(I, List, Element).

%!  random_select(?Element, ?List, ?Rest) is semidet
%
%   Takes a random Element out of List, which leaves Rest, or puts Element at a random place of
%   Rest.

random_select(Element, List, Rest) :-
    (   is_list(List)
    ->  length(List, N)
    ;   is_list(Rest)
    ->  length([Element|Rest], N)
    ;   must_be(list, List),
        must_be(list, Rest)
    ),
    N > 0,
    '$random_int'(0, N, I),
    nth0(I, List, Element, Rest).

%!  random_subseq(?List, ?Sequence, ?Complement) is semidet
%
%   Deals the elements of List out to Sequence and Complement, each to either with equal chance.

random_subseq([], [], []).
random_subseq([X|Xs], Sequence, Complement) :-
    (   maybe
    ->  Sequence = [X|Sequence1],
        random_subseq(Xs, Sequence1, Complement)
    ;   Complement = [X|Complement1],
        random_subseq(Xs, Sequence, Complement1)
    ).

%!  random_permutation(?List, ?Permutation) is det
%
%   Permutation has the elements of List in a random order. Either of the two may be unbound.

random_permutation(List, Permutation) :-
    (   is_list(List)
    ->  shuffled(List, Permutation)
    ;   is_list(Permutation)
    ->  shuffled(Permutation, List)
    ;   must_be(list, List),
        must_be(list, Permutation)
    ).

shuffled(List, Shuffled) :-
    keyed(List, Pairs),
    keysort(Pairs, Sorted),
    pairs_values(Sorted, Shuffled).

keyed([], []).
keyed([X|Xs], [Key-X|Pairs]) :-
    '$random'(Key),
    keyed(Xs, Pairs).

%!  randset(+K, +N, -Set) is semidet
%
%   Set has K different integers from 1 to N, in order. Fails if K is more than N.

randset(K, N, Set) :-
    chosen(K, N, Chosen),
    msort(Chosen, Set).

% Floyd's way: the I-th choice is from 1 to I, or I itself if that one was taken before.
chosen(K, N, Chosen) :-
    must_be(nonneg, K),
    must_be(integer, N),
    K =< N,
    First is N - K + 1,
    empty_assoc(Taken),
    chosen(First, N, Taken, Chosen).

chosen(I, N, Taken, Chosen) :-
    (   I > N
    ->  Chosen = []
    ;   random_between(1, I, J),
        (   get_assoc(J, Taken, _)
        ->  X = I
        ;   X = J
        ),
        Chosen = [X|Chosen1],
        put_assoc(X, Taken, yes, Taken1),
        I1 is I + 1,
        chosen(I1, N, Taken1, Chosen1)
    ).

%!  randseq(+K, +N, -List) is semidet
%
%   List has K different integers from 1 to N, in a random order. Fails if K is more than N.

randseq(K, N, List) :-
    chosen(K, N, Chosen),
    shuffled(Chosen, List).

%!  random_numlist(+Probability, +Low, +High, -List) is det
%
%   List has each integer from Low to High with Probability, in order.

random_numlist(Probability, Low, High, List) :-
    must_be(between(0.0, 1.0), Probability),
    must_be(integer, Low),
    must_be(integer, High),
    drawn(Low, High, Probability, List).

drawn(I, High, Probability, List) :-
    (   I > High
    ->  List = []
    ;   J is I + 1,
        '$random'(Float),
        (   Float < Probability
        ->  List = [I|List1],
            drawn(J, High, Probability, List1)
        ;   drawn(J, High, Probability, List)
        )
    ).
