%  ?- with_output_to(string(S), display(1+2*3)).
%     S = "+(1,*(2,3))".
%
%  Predicates of DEC-10 Prolog that programs still use.

:- module(edinburgh, [
    display/1, display/2, reconsult/1, unknown/2, fileerrors/2
]).

:- meta_predicate
    reconsult(:),
    unknown(:, +).

%!  display(+Term) is det
%
%   Write Term to the current output without operators.

display(Term) :-
    current_output(Stream),
    display(Stream, Term).

%!  display(+Stream, +Term) is det
%
%   Write Term to Stream without operators.

display(Stream, Term) :-
    write_term(Stream, Term, [quoted(true), ignore_ops(true)]).

%!  reconsult(:Files) is det
%
%   Load Files anew: consult/1.

reconsult(Files) :-
    consult(Files).

%!  unknown(-Old, +New) is det
%
%   Get and set what happens on a call of an unknown procedure: the flag `unknown`.

unknown(Module:Old, New) :-
    current_prolog_flag(unknown, Old),
    @(set_prolog_flag(unknown, New), Module).

%!  fileerrors(-Old, +New) is det
%
%   Get and set whether missing files are errors: the flag `fileerrors`, `on` at first.

:- dynamic file_errors/1.

file_errors(on).

fileerrors(Old, New) :-
    file_errors(Old0),
    !,
    Old = Old0,
    (   Old == New
    ->  true
    ;   retract(file_errors(_)),
        assertz(file_errors(New))
    ).
