%% provides: bagof/3, setof/3
%
%  ?- bagof(X, member(X-Y, [1-a, 2-b, 3-a]), Xs).
%     Y = a, Xs = [1, 3] ;
%     Y = b, Xs = [2].
%
%  All solutions of a goal, grouped by the values of its free variables.
%
%  The free variables of `V^Goal` are those of Goal that occur neither in V nor in the template
%  (ISO 13211-1, 7.1.1.4). Their values, the witness of a solution, tell the groups apart: all
%  solutions are found first, ordered by witness, and then divided into runs of variant witnesses.

:- meta_predicate
    bagof(?, ^, -),
    setof(?, ^, -).

%!  bagof(+Template, :Goal, -Bag) is nondet
%
%   True if Bag is the non-empty list of the instances of Template for which Goal is true. A free
%   variable of Goal gives one Bag for each of its values; `Var^Goal` takes Var out of the free
%   variables.

bagof(Template, Goal, Bag) :-
    '$bags_check_list'(Bag),
    '$bags_witness'(Template, Goal, Witness, Plain),
    '$bags_collect'(Witness, Template, Plain, Bag).

%!  setof(+Template, :Goal, -Set) is nondet
%
%   As bagof/3, with the instances sorted to the standard order of terms and without duplicates.

setof(Template, Goal, Set) :-
    '$bags_check_list'(Set),
    '$bags_witness'(Template, Goal, Witness, Plain),
    '$bags_collect'(Witness, Template, Plain, Bag),
    sort(Bag, Set).

'$bags_check_list'(List) :-
    (   '$bags_partial_list'(List)
    ->  true
    ;   throw(error(type_error(list, List), _))
    ).

'$bags_partial_list'(List) :-
    var(List),
    !.
'$bags_partial_list'([]).
'$bags_partial_list'([_|List]) :-
    '$bags_partial_list'(List).

%   The witness is the term v(Free, ...) of the free variables; Plain is Goal without its ^ prefix.
%   The variables of Bound come first among those of Bound+Plain, so the rest of them are free.

'$bags_witness'(Template, Goal, Witness, Plain) :-
    '$bags_strip'(Goal, Plain, Template, Bound),
    term_variables(Bound, BoundVars),
    term_variables(Bound+Plain, AllVars),
    '$bags_skip'(BoundVars, AllVars, Free),
    Witness =.. [v|Free].

'$bags_strip'(Goal, Goal, Bound, Bound) :-
    var(Goal),
    !.
'$bags_strip'(V^Goal, Plain, Bound0, Bound) :-
    !,
    '$bags_strip'(Goal, Plain, Bound0+V, Bound).
'$bags_strip'(Module:Goal, Plain, Bound0, Bound) :-
    nonvar(Goal),
    '$bags_strip_module'(Goal, Module, Inner),
    !,
    '$bags_strip'(Inner, Plain, Bound0, Bound).
'$bags_strip'(Goal, Goal, Bound, Bound).

'$bags_strip_module'(V^Goal, Module, V^(Module:Goal)).
'$bags_strip_module'(Module:Goal, _, Module:Goal).

'$bags_skip'([], Free, Free).
'$bags_skip'([_|Bound], [_|All], Free) :-
    '$bags_skip'(Bound, All, Free).

'$bags_collect'(v, Template, Goal, Bag) :-
    !,
    findall(Template, Goal, Bag0),
    Bag0 = [_|_],
    Bag = Bag0.
'$bags_collect'(Witness, Template, Goal, Bag) :-
    findall(Witness-Template, Goal, Answers),
    Answers = [_|_],
    '$bags_share'(Answers),
    keysort(Answers, Sorted),
    '$bags_group'(Sorted, Witness, Bag).

%   Variant witnesses are one group and share their variables. Unifying them makes them identical,
%   hence adjacent after keysort/2.

'$bags_share'([]).
'$bags_share'([Key-_|Answers]) :-
    (   ground(Key)
    ->  true
    ;   '$bags_share'(Answers, Key)
    ),
    '$bags_share'(Answers).

'$bags_share'([], _).
'$bags_share'([Key-_|Answers], Same) :-
    (   Key =@= Same
    ->  Key = Same
    ;   true
    ),
    '$bags_share'(Answers, Same).

'$bags_group'([Key-Value|Answers], Witness, Bag) :-
    '$bags_run'(Answers, Key, Values, Rest),
    '$bags_answer'(Rest, Key, [Value|Values], Witness, Bag).

'$bags_run'([Key-Value|Answers], Same, Values, Rest) :-
    Key == Same,
    !,
    Values = [Value|Values1],
    '$bags_run'(Answers, Same, Values1, Rest).
'$bags_run'(Rest, _, [], Rest).

'$bags_answer'([], Witness, Bag, Witness, Bag).
'$bags_answer'([_|_], Witness, Bag, Witness, Bag).
'$bags_answer'([Answer|Answers], _, _, Witness, Bag) :-
    '$bags_group'([Answer|Answers], Witness, Bag).
