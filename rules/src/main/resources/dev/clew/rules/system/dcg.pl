%% provides: dcg_translate_rule/2, dcg_translate_rule/4, dcg_translate_body/4, phrase/2, phrase/3
%
%  ?- dcg_translate_rule((greeting --> [hello], name), Clause).
%     Clause = (greeting(A, B) :- A = [hello|C], name(C, B)).
%
%  Definite clause grammars: `Head --> Body` becomes a clause with two more arguments, the list of
%  terminals before and the list after what the nonterminal describes.
%
%  Terminals are unified in the body and not in the head, so that no unification runs ahead of a
%  cut or of an earlier nonterminal: grammar bodies are steadfast.

:- meta_predicate
    phrase(//, ?),
    phrase(//, ?, ?).

%!  dcg_translate_rule(+Rule, -Clause) is det
%
%   True if Clause is the clause that the grammar rule `Head --> Body` or
%   `Head, Pushback --> Body` stands for.

dcg_translate_rule(Rule, Clause) :-
    dcg_translate_rule(Rule, _, Clause, _).

%!  dcg_translate_rule(+Rule, ?Layout0, -Clause, ?Layout) is det
%
%   As dcg_translate_rule/2 for a rule read with its layout. The layout of the clause is unknown,
%   so Layout stays unbound.

dcg_translate_rule((Head --> Body), _, (NewHead :- NewBody), _) :-
    '$dcg_head'(Head, Pushback, NonTerminal),
    '$dcg_extend'(NonTerminal, S0, S, NewHead),
    (   Pushback == []
    ->  dcg_translate_body(Body, S0, S, NewBody)
    ;   dcg_translate_body(Body, S0, S1, Goal),
        dcg_translate_body(Pushback, S, S1, PushbackGoal),
        NewBody = (Goal, PushbackGoal)
    ).

'$dcg_head'(Head, _, _) :-
    var(Head),
    !,
    throw(error(instantiation_error, _)).
'$dcg_head'((NonTerminal, Pushback), Pushback, NonTerminal) :-
    !.
'$dcg_head'(NonTerminal, [], NonTerminal).

'$dcg_extend'(NonTerminal, _, _, _) :-
    var(NonTerminal),
    !,
    throw(error(instantiation_error, _)).
'$dcg_extend'(Module:NonTerminal, S0, S, Module:Goal) :-
    !,
    '$dcg_extend'(NonTerminal, S0, S, Goal).
'$dcg_extend'(NonTerminal, S0, S, Goal) :-
    (   callable(NonTerminal)
    ->  NonTerminal =.. [Name|Arguments],
        '$dcg_two_more'(Arguments, S0, S, NewArguments),
        Goal =.. [Name|NewArguments]
    ;   throw(error(type_error(callable, NonTerminal), _))
    ).

'$dcg_two_more'([], S0, S, [S0, S]).
'$dcg_two_more'([A|As], S0, S, [A|Bs]) :-
    '$dcg_two_more'(As, S0, S, Bs).

%!  dcg_translate_body(+Body, ?List0, ?List, -Goal) is det
%
%   True if Goal is true when List0 is what the grammar body Body describes, followed by List.

dcg_translate_body(Body, S0, S, Goal) :-
    (   var(Body)
    ->  Goal = phrase(Body, S0, S)
    ;   '$dcg_body'(Body, S0, S, Goal0)
    ->  Goal = Goal0
    ;   '$dcg_extend'(Body, S0, S, Goal)
    ).

'$dcg_body'([], S0, S, S0 = S).
'$dcg_body'([X|Xs], S0, S, Goal) :-
    '$dcg_terminals'([X|Xs], S0, S, Goal).
'$dcg_body'((A, B), S0, S, (GoalA, GoalB)) :-
    dcg_translate_body(A, S0, S1, GoalA),
    dcg_translate_body(B, S1, S, GoalB).
'$dcg_body'((A ; B), S0, S, (GoalA ; GoalB)) :-
    dcg_translate_body(A, S0, S, GoalA),
    dcg_translate_body(B, S0, S, GoalB).
'$dcg_body'((A | B), S0, S, (GoalA ; GoalB)) :-
    dcg_translate_body(A, S0, S, GoalA),
    dcg_translate_body(B, S0, S, GoalB).
'$dcg_body'((A -> B), S0, S, (GoalA -> GoalB)) :-
    dcg_translate_body(A, S0, S1, GoalA),
    dcg_translate_body(B, S1, S, GoalB).
'$dcg_body'((A *-> B), S0, S, (GoalA *-> GoalB)) :-
    dcg_translate_body(A, S0, S1, GoalA),
    dcg_translate_body(B, S1, S, GoalB).
'$dcg_body'(\+ A, S0, S, (\+ Goal, S = S0)) :-
    dcg_translate_body(A, S0, _, Goal).
'$dcg_body'(!, S0, S, (!, S = S0)).
'$dcg_body'({Goal}, S0, S, (Goal, S = S0)).
'$dcg_body'(Module:Body, S0, S, Module:Goal) :-
    dcg_translate_body(Body, S0, S, Goal).
'$dcg_body'(Text, S0, S, Goal) :-
    string(Text),
    string_codes(Text, Codes),
    '$dcg_terminals'(Codes, S0, S, Goal).

'$dcg_terminals'(Terminals, S0, S, S0 = List) :-
    '$dcg_append'(Terminals, S, List),
    !.
'$dcg_terminals'(Terminals, _, _, _) :-
    throw(error(type_error(list, Terminals), _)).

'$dcg_append'(Rest, _, _) :-
    var(Rest),
    !,
    fail.
'$dcg_append'([], S, S).
'$dcg_append'([X|Xs], S, [X|Ys]) :-
    '$dcg_append'(Xs, S, Ys).

%!  phrase(:Body, ?List) is nondet
%
%   True if List is what the grammar body Body describes.

phrase(Body, List) :-
    phrase(Body, List, []).

%!  phrase(:Body, ?List, ?Rest) is nondet
%
%   True if List is what the grammar body Body describes, followed by Rest.

phrase(Body, List, Rest) :-
    strip_module(Body, Module, Plain),
    '$dcg_check_body'(Plain),
    '$dcg_check_list'(List),
    '$dcg_check_list'(Rest),
    dcg_translate_body(Plain, S0, S, Goal),
    S0 = List,
    S = Rest,
    call(Module:Goal).

'$dcg_check_body'(Body) :-
    (   callable(Body)
    ->  true
    ;   var(Body)
    ->  throw(error(instantiation_error, _))
    ;   string(Body)
    ->  true
    ;   Body == []
    ->  true
    ;   throw(error(type_error(callable, Body), _))
    ).

'$dcg_check_list'(List) :-
    (   '$dcg_partial_list'(List)
    ->  true
    ;   throw(error(type_error(list, List), _))
    ).

'$dcg_partial_list'(List) :-
    var(List),
    !.
'$dcg_partial_list'([]).
'$dcg_partial_list'([_|List]) :-
    '$dcg_partial_list'(List).
