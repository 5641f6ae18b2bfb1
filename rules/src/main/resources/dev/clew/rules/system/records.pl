%% provides: recorda/2, recorda/3, recordz/2, recordz/3, recorded/2, recorded/3, instance/2
%% provides: current_key/1, flag/3
%
%  ?- recordz(colour, red), recordz(colour, blue), recorded(colour, X).
%     X = red ;
%     X = blue.
%  ?- flag(visits, Old, Old+1), flag(visits, New, New).
%     Old = 0, New = 1.
%
%  Terms stored under keys, and counters. A key is an atom, a number, or a compound that stands for
%  its name and arity. A record's reference is that of the clause that holds it, so erase/1 removes it.

:- dynamic('$record'/2).
:- dynamic('$counter'/2).

%!  recorda(+Key, +Term) is det
%!  recorda(+Key, +Term, -Reference) is det
%
%   Store a copy of Term as the first record of Key.

recorda(Key, Term) :-
    recorda(Key, Term, _).

recorda(Key, Term, Reference) :-
    '$record_key'(Key, General),
    asserta('$record'(General, Term), Reference).

%!  recordz(+Key, +Term) is det
%!  recordz(+Key, +Term, -Reference) is det
%
%   Store a copy of Term as the last record of Key.

recordz(Key, Term) :-
    recordz(Key, Term, _).

recordz(Key, Term, Reference) :-
    '$record_key'(Key, General),
    assertz('$record'(General, Term), Reference).

%!  recorded(?Key, ?Term) is nondet
%!  recorded(?Key, ?Term, ?Reference) is nondet
%
%   True for each record of Key, in their order. If Key is unbound, all keys are tried.

recorded(Key, Term) :-
    recorded(Key, Term, _).

recorded(Key, Term, Reference) :-
    (   var(Key)
    ->  true
    ;   '$record_key'(Key, Key1)
    ),
    clause('$record'(General, Term), true, Reference),
    (   var(Key)
    ->  Key = General
    ;   Key1 = General
    ).

%!  instance(+Reference, -Term) is semidet
%
%   Term is a copy of the record or, as Head :- Body, of the clause that Reference stands for.

instance(Reference, Term) :-
    clause(Head, Body, Reference),
    (   Head = '$record'(_, Record)
    ->  Term = Record
    ;   Term = (Head :- Body)
    ).

%!  current_key(?Key) is nondet
%
%   True for each key that has records.

current_key(Key) :-
    findall(K, '$record'(K, _), Keys0),
    sort(Keys0, Keys),
    '$record_member'(Key, Keys).

'$record_member'(X, [X|_]).
'$record_member'(X, [_|Xs]) :-
    '$record_member'(X, Xs).

'$record_key'(Key, _) :-
    var(Key),
    !,
    throw(error(instantiation_error, _)).
'$record_key'(Key, General) :-
    compound(Key),
    !,
    functor(Key, Name, Arity),
    functor(General, Name, Arity).
'$record_key'(Key, Key).

%!  flag(+Key, -Old, +New) is det
%
%   Old is the value of counter Key, 0 at first; then its value becomes that of the expression New.

flag(Key, Old, New) :-
    '$record_key'(Key, General),
    (   '$counter'(General, Value)
    ->  Old = Value
    ;   Old = 0
    ),
    Result is New,
    retractall('$counter'(General, _)),
    assertz('$counter'(General, Result)).
