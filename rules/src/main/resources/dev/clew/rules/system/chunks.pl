%% provides: findnsols/4, findnsols/5
%
%  ?- findnsols(2, X, member(X, [a,b,c]), Xs).
%     Xs = [a,b] ;
%     Xs = [c].
%
%  All solutions of a goal, some at a time.

:- meta_predicate
    findnsols(+, ?, 0, -),
    findnsols(+, ?, 0, -, ?).

%!  findnsols(+Count, +Template, :Goal, -List) is nondet
%!  findnsols(+Count, +Template, :Goal, -List, ?Tail) is nondet
%
%   As findall/3 and findall/4, but List holds the next Count solutions only; the others come on
%   backtracking. The last List may be shorter or empty.

findnsols(Count, Template, Goal, List) :-
    findnsols(Count, Template, Goal, List, []).

findnsols(Count, Template0, Goal0, List, Tail) :-
    must_be(nonneg, Count),
    copy_term(Template0-Goal0, Template-Goal),
    Chunk = chunk(0, []),
    (   call_cleanup(Goal, Last = true),
        '$chunk_add'(Chunk, Template, Size),
        (   Last == true
        ->  !,
            '$chunk_take'(Chunk, List, Tail)
        ;   Size >= Count,
            '$chunk_take'(Chunk, List, Tail)
        )
    ;   '$chunk_take'(Chunk, List, Tail)
    ).

'$chunk_add'(Chunk, Template, Size) :-
    Chunk = chunk(Size0, Terms),
    Size is Size0 + 1,
    nb_setarg(1, Chunk, Size),
    nb_setarg(2, Chunk, [Template|Terms]).

'$chunk_take'(Chunk, List, Tail) :-
    arg(2, Chunk, Terms),
    nb_setarg(1, Chunk, 0),
    nb_setarg(2, Chunk, []),
    '$chunk_reverse'(Terms, Tail, List).

'$chunk_reverse'([], List, List).
'$chunk_reverse'([Term|Terms], List0, List) :-
    '$chunk_reverse'(Terms, [Term|List0], List).
