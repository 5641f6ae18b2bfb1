%  ?- when(ground(X+Y), Z is X+Y), X = 1, Y = 2.
%     X = 1, Y = 2, Z = 3.
%
%  Goals that wait for a condition.
%
%  The attribute `when` of a variable is the list of the suspensions that watch it, newest first. A
%  suspension(Done, Condition, Goal) watches the variables whose binding can make Condition true;
%  when one of them is bound, Condition is simplified and the suspension is done: Goal is called or
%  waits anew for what remains.

:- module(when, [when/2]).

:- meta_predicate when(+, 0).

%!  when(+Condition, :Goal) is nondet
%
%   Call Goal as soon as Condition is true. Condition is nonvar(X), ground(X), ?=(X, Y) (X and Y are
%   either identical or cannot become so), or conditions joined by `,` or `;`.

when(Condition, Goal) :-
    check(Condition, Condition),
    suspend(Condition, Goal).

check(Condition, _) :-
    var(Condition),
    !,
    throw(error(instantiation_error, _)).
check(nonvar(_), _) :- !.
check(ground(_), _) :- !.
check(?=(_, _), _) :- !.
check((A, B), Whole) :-
    !,
    check(A, Whole),
    check(B, Whole).
check((A ; B), Whole) :-
    !,
    check(A, Whole),
    check(B, Whole).
check(_, Whole) :-
    throw(error(domain_error(when_condition, Whole), _)).

suspend(Condition0, Goal) :-
    simplify(Condition0, Condition),
    (   Condition == true
    ->  call(Goal)
    ;   watched(Condition, Vars, []),
        watch(Vars, suspension(_, Condition, Goal))
    ).

%   simplify(+Condition0, -Condition): what remains to become true, `true` if nothing.

simplify(nonvar(X), Condition) :-
    (   nonvar(X)
    ->  Condition = true
    ;   Condition = nonvar(X)
    ).
simplify(ground(X), Condition) :-
    (   ground(X)
    ->  Condition = true
    ;   Condition = ground(X)
    ).
simplify(?=(X, Y), Condition) :-
    (   ?=(X, Y)
    ->  Condition = true
    ;   Condition = ?=(X, Y)
    ).
simplify((A0, B), Condition) :-
    simplify(A0, A),
    (   A == true
    ->  simplify(B, Condition)
    ;   Condition = (A, B)
    ).
simplify((A0 ; B0), Condition) :-
    simplify(A0, A),
    (   A == true
    ->  Condition = true
    ;   simplify(B0, B),
        (   B == true
        ->  Condition = true
        ;   Condition = (A ; B)
        )
    ).

watched(nonvar(X)) --> [X].
watched(ground(X)) --> { term_variables(X, [Var|_]) }, [Var].
watched(?=(X, Y)) --> { unifiable(X, Y, Unifier) }, unifier_variables(Unifier).
watched((A, _)) --> watched(A).
watched((A ; B)) --> watched(A), watched(B).

unifier_variables([]) --> [].
unifier_variables([X=Y|Unifier]) -->
    [X],
    ( { var(Y) } -> [Y] ; [] ),
    unifier_variables(Unifier).

watch([], _).
watch([Var|Vars], Suspension) :-
    add(Var, [Suspension]),
    watch(Vars, Suspension).

add(Var, New) :-
    (   get_attr(Var, when, Old)
    ->  join(New, Old, Suspensions)
    ;   Suspensions = New
    ),
    put_attr(Var, when, Suspensions).

join([], Suspensions, Suspensions).
join([S|New], Old, [S|Suspensions]) :-
    join(New, Old, Suspensions).

attr_unify_hook(Suspensions, Value) :-
    (   attvar(Value)
    ->  add(Value, Suspensions)
    ;   true
    ),
    oldest_first(Suspensions, [], Ordered),
    wake(Ordered).

oldest_first([], Ordered, Ordered).
oldest_first([S|Suspensions], Ordered0, Ordered) :-
    oldest_first(Suspensions, [S|Ordered0], Ordered).

wake([]).
wake([suspension(Done, Condition, Goal)|Suspensions]) :-
    (   Done == done
    ->  true
    ;   Done = done,
        suspend(Condition, Goal)
    ),
    wake(Suspensions).

attribute_goals(Var) -->
    { get_attr(Var, when, Suspensions),
      oldest_first(Suspensions, [], Ordered)
    },
    suspension_goals(Ordered, Var).

%   A suspension is shown once, with the first of the variables that it watches.

suspension_goals([], _) --> [].
suspension_goals([suspension(Done, Condition, Goal)|Suspensions], Var) -->
    (   { Done \== done,
          watched(Condition, [First|_], []),
          First == Var
        }
    ->  [when(Condition, Goal)]
    ;   []
    ),
    suspension_goals(Suspensions, Var).
