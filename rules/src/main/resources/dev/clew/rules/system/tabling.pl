%% provides: undefined/0, tabled_call/1, call_residual_program/2
%
%  ?- call_delays(undefined, C).
%     C = undefined.
%
%  The truth value "undefined" of the well-founded semantics.

:- meta_predicate tabled_call(0), call_residual_program(0, -).

:- table undefined/0, tabled_call/1.

%!  undefined is undefined
%
%   Neither true nor false, as a goal that is the negation of itself.

undefined :-
    tnot(undefined).

%!  tabled_call(:Goal) is nondet
%
%   Calls Goal and keeps its answers in a table, as if it were a goal of a tabled predicate.

tabled_call(Goal) :-
    call(Goal).

%!  call_residual_program(:Goal, -Clauses:list) is nondet
%
%   Calls Goal; Clauses are those, reduced to what is undefined, on which the answer depends. They
%   are none if the answer is true.

call_residual_program(Goal, Clauses) :-
    call_delays(Goal, Condition),
    delays_residual_program(Condition, Clauses).
