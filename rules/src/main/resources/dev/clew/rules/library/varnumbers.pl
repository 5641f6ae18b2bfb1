%  ?- varnumbers(f('$VAR'(0),'$VAR'(1),'$VAR'(0)), Term), Term = f(A,B,C), A == C, A \== B.
%     Term = f(A,B,A), C = A.
%
%  Back from terms in which numbervars/3 put '$VAR'(N) to terms with variables.

:- module(varnumbers,
          [ max_var_number/3, numbervars/1, varnumbers/2, varnumbers/3, varnumbers_names/3
          ]).

:- autoload(library(assoc), [assoc_to_list/2, empty_assoc/1, get_assoc/3, put_assoc/4]).

%!  numbervars(?Term) is det
%
%   Binds the variables of Term to '$VAR'(0), '$VAR'(1) and so on.

numbervars(Term) :-
    numbervars(Term, 0, _).

%!  varnumbers(+Term, -Copy) is det
%
%   Copy is Term with a new variable for each '$VAR'(N), where N is an integer from 0 on.

varnumbers(Term, Copy) :-
    varnumbers(Term, 0, Copy).

%!  varnumbers(+Term, +Start, -Copy) is det
%
%   As varnumbers/2, for the integers from Start on. Those below Start stay as they are.

varnumbers(Term, Start, Copy) :-
    empty_assoc(Names),
    denumbered(Term, Start, Copy, Names, _).

denumbered(Term, Start, Copy, Names0, Names) :-
    (   \+ compound(Term)
    ->  Copy = Term,
        Names = Names0
    ;   Term = '$VAR'(N),
        integer(N)
    ->  (   N < Start
        ->  Copy = Term,
            Names = Names0
        ;   named(N, Names0, Copy, Names)
        )
    ;   functor(Term, Name, Arity),
        functor(Copy, Name, Arity),
        denumbered_args(1, Arity, Term, Start, Copy, Names0, Names)
    ).

denumbered_args(I, Arity, Term, Start, Copy, Names0, Names) :-
    arg(I, Term, Arg),
    arg(I, Copy, New),
    (   I =:= Arity
    ->  denumbered(Arg, Start, New, Names0, Names)
    ;   denumbered(Arg, Start, New, Names0, Names1),
        J is I + 1,
        denumbered_args(J, Arity, Term, Start, Copy, Names1, Names)
    ).

named(Name, Names0, Var, Names) :-
    (   get_assoc(Name, Names0, Var0)
    ->  Var = Var0,
        Names = Names0
    ;   put_assoc(Name, Names0, Var, Names)
    ).

%!  varnumbers_names(+Term, -Copy, -Bindings) is det
%
%   Copy is Term with a new variable for each '$VAR'(Name), where Name may be any term. Bindings has
%   Name=Variable for each of them.

varnumbers_names(Term, Copy, Bindings) :-
    empty_assoc(Empty),
    unnamed(Term, Copy, Empty, Names),
    assoc_to_list(Names, Pairs),
    equations(Pairs, Bindings).

unnamed(Term, Copy, Names0, Names) :-
    (   \+ compound(Term)
    ->  Copy = Term,
        Names = Names0
    ;   Term = '$VAR'(Name)
    ->  named(Name, Names0, Copy, Names)
    ;   functor(Term, Name, Arity),
        functor(Copy, Name, Arity),
        unnamed_args(1, Arity, Term, Copy, Names0, Names)
    ).

unnamed_args(I, Arity, Term, Copy, Names0, Names) :-
    arg(I, Term, Arg),
    arg(I, Copy, New),
    (   I =:= Arity
    ->  unnamed(Arg, New, Names0, Names)
    ;   unnamed(Arg, New, Names0, Names1),
        J is I + 1,
        unnamed_args(J, Arity, Term, Copy, Names1, Names)
    ).

equations([], []).
equations([Name-Var|Pairs], [Name=Var|Bindings]) :-
    equations(Pairs, Bindings).

%!  max_var_number(+Term, +Start, -Max) is det
%
%   Max is the largest of Start and the integers N for which '$VAR'(N) is in Term.

max_var_number(Term, Max0, Max) :-
    (   \+ compound(Term)
    ->  Max = Max0
    ;   Term = '$VAR'(N),
        integer(N)
    ->  Max is max(N, Max0)
    ;   functor(Term, _, Arity),
        max_in_args(1, Arity, Term, Max0, Max)
    ).

max_in_args(I, Arity, Term, Max0, Max) :-
    arg(I, Term, Arg),
    (   I =:= Arity
    ->  max_var_number(Arg, Max0, Max)
    ;   max_var_number(Arg, Max0, Max1),
        J is I + 1,
        max_in_args(J, Arity, Term, Max1, Max)
    ).
