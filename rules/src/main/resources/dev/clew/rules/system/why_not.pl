%% provides: why_not/1, why_not/2, abducible/1, abduce/2
%
%  ?- why_not(append([a], _, [b]), miss(_, Reasons)).
%     Reasons = [built_in].
%
%  Why a goal has no answer: the clauses that came near, where they clash or which premise fails, and
%  the facts that would make the goal true.
%
%  The goal and the prefixes of clause bodies are run by the engine itself, within a limit; what is
%  looked at is only how far each clause gets. Abduction is that of abductive logic programming (A.
%  Kakas, R. Kowalski and F. Toni, "Abductive Logic Programming", 1992), by iterative deepening over
%  the number of assumptions.

:- meta_predicate
    why_not(0),
    why_not(0, -),
    abduce(0, -).

:- dynamic('$why_not_abducible'/2).

%!  abducible(:Indicators) is det
%
%   Declares predicates whose facts may be missing: abduce/2 and why_not/1 look among them for what
%   would make a goal true. They become dynamic.

:- meta_predicate abducible(:).

abducible(Specs) :-
    strip_module(Specs, M, Plain),
    '$why_not_indicators'(Plain, PIs),
    forall(member(PI, PIs), '$why_not_declare'(PI, M)).

'$why_not_indicators'(Specs, PIs) :-
    var(Specs),
    !,
    must_be(nonvar, Specs),
    PIs = [].
'$why_not_indicators'((A, B), PIs) :-
    !,
    '$why_not_indicators'(A, As),
    '$why_not_indicators'(B, Bs),
    append(As, Bs, PIs).
'$why_not_indicators'([], []) :- !.
'$why_not_indicators'([A|B], PIs) :-
    !,
    '$why_not_indicators'(A, As),
    '$why_not_indicators'(B, Bs),
    append(As, Bs, PIs).
'$why_not_indicators'(PI, [PI]).

'$why_not_declare'(PI, M0) :-
    strip_module(M0:PI, M, Plain),
    (   Plain = Name/Arity
    ->  must_be(atom, Name),
        must_be(nonneg, Arity)
    ;   throw(error(type_error(predicate_indicator, Plain), _))
    ),
    functor(Head, Name, Arity),
    M:dynamic(Plain),
    (   '$why_not_abducible'(M, Head)
    ->  true
    ;   assertz('$why_not_abducible'(M, Head))
    ).

% ---- Why not ----

%!  why_not(:Goal) is semidet
%
%   Prints why Goal has no answer: the nearest misses first, and what would make it true. Fails if
%   Goal has an answer.

why_not(Goal) :-
    why_not(Goal, Miss),
    (   Miss = stopped(G)
    ->  format("The search for ~p was stopped at a limit, so it is not known whether it has an answer.~n", [G])
    ;   '$why_not_show'(Miss, 0),
        (   \+ '$why_not_abducible'(_, _)
        ->  true
        ;   call_with_inference_limit(findall(Fs, limit(3, abduce(Goal, Fs)), Sets), 5_000_000, _),
            nonvar(Sets)
        ->  forall(( member(Facts, Sets), Facts \== [] ), '$why_not_show_remedy'(Facts))
        ;   format("What would make it true was not found within the limits.~n")
        )
    ).

%!  why_not(:Goal, -Miss) is semidet
%
%   Miss tells why Goal has no answer. It is `stopped(Goal)` if that is not known within the limits,
%   and else `miss(Goal, Reasons)`, nearest first. A reason is `undefined` (there are no clauses),
%   `built_in` (a built-in predicate is false of these values), `holds(G)` (for `\+ G`),
%   `repeats` (the goal waits for itself), `deep` (not looked at), `head(Place, Head, Clashes)` with
%   clashes `clash(Argument, Wanted, Found)`, or `body(Place, Proved, Total, Goals, Misses)`: of the Total
%   premises of the clause at Place, Proved can be true together, as in Goals; the Misses tell why the
%   next one is not.

why_not(Goal, Miss) :-
    strip_module(Goal, M, Plain),
    '$why_not_run'(M:Plain, Result),
    (   Result == true
    ->  fail
    ;   Result == stopped
    ->  Miss = stopped(Plain)
    ;   '$why_not_miss'(Plain, M, 6, [], Miss)
    ).

% '$why_not_run'(:Goal, -Result): true (bindings are kept), false or stopped.

