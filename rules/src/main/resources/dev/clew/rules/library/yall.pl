%  ?- maplist([X, Y]>>(Y is X*X), [1, 2, 3], Squares).
%     Squares = [1, 4, 9].
%  ?- N = 10, maplist({N}/[X, Y]>>(Y is X+N), [1, 2], Sums).
%     N = 10, Sums = [11, 12].
%
%  Lambda expressions.
%
%  `Parameters>>Goal` is called with its variables renamed, except those of Free in
%  `Free/Parameters>>Goal`, where Free is {X, Y, ...}; variables that are bound when it is called
%  are of course not renamed. `\X^Goal` renames X only.

:- module(yall, [
    (>>)/2, (>>)/3, (>>)/4, (>>)/5, (>>)/6, (>>)/7, (>>)/8, (>>)/9,
    (/)/2, (/)/3, (/)/4, (/)/5, (/)/6, (/)/7, (/)/8, (/)/9,
    (\)/1, (\)/2, (\)/3, (\)/4, (\)/5, (\)/6, (\)/7,
    (^)/3, (^)/4, (^)/5, (^)/6, (^)/7, (^)/8, (^)/9,
    is_lambda/1, lambda_calls/2, lambda_calls/3
]).

:- meta_predicate
    '>>'(?, 0), '>>'(?, :, ?), '>>'(?, :, ?, ?), '>>'(?, :, ?, ?, ?), '>>'(?, :, ?, ?, ?, ?),
    '>>'(?, :, ?, ?, ?, ?, ?), '>>'(?, :, ?, ?, ?, ?, ?, ?), '>>'(?, :, ?, ?, ?, ?, ?, ?, ?).
:- meta_predicate
    '/'(?, 0), '/'(?, 1, ?), '/'(?, 2, ?, ?), '/'(?, 3, ?, ?, ?), '/'(?, 4, ?, ?, ?, ?),
    '/'(?, 5, ?, ?, ?, ?, ?), '/'(?, 6, ?, ?, ?, ?, ?, ?), '/'(?, 7, ?, ?, ?, ?, ?, ?, ?).
:- meta_predicate
    '\\'(0), '\\'(1, ?), '\\'(2, ?, ?), '\\'(3, ?, ?, ?), '\\'(4, ?, ?, ?, ?),
    '\\'(5, ?, ?, ?, ?, ?), '\\'(6, ?, ?, ?, ?, ?, ?).
:- meta_predicate
    '^'(?, 0, ?), '^'(?, 1, ?, ?), '^'(?, 2, ?, ?, ?), '^'(?, 3, ?, ?, ?, ?),
    '^'(?, 4, ?, ?, ?, ?, ?), '^'(?, 5, ?, ?, ?, ?, ?, ?), '^'(?, 6, ?, ?, ?, ?, ?, ?, ?).

%!  '>>'(+Parameters, :Goal, ?A1, ...) is nondet
%
%   Call a copy of Goal with the elements of the list Parameters unified with the arguments A1, ...;
%   arguments beyond the parameters are added to Goal. Parameters may be Free/List.

'>>'(Ps, Lambda) :-
    apply(Ps, Lambda, []).
'>>'(Ps, Lambda, A) :-
    apply(Ps, Lambda, [A]).
'>>'(Ps, Lambda, A, B) :-
    apply(Ps, Lambda, [A, B]).
'>>'(Ps, Lambda, A, B, C) :-
    apply(Ps, Lambda, [A, B, C]).
'>>'(Ps, Lambda, A, B, C, D) :-
    apply(Ps, Lambda, [A, B, C, D]).
'>>'(Ps, Lambda, A, B, C, D, E) :-
    apply(Ps, Lambda, [A, B, C, D, E]).
'>>'(Ps, Lambda, A, B, C, D, E, F) :-
    apply(Ps, Lambda, [A, B, C, D, E, F]).
'>>'(Ps, Lambda, A, B, C, D, E, F, G) :-
    apply(Ps, Lambda, [A, B, C, D, E, F, G]).

apply(Parameters, Lambda, Arguments) :-
    applied(Parameters, Arguments, Lambda, Goal, Extra),
    (   Extra == []
    ->  call(Goal)
    ;   Call =.. [call, Goal|Extra],
        call(Call)
    ).

%   applied(+Parameters, +Arguments, +Lambda, -Goal, -Extra): Goal is the copy of Lambda whose
%   parameters are the Arguments, but for the Extra ones.

applied(Parameters, _, _, _, _) :-
    var(Parameters),
    !,
    throw(error(instantiation_error, _)).
applied(Free/Parameters, Arguments, Lambda, Goal, Extra) :-
    !,
    check_free(Free),
    check_list(Parameters),
    copy_term_nat(Free/Parameters>>Lambda, Free/Formal>>Goal),
    pass(Formal, Arguments, Free/Parameters>>Lambda, Extra).
applied(Parameters, Arguments, Lambda, Goal, Extra) :-
    check_list(Parameters),
    copy_term_nat(Parameters>>Lambda, Formal>>Goal),
    pass(Formal, Arguments, Parameters>>Lambda, Extra).

pass([], Extra, _, Extra).
pass([P|Ps], Arguments, Lambda, Extra) :-
    (   Arguments = [A|As]
    ->  P = A,
        pass(Ps, As, Lambda, Extra)
    ;   throw(error(domain_error(lambda_parameters, Lambda), _))
    ).

check_free(Free) :-
    (   var(Free)
    ->  throw(error(instantiation_error, _))
    ;   is_free(Free)
    ->  true
    ;   throw(error(type_error(lambda_free, Free), _))
    ).

is_free({}).
is_free({_}).

