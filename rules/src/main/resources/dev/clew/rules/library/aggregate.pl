%  ?- aggregate_all(max(N, X), member(X-N, [a-1,b-3,c-2]), Max).
%     Max = max(3,b).
%  ?- aggregate_all(r(count,sum(N)), member(N, [3,4,5]), R).
%     R = r(3,12).
%
%  Count, add up, compare or collect the solutions of a goal. What to do is said by a template:
%  `count`, sum(E), max(E), min(E), max(E,Witness), min(E,Witness), bag(X), set(X), or a compound
%  term of these. aggregate_all/3 and /4 take all solutions together; aggregate/3 and /4 have one
%  answer for each binding of the free variables of the goal, as bagof/3 has.

:- module(aggregate,
          [ aggregate/3, aggregate/4, aggregate_all/3, aggregate_all/4, foreach/2,
            free_variables/4
          ]).

:- autoload(library(error), [domain_error/2, instantiation_error/1, type_error/2]).
:- autoload(library(lists), [max_list/2, min_list/2, sum_list/2]).
:- autoload(library(pairs), [pairs_values/2]).

:- meta_predicate
    aggregate(?, ^, -),
    aggregate(?, ?, ^, -),
    aggregate_all(?, 0, -),
    aggregate_all(?, ?, 0, -),
    foreach(0, 0).

%!  aggregate_all(+Template, :Goal, -Result) is semidet
%
%   Result is what Template makes of all solutions of Goal. Without a solution, `count` and sum(E)
%   are 0 and bag(X) and set(X) are empty, but max and min fail.

aggregate_all(Template, Goal, Result) :-
    (   var(Template)
    ->  instantiation_error(Template)
    ;   can_run(Template)
    ->  running(Template, Goal, Result)
    ;   template(Template, Operation, Value),
        findall(Value, Goal, Values),
        result(Operation, Values, Result)
    ).

can_run(count).
can_run(sum(_)).
can_run(max(_)).
can_run(min(_)).
can_run(max(_,_)).
can_run(min(_,_)).

% These keep one value only, in a term that nb_setarg/3 changes.
running(count, Goal, Count) :-
    State = count(0),
    (   call(Goal),
        arg(1, State, Count0),
        Count1 is Count0 + 1,
        nb_setarg(1, State, Count1),
        fail
    ->  true % as a condition, for which all solutions are needed at once
    ;   arg(1, State, Count)
    ).
running(sum(X), Goal, Sum) :-
    State = sum(0),
    (   call(Goal),
        arg(1, State, Sum0),
        Sum1 is Sum0 + X,
        nb_setarg(1, State, Sum1),
        fail
    ->  true
    ;   arg(1, State, Sum)
    ).
running(max(X), Goal, Max) :-
    State = max(none),
    (   call(Goal),
        arg(1, State, Max0),
        (   Max0 == none
        ->  Max1 is X
        ;   Max1 is max(Max0, X)
        ),
        nb_setarg(1, State, Max1),
        fail
    ->  true
    ;   arg(1, State, Max),
        Max \== none
    ).
running(min(X), Goal, Min) :-
    State = min(none),
    (   call(Goal),
        arg(1, State, Min0),
        (   Min0 == none
        ->  Min1 is X
        ;   Min1 is min(Min0, X)
        ),
        nb_setarg(1, State, Min1),
        fail
    ->  true
    ;   arg(1, State, Min),
        Min \== none
    ).
running(max(X,W), Goal, max(Max,Witness)) :-
    State = max(none,none),
    (   call(Goal),
        number_value(X, Y),
        arg(1, State, Max0),
        (   Max0 == none
        ->  true
        ;   Y > Max0
        ),
        nb_setarg(1, State, Y),
        nb_setarg(2, State, W),
        fail
    ->  true
    ;   State = max(Max,Witness),
        Max \== none
    ).
running(min(X,W), Goal, min(Min,Witness)) :-
    State = min(none,none),
    (   call(Goal),
        number_value(X, Y),
        arg(1, State, Min0),
        (   Min0 == none
        ->  true
        ;   Y < Min0
        ),
        nb_setarg(1, State, Y),
        nb_setarg(2, State, W),
        fail
    ->  true
    ;   State = min(Min,Witness),
        Min \== none
    ).