'$why_not_run'(Goal, Result) :-
    (   catch(call_with_inference_limit(Goal, 1_000_000, R),
              error(existence_error(procedure, _), _),
              R = unknown)
    ->  (   R == inference_limit_exceeded
        ->  Result = stopped
        ;   R == unknown
        ->  Result = false
        ;   Result = true
        )
    ;   Result = false
    ).

'$why_not_miss'(Goal, M, Depth, Seen, miss(Shown, Reasons)) :-
    copy_term(Goal, Shown, _),
    '$why_not_reasons'(Goal, M, Depth, Seen, Reasons).

'$why_not_reasons'(Goal, _, Depth, _, [deep]) :-
    Depth =< 0,
    \+ '$why_not_is_built_in'(Goal),
    !.
'$why_not_reasons'(M:Goal, _, Depth, Seen, Reasons) :-
    atom(M),
    nonvar(Goal),
    !,
    '$why_not_reasons'(Goal, M, Depth, Seen, Reasons).
'$why_not_reasons'(\+ Goal, _, _, _, [holds(Goal)]) :- !.
'$why_not_reasons'(not(Goal), _, _, _, [holds(Goal)]) :- !.
'$why_not_reasons'(tnot(Goal), _, _, _, [holds(Goal)]) :- !.
'$why_not_reasons'(Goal, M, Depth, Seen, Reasons) :-
    '$why_not_branches'(Goal, M, Branches),
    !,
    findall(Place-Body, member(Place-Body, Branches), Bodies),
    findall(Reason,
            ( member(Place-Body, Bodies), '$why_not_body'(Body, M, Place, Depth, Seen, Reason) ),
            Reasons).
'$why_not_reasons'(Goal, M, Depth, Seen, Reasons) :-
    '$why_not_called'(Goal, Called),
    !,
    '$why_not_reasons'(Called, M, Depth, Seen, Reasons).
'$why_not_reasons'(Goal, _, _, Seen, [repeats]) :-
    member(Other, Seen),
    Other =@= Goal,
    !.
'$why_not_reasons'(Goal, M, Depth, Seen, Reasons) :-
    '$why_not_has_clauses'(Goal, M),
    !,
    '$why_not_clauses'(Goal, M, Depth, [Goal|Seen], Scored),
    sort(1, @>=, Scored, Sorted),
    pairs_values(Sorted, Reasons0),
    (   Reasons0 == []
    ->  Reasons = [undefined]
    ;   Reasons = Reasons0
    ).
'$why_not_reasons'(Goal, M, _, _, [undefined]) :-
    \+ predicate_property(M:Goal, defined),
    !.
'$why_not_reasons'(_, _, _, _, [built_in]).

'$why_not_is_built_in'(Goal) :-
    callable(Goal),
    predicate_property(system:Goal, built_in).

% Whether a goal is to be looked into: those of libraries are as good as built in.

'$why_not_has_clauses'(Goal, M) :-
    callable(Goal),
    \+ predicate_property(M:Goal, built_in),
    \+ ( predicate_property(M:Goal, implementation_module(Home)), module_property(Home, class(library)) ),
    (   predicate_property(M:Goal, number_of_clauses(_))
    ->  true
    ;   predicate_property(M:Goal, dynamic)
    ).

% What a control construct stands for, as bodies.

'$why_not_branches'((A, B), _, [conjunction-(A, B)]).
'$why_not_branches'((C -> T ; E), M, Branches) :-
    !,
    '$why_not_run'(M:C, R),
    (   R == true
    ->  Branches = [then-(C, T)]
    ;   Branches = [else-E, then-(C, T)]
    ).
'$why_not_branches'((C *-> T ; E), M, Branches) :-
    !,
    '$why_not_branches'((C -> T ; E), M, Branches).
'$why_not_branches'((A ; B), _, [either-A, or-B]).
'$why_not_branches'((C -> T), _, [then-(C, T)]).
'$why_not_branches'((C *-> T), _, [then-(C, T)]).
'$why_not_branches'(forall(C, A), _, [counterexample-(\+ (C, \+ A))]).

'$why_not_called'(call(G), G) :- nonvar(G).
'$why_not_called'(once(G), G) :- nonvar(G).
'$why_not_called'(findall(_, G, L), G) :- nonvar(G), nonvar(L), L = [_|_].
'$why_not_called'(Goal, Called) :-
    compound(Goal),
    Goal =.. [call, G|Args],
    Args = [_|_],
    callable(G),
    G =.. L0,
    append(L0, Args, L),
    Called =.. L.

% Each clause with how near it came: body misses come before clashes in the head.

