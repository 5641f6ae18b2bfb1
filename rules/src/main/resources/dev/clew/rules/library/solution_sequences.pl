%  ?- findall(X, limit(2, order_by([desc(X)], member(X, [1,3,2]))), Xs).
%     Xs = [3,2].
%  ?- findall(X, distinct(X, member(X-_, [a-1,b-2,a-3])), Xs).
%     Xs = [a,b].
%
%  Goals that change the sequence of solutions of another goal: leave out the repeated ones, stop
%  after so many, skip so many, sort them, group them.

:- module(solution_sequences,
          [ call_nth/2, distinct/1, distinct/2, group_by/4, limit/2, offset/2, order_by/2,
            reduced/1, reduced/3
          ]).

:- autoload(library(error), [domain_error/2, instantiation_error/1, must_be/2]).
:- autoload(library(lists), [member/2, reverse/2]).
:- autoload(library(nb_set), [add_nb_set/3, empty_nb_set/1, size_nb_set/2]).
:- autoload(library(option), [option/3]).
:- autoload(library(ordsets), [ord_subtract/3]).

:- meta_predicate
    call_nth(0, ?),
    distinct(0),
    distinct(?, 0),
    group_by(?, ?, 0, -),
    limit(+, 0),
    offset(+, 0),
    order_by(+, 0),
    reduced(0),
    reduced(?, 0, +).

%!  distinct(:Goal) is nondet
%
%   True for each solution of Goal that is no variant of an earlier one.

distinct(Goal) :-
    distinct(Goal, Goal).

%!  distinct(?Witness, :Goal) is nondet
%
%   True for each solution of Goal that leaves Witness no variant of what an earlier one left.

distinct(Witness, Goal) :-
    term_variables(Witness, Vars),
    Values =.. [v|Vars],
    empty_nb_set(Seen),
    call(Goal),
    add_nb_set(Values, Seen, true).

%!  reduced(:Goal) is nondet
%
%   As distinct/1, but remembers a limited number of solutions only, so some repetitions may pass.

reduced(Goal) :-
    reduced(Goal, Goal, []).

%!  reduced(?Witness, :Goal, +Options) is nondet
%
%   As distinct/2, but forgets all it has seen whenever that is more than N, where size_limit(N) is
%   in Options; the default is 10,000.

reduced(Witness, Goal, Options) :-
    option(size_limit(Limit), Options, 10000),
    term_variables(Witness, Vars),
    Values =.. [v|Vars],
    empty_nb_set(Empty),
    State = seen(Empty),
    call(Goal),
    arg(1, State, Seen),
    add_nb_set(Values, Seen, true),
    size_nb_set(Seen, Size),
    (   Size > Limit
    ->  empty_nb_set(New),
        nb_setarg(1, State, New)
    ;   true
    ).

%!  limit(+Count, :Goal) is nondet
%
%   True for the first Count solutions of Goal. Count may be `infinite`.

limit(Count, Goal) :-
    Count == infinite,
    !,
    call(Goal).
limit(Count, Goal) :-
    Count > 0,
    State = solutions(0),
    call(Goal),
    arg(1, State, N0),
    N is N0 + 1,
    (   N =:= Count
    ->  !
    ;   nb_setarg(1, State, N)
    ).

%!  offset(+Count, :Goal) is nondet
%
%   True for all solutions of Goal but the first Count ones.

offset(Count, Goal) :-
    (   Count > 0
    ->  State = skipped(0),
        call(Goal),
        arg(1, State, N0),
        (   N0 >= Count
        ->  true
        ;   N is N0 + 1,
            nb_setarg(1, State, N),
            fail
        )
    ;   Count =:= 0
    ->  call(Goal)
    ;   domain_error(not_less_than_zero, Count)
    ).

%!  call_nth(:Goal, ?N) is nondet
%
%   True for the N-th solution of Goal, counting from 1. Counts along if N is unbound.

call_nth(Goal, N) :-
    (   var(N)
    ->  State = solutions(0),
        call(Goal),
        arg(1, State, N0),
        N is N0 + 1,
        nb_setarg(1, State, N)
    ;   must_be(integer, N),
        (   N > 0
        ->  Skipped is N - 1,
            once(offset(Skipped, Goal))
        ;   domain_error(not_less_than_one, N)
        )
    ).

%!  order_by(+Orders, :Goal) is nondet
%
%   True for the solutions of Goal sorted by Orders, a list of asc(Term) and desc(Term): by the
%   first, where that is equal by the second, and so on.

order_by(Orders, Goal) :-
    must_be(list, Orders),
    (   Orders == []
    ->  domain_error(non_empty_list, Orders)
    ;   true
    ),
    directions(Orders, Directions, Keys),
    term_variables(Keys+Goal, Vars),
    Values =.. [v|Vars],
    Row =.. [row,Values|Keys],
    findall(Row, Goal, Rows),
    length(Keys, N),
    reverse(Directions, LastFirst),
    Last is N + 1,
    ordered(LastFirst, Last, Rows, Ordered),
    member(Row, Ordered).

directions([], [], []).
directions([Order|Orders], [Direction|Directions], [Key|Keys]) :-
    (   var(Order)
    ->  instantiation_error(Order)
    ;   Order = asc(Key)
    ->  Direction = (@=<)
    ;   Order = desc(Key)
    ->  Direction = (@>=)
    ;   domain_error(order_specifier, Order)
    ),
    directions(Orders, Directions, Keys).

% ordered(+Directions, +I, +Rows0, -Rows): sorts by argument I first and then by those before it, so
% the last sort, which is stable, is the one that counts most.
ordered([], _, Rows, Rows).
ordered([Direction|Directions], I, Rows0, Rows) :-
    sort(I, Direction, Rows0, Rows1),
    J is I - 1,
    ordered(Directions, J, Rows1, Rows).

%!  group_by(?By, ?Template, :Goal, -Bag) is nondet
%
%   Bag has the instances of Template for the solutions of Goal, as bagof/3, where only the
%   variables of By are free: one answer for each of their bindings.

group_by(By, Template, Goal, Bag) :-
    term_variables(Goal, GoalVars),
    term_variables(By+Template, KeptVars),
    sort(GoalVars, GoalSet),
    sort(KeptVars, KeptSet),
    ord_subtract(GoalSet, KeptSet, Bound),
    bagof(Template, Bound^Goal, Bag).