number_value(X, Y) :-
    (   number(X)
    ->  Y = X
    ;   compound(X)
    ->  Y is X
    ;   type_error(number, X)
    ).

%!  aggregate_all(+Template, +Discriminator, :Goal, -Result) is semidet
%
%   As aggregate_all/3, but solutions with the same Discriminator and the same values count once.

aggregate_all(Template, Discriminator, Goal, Result) :-
    template(Template, Operation, Value),
    findall(Discriminator-Value, Goal, Pairs),
    sort(Pairs, Different),
    pairs_values(Different, Values),
    result(Operation, Values, Result).

%!  aggregate(+Template, :Goal, -Result) is nondet
%
%   As aggregate_all/3 for each binding of the free variables of Goal. Var^Goal says that Var is not
%   free. Fails if Goal has no solution.

aggregate(Template, Goal, Result) :-
    template(Template, Operation, Value),
    bagof(Value, Goal, Values),
    result(Operation, Values, Result).

%!  aggregate(+Template, +Discriminator, :Goal, -Result) is nondet
%
%   As aggregate/3, but solutions with the same Discriminator and the same values count once.

aggregate(Template, Discriminator, Goal, Result) :-
    template(Template, Operation, Value),
    setof(Discriminator-Value, Goal, Pairs),
    pairs_values(Pairs, Values),
    result(Operation, Values, Result).

% template(+Template, -Operation, -Value): Value is what to collect from each solution, and
% Operation makes the result of those.
template(Template, Operation, Value) :-
    (   var(Template)
    ->  instantiation_error(Template)
    ;   simple(Template, Operation, Value)
    ->  true
    ;   compound(Template)
    ->  Template =.. [Name|Templates],
        columns(Templates, Operations, Values),
        Operation = row(Name,Operations),
        Value =.. [Name|Values]
    ;   invalid(Template)
    ).

simple(count, count, 1).
simple(sum(X), sum, X).
simple(max(X), max, X).
simple(min(X), min, X).
simple(max(X,W), max_witness, X-W).
simple(min(X,W), min_witness, X-W).
simple(bag(X), bag, X).
simple(set(X), set, X).

columns([], [], []).
columns([Template|Templates], [Operation|Operations], [Value|Values]) :-
    (   nonvar(Template),
        simple(Template, Operation, Value)
    ->  true
    ;   invalid(Template)
    ),
    columns(Templates, Operations, Values).

invalid(Template) :-
    (   callable(Template)
    ->  domain_error(aggregate_template, Template)
    ;   type_error(aggregate_template, Template)
    ).

result(count, Values, Count) :-
    length(Values, Count).
result(sum, Values, Sum) :-
    sum_list(Values, Sum).
result(max, Values, Max) :-
    evaluated(Values, Numbers),
    max_list(Numbers, Max).
result(min, Values, Min) :-
    evaluated(Values, Numbers),
    min_list(Numbers, Min).
result(max_witness, [X-W|Pairs], max(Max,Witness)) :-
    Y is X,
    max_witness(Pairs, Y, W, Max, Witness).
result(min_witness, [X-W|Pairs], min(Min,Witness)) :-
    Y is X,
    min_witness(Pairs, Y, W, Min, Witness).
result(bag, Values, Values).
result(set, Values, Set) :-
    sort(Values, Set).
result(row(Name,Operations), Rows, Result) :-
    column_results(Operations, 1, Rows, Results),
    Result =.. [Name|Results].

evaluated([], []).
evaluated([X|Xs], [Y|Ys]) :-
    Y is X,
    evaluated(Xs, Ys).

max_witness([], Max, Witness, Max, Witness).
max_witness([X-W|Pairs], Max0, W0, Max, Witness) :-
    Y is X,
    (   Y > Max0
    ->  max_witness(Pairs, Y, W, Max, Witness)
    ;   max_witness(Pairs, Max0, W0, Max, Witness)
    ).

min_witness([], Min, Witness, Min, Witness).
min_witness([X-W|Pairs], Min0, W0, Min, Witness) :-
    Y is X,
    (   Y < Min0
    ->  min_witness(Pairs, Y, W, Min, Witness)
    ;   min_witness(Pairs, Min0, W0, Min, Witness)
    ).

