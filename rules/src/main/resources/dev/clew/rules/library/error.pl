%  ?- catch(must_be(nonneg, -1), error(E, _), true).
%     E = type_error(nonneg, -1).
%  ?- is_of_type(list(integer), [1, 2]).
%     true.
%
%  Throwing the standard's errors, and checking arguments.
%
%  A type is a clause of the multifile predicate error:has_type/2, so programs can add their own:
%
%      :- multifile error:has_type/2.
%      error:has_type(even, X) :- integer(X), 0 =:= X mod 2.

:- module(error, [
    must_be/2, is_of_type/2, current_type/3, is_list_or_partial/1,
    type_error/2, domain_error/2, existence_error/2, existence_error/3, permission_error/3,
    instantiation_error/1, uninstantiation_error/1, representation_error/1, syntax_error/1,
    resource_error/1
]).

:- multifile has_type/2.

%!  type_error(+Type, +Culprit) is erroneous
%
%   Throw that Culprit is not of the expected Type.

type_error(Type, Culprit) :-
    throw(error(type_error(Type, Culprit), _)).

%!  domain_error(+Domain, +Culprit) is erroneous
%
%   Throw that Culprit has the right type, but a value outside of Domain.

domain_error(Domain, Culprit) :-
    throw(error(domain_error(Domain, Culprit), _)).

%!  existence_error(+Kind, +Culprit) is erroneous
%
%   Throw that there is no object Culprit of the given Kind.

existence_error(Kind, Culprit) :-
    throw(error(existence_error(Kind, Culprit), _)).

%!  existence_error(+Kind, +Culprit, +Within) is erroneous
%
%   Throw that there is no object Culprit of the given Kind in the collection Within.

existence_error(Kind, Culprit, Within) :-
    throw(error(existence_error(Kind, Culprit, Within), _)).

%!  permission_error(+Operation, +Kind, +Culprit) is erroneous
%
%   Throw that Operation is not allowed on the object Culprit of the given Kind.

permission_error(Operation, Kind, Culprit) :-
    throw(error(permission_error(Operation, Kind, Culprit), _)).

%!  instantiation_error(+Culprit) is erroneous
%
%   Throw that Culprit, or a part of it, is a variable and should not be.

instantiation_error(_) :-
    throw(error(instantiation_error, _)).

%!  uninstantiation_error(+Culprit) is erroneous
%
%   Throw that Culprit is bound and should be a variable.

uninstantiation_error(Culprit) :-
    throw(error(uninstantiation_error(Culprit), _)).

%!  representation_error(+Limit) is erroneous
%
%   Throw that a term cannot be represented because of the named Limit.

representation_error(Limit) :-
    throw(error(representation_error(Limit), _)).

%!  syntax_error(+Message) is erroneous
%
%   Throw that a text is not well-formed.

syntax_error(Message) :-
    throw(error(syntax_error(Message), _)).

%!  resource_error(+Resource) is erroneous
%
%   Throw that there is not enough of Resource.

resource_error(Resource) :-
    throw(error(resource_error(Resource), _)).

%!  must_be(+Type, @Term) is det
%
%   True if Term is of the given Type; throws the fitting error otherwise: an instantiation error
%   when Term is not bound enough to tell, a type error when it is something else. The types are
%
%     - any, var, nonvar, ground, cyclic, acyclic
%     - atom, symbol, string, text, char, chars, code, codes, encoding
%     - integer, nonneg, positive_integer, negative_integer, rational, float, number
%     - between(Low, High): integers if Low is an integer, numbers otherwise
%     - atomic, constant, callable, compound, pair, boolean, bool, order, stream, type
%     - list, proper_list, list(Type), list_of(Type), list_or_partial, list_or_partial_list
%     - oneof(List): a ground member of List

must_be(Type, Term) :-
    (   nonvar(Type)
    ->  (   has_type(Type, Term)
        ->  true
        ;   not_of_type(Type, Term)
        )
    ;   instantiation_error(Type)
    ).

%!  is_of_type(+Type, @Term) is semidet
%
%   True if Term is of the given Type, one of those of must_be/2.

is_of_type(Type, Term) :-
    (   nonvar(Type)
    ->  has_type(Type, Term),
        !
    ;   instantiation_error(Type)
    ).

%!  current_type(?Type, -Var, -Body) is nondet
%
%   True if Type is a type of must_be/2 and Var is of that type when the goal Body is true.

current_type(Type, Var, error:Body) :-
    '$clause'(error:has_type(Type, Var), Body, _).

%!  is_list_or_partial(@Term) is semidet
%
%   True if Term is a list, a list with a variable for its tail, or a variable.

is_list_or_partial(Term) :-
    list_tail(Term, Tail),
    (   var(Tail)
    ->  true
    ;   Tail == []
    ).

