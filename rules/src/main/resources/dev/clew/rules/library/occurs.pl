%  ?- sub_term(X, f(a)).
%     X = f(a) ;
%     X = a.
%  ?- occurrences_of_var(X, f(X,g(X),Y), N).
%     N = 2.
%
%  Terms within terms. Predicates named `_term` compare by unification, those named `_var` by
%  identity (==), for any term and not only variables.

:- module(occurs,
          [ contains_term/2, contains_var/2, free_of_term/2, free_of_var/2,
            occurrences_of_term/3, occurrences_of_var/3, sub_term/2,
            sub_term_shared_variables/3, sub_var/2
          ]).

%!  sub_term(?Sub, +Term) is multi
%
%   True if Sub is Term or a term within it.

sub_term(X, X).
sub_term(X, Term) :-
    compound(Term),
    arg(_, Term, Arg),
    sub_term(X, Arg).

%!  sub_var(+Sub, +Term) is nondet
%
%   True if Sub is identical to Term or to a term within it. Succeeds once for each occurrence.

sub_var(X, Term) :-
    X == Term.
sub_var(X, Term) :-
    compound(Term),
    arg(_, Term, Arg),
    sub_var(X, Arg).

%!  contains_term(?Sub, +Term) is semidet
%
%   True if Sub unifies with Term or with a term within it, and unifies it with the first one.

contains_term(X, Term) :-
    (   X = Term
    ->  true
    ;   compound(Term),
        functor(Term, _, Arity),
        arg_contains_term(1, Arity, X, Term)
    ).

arg_contains_term(I, Arity, X, Term) :-
    arg(I, Term, Arg),
    (   I =:= Arity
    ->  contains_term(X, Arg)
    ;   contains_term(X, Arg)
    ->  true
    ;   J is I + 1,
        arg_contains_term(J, Arity, X, Term)
    ).

%!  contains_var(+Sub, +Term) is semidet
%
%   True if Sub is identical to Term or to a term within it.

contains_var(X, Term) :-
    (   X == Term
    ->  true
    ;   compound(Term),
        functor(Term, _, Arity),
        arg_contains_var(1, Arity, X, Term)
    ).

arg_contains_var(I, Arity, X, Term) :-
    arg(I, Term, Arg),
    (   I =:= Arity
    ->  contains_var(X, Arg)
    ;   contains_var(X, Arg)
    ->  true
    ;   J is I + 1,
        arg_contains_var(J, Arity, X, Term)
    ).

%!  free_of_term(+Sub, +Term) is semidet
%
%   True if Sub unifies neither with Term nor with a term within it.

free_of_term(X, Term) :-
    \+ contains_term(X, Term).

%!  free_of_var(+Sub, +Term) is semidet
%
%   True if Sub is identical neither to Term nor to a term within it.

free_of_var(X, Term) :-
    \+ contains_var(X, Term).

%!  occurrences_of_term(+Sub, +Term, -Count) is det
%
%   Count is the number of terms within Term, itself included, that unify with Sub.

occurrences_of_term(X, Term, Count) :-
    unifying(Term, X, 0, Count).

unifying(Term, X, N0, N) :-
    (   X \= Term
    ->  N1 = N0
    ;   N1 is N0 + 1
    ),
    (   compound(Term)
    ->  functor(Term, _, Arity),
        unifying_args(1, Arity, Term, X, N1, N)
    ;   N = N1
    ).

unifying_args(I, Arity, Term, X, N0, N) :-
    (   I < Arity
    ->  arg(I, Term, Arg),
        unifying(Arg, X, N0, N1),
        J is I + 1,
        unifying_args(J, Arity, Term, X, N1, N)
    ;   arg(I, Term, Arg)
    ->  unifying(Arg, X, N0, N)
    ;   N = N0
    ).

%!  occurrences_of_var(+Sub, +Term, -Count) is det
%
%   Count is the number of terms within Term, itself included, that are identical to Sub.

occurrences_of_var(X, Term, Count) :-
    identical(Term, X, 0, Count).

identical(Term, X, N0, N) :-
    (   X == Term
    ->  N is N0 + 1
    ;   compound(Term)
    ->  functor(Term, _, Arity),
        identical_args(1, Arity, Term, X, N0, N)
    ;   N = N0
    ).

identical_args(I, Arity, Term, X, N0, N) :-
    (   I < Arity
    ->  arg(I, Term, Arg),
        identical(Arg, X, N0, N1),
        J is I + 1,
        identical_args(J, Arity, Term, X, N1, N)
    ;   arg(I, Term, Arg)
    ->  identical(Arg, X, N0, N)
    ;   N = N0
    ).

%!  sub_term_shared_variables(+Sub, +Term, -Vars) is det
%
%   Vars are the variables of Sub that also occur in Term outside of the first occurrence of Sub.

sub_term_shared_variables(Sub, Term, Vars) :-
    without_first(Term, Sub, Rest, _),
    term_variables(Rest, RestVars),
    term_variables(Sub, SubVars),
    both(SubVars, RestVars, Vars).

% without_first(+Term, +Sub, -Rest, ?Found): Rest are the parts of Term but its first Sub, if Found.
without_first(Term, Sub, Rest, Found) :-
    (   Term == Sub
    ->  Found = true,
        Rest = []
    ;   compound(Term)
    ->  Term =.. [_|Args],
        args_without_first(Args, Sub, Rest, Found)
    ;   Rest = Term
    ).

args_without_first([], _, [], _).
args_without_first([Arg|Args], Sub, [Rest|Rests], Found) :-
    without_first(Arg, Sub, Rest, Found),
    (   Found == true
    ->  Rests = Args
    ;   args_without_first(Args, Sub, Rests, Found)
    ).

both([], _, []).
both([X|Xs], Ys, Vars) :-
    (   contains_var(X, Ys)
    ->  Vars = [X|Vars1],
        both(Xs, Ys, Vars1)
    ;   both(Xs, Ys, Vars)
    ).
