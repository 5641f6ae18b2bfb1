%  ?- pairs_keys_values(Pairs, [a,b], [1,2]).
%     Pairs = [a-1,b-2].
%  ?- map_list_to_pairs(atom_length, [ccc,a,bb], Pairs), keysort(Pairs, Sorted).
%     Pairs = [3-ccc,1-a,2-bb], Sorted = [1-a,2-bb,3-ccc].
%
%  Lists of pairs Key-Value, as keysort/2 orders them. To sort by a computed key: attach it by
%  map_list_to_pairs/3, sort, and take it off by pairs_values/2.

:- module(pairs,
          [ group_pairs_by_key/2, map_list_to_pairs/3, pairs_keys/2, pairs_keys_values/3,
            pairs_values/2, transpose_pairs/2
          ]).

:- meta_predicate map_list_to_pairs(2, +, -).

%!  pairs_keys_values(?Pairs, ?Keys, ?Values)
%
%   True if Pairs has the Keys on the left and the Values on the right.

pairs_keys_values([], [], []).
pairs_keys_values([K-V|Pairs], [K|Keys], [V|Values]) :-
    pairs_keys_values(Pairs, Keys, Values).

%!  pairs_keys(?Pairs, ?Keys)
%
%   True if Keys are the left sides of Pairs.

pairs_keys([], []).
pairs_keys([K-_|Pairs], [K|Keys]) :-
    pairs_keys(Pairs, Keys).

%!  pairs_values(?Pairs, ?Values)
%
%   True if Values are the right sides of Pairs.

pairs_values([], []).
pairs_values([_-V|Pairs], [V|Values]) :-
    pairs_values(Pairs, Values).

%!  group_pairs_by_key(+Pairs, -Groups)
%
%   Groups has one pair Key-Values for each run of Pairs with identical (==) keys. Sort first to
%   have one group for each key.

group_pairs_by_key([], []).
group_pairs_by_key([K-V|Pairs], [K-[V|Values]|Groups]) :-
    same_key(Pairs, K, Values, Rest),
    group_pairs_by_key(Rest, Groups).

same_key([K1-V|Pairs], K, Values, Rest) :-
    K1 == K,
    !,
    Values = [V|Values1],
    same_key(Pairs, K, Values1, Rest).
same_key(Rest, _, [], Rest).

%!  transpose_pairs(+Pairs, -Transposed) is det
%
%   Transposed has a pair Value-Key for each pair Key-Value, sorted by Value.

transpose_pairs(Pairs, Transposed) :-
    swapped(Pairs, Swapped),
    keysort(Swapped, Transposed).

swapped([], []).
swapped([K-V|Pairs], [V-K|Swapped]) :-
    swapped(Pairs, Swapped).

%!  map_list_to_pairs(:Function, +List, -Pairs)
%
%   Pairs has Key-X for each element X of List, where call(Function, X, Key).

map_list_to_pairs(Function, List, Pairs) :-
    keyed(List, Function, Pairs).

keyed([], _, []).
keyed([X|Xs], Function, [K-X|Pairs]) :-
    call(Function, X, K),
    keyed(Xs, Function, Pairs).
