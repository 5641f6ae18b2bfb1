%  ?- list_to_heap([3-c,1-a,2-b], H0), get_from_heap(H0, P, K, H), heap_to_list(H, L).
%     H0 = heap(t(a,1,[t(b,2,[]),t(c,3,[])]),3), P = 1, K = a,
%     H = heap(t(b,2,[t(c,3,[])]),2), L = [2-b,3-c].
%
%  Priority queues: the entry that comes out first is the one of the lowest priority, in the
%  standard order of terms. They are pairing heaps (Fredman, Sedgewick, Sleator and Tarjan, 1986):
%  adding and merging take constant time, taking out takes amortized logarithmic time.
%
%  A heap is heap(Tree,Size). Its Tree is `nil` or t(Key,Priority,Trees), where no priority in the
%  list Trees is below Priority.

:- module(heaps,
          [ add_to_heap/4, delete_from_heap/4, empty_heap/1, get_from_heap/4, heap_size/2,
            heap_to_list/2, is_heap/1, list_to_heap/2, merge_heaps/3, min_of_heap/3,
            min_of_heap/5, singleton_heap/3
          ]).

%!  empty_heap(?Heap)
%
%   True if Heap has no entries.

empty_heap(heap(nil,0)).

%!  singleton_heap(?Heap, ?Priority, ?Key)
%
%   True if Key at Priority is the only entry of Heap.

singleton_heap(heap(t(Key,Priority,[]),1), Priority, Key).

%!  add_to_heap(+Heap0, +Priority, +Key, -Heap) is det
%
%   Heap has the entries of Heap0, and Key at Priority.

add_to_heap(heap(Tree0,Size0), Priority, Key, heap(Tree,Size)) :-
    meld(Tree0, t(Key,Priority,[]), Tree),
    Size is Size0 + 1.

meld(nil, Tree, Tree) :-
    !.
meld(Tree, nil, Tree) :-
    !.
meld(Tree1, Tree2, Tree) :-
    Tree1 = t(K1,P1,Trees1),
    Tree2 = t(K2,P2,Trees2),
    (   P1 @< P2
    ->  Tree = t(K1,P1,[Tree2|Trees1])
    ;   Tree = t(K2,P2,[Tree1|Trees2])
    ).

%!  get_from_heap(+Heap0, -Priority, -Key, -Heap) is semidet
%
%   Takes the entry of the lowest priority, Key at Priority, out of Heap0 and leaves Heap. Fails if
%   Heap0 is empty.

get_from_heap(heap(t(Key,Priority,Trees),Size0), Priority, Key, heap(Tree,Size)) :-
    paired(Trees, [], Pairs),
    melded(Pairs, nil, Tree),
    Size is Size0 - 1.

% Melds the trees two by two from the left, then the results from the right.
paired([], Pairs, Pairs).
paired([Tree|Trees], Pairs0, Pairs) :-
    paired(Trees, Tree, Pairs0, Pairs).

paired([], Tree, Pairs, [Tree|Pairs]).
paired([Tree2|Trees], Tree1, Pairs0, Pairs) :-
    meld(Tree1, Tree2, Tree),
    paired(Trees, [Tree|Pairs0], Pairs).

melded([], Tree, Tree).
melded([Pair|Pairs], Tree0, Tree) :-
    meld(Pair, Tree0, Tree1),
    melded(Pairs, Tree1, Tree).

%!  delete_from_heap(+Heap0, -Priority, +Key, -Heap) is semidet
%
%   Takes an entry Key out of Heap0, the one of the lowest Priority if there are several. It has to
%   look for it, so this takes O(n log n) time.

delete_from_heap(Heap0, Priority, Key, Heap) :-
    get_from_heap(Heap0, P, K, Heap1),
    (   P-K = Priority-Key
    ->  Heap = Heap1
    ;   delete_from_heap(Heap1, Priority, Key, Heap2),
        add_to_heap(Heap2, P, K, Heap)
    ).

%!  heap_size(+Heap, -Size) is det
%
%   Size is the number of entries of Heap.

heap_size(heap(_,Size), Size).

%!  heap_to_list(+Heap, -Pairs) is det
%
%   Pairs are the entries of Heap as Priority-Key, in the order of priority.

heap_to_list(Heap, Pairs) :-
    (   get_from_heap(Heap, Priority, Key, Heap1)
    ->  Pairs = [Priority-Key|Pairs1],
        heap_to_list(Heap1, Pairs1)
    ;   Heap = heap(nil,0),
        Pairs = []
    ).

%!  list_to_heap(+Pairs, -Heap) is det
%
%   Heap has an entry for each of Pairs, which are Priority-Key.

list_to_heap(Pairs, Heap) :-
    empty_heap(Empty),
    added(Pairs, Empty, Heap).

added([], Heap, Heap).
added([Priority-Key|Pairs], Heap0, Heap) :-
    add_to_heap(Heap0, Priority, Key, Heap1),
    added(Pairs, Heap1, Heap).

%!  min_of_heap(+Heap, -Priority, -Key) is semidet
%
%   True if Key at Priority is the entry that get_from_heap/4 would take.

min_of_heap(heap(t(Key,Priority,_),_), Priority, Key).

%!  min_of_heap(+Heap, -Priority1, -Key1, -Priority2, -Key2) is semidet
%
%   True if these are the first two entries of Heap.

min_of_heap(Heap, Priority1, Key1, Priority2, Key2) :-
    get_from_heap(Heap, Priority1, Key1, Rest),
    min_of_heap(Rest, Priority2, Key2).

%!  merge_heaps(+Heap1, +Heap2, -Heap) is det
%
%   Heap has the entries of both heaps.

merge_heaps(heap(Tree1,Size1), heap(Tree2,Size2), heap(Tree,Size)) :-
    meld(Tree1, Tree2, Tree),
    Size is Size1 + Size2.

%!  is_heap(@Term) is semidet
%
%   True if Term is a heap.

is_heap(Heap) :-
    nonvar(Heap),
    Heap = heap(Tree,Size),
    integer(Size),
    nonvar(Tree),
    (   Tree == nil
    ->  Size =:= 0
    ;   Size > 0,
        Tree = t(_,Priority,Trees),
        all_above(Trees, Priority)
    ).

all_above(Trees, Priority) :-
    nonvar(Trees),
    above(Trees, Priority).

above([], _).
above([Tree|Trees], P0) :-
    nonvar(Tree),
    Tree = t(_,P,Below),
    P0 @=< P,
    all_above(Below, P),
    all_above(Trees, P0).
