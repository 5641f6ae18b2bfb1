%% provides: undefined/0, call_residual_program/2
%
%  ?- call_delays(undefined, C).
%     C = undefined.
%
%  The truth value "undefined" of the well-founded semantics.

:- meta_predicate call_residual_program(0, -).

:- table undefined/0.

%!  undefined is undefined
%
%   Neither true nor false, as a goal that is the negation of itself.

undefined :-
    tnot(undefined).

%!  call_residual_program(:Goal, -Clauses:list) is nondet
%
%   Calls Goal; Clauses are those, reduced to what is undefined, on which the answer depends. They
%   are none if the answer is true.

call_residual_program(Goal, Clauses) :-
    call_delays(Goal, Condition),
    delays_residual_program(Condition, Clauses).
