%% provides: freeze/2, frozen/2, copy_term/3
%
%  ?- freeze(X, Y = seen(X)), X = 1.
%     X = 1, Y = seen(1).
%
%  Goals that wait for a variable to be bound, and goals in place of attributes.
%
%  The goals waiting for a variable are the value of its attribute `freeze`: a goal, or the term
%  '$and'(First, Second) of the goals of two freeze/2 calls or of two variables that became one.

:- meta_predicate freeze(?, 0).

%!  freeze(?Var, :Goal) is nondet
%
%   Call Goal as soon as Var is bound; now, if it is bound already.

freeze(Var, Goal) :-
    (   var(Var)
    ->  '$freeze_add'(Var, Goal)
    ;   call(Goal)
    ).

'$freeze_add'(Var, Goal) :-
    (   get_attr(Var, freeze, Goals)
    ->  put_attr(Var, freeze, '$and'(Goals, Goal))
    ;   put_attr(Var, freeze, Goal)
    ).

'$freeze_wake'('$and'(A, B)) :-
    !,
    '$freeze_wake'(A),
    '$freeze_wake'(B).
'$freeze_wake'(Goal) :-
    call(Goal).

freeze:attr_unify_hook(Goals, Value) :-
    (   attvar(Value)
    ->  '$freeze_add'(Value, Goals)
    ;   '$freeze_wake'(Goals)
    ).

freeze:attribute_goals(Var, Goals, Rest) :-
    get_attr(Var, freeze, Frozen),
    '$freeze_goals'(Frozen, Var, Goals, Rest).

'$freeze_goals'('$and'(A, B), Var, Goals, Rest) :-
    !,
    '$freeze_goals'(A, Var, Goals, Goals1),
    '$freeze_goals'(B, Var, Goals1, Rest).
'$freeze_goals'(Goal, Var, [freeze(Var, Goal)|Rest], Rest).

%!  frozen(@Term, -Goals) is det
%
%   True if Goals is the conjunction of the goals that wait for the variables of Term, written as
%   calls of the predicates that made them wait; `true` if there are none.

frozen(Term, Goals) :-
    term_attvars(Term, Vars),
    (   Vars == []
    ->  Goals = true
    ;   copy_term(Vars, Copies, List),
        Copies = Vars,
        '$freeze_conjunction'(List, Goals)
    ).

'$freeze_conjunction'([], true).
'$freeze_conjunction'([Goal|Goals], Conjunction) :-
    '$freeze_conjunction'(Goals, Goal, Conjunction).

'$freeze_conjunction'([], Goal, Goal).
'$freeze_conjunction'([Next|Goals], Goal, (Goal, Conjunction)) :-
    '$freeze_conjunction'(Goals, Next, Conjunction).

%!  copy_term(+Term, -Copy, -Goals) is det
%
%   True if Copy is a copy of Term without attributes, and Goals is a list of goals on the variables
%   of Copy that would put them back. An attribute is shown by attribute_goals//1 of its module, if
%   that is defined, and otherwise as a call of put_attr/3.

copy_term(Term, Copy, Goals) :-
    term_attvars(Term, Vars),
    (   Vars == []
    ->  Goals = [],
        copy_term(Term, Copy)
    ;   findall(Term-List, '$freeze_residue'(Vars, List), [Copy-Goals])
    ).

%   The goals of Vars, which lose their attributes.

'$freeze_residue'(Vars, Goals) :-
    '$freeze_residue'(Vars, Goals, []),
    '$freeze_plain'(Vars).

'$freeze_residue'([], Goals, Goals).
'$freeze_residue'([Var|Vars], Goals, Rest) :-
    get_attrs(Var, Attributes),
    '$freeze_attributes'(Attributes, Var, Goals, Goals1),
    '$freeze_residue'(Vars, Goals1, Rest).

'$freeze_attributes'([], _, Goals, Goals).
'$freeze_attributes'(att(Module, Value, Attributes), Var, Goals, Rest) :-
    (   current_predicate(Module:attribute_goals/3),
        Module:attribute_goals(Var, Goals0, Goals1)
    ->  Goals = Goals0,
        Rest1 = Goals1
    ;   Goals = [put_attr(Var, Module, Value)|Rest1]
    ),
    '$freeze_attributes'(Attributes, Var, Rest1, Rest).

'$freeze_plain'([]).
'$freeze_plain'([Var|Vars]) :-
    del_attrs(Var),
    '$freeze_plain'(Vars).