'$why_not_clauses'(Goal, M, Depth, Seen, Scored) :-
    functor(Goal, Name, Arity),
    functor(General, Name, Arity),
    (   predicate_property(M:General, imported_from(Home))
    ->  true
    ;   Home = M
    ),
    findall(Score-Reason,
            (   '$clause'(Home:General, Body, Ref),
                '$why_not_clause'(Goal, General, Body, Home, Ref, Depth, Seen, Score, Reason)
            ),
            Scored).

'$why_not_clause'(Goal, Head, Body, M, Ref, Depth, Seen, Score, Reason) :-
    '$why_not_place'(Ref, Place),
    (   Goal = Head
    ->  '$why_not_body'(Body, M, Place, Depth, Seen, Reason),
        Reason = body(_, Proved, Total, _, _),
        Score is 1 + (Proved + 1) / (Total + 1)
    ;   '$why_not_clashes'(Goal, Head, Clashes),
        length(Clashes, N),
        functor(Goal, _, Arity),
        Score is 1 - N / (Arity + 1),
        copy_term(Head, Shown, _),
        Reason = head(Place, Shown, Clashes)
    ).

'$why_not_place'(Ref, Place) :-
    (   clause_property(Ref, file(File)),
        clause_property(Ref, line_count(Line))
    ->  Place = File:Line
    ;   Place = added
    ).

'$why_not_clashes'(Goal, Head, Clashes) :-
    Goal =.. [_|Args],
    Head =.. [_|Wanted],
    '$why_not_clashes'(Args, Wanted, 1, Clashes0),
    (   Clashes0 == []
    ->  Clashes = [clash(0, Head, Goal)]     % each argument matches, but not all of them together
    ;   Clashes = Clashes0
    ).

'$why_not_clashes'([], [], _, []).
'$why_not_clashes'([A|As], [W|Ws], I, Clashes) :-
    (   A \= W
    ->  Clashes = [clash(I, W, A)|Rest]
    ;   Clashes = Rest
    ),
    I1 is I + 1,
    '$why_not_clashes'(As, Ws, I1, Rest).

% The longest prefix of a body that can be true, and why the next goal is not.

'$why_not_body'(Body, M, Place, Depth, Seen, body(Place, Proved, Total, Done, Misses)) :-
    '$why_not_conjuncts'(Body, Goals, []),
    length(Goals, Total),
    From is Total - 1,
    '$why_not_prefix'(From, Goals, M, Proved, Bindings),
    D1 is Depth - 1,
    findall(Before-Miss,
            (   member(Goals, Bindings),
                length(Prefix, Proved),
                append(Prefix, [Next|_], Goals),
                copy_term(Prefix, Before, _),
                '$why_not_miss'(Next, M, D1, Seen, Miss)
            ),
            Pairs),
    pairs_keys_values(Pairs, Befores, Misses),
    (   Befores = [Done|_]
    ->  true
    ;   Done = []
    ).

'$why_not_prefix'(K, Goals, M, Proved, Bindings) :-
    length(Prefix, K),
    append(Prefix, _, Goals),
    '$why_not_conjunction'(Prefix, Conj),
    catch(call_with_inference_limit(findall(Goals, limit(3, M:Conj), Found), 1_000_000, _),
          error(_, _),
          Found = []),
    (   Found = [_|_]
    ->  Proved = K,
        Bindings = Found
    ;   K =:= 0
    ->  Proved = 0,
        Bindings = [Goals]
    ;   K1 is K - 1,
        '$why_not_prefix'(K1, Goals, M, Proved, Bindings)
    ).

'$why_not_conjuncts'(G, [G|T], T) :-
    var(G),
    !.
'$why_not_conjuncts'((A, B), Goals, Tail) :-
    !,
    '$why_not_conjuncts'(A, Goals, Rest),
    '$why_not_conjuncts'(B, Rest, Tail).
'$why_not_conjuncts'(true, Goals, Goals) :- !.
'$why_not_conjuncts'(!, Goals, Goals) :- !.
'$why_not_conjuncts'(G, [G|T], T).

'$why_not_conjunction'([], true).
'$why_not_conjunction'([G|Gs], Conj) :-
    (   Gs == []
    ->  Conj = G
    ;   Conj = (G, Rest),
        '$why_not_conjunction'(Gs, Rest)
    ).

% ---- Text ----

'$why_not_show'(miss(Goal, [built_in]), Indent) :-
    !,
    '$why_not_line'(Indent, "~p is false", [Goal]).
'$why_not_show'(miss(\+ Goal, [holds(_)]), Indent) :-
    !,
    '$why_not_line'(Indent, "~p is false, because ~p is true", [\+ Goal, Goal]).
