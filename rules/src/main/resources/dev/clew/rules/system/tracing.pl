%% provides: trace/0, notrace/0, tracing/0, spy/1, nospy/1, nospyall/0
%
%  ?- \+ tracing, notrace, nospyall.
%     true.
%
%  There is no tracer. What would start it says so, and the program goes on.

:- meta_predicate
    spy(:),
    nospy(:).

%!  trace is det
%
%   Print a warning that goals cannot be traced.

trace :-
    '$no_tracer'(trace).

%!  spy(:Predicate) is det
%
%   Print a warning that calls of Predicate, Name or Name/Arity, cannot be traced.

spy(_:Predicate) :-
    must_be(nonvar, Predicate),
    '$no_tracer'(spy(Predicate)).

'$no_tracer'(Goal) :-
    print_message(warning, format(
        'The goal (~q) has no effect: there is no tracer.~nMaybe use debug/3, or print_message/2, \
to see what happens.', [Goal])).

%!  tracing is semidet
%
%   Fails, since there is no tracer.

tracing :-
    fail.

%!  notrace is det
%
%   True: nothing is traced.

notrace.

%!  nospy(:Predicate) is det
%
%   True: Predicate is not traced.

nospy(_:Predicate) :-
    must_be(nonvar, Predicate).

%!  nospyall is det
%
%   True: no predicate is traced.

nospyall.
