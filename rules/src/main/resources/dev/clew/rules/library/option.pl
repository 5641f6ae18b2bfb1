%  ?- option(depth(D), [wide(true),depth=3], 1).
%     D = 3.
%  ?- select_option(depth(D), [depth(2),wide(true)], Rest).
%     D = 2, Rest = [wide(true)].
%
%  Lists of options, each Name(Value) or Name=Value. The first one of a name counts.

:- module(option,
          [ merge_options/3, meta_options/3, option/2, option/3, select_option/3,
            select_option/4
          ]).

:- autoload(library(error), [must_be/2]).
:- autoload(library(lists), [selectchk/3]).

:- meta_predicate meta_options(1, :, -).

%!  option(?Option, +Options) is semidet
%
%   True if Option, which is Name(Value), is the first one of its name in Options.

option(Option, Options) :-
    proper(Options),
    general(Option, General),
    find(General, Options),
    !,
    Option = General.

%!  option(?Option, +Options, +Default) is semidet
%
%   As option/2, but if Options has no Option then its value is Default.

option(Option, Options, Default) :-
    proper(Options),
    general(Option, General),
    (   find(General, Options)
    ->  Option = General
    ;   arg(1, Option, Default)
    ).

% Searching with an unbound value finds the first option of the name, whatever it is.
general(Option, General) :-
    functor(Option, Name, Arity),
    functor(General, Name, Arity).

find(Option, Options) :-
    (   memberchk(Option, Options)
    ->  true
    ;   functor(Option, Name, 1),
        arg(1, Option, Value),
        memberchk(Name=Value, Options)
    ).

proper(Options) :-
    (   is_list(Options)
    ->  true
    ;   must_be(list, Options)
    ).

%!  select_option(?Option, +Options, -Rest) is semidet
%
%   As option/2; Rest has the other options.

select_option(Option, Options, Rest) :-
    general(Option, General),
    take(General, Options, Rest0),
    !,
    Option = General,
    Rest = Rest0.

%!  select_option(?Option, +Options, -Rest, +Default) is semidet
%
%   As select_option/3, but if Options has no Option then its value is Default and Rest is Options.

select_option(Option, Options, Rest, Default) :-
    general(Option, General),
    (   take(General, Options, Rest0)
    ->  Option = General,
        Rest = Rest0
    ;   arg(1, Option, Default),
        Rest = Options
    ).

take(Option, Options, Rest) :-
    proper(Options),
    (   selectchk(Option, Options, Rest)
    ->  true
    ;   functor(Option, Name, 1),
        arg(1, Option, Value),
        selectchk(Name=Value, Options, Rest)
    ).

%!  merge_options(+New, +Old, -Merged) is det
%
%   Merged has the options of New and those of Old whose name New does not have, all as Name(Value)
%   and sorted.

merge_options(New, Old, Merged) :-
    terms(New, NewTerms),
    terms(Old, OldTerms),
    (   NewTerms == []
    ->  Merged = OldTerms
    ;   OldTerms == []
    ->  Merged = NewTerms
    ;   sort(NewTerms, NewSet),
        sort(OldTerms, OldSet),
        merged(NewSet, OldSet, Merged)
    ).

terms([], []).
terms([Option|Options], [Term|Terms]) :-
    term(Option, Term),
    terms(Options, Terms).

term(Option, Term) :-
    (   ( Option = (Name=Value) ; Option = Name-Value )
    ->  Term =.. [Name,Value]
    ;   Term = Option
    ).

merged([], Old, Old) :-
    !.
merged(New, [], New) :-
    !.
merged([X|Xs], [Y|Ys], Merged) :-
    functor(X, NameX, ArityX),
    functor(Y, NameY, ArityY),
    compare(Order, NameX-ArityX, NameY-ArityY),
    merged(Order, X, Xs, Y, Ys, Merged).

merged(<, X, Xs, Y, Ys, [X|Merged]) :-
    merged(Xs, [Y|Ys], Merged).
merged(=, X, Xs, _, Ys, [X|Merged]) :-
    merged(Xs, Ys, Merged).
merged(>, X, Xs, Y, Ys, [Y|Merged]) :-
    merged([X|Xs], Ys, Merged).

%!  meta_options(:IsMeta, :Options0, -Options) is det
%
%   Options are Options0, where the value of each option for which call(IsMeta, Name) is true is
%   qualified by the module that Options0 came from.

meta_options(IsMeta, Module:Options0, Options) :-
    must_be(list, Options0),
    qualified(Options0, IsMeta, Module, Options).

qualified([], _, _, []).
qualified([Option0|Options0], IsMeta, Module, [Option|Options]) :-
    (   parts(Option0, Name, Value0, Value, Option1),
        call(IsMeta, Name)
    ->  strip_module(Module:Value0, To, Plain),
        Value = To:Plain,
        Option = Option1
    ;   Option = Option0
    ),
    qualified(Options0, IsMeta, Module, Options).

% parts(+Option0, -Name, -Value0, ?Value, -Option): Option is Option0 with Value for Value0.
parts(Name=Value0, Name, Value0, Value, Name=Value) :-
    !.
parts(Name-Value0, Name, Value0, Value, Name-Value) :-
    !.
parts(Option0, Name, Value0, Value, Option) :-
    compound(Option0),
    Option0 =.. [Name,Value0],
    Option =.. [Name,Value].