'$why_not_show'(miss(Goal, Reasons), Indent) :-
    '$why_not_line'(Indent, "~p is not true", [Goal]),
    In is Indent + 2,
    '$why_not_show_reasons'(Reasons, Goal, In, 4).

'$why_not_show_reasons'([], _, _, _).
'$why_not_show_reasons'([R|Rs], Goal, Indent, Left) :-
    (   Left =:= 0
    ->  length([R|Rs], N),
        '$why_not_line'(Indent, "~d more clauses are further away", [N])
    ;   '$why_not_show_reason'(R, Goal, Indent),
        Left1 is Left - 1,
        '$why_not_show_reasons'(Rs, Goal, Indent, Left1)
    ).

'$why_not_show_reason'(undefined, Goal, In) :-
    functor(Goal, Name, Arity),
    '$why_not_line'(In, "there are no clauses for ~q", [Name/Arity]).
'$why_not_show_reason'(built_in, _, In) :-
    '$why_not_line'(In, "that is false of these values", []).
'$why_not_show_reason'(holds(G), _, In) :-
    '$why_not_line'(In, "because ~p is true", [G]).
'$why_not_show_reason'(repeats, _, In) :-
    '$why_not_line'(In, "that is the same goal again", []).
'$why_not_show_reason'(deep, _, In) :-
    '$why_not_line'(In, "(not looked at any deeper)", []).
'$why_not_show_reason'(head(Place, Head, Clashes), _, In) :-
    '$why_not_place_text'(Place, Where),
    findall(I, member(clash(I, _, _), Clashes), Is),
    (   Is = [0]
    ->  '$why_not_line'(In, "~p~w does not match", [Head, Where])
    ;   Is = [I]
    ->  '$why_not_line'(In, "~p~w differs in argument ~w", [Head, Where, I])
    ;   atomic_list_concat(Is, ', ', Text),
        '$why_not_line'(In, "~p~w differs in arguments ~w", [Head, Where, Text])
    ).
'$why_not_show_reason'(body(Place, Proved, Total, Done, Misses), _, In) :-
    '$why_not_place_text'(Place, Where),
    Next is Proved + 1,
    (   memberchk(Place, [conjunction, then, else, either, or, counterexample])
    ->  true
    ;   '$why_not_line'(In, "the clause~w gets to premise ~d of ~d:", [Where, Next, Total])
    ),
    In2 is In + 2,
    forall(member(G, Done), '$why_not_line'(In2, "~p is true", [G])),
    forall(member(Miss, Misses), '$why_not_show'(Miss, In2)).

'$why_not_place_text'(File:Line, Text) :-
    !,
    file_base_name(File, Name),
    format(string(Text), " at ~w:~d", [Name, Line]).
'$why_not_place_text'(_, "").

