%  ?- findall(X, call_with_strategy(member(X, [b,c]), breadth_first), Xs).
%     Xs = [b,c].
%
%  Clauses searched in another order than depth-first: every answer is found, in the order of its
%  shortest proof, also where the clauses would loop for ever, as with a path that calls itself
%  before it takes an edge. The search goes on after the last answer as long as there is anything
%  left to try.

:- module(strategies, [call_with_strategy/2]).

:- meta_predicate call_with_strategy(0, +).

%!  call_with_strategy(:Goal, +Strategy) is nondet
%
%   True if Goal can be proved from the clauses of the program, searched by Strategy:
%
%     - best_first: the resolvent that was reached with the fewest clauses first
%     - breadth_first: the resolvent that was met first
%     - iterative_deepening: depth-first with a limit that grows
%     - depth_first(Limit): depth-first, down to a limit
%     - beam(Width): level by level, the first Width resolvents of each only
%     - portfolio: several of these by turns
%
%   What is still to be proved is a goal of a goal graph: two ways that lead to the same question
%   are followed once, so each answer comes once. The clauses of the program are searched; built-in
%   predicates and those of libraries are called as usual, and must have finitely many answers. A
%   cut has no meaning in such a search and raises a permission error; so do the limits of
%   depth_first/1 and beam/1, as resource errors, once nothing is left but what they cut off.

call_with_strategy(M:Goal, Strategy) :-
    must_be(callable, Goal),
    term_variables(Goal, Variables),
    open_goals(Goal, M, [], Open),
    '$search_start'(Strategy, resolvent(Variables, Open), Search),
    answers(Search, Strategy, Variables).

answers(Search, Strategy, Variables) :-
    (   '$search_next'(Search, resolvent(Answer, Open))
    ->  go_on(Open, Answer, Search, Strategy, Variables)
    ;   '$search_complete'(Search)
    ->  fail
    ;   throw(error(resource_error(search_strategy(Strategy)), _))
    ).

go_on([], Answer, Search, Strategy, Variables) :-
    '$search_steps'(Search, []),
    (   Variables = Answer
    ;   answers(Search, Strategy, Variables)
    ).
go_on([First|Rest], Answer, Search, Strategy, Variables) :-
    findall(Cost-resolvent(Answer, Open), step(First, Rest, Cost, Open), Steps),
    '$search_steps'(Search, Steps),
    answers(Search, Strategy, Variables).

%  step(First, Rest, Cost, Open): one way to prove First leaves Open to be proved. The variables of
%  the answer are bound on the way.

step(M:Goal, Rest, Cost, Open) :-
    branch(Goal, M, Cost, At, Body),
    open_goals(Body, At, Rest, Open).

branch(Goal, _, _, _, _) :-
    var(Goal),
    !,
    throw(error(instantiation_error, _)).
branch(!, _, _, _, _) :-
    !,
    throw(error(permission_error(search, control_construct, !), _)).
branch((If -> Then ; Else), M, 0, M, Body) :-
    !,
    (   call(M:If)
    ->  Body = Then
    ;   Body = Else
    ).
branch((If *-> Then ; Else), M, 0, M, Body) :-
    !,
    (   call(M:If)
    *-> Body = Then
    ;   Body = Else
    ).
branch((Either ; Or), M, 0, M, Body) :-
    !,
    (   Body = Either
    ;   Body = Or
    ).
branch((If -> Then), M, 0, M, Then) :-
    !,
    once(M:If).
branch((If *-> Then), M, 0, M, Then) :-
    !,
    call(M:If).
branch(Call, M, 0, M, Body) :-
    compound(Call),
    compound_name_arguments(Call, call, [Closure|Arguments]),
    !,
    extended(Closure, Arguments, Body).
branch(Goal, M, 1, At, Body) :-
    '$search_clauses'(M:Goal),
    !,
    '$search_clause'(M:Goal, At, Body).
branch(Goal, M, 1, M, true) :-
    call(M:Goal).

extended(Closure, _, _) :-
    var(Closure),
    !,
    throw(error(instantiation_error, _)).
extended(M:Closure, Arguments, M:Goal) :-
    !,
    extended(Closure, Arguments, Goal).
extended(Closure, Arguments, Goal) :-
    Closure =.. Parts,
    append(Parts, Arguments, All),
    Goal =.. All.

%  open_goals(Body, M, Rest, Open): Open are the goals of Body, which runs in module M, then Rest.

open_goals(Body, M, Rest, [M:Body|Rest]) :-
    var(Body),
    !.
open_goals(true, _, Rest, Rest) :-
    !.
open_goals((A, B), M, Rest, Open) :-
    !,
    open_goals(B, M, Rest, After),
    open_goals(A, M, After, Open).
open_goals(N:Body, _, Rest, Open) :-
    atom(N),
    !,
    open_goals(Body, N, Rest, Open).
open_goals(Body, M, Rest, [M:Body|Rest]).
