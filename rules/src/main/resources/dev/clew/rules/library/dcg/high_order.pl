%  ?- use_module(library(dcg/basics)).
%     true.
%  ?- phrase(sequence(integer, ",", Xs), `1,2,3`).
%     Xs = [1, 2, 3].
%
%  Grammar rules that take grammar rules: sequences, options and loops.

:- module(dcg_high_order, [
    sequence//2, sequence//3, sequence//5, optional//2, foreach//2, foreach//3
]).

:- meta_predicate
    sequence(3, ?, ?, ?),
    sequence(3, //, ?, ?, ?),
    sequence(//, 3, //, //, ?, ?, ?),
    optional(//, //, ?, ?),
    foreach(0, //, ?, ?),
    foreach(0, //, //, ?, ?).

%!  sequence(:Element, ?List)// is nondet
%
%   Each element X of List as described by call(Element, X); the longest sequence first.

sequence(Element, List) -->
    elements(List, Element).

elements([X|Xs], Element) -->
    call(Element, X),
    elements(Xs, Element).
elements([], _) -->
    [].

%!  sequence(:Element, :Separator, ?List)// is nondet
%
%   As sequence//2, with Separator between two elements. Once a Separator is found, an element must
%   follow.

sequence(Element, Separator, List) -->
    separated(List, Element, Separator).

%!  sequence(:Start, :Element, :Separator, :End, ?List)// is semidet
%
%   As sequence//3, between Start and End; only the first solution.

sequence(Start, Element, Separator, End, List) -->
    Start,
    separated(List, Element, Separator),
    End,
    !.

separated(List, Element, Separator) -->
    { var(List) },
    !,
    (   call(Element, X)
    *-> separated_rest(X, List, Element, Separator)
    ;   { List = [] }
    ).
separated([], _, _) -->
    [].
separated([X|Xs], Element, Separator) -->
    call(Element, X),
    (   { Xs == [] }
    ->  []
    ;   Separator,
        separated(Xs, Element, Separator)
    ).

separated_rest(X, [X|Xs], Element, Separator) -->
    (   Separator
    ->  call(Element, Y),
        separated_rest(Y, Xs, Element, Separator)
    ;   { Xs = [] }
    ).

%!  optional(:Match, :Otherwise)// is semidet
%
%   Match, if it is there, else Otherwise. Only the first solution of the one that is.

optional(Match, _) -->
    Match,
    !.
optional(_, Otherwise) -->
    Otherwise,
    !.

%!  foreach(:Generator, :Element)// is det
%
%   Element for each solution of Generator. Variables that only Element has are shared by all.

foreach(Generator, Element) -->
    foreach(Generator, Element, []).

%!  foreach(:Generator, :Element, :Separator)// is det
%
%   As foreach//2, with Separator between two elements.

foreach(Generator, Element, Separator) -->
    { term_variables(Generator, Own),
      term_variables(Element-Separator, Vars),
      shared(Vars, Own, Shared),
      findall(Own, Generator, Solutions)
    },
    each(Solutions, loop(Own, Shared, Element, Separator)).

shared([], _, []).
shared([V|Vs], Own, Shared) :-
    (   member(W, Own),
        W == V
    ->  Shared = Shared1
    ;   Shared = [V|Shared1]
    ),
    shared(Vs, Own, Shared1).

each([], _) -->
    [].
each([Solution|Solutions], Loop) -->
    { Loop = loop(_, Shared, _, _),
      copy_term(Loop, loop(Solution, Shared, Element, Separator))
    },
    Element,
    (   { Solutions == [] }
    ->  []
    ;   Separator,
        each(Solutions, Loop)
    ).