'$why_not_line'(Indent, Format, Args) :-
    copy_term(Args, Named, _),
    '$why_not_name'(Named),
    format("~*c", [Indent, 0'\s]),
    format(Format, Named),
    nl.

% Variables print as _, or A, B, ... where one occurs more than once.

'$why_not_name'(Term) :-
    term_variables(Term, Vars),
    '$why_not_name'(Vars, Term, 0).

'$why_not_name'([], _, _).
'$why_not_name'([V|Vs], Term, N) :-
    (   occurrences_of_var(V, Term, 1)
    ->  V = '$VAR'('_'),
        N1 = N
    ;   V = '$VAR'(N),
        N1 is N + 1
    ),
    '$why_not_name'(Vs, Term, N1).

'$why_not_show_remedy'([]) :- !.
'$why_not_show_remedy'(Facts0) :-
    copy_term(Facts0, Facts, _),
    '$why_not_name'(Facts),
    partition('$why_not_is_condition', Facts, Conditions, Plain),
    findall(T, ( member(F, Plain), format(string(T), "~p", [F]) ), Ts),
    findall(T, ( member(where(C), Conditions), format(string(T), "~p", [C]) ), Cs),
    '$why_not_enumeration'(Ts, Text),
    (   Cs == []
    ->  format("It would be true with ~s.~n", [Text])
    ;   '$why_not_enumeration'(Cs, Where),
        format("It would be true with ~s, where ~s.~n", [Text, Where])
    ).

'$why_not_is_condition'(where(_)).

'$why_not_enumeration'([T], T) :- !.
'$why_not_enumeration'(Ts, Text) :-
    append(Init, [Last], Ts),
    atomic_list_concat(Init, ', ', First),
    format(string(Text), "~w and ~s", [First, Last]).

% ---- Abduction ----

%!  abduce(:Goal, -Facts:list) is nondet
%
%   Goal would be true if the Facts, instances of abducible predicates, were added to the program.
%   Smaller sets come first, and none that contains another; at most four facts are assumed. A
%   condition on a value that is left open stands among them as where(Condition).

abduce(Goal, Facts) :-
    strip_module(Goal, M, Plain),
    '$why_not_sets'(0, 4, M:Plain, [], Sets),
    member(Facts, Sets).

'$why_not_sets'(N, Max, _, _, []) :-
    N > Max,
    !.
'$why_not_sets'(N, Max, M:Goal, Known, Sets) :-
    findall(Set,
            (   length(Free, N),
                '$why_not_abduce'(Goal, M, 60, Free, [], [], Assumed),
                sort(Assumed, Set)
            ),
            Found0),
    sort(Found0, Found1),
    exclude('$why_not_covered'(Known), Found1, Found),
    append(Known, Found, Known1),
    (   N =:= 0,
        Found \== []
    ->  Sets = Found
    ;   N1 is N + 1,
        append(Found, More, Sets),
        '$why_not_sets'(N1, Max, M:Goal, Known1, More)
    ).

'$why_not_covered'(Known, Set) :-
    member(Smaller, Known),
    '$why_not_subset'(Smaller, Set),
    !.

'$why_not_subset'(Smaller, Set) :-
    \+ ( member(X, Smaller), \+ ( member(Y, Set), subsumes_term(X, Y) ) ).

% '$why_not_abduce'(Goal, Module, Depth, Free0, Free, Assumed0, Assumed): Free counts what may still
% be assumed.

'$why_not_abduce'(Goal, _, _, _, _, _, _) :-
    var(Goal),
    !,
    throw(error(instantiation_error, _)).
'$why_not_abduce'(M:Goal, _, D, F0, F, A0, A) :-
    !,
    '$why_not_abduce'(Goal, M, D, F0, F, A0, A).
'$why_not_abduce'(true, _, _, F, F, A, A) :- !.
'$why_not_abduce'(!, _, _, F, F, A, A) :- !.
'$why_not_abduce'((G, H), M, D, F0, F, A0, A) :-
    !,
    '$why_not_abduce'(G, M, D, F0, F1, A0, A1),
    '$why_not_abduce'(H, M, D, F1, F, A1, A).
'$why_not_abduce'((C -> T ; E), M, D, F0, F, A0, A) :-
    !,
    (   '$why_not_abduce'((C, T), M, D, F0, F, A0, A)
    ;   '$why_not_abduce'((\+ C, E), M, D, F0, F, A0, A)
    ).
'$why_not_abduce'((G ; H), M, D, F0, F, A0, A) :-
    !,
    (   '$why_not_abduce'(G, M, D, F0, F, A0, A)
    ;   '$why_not_abduce'(H, M, D, F0, F, A0, A)
    ).
'$why_not_abduce'((C -> T), M, D, F0, F, A0, A) :-
    !,
    '$why_not_abduce'((C, T), M, D, F0, F, A0, A).
'$why_not_abduce'(\+ G, M, D, F, F, A, A) :-
    !,
    \+ '$why_not_abduce'(G, M, D, [], [], A, _).
'$why_not_abduce'(tnot(G), M, D, F, F, A, A) :-
    !,
    \+ '$why_not_abduce'(G, M, D, [], [], A, _).
'$why_not_abduce'(Goal, M, _, F0, F, A0, A) :-
    '$why_not_abducible'(M, Goal),
    !,
    (   F = F0,
        A = A0,
        ( member(Goal, A0) ; call(M:Goal) )
    ;   F0 = [_|F],
        \+ ( \+ \+ member(Goal, A0), ground(Goal) ),
        \+ ( ground(Goal), call(M:Goal) ),
        A = [Goal|A0]
    ).
'$why_not_abduce'(Goal, M, D, F0, F, A0, A) :-
    '$why_not_has_clauses'(Goal, M),
    \+ predicate_property(M:Goal, imported_from(_)),
    !,
    D > 0,
    D1 is D - 1,
    '$clause'(M:Goal, Body, _),
    '$why_not_abduce'(Body, M, D1, F0, F, A0, A).
'$why_not_abduce'(Goal, M, _, F, F, A0, A) :-
    catch(( call(M:Goal), Open = false ), error(instantiation_error, _), Open = true),
    (   Open == true
    ->  A = [where(Goal)|A0]
    ;   A = A0
    ).