column_results([], _, _, []).
column_results([Operation|Operations], I, Rows, [Result|Results]) :-
    column(Rows, I, Values),
    result(Operation, Values, Result),
    J is I + 1,
    column_results(Operations, J, Rows, Results).

column([], _, []).
column([Row|Rows], I, [Value|Values]) :-
    arg(I, Row, Value),
    column(Rows, I, Values).

%!  foreach(:Generator, :Goal)
%
%   True if the conjunction of the instances of Goal is true, one for each solution of Generator.
%   Only the variables that both share are replaced by their values; the other variables of Goal
%   stay themselves, so bindings made for one instance are seen by the next.

foreach(Generator, Goal) :-
    term_variables(Generator, Vars),
    term_variables(Goal, GoalVars),
    shared(GoalVars, Vars, Shared),
    Values =.. [v|Shared],
    pattern(Goal, Shared, Pattern),
    findall(Values, Generator, Solutions),
    all_true(Solutions, Pattern).

shared([], _, []).
shared([X|Xs], Ys, Shared) :-
    (   position(Ys, X, 1, _)
    ->  Shared = [X|Shared1],
        shared(Xs, Ys, Shared1)
    ;   shared(Xs, Ys, Shared)
    ).

position([Y|Ys], X, I0, I) :-
    (   X == Y
    ->  I = I0
    ;   I1 is I0 + 1,
        position(Ys, X, I1, I)
    ).

% pattern(+Term, +Vars, -Pattern): Pattern says where the Vars are in Term.
pattern(Term, Vars, Pattern) :-
    term_variables(Term, TermVars),
    (   shared(TermVars, Vars, [])
    ->  Pattern = same(Term)
    ;   var(Term)
    ->  position(Vars, Term, 1, I),
        Pattern = value(I)
    ;   Term =.. [Name|Args],
        patterns(Args, Vars, Patterns),
        Pattern = term(Name,Patterns)
    ).

patterns([], _, []).
patterns([Term|Terms], Vars, [Pattern|Patterns]) :-
    pattern(Term, Vars, Pattern),
    patterns(Terms, Vars, Patterns).

all_true([], _).
all_true([Values|Solutions], Pattern) :-
    instance(Pattern, Values, Goal),
    call(Goal),
    all_true(Solutions, Pattern).

instance(same(Term), _, Term).
instance(value(I), Values, Term) :-
    arg(I, Values, Term).
instance(term(Name,Patterns), Values, Term) :-
    instances(Patterns, Values, Args),
    Term =.. [Name|Args].

instances([], _, []).
instances([Pattern|Patterns], Values, [Term|Terms]) :-
    instance(Pattern, Values, Term),
    instances(Patterns, Values, Terms).

%!  free_variables(:Generator, +Template, +Vars0, -Vars) is det
%
%   Vars is Vars0 behind the free variables of Generator: those that are neither in Template nor
%   bound within Generator by ^, setof/3, bagof/3 or a negation, nor in Vars0.

free_variables(Term, Bound, Vars0, Vars) :-
    (   var(Term)
    ->  (   known(Term, Bound, Vars0)
        ->  Vars = Vars0
        ;   Vars = [Term|Vars0]
        )
    ;   binder(Term, Bound, Term1, Bound1)
    ->  free_variables(Term1, Bound1, Vars0, Vars)
    ;   functor(Term, _, Arity),
        free_in_args(Arity, Term, Bound, Vars0, Vars)
    ).

known(Var, Bound, Vars) :-
    term_variables(Bound+Vars, Known),
    position(Known, Var, 1, _).

binder(\+ _, Bound, true, Bound).
binder(not(_), Bound, true, Bound).
binder(X^Goal, Bound, Goal, Bound+X).
binder(setof(X,Goal,Set), Bound, Goal-Set, Bound+X).
binder(bagof(X,Goal,Bag), Bound, Goal-Bag, Bound+X).

free_in_args(0, _, _, Vars, Vars) :-
    !.
free_in_args(I, Term, Bound, Vars0, Vars) :-
    arg(I, Term, Arg),
    free_variables(Arg, Bound, Vars0, Vars1),
    J is I - 1,
    free_in_args(J, Term, Bound, Vars1, Vars).