not_of_type(Type, Term) :-
    (   list_type(Type, ListType, ElementType)
    ->  not_a_list(ListType, ElementType, Term)
    ;   Type == var
    ->  uninstantiation_error(Term)
    ;   Type == cyclic
    ->  domain_error(cyclic_term, Term)
    ;   Type == acyclic
    ->  domain_error(acyclic_term, Term)
    ;   memberchk(Type, [list_or_partial, list_or_partial_list])
    ->  type_error(list, Term)
    ;   \+ '$clause'(error:has_type(Type, _), _, _)
    ->  existence_error(type, Type)
    ;   var(Term)
    ->  instantiation_error(Term)
    ;   ground_type(Type),
        \+ ground(Term)
    ->  instantiation_error(Term)
    ;   type_error(Type, Term)
    ).

list_type(list, list, any).
list_type(list(Type), list(Type), Type).
list_type(list_of(Type), list(Type), Type).
list_type(chars, list(char), char).
list_type(codes, list(code), code).

ground_type(ground).
ground_type(oneof(_)).
ground_type(stream).
ground_type(text).
ground_type(string).
ground_type(rational).

not_a_list(Type, ElementType, Term) :-
    list_tail(Term, Tail),
    (   var(Tail)
    ->  instantiation_error(Term)
    ;   Tail \== []
    ->  type_error(Type, Term)
    ;   var(ElementType)
    ->  instantiation_error(ElementType)
    ;   all_of_type(Term, ElementType)
    ).

all_of_type([], _).
all_of_type([X|Xs], Type) :-
    must_be(Type, X),
    all_of_type(Xs, Type).

list_tail(List, Tail) :-
    (   nonvar(List),
        List = [_|Rest]
    ->  list_tail(Rest, Tail)
    ;   Tail = List
    ).

has_type(any, _).
has_type(atom, X) :- atom(X).
has_type(atomic, X) :- atomic(X).
has_type(between(L, U), X) :-
    (   integer(L)
    ->  integer(X),
        X >= L,
        ( U == inf -> true ; U == infinite -> true ; X =< U )
    ;   number(X),
        X >= L,
        X =< U
    ).
has_type(boolean, X) :- ( X == true -> true ; X == false ).
has_type(bool, X) :- ( X == true -> true ; X == false ).
has_type(callable, X) :- callable(X).
has_type(char, X) :- atom(X), atom_length(X, 1).
has_type(code, X) :- integer(X), X >= 0, X =< 0x10ffff.
has_type(chars, X) :- is_list(X), every(X, char).
has_type(codes, X) :- is_list(X), every(X, code).
has_type(text, X) :-
    (   atom(X)
    ->  true
    ;   string(X)
    ->  true
    ;   has_type(chars, X)
    ->  true
    ;   has_type(codes, X)
    ).
has_type(compound, X) :- compound(X).
has_type(constant, X) :- atomic(X).
has_type(float, X) :- float(X).
has_type(ground, X) :- ground(X).
has_type(cyclic, X) :- cyclic_term(X).
has_type(acyclic, X) :- acyclic_term(X).
has_type(integer, X) :- integer(X).
has_type(nonneg, X) :- integer(X), X >= 0.
has_type(positive_integer, X) :- integer(X), X > 0.
has_type(negative_integer, X) :- integer(X), X < 0.
has_type(nonvar, X) :- nonvar(X).
has_type(number, X) :- number(X).
has_type(oneof(L), X) :- ground(X), \+ \+ memberchk(X, L).
has_type(order, X) :- ( X == (<) -> true ; X == (=) -> true ; X == (>) ).
has_type(pair, X) :- nonvar(X), X = _-_.
has_type(proper_list, X) :- is_list(X).
has_type(list, X) :- is_list(X).
has_type(list_or_partial, X) :- is_list_or_partial(X).
has_type(list_or_partial_list, X) :- is_list_or_partial(X).
has_type(list(Type), X) :- is_list(X), every(X, Type).
has_type(list_of(Type), X) :- is_list(X), every(X, Type).
has_type(symbol, X) :- atom(X).
has_type(var, X) :- var(X).
has_type(rational, X) :- rational(X).
has_type(string, X) :- string(X).
has_type(stream, X) :- is_stream(X).
has_type(encoding, X) :- encoding(X).
has_type(type, X) :- ground(X), '$clause'(error:has_type(X, _), _, _), !.

every(List, Type) :-
    (   var(Type)
    ->  instantiation_error(Type)
    ;   every_(List, Type)
    ).

every_([], _).
every_([X|Xs], Type) :-
    has_type(Type, X),
    !,
    every_(Xs, Type).

encoding(octet).
encoding(ascii).
encoding(iso_latin_1).
encoding(text).
encoding(utf8).
encoding(utf16be).
encoding(utf16le).
encoding(unicode_be).
encoding(unicode_le).
encoding(wchar_t).