check_list(List) :-
    (   is_list(List)
    ->  true
    ;   var(List)
    ->  throw(error(instantiation_error, _))
    ;   throw(error(type_error(list, List), _))
    ).

%!  '/'(+Free, :Lambda, ?A1, ...) is nondet
%
%   Call a copy of Lambda with the arguments A1, ... that shares the variables of Free.

'/'(Free, Lambda) :-
    renamed(Free, Lambda, Copy),
    call(Copy).
'/'(Free, Lambda, A) :-
    renamed(Free, Lambda, Copy),
    call(Copy, A).
'/'(Free, Lambda, A, B) :-
    renamed(Free, Lambda, Copy),
    call(Copy, A, B).
'/'(Free, Lambda, A, B, C) :-
    renamed(Free, Lambda, Copy),
    call(Copy, A, B, C).
'/'(Free, Lambda, A, B, C, D) :-
    renamed(Free, Lambda, Copy),
    call(Copy, A, B, C, D).
'/'(Free, Lambda, A, B, C, D, E) :-
    renamed(Free, Lambda, Copy),
    call(Copy, A, B, C, D, E).
'/'(Free, Lambda, A, B, C, D, E, F) :-
    renamed(Free, Lambda, Copy),
    call(Copy, A, B, C, D, E, F).
'/'(Free, Lambda, A, B, C, D, E, F, G) :-
    renamed(Free, Lambda, Copy),
    call(Copy, A, B, C, D, E, F, G).

renamed(Free, Lambda, Copy) :-
    check_free(Free),
    copy_term_nat(Free/Lambda, Free/Copy).

%!  '\\'(:Lambda, ?A1, ...) is nondet
%
%   Call `X^Body`, with X renamed, with the arguments A1, ...

\Lambda :-
    local(Lambda, Copy),
    call(Copy).
'\\'(Lambda, A) :-
    local(Lambda, Copy),
    call(Copy, A).
'\\'(Lambda, A, B) :-
    local(Lambda, Copy),
    call(Copy, A, B).
'\\'(Lambda, A, B, C) :-
    local(Lambda, Copy),
    call(Copy, A, B, C).
'\\'(Lambda, A, B, C, D) :-
    local(Lambda, Copy),
    call(Copy, A, B, C, D).
'\\'(Lambda, A, B, C, D, E) :-
    local(Lambda, Copy),
    call(Copy, A, B, C, D, E).
'\\'(Lambda, A, B, C, D, E, F) :-
    local(Lambda, Copy),
    call(Copy, A, B, C, D, E, F).

local(Lambda, Copy) :-
    strip_module(Lambda, Module, Plain),
    (   nonvar(Plain),
        Plain = X^_
    ->  term_variables(X, Locals),
        term_variables(Plain, All),
        others(All, Locals, Others),
        copy_term_nat(Others/Plain, Others/PlainCopy),
        Copy = Module:PlainCopy
    ;   Copy = Lambda
    ).

others([], _, []).
others([V|Vs], Locals, Others) :-
    (   member(L, Locals),
        L == V
    ->  Others = Others1
    ;   Others = [V|Others1]
    ),
    others(Vs, Locals, Others1).

%!  '^'(?X, :Body, ?A1, ...) is nondet
%
%   Unify X with A1 and call Body with the other arguments: `X^Body` as a parameter passing goal.

'^'(X, Body, X) :-
    call(Body).
'^'(X, Body, X, A) :-
    call(Body, A).
'^'(X, Body, X, A, B) :-
    call(Body, A, B).
'^'(X, Body, X, A, B, C) :-
    call(Body, A, B, C).
'^'(X, Body, X, A, B, C, D) :-
    call(Body, A, B, C, D).
'^'(X, Body, X, A, B, C, D, E) :-
    call(Body, A, B, C, D, E).
'^'(X, Body, X, A, B, C, D, E, F) :-
    call(Body, A, B, C, D, E, F).

%!  is_lambda(@Term) is semidet
%
%   True if Term is a lambda expression.

is_lambda(Term) :-
    nonvar(Term),
    (   Term = Parameters>>Lambda
    ->  nonvar(Parameters),
        (   Parameters = Free/List
        ->  nonvar(Free),
            is_free(Free),
            is_list(List)
        ;   is_list(Parameters)
        )
    ;   Term = Free/Lambda,
        nonvar(Free),
        is_free(Free)
    ),
    strip_module(Lambda, _, Goal),
    callable(Goal).

%!  lambda_calls(+LambdaGoal, -Goal) is det
%
%   True if calling LambdaGoal, a lambda expression with its arguments added, calls Goal.

lambda_calls(LambdaGoal, Goal) :-
    LambdaGoal =.. [Name, A, B|Arguments],
    Lambda =.. [Name, A, B],
    lambda_calls(Lambda, Arguments, Goal).

%!  lambda_calls(+Lambda, +Arguments, -Goal) is det
%
%   True if calling Lambda with the list Arguments, or that many if it is an integer, calls Goal.

lambda_calls(Lambda, Arguments0, Goal) :-
    (   integer(Arguments0)
    ->  length(Arguments, Arguments0)
    ;   Arguments = Arguments0
    ),
    lambda_goal(Lambda, Arguments, Copy, Extra),
    strip_module(Copy, Module, Plain),
    Plain =.. List0,
    append(List0, Extra, List),
    Extended =.. List,
    (   Copy == Plain
    ->  Goal = Extended
    ;   Goal = Module:Extended
    ).

lambda_goal(Parameters>>Lambda, Arguments, Goal, Extra) :-
    applied(Parameters, Arguments, Lambda, Goal, Extra).
lambda_goal(Free/Lambda, Extra, Goal, Extra) :-
    renamed(Free, Lambda, Goal).
