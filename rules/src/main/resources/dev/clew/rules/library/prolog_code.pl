%  ?- comma_list(Goal, [a, b, c]).
%     Goal = (a, b, c).
%  ?- pi_head(PI, append(_, _, _)).
%     PI = append/3.
%
%  Taking goals apart and putting them together.

:- module(prolog_code, [
    comma_list/2, semicolon_list/2, mkconj/3, mkdisj/3, pi_head/2, head_name_arity/3,
    most_general_goal/2, extend_goal/3, predicate_label/2, predicate_sort_key/2,
    is_control_goal/1, is_predicate_indicator/1
]).

%!  comma_list(?Conjunction, ?List) is nondet
%
%   True if List holds the goals of Conjunction.

comma_list(Conjunction, List) :-
    operands(',', Conjunction, List).

%!  semicolon_list(?Disjunction, ?List) is nondet
%
%   True if List holds the goals of Disjunction.

semicolon_list(Disjunction, List) :-
    operands(;, Disjunction, List).

operands(Operator, Term, List) :-
    (   nonvar(Term)
    ->  flatten_operands(Term, Operator, List, [])
    ;   List = [X|Xs],
        join_operands(Xs, X, Operator, Term)
    ).

flatten_operands(Term, Operator, List0, List) :-
    (   nonvar(Term),
        functor(Term, Operator, 2)
    ->  arg(1, Term, A),
        arg(2, Term, B),
        flatten_operands(A, Operator, List0, List1),
        flatten_operands(B, Operator, List1, List)
    ;   List0 = [Term|List]
    ).

join_operands([], X, _, X).
join_operands([Y|Ys], X, Operator, Term) :-
    Term =.. [Operator, X, Rest],
    join_operands(Ys, Y, Operator, Rest).

%!  mkconj(+A, +B, -Conjunction) is det
%
%   True if Conjunction is A and B, without a `true` among them, nested to the right.

mkconj(A, B, Conjunction) :-
    (   A == true
    ->  Conjunction = B
    ;   B == true
    ->  Conjunction = A
    ;   nonvar(A),
        A = (A1, A2)
    ->  Conjunction = (A1, Rest),
        mkconj(A2, B, Rest)
    ;   Conjunction = (A, B)
    ).

%!  mkdisj(+A, +B, -Disjunction) is det
%
%   True if Disjunction is A or B, without a `false` among them, nested to the right.

mkdisj(A, B, Disjunction) :-
    (   is_false(A)
    ->  Disjunction = B
    ;   is_false(B)
    ->  Disjunction = A
    ;   nonvar(A),
        A = (A1 ; A2)
    ->  Disjunction = (A1 ; Rest),
        mkdisj(A2, B, Rest)
    ;   Disjunction = (A ; B)
    ).

is_false(Goal) :-
    (   Goal == false
    ->  true
    ;   Goal == fail
    ).

%!  pi_head(?PI, ?Head) is det
%
%   True if Head is a goal of the predicate PI: Name/Arity, Name//Arity or one of these with a
%   module.

pi_head(PI, Head) :-
    var(PI),
    var(Head),
    !,
    throw(error(instantiation_error, _)).
pi_head(Module:PI, Module:Head) :-
    !,
    pi_head(PI, Head).
pi_head(Name/Arity, Head) :-
    !,
    functor(Head, Name, Arity).
pi_head(Name//Arity, Head) :-
    !,
    (   nonvar(Head)
    ->  functor(Head, Name, Arity2),
        Arity is Arity2 - 2
    ;   Arity2 is Arity + 2,
        functor(Head, Name, Arity2)
    ).
pi_head(PI, _) :-
    throw(error(type_error(predicate_indicator, PI), _)).

%!  head_name_arity(?Head, ?Name, ?Arity) is det
%
%   True if Name and Arity are those of the goal Head.

head_name_arity(Head, Name, Arity) :-
    functor(Head, Name, Arity).

%!  most_general_goal(@Goal, -General) is det
%
%   True if General is Goal, module included, with its arguments replaced by new variables.

most_general_goal(Goal, General) :-
    (   var(Goal)
    ->  General = Goal
    ;   Goal = Module:Plain
    ->  General = Module:PlainGeneral,
        most_general_goal(Plain, PlainGeneral)
    ;   functor(Goal, Name, Arity),
        functor(General, Name, Arity)
    ).

%!  extend_goal(+Goal, +Extra, -Extended) is det
%
%   True if Extended is Goal with the list Extra added to its arguments.

extend_goal(Goal, Extra, Extended) :-
    (   var(Goal)
    ->  Extended =.. [call, Goal|Extra]
    ;   Goal = Module:Plain
    ->  Extended = Module:PlainExtended,
        extend_goal(Plain, Extra, PlainExtended)
    ;   Goal =.. List0,
        append(List0, Extra, List),
        Extended =.. List
    ).

%!  predicate_label(+PI, -Label) is det
%
%   True if the atom Label names the predicate PI to a human.

predicate_label(PI, Label) :-
    (   PI = Module:Plain,
        ( Module == user ; Module == system )
    ->  format(atom(Label), '~w', [Plain])
    ;   format(atom(Label), '~w', [PI])
    ).

%!  predicate_sort_key(+PI, -Key) is det
%
%   True if Key is the term by which the predicate PI is sorted for humans.

predicate_sort_key(PI, Key) :-
    (   PI = _:Plain
    ->  predicate_sort_key(Plain, Key)
    ;   PI = Key/_
    ->  true
    ;   PI = Key//_
    ).

%!  is_control_goal(@Goal) is semidet
%
%   True if Goal is a compound control structure.

is_control_goal(Goal) :-
    nonvar(Goal),
    control(Goal).

control((_, _)).
control((_ ; _)).
control((_ -> _)).
control((_ *-> _)).
control((_ | _)).
control(\+ _).

%!  is_predicate_indicator(@Term) is semidet
%
%   True if Term is Name/Arity, Name//Arity or one of these with a module.

is_predicate_indicator(Term) :-
    (   var(Term)
    ->  throw(error(instantiation_error, _))
    ;   strip_module(Term, Module, Plain),
        atom(Module),
        nonvar(Plain),
        (   Plain = Name/Arity
        ->  true
        ;   Plain = Name//Arity
        ),
        atom(Name),
        integer(Arity),
        Arity >= 0
    ).
