%  ?- term_subsumer(f(a,g(a),c), f(b,g(b),c), General), General = f(X,g(Y),c), X == Y.
%     General = f(X,g(X),c), Y = X.
%  ?- mapargs(succ, f(1,2), T).
%     T = f(2,3).
%
%  Comparing, measuring and rewriting whole terms.

:- module(terms,
          [ foldsubterms/4, foldsubterms/5, mapargs/3, mapsubterms/3, mapsubterms_var/3,
            same_functor/2, same_functor/3, same_functor/4, subsumes/2, subsumes_chk/2,
            term_factorized/3, term_size/2, term_subsumer/3, variant/2
          ]).

:- autoload(library(assoc),
            [ assoc_to_list/2, empty_assoc/1, get_assoc/3, get_assoc/5, ord_list_to_assoc/2,
              put_assoc/4
            ]).

:- meta_predicate
    foldsubterms(3, +, +, -),
    foldsubterms(4, +, ?, +, -),
    mapargs(2, ?, ?),
    mapsubterms(2, ?, ?),
    mapsubterms_var(2, ?, ?).

%!  variant(@Term1, @Term2) is semidet
%
%   True if both terms are equal up to the names of their variables, as =@=/2.

variant(Term1, Term2) :-
    Term1 =@= Term2.

%!  subsumes_chk(@General, @Specific) is semidet
%
%   True if General can be made equal to Specific by binding variables of General only. Binds none.

subsumes_chk(General, Specific) :-
    subsumes_term(General, Specific).

%!  subsumes(+General, @Specific) is semidet
%
%   As subsumes_chk/2, and then unifies the two.

subsumes(General, Specific) :-
    subsumes_term(General, Specific),
    General = Specific.

%!  term_size(@Term, -Size) is det
%
%   Size is how many cells Term takes: one for each compound term and each of its arguments, and
%   none for a variable, an atom or a small integer by itself.

term_size(Term, Size) :-
    size(Term, 0, Size).

size(Term, Size0, Size) :-
    (   compound(Term)
    ->  functor(Term, _, Arity),
        Size1 is Size0 + 1 + Arity,
        args_size(1, Arity, Term, Size1, Size)
    ;   Size = Size0
    ).

args_size(I, Arity, Term, Size0, Size) :-
    (   I < Arity
    ->  arg(I, Term, Arg),
        size(Arg, Size0, Size1),
        J is I + 1,
        args_size(J, Arity, Term, Size1, Size)
    ;   arg(I, Term, Arg)
    ->  size(Arg, Size0, Size)
    ;   Size = Size0
    ).

%!  term_subsumer(+Term1, +Term2, -General) is det
%
%   General is the most specific term of which both terms are instances: where they differ it has a
%   variable, and the same variable where they differ in the same way.

term_subsumer(Term1, Term2, General) :-
    empty_assoc(Empty),
    subsumer(Term1, Term2, General, Empty, _).

subsumer(Term1, Term2, General, Map0, Map) :-
    (   Term1 == Term2
    ->  General = Term1,
        Map = Map0
    ;   compound(Term1),
        compound(Term2),
        functor(Term1, Name, Arity),
        functor(Term2, Name, Arity)
    ->  functor(General, Name, Arity),
        args_subsumer(1, Arity, Term1, Term2, General, Map0, Map)
    ;   get_assoc(Term1+Term2, Map0, Var)
    ->  General = Var,
        Map = Map0
    ;   put_assoc(Term1+Term2, Map0, General, Map)
    ).

args_subsumer(I, Arity, Term1, Term2, General, Map0, Map) :-
    arg(I, Term1, Arg1),
    arg(I, Term2, Arg2),
    arg(I, General, Arg),
    (   I =:= Arity
    ->  subsumer(Arg1, Arg2, Arg, Map0, Map)
    ;   subsumer(Arg1, Arg2, Arg, Map0, Map1),
        J is I + 1,
        args_subsumer(J, Arity, Term1, Term2, General, Map1, Map)
    ).

%!  term_factorized(+Term, -Skeleton, -Substitutions) is det
%
%   Skeleton is Term with a variable for each compound term that occurs in it more than once, and
%   Substitutions has Variable=Value for each of them. Unifying all of those in order makes Skeleton
%   equal to Term.

term_factorized(Term, Skeleton, Substitutions) :-
    empty_assoc(Counts0),
    counted(Term, Counts0, Counts),
    assoc_to_list(Counts, Pairs),
    repeated(Pairs, Repeated),
    ord_list_to_assoc(Repeated, Vars),
    factored(Term, Vars, Skeleton),
    substitutions(Repeated, Vars, Substitutions).

% Terms that numbervars/3 made stand for variables.
plain(Term) :-
    (   \+ compound(Term)
    ->  true
    ;   Term = '$VAR'(_)
    ).

counted(Term, Counts0, Counts) :-
    (   plain(Term)
    ->  Counts = Counts0
    ;   get_assoc(Term, Counts0, N, Counts, M)
    ->  M is N + 1
    ;   put_assoc(Term, Counts0, 1, Counts1),
        functor(Term, _, Arity),
        args_counted(1, Arity, Term, Counts1, Counts)
    ).

args_counted(I, Arity, Term, Counts0, Counts) :-
    arg(I, Term, Arg),
    (   I =:= Arity
    ->  counted(Arg, Counts0, Counts)
    ;   counted(Arg, Counts0, Counts1),
        J is I + 1,
        args_counted(J, Arity, Term, Counts1, Counts)
    ).

repeated([], []).
repeated([Term-Count|Pairs], Repeated) :-
    (   Count > 1
    ->  Repeated = [Term-_|Repeated1],
        repeated(Pairs, Repeated1)
    ;   repeated(Pairs, Repeated)
    ).

factored(Term, Vars, Factored) :-
    (   plain(Term)
    ->  Factored = Term
    ;   get_assoc(Term, Vars, Var)
    ->  Factored = Var
    ;   args_factored(Term, Vars, Factored)
    ).

args_factored(Term, Vars, Factored) :-
    functor(Term, Name, Arity),
    functor(Factored, Name, Arity),
    args_factored(1, Arity, Term, Vars, Factored).

args_factored(I, Arity, Term, Vars, Factored) :-
    arg(I, Term, Arg),
    arg(I, Factored, New),
    factored(Arg, Vars, New),
    (   I =:= Arity
    ->  true
    ;   J is I + 1,
        args_factored(J, Arity, Term, Vars, Factored)
    ).

substitutions([], _, []).
substitutions([Term-Var|Repeated], Vars, [Var=Value|Substitutions]) :-
    args_factored(Term, Vars, Value),
    substitutions(Repeated, Vars, Substitutions).

%!  mapargs(:Goal, ?Term1, ?Term2)
%
%   True if both terms have the same name and arity, and call(Goal, Arg1, Arg2) is true for each
%   pair of arguments.

mapargs(Goal, Term1, Term2) :-
    same_functor(Term1, Term2, Arity),
    mapargs(1, Arity, Goal, Term1, Term2).

mapargs(I, Arity, Goal, Term1, Term2) :-
    (   I > Arity
    ->  true
    ;   arg(I, Term1, Arg1),
        arg(I, Term2, Arg2),
        call(Goal, Arg1, Arg2),
        J is I + 1,
        mapargs(J, Arity, Goal, Term1, Term2)
    ).

%!  mapsubterms(:Goal, +Term1, -Term2) is det
%
%   Term2 is Term1 with each subterm S, outer ones first, replaced by the T of call(Goal, S, T) if
%   that is true. Does not look into what it replaced, and leaves variables alone.

mapsubterms(Goal, Term1, Term2) :-
    foldsubterms(replace(Goal), Term1, Term2, _, _).

%!  mapsubterms_var(:Goal, +Term1, -Term2) is det
%
%   As mapsubterms/3, but calls Goal for variables too.

mapsubterms_var(Goal, Term1, Term2) :-
    foldsubterms(replace_any(Goal), Term1, Term2, _, _).

replace(Goal, Term1, Term2, _, _) :-
    nonvar(Term1),
    call(Goal, Term1, Term2).

replace_any(Goal, Term1, Term2, _, _) :-
    call(Goal, Term1, Term2).

%!  foldsubterms(:Goal, +Term, +State0, -State) is semidet
%
%   Goes through the subterms of Term, outer ones first and from the left: where
%   call(Goal, Subterm, State1, State2) is true it goes on behind Subterm with State2, else within
%   Subterm.

foldsubterms(Goal, Term, State0, State) :-
    foldsubterms(fold_only(Goal), Term, _, State0, State).

fold_only(Goal, Term, _, State0, State) :-
    call(Goal, Term, State0, State).

%!  foldsubterms(:Goal, +Term1, ?Term2, +State0, -State) is semidet
%
%   As foldsubterms/4 by call(Goal, Subterm1, Subterm2, State1, State2), where Term2 is Term1 with
%   each Subterm1 replaced by its Subterm2.

foldsubterms(Goal, Term1, Term2, State0, State) :-
    (   call(Goal, Term1, Term2, State0, State1)
    ->  State = State1
    ;   compound(Term1)
    ->  same_functor(Term1, Term2, Arity),
        foldargs(1, Arity, Goal, Term1, Term2, State0, State)
    ;   Term2 = Term1,
        State = State0
    ).

foldargs(I, Arity, Goal, Term1, Term2, State0, State) :-
    arg(I, Term1, Arg1),
    arg(I, Term2, Arg2),
    (   I =:= Arity
    ->  foldsubterms(Goal, Arg1, Arg2, State0, State)
    ;   foldsubterms(Goal, Arg1, Arg2, State0, State1),
        J is I + 1,
        foldargs(J, Arity, Goal, Term1, Term2, State1, State)
    ).

%!  same_functor(?Term1, ?Term2) is semidet
%
%   True if both terms have the same name and arity.

same_functor(Term1, Term2) :-
    same_functor(Term1, Term2, _, _).

%!  same_functor(?Term1, ?Term2, -Arity) is semidet
%
%   True if both terms have the same name and this Arity.

same_functor(Term1, Term2, Arity) :-
    same_functor(Term1, Term2, _, Arity).

%!  same_functor(?Term1, ?Term2, ?Name, ?Arity) is semidet
%
%   True if both terms have this Name and Arity. If one of the terms is unbound, it becomes a term
%   with new variables as its arguments.

same_functor(Term1, Term2, Name, Arity) :-
    (   nonvar(Term1)
    ->  functor(Term1, Name, Arity),
        functor(Term2, Name, Arity)
    ;   functor(Term2, Name, Arity),
        functor(Term1, Name, Arity)
    ).
