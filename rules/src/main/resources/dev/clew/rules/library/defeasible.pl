%  ?- naf(member(c, [a, b])).
%     true.
%
%  Rules with exceptions: defeasible rules, priorities, defeaters, explicit negation.
%
%  Of this program, `flies(X)` has the answer `X = woody`, and `defeated(flies(tweety), Rule, By)`
%  the answer `Rule = birds, By = overridden(penguins, neg flies(tweety))`:
%
%      :- use_module(library(defeasible)).
%      birds    :: bird(X) => flies(X).
%      penguins :: penguin(X) => neg flies(X).
%      penguins overrides birds.
%      bird(X) :- penguin(X).
%      bird(woody).
%      penguin(tweety).
%
%  A program that uses this library may say, besides clauses:
%
%    - `Label :: Conditions => Conclusion`: as a rule, the conclusion follows from the conditions.
%      The conclusion is a literal: a goal or `neg` of one, which says that the goal is false. The
%      label is any term; its variables stand in the rule. Without one, the label is File:Line.
%    - `Label :: Conditions => Conclusion unless Exception`: not where the exception holds
%    - `Label :: Conditions ~> Conclusion`, a defeater: concludes nothing, but speaks against rules
%      with an opposed conclusion
%    - `Conclusion :- Conditions` or `Label :: Conclusion :- Conditions`: a strict rule, and facts.
%      What follows by them is never defeated, and defeats what opposes it
%    - `Label1 overrides Label2`: the first rule has priority over the second. A predicate like
%      others: it may have conditions, and may be the conclusion of rules
%    - `Literal1 opposes Literal2`: they cannot both hold. `neg p` opposes `p` without saying so, and
%      a literal never opposes itself
%    - `cancelled(Label)`: the rule does not count
%    - `reads_as(Term, Format, Arguments)`: how why_defeasible/1 says a literal, a condition or a label
%
%  What holds is defined by the well-founded model (A. Van Gelder, K. Ross, J. Schlipf, 1991) of:
%
%    - a conclusion holds if a rule for it is applicable (its conditions hold) and not defeated
%    - a rule is *beaten* if it is cancelled, if its exception holds, if something opposed to its
%      conclusion holds strictly, or if an applicable rule with an opposed conclusion overrides it
%      and is not beaten itself
%    - a rule is *defeated* if it is beaten, or if there is an applicable rule with an opposed
%      conclusion that it does not override and that is not defeated
%
%  So two rules of which neither overrides the other defeat each other if the other one is not
%  defeated: their conclusions are undefined, and so is what depends on them. This is an
%  argumentation theory for logic programs with defaults (H. Wan, B. Grosof, M. Kifer, P. Fodor,
%  S. Liang, "Logic Programming with Defaults and Argumentation Theories", ICLP 2009) in the style of
%  courteous logic programs (B. Grosof, 1997); docs/how-to/write-rules-with-exceptions.md says how
%  it relates to defeasible logic.

:- module(defeasible, [
    op(1120, xfx, ::), op(1110, xfx, =>), op(1110, xfx, ~>), op(1105, xfx, unless),
    op(700, xfx, overrides), op(700, xfx, opposes), op(200, fy, neg),
    decision/2, defeated/3, contested/3, contradiction/2, applicable/2,
    why_defeasible/1, why_defeasible/2,
    according_to/1, undefeated/2, naf/1
]).

:- meta_predicate
    decision(:, ?), defeated(:, ?, ?), contested(:, ?, ?), contradiction(:, ?), applicable(:, ?),
    why_defeasible(:), why_defeasible(:, -), undefeated(+, :), naf(0).

:- multifile system:term_expansion/2.
:- dynamic prepared/1, concluded/2.

% ---- Translation ----

%   A rule `L :: B => H` becomes three clauses: one of the predicate of H, with the place of the
%   rule; one of '$applicable'/3, which tells whether its conditions hold even if it is defeated;
%   and a fact of '$rule'/6 that keeps the rule as it is.

system:term_expansion(Term, Clauses) :-
    defeasible:statement(Term, Statement),
    defeasible:module_of_clauses(Module),
    defeasible:is_rule_base(Module),
    defeasible:expanded(Statement, Module, Clauses).

module_of_clauses(Module) :-
    prolog_load_context(module, Module),
    !.
module_of_clauses(user).

statement(Term, _) :-
    var(Term),
    !,
    fail.
statement((Label :: Rule), Statement) :-
    !,
    labelled(Rule, Label, Statement).
statement((Label :: Head :- Body), strict(Label, Head, Body)) :-
    !.
statement((Body => Head), rule(none, defeasible, Body, Head)) :-
    !.
statement((Body ~> Head), rule(none, defeater, Body, Head)) :-
    !.
statement((Head :- Body), clause((Head :- Body))) :-
    !,
    special(Head).
statement(Fact, clause(Fact)) :-
    special(Fact).

labelled(Rule, Label, rule(some(Label), Kind, Body, Head)) :-
    nonvar(Rule),
    arrow(Rule, Kind, Body, Head),
    !.
labelled(Fact, Label, strict(Label, Fact, true)).

arrow((Body => Head), defeasible, Body, Head).
arrow((Body ~> Head), defeater, Body, Head).

special(Head) :-
    nonvar(Head),
    own(Head, _).

%   The predicates of every rule base that are there without being declared.

own(overrides(_, _), (overrides)/2).
own(opposes(_, _), (opposes)/2).
own(cancelled(_), cancelled/1).
own(neg(_), (neg)/1).
own(reads_as(_, _, _), reads_as/3).

is_rule_base(Module) :-
    prepared(Module),
    !.
is_rule_base(Module) :-
    predicate_property(Module:undefeated(_, _), imported_from(defeasible)).

expanded(clause(Clause), Module, Clauses) :-
    prepare(Module, Clauses, [Clause]).
expanded(strict(Label, Head, Body), Module, Clauses) :-
    label(some(Label), Head-Body, Label1),
    check_conclusion(Head, Module, Label1),
    check_conditions(Body, Label1),
    here(Place),
    goals(Body, Goals),
    sign(Head, Atom, _),
    declared(Module, Head, Atom, Rules, [
        (Head :- Goals),
        '$rule'(Label1, strict, Head, Goals, fail, Place)
    ]),
    prepare(Module, Clauses, Rules).
expanded(rule(Label, Kind, Body, Conclusion), Module, Clauses) :-
    exception(Conclusion, Head, Exception),
    label(Label, Head-Body, Label1),
    check_conclusion(Head, Module, Label1),
    check_conditions(Body, Label1),
    check_conditions(Exception, Label1),
    check_variables(Head, Body, Label1),
    goals(Body, Goals),
    goals(Exception, Excepted),
    sign(Head, Atom, Sign),
    here(Place),
    conclude(Kind, Module, Atom, Head, Label1, Goals, Rules, [
        ('$applicable'(Atom, Sign, Label1) :- Goals),
        '$rule'(Label1, Kind, Head, Goals, Excepted, Place)
        |Rest]),
    (   Excepted == fail
    ->  Rest = []
    ;   Rest = [('$excepted'(Atom, Sign, Label1) :- Excepted)]
    ),
    prepare(Module, Clauses, Rules).

exception(Conclusion, _, _) :-
    var(Conclusion),
    !,
    mistaken(no_conclusion).
exception((Head unless Exception), Head, Exception) :-
    !.
exception(Head, Head, fail).

label(none, _, Label) :-
    here(Label).
label(some(Label), Rule, Label) :-
    (   var(Label)
    ->  mistaken(variable_label)
    ;   term_variables(Label, Variables),
        term_variables(Rule, Known),
        member(V, Variables),
        \+ is_among(V, Known)
    ->  mistaken(free_label(Label))
    ;   true
    ).

here(File:Line) :-
    source_location(File, Line),
    !.
here(user:Line) :-
    prolog_load_context(term_position, '$stream_position'(_, Line, _, _)),
    !.
here(user:0).

sign(neg Atom, Atom1, Sign) :-
    !,
    Atom1 = Atom,
    Sign = negative.
sign(Atom, Atom, positive).

%   The first rule about a predicate makes it dynamic and tabled; a defeater proves nothing.

conclude(defeater, _, _, _, _, _, Rules, Rules).
conclude(defeasible, Module, Atom, Head, Label, Goals, Rules, Rest) :-
    declared(Module, Head, Atom, Rules, [
        (Head :- according_to(Label), Goals, undefeated(Label, Head))
        |Rest]).

declared(Module, Head, Atom, Rules, Rest) :-
    functor(Atom, Name, Arity),
    (   (   Head = neg(_)
        ;   concluded(Module, Name/Arity)
        )
    ->  Rules = Rest
    ;   assertz(concluded(Module, Name/Arity)),
        declarations(Name/Arity, Rules, [(:- table Name/Arity)|Rest])
    ).

declarations(PI, [(:- dynamic PI), (:- multifile PI), (:- discontiguous PI)|Rest], Rest).

prepare(Module, Clauses, Rules) :-
    (   prepared(Module)
    ->  Clauses = Rules
    ;   assertz(prepared(Module)),
        findall(PI, own(_, PI), Own),
        every_declaration(
            ['$applicable'/3, '$excepted'/3, '$rule'/6|Own],
            Clauses,
            [(:- table (neg)/1, '$applicable'/3, '$excepted'/3)|Rules]
        )
    ).

every_declaration([], Rest, Rest).
every_declaration([PI|PIs], Clauses, Rest) :-
    declarations(PI, Clauses, Clauses1),
    every_declaration(PIs, Clauses1, Rest).

%   Negation in conditions has to see what is undefined.

goals(Goal, Goal) :-
    var(Goal),
    !.
goals((A, B), (A1, B1)) :-
    !,
    goals(A, A1),
    goals(B, B1).
goals((A ; B), (A1 ; B1)) :-
    !,
    goals(A, A1),
    goals(B, B1).
goals((A -> B), (A -> B1)) :-
    !,
    goals(B, B1).
goals(\+ A, Goal) :-
    !,
    (   nonvar(A),
        predicate_property(system:A, iso),
        \+ control(A)
    ->  Goal = (\+ A)
    ;   goals(A, A1),
        Goal = naf(A1)
    ).
goals(Goal, Goal).

control((_, _)).
control((_ ; _)).
control((_ -> _)).
control(\+ _).
control(call(_)).
control(once(_)).
control(catch(_, _, _)).
control(findall(_, _, _)).
control(bagof(_, _, _)).
control(setof(_, _, _)).

% ---- Mistakes in rules ----

check_conclusion(Head, _, Label) :-
    var(Head),
    !,
    mistaken(no_conclusion(Label)).
check_conclusion((_, _), _, Label) :-
    !,
    mistaken(several_conclusions(Label)).
check_conclusion(neg(Head), Module, Label) :-
    !,
    (   nonvar(Head),
        Head = neg(_)
    ->  mistaken(double_negation(Head, Label))
    ;   check_conclusion(Head, Module, Label)
    ).
check_conclusion(Head, Module, Label) :-
    (   \+ callable(Head)
    ->  mistaken(bad_conclusion(Head, Label))
    ;   Head = _:_
    ->  mistaken(foreign_conclusion(Head, Label))
    ;   (   predicate_property(Module:Head, iso)
        ;   predicate_property(Module:Head, imported_from(_))
        ;   control(Head)
        )
    ->  mistaken(taken_conclusion(Head, Label))
    ;   true
    ).

check_conditions(Goal, _) :-
    var(Goal),
    !.
check_conditions(Goal, Label) :-
    control_parts(Goal, Parts),
    !,
    check_each(Parts, Label).
check_conditions(Goal, Label) :-
    (   callable(Goal)
    ->  (   arrow(Goal, _, _, _)
        ->  mistaken(nested_rule(Goal, Label))
        ;   true
        )
    ;   mistaken(bad_condition(Goal, Label))
    ).

control_parts((A, B), [A, B]).
control_parts((A ; B), [A, B]).
control_parts((A -> B), [A, B]).
control_parts(\+ A, [A]).

check_each([], _).
check_each([Goal|Goals], Label) :-
    check_conditions(Goal, Label),
    check_each(Goals, Label).

check_variables(Head, Body, Label) :-
    term_variables(Head, Variables),
    term_variables(Body, Known),
    (   member(V, Variables),
        \+ is_among(V, Known)
    ->  variable_name(V, Name),
        mistaken(free_conclusion(Name, Head, Label))
    ;   true
    ).

%   Raises an error whose parts are shown as the user wrote them.

mistaken(Mistake) :-
    Mistake =.. [Kind|Parts],
    (   prolog_load_context(variable_names, Names)
    ->  true
    ;   Names = []
    ),
    as_written(Parts, Names, Shown),
    Shown1 =.. [Kind|Shown],
    throw(error(defeasible(Shown1), rule)).

as_written([], _, []).
as_written([Part|Parts], Names, [Text|Texts]) :-
    (   is_place(Part)
    ->  place_text(Part, Text)
    ;   atom(Part)
    ->  Text = Part
    ;   term_variables(Part, Variables),
        names(Variables, Names, All),
        with_output_to(
            atom(Text),
            write_term(Part, [quoted(true), spacing(next_argument), variable_names(All)])
        )
    ),
    as_written(Parts, Names, Texts).

names([], _, []).
names([V|Vs], Known, [Name=V|Names]) :-
    (   member(Name0=W, Known),
        W == V
    ->  Name = Name0
    ;   Name = '_'
    ),
    names(Vs, Known, Names).

place_text(File:Line, Text) :-
    (   Line =:= 0
    ->  Text = 'without a label'
    ;   format(atom(Text), 'at ~w:~d', [File, Line])
    ).

is_place(Part) :-
    nonvar(Part),
    Part = File:Line,
    atom(File),
    integer(Line).

is_among(V, [W|Ws]) :-
    (   V == W
    ->  true
    ;   is_among(V, Ws)
    ).

variable_name(V, Name) :-
    prolog_load_context(variable_names, Bindings),
    member(Name=W, Bindings),
    V == W,
    !.
variable_name(_, none).

:- multifile prolog:error_message/3.

prolog:error_message(defeasible(Mistake)) -->
    { defeasible:mistake(Mistake, Lines) },
    defeasible:lines(Lines).

lines([Format-Arguments]) -->
    !,
    [Format-Arguments].
lines([Format-Arguments|Lines]) -->
    [Format-Arguments, nl],
    lines(Lines).

mistake(no_conclusion, ['A rule must have a conclusion, not a variable'-[]]).
mistake(no_conclusion(Label), ['The rule ~w must have a conclusion, not a variable'-[Label]]).
mistake(variable_label, ['The label of a rule must not be a variable'-[]]).
mistake(free_label(Label), [
    'The label (~w) has a variable that the rule does not have'-[Label],
    'Maybe leave it out: a label tells rules apart, and those cases that have priorities'-[]
]).
mistake(several_conclusions(Label), [
    'The rule ~w must have one conclusion'-[Label],
    'Maybe write a rule for each, with the same label'-[]
]).
mistake(double_negation(Head, Label), [
    'The conclusion (neg ~w) of the rule ~w is negated twice'-[Head, Label]
]).
mistake(bad_conclusion(Head, Label), [
    'The conclusion (~w) of the rule ~w must be an atom or a compound'-[Head, Label]
]).
mistake(foreign_conclusion(Head, Label), [
    'The conclusion (~w) of the rule ~w must belong to the module of the rule'-[Head, Label]
]).
mistake(taken_conclusion(Head, Label), [
    'The conclusion (~w) of the rule ~w is a predicate of the system or of a library'-[Head, Label],
    'Maybe choose another name'-[]
]).
mistake(bad_condition(Goal, Label), [
    'The condition (~w) of the rule ~w must be an atom or a compound'-[Goal, Label]
]).
mistake(nested_rule(Goal, Label), [
    'The condition (~w) of the rule ~w is a rule itself'-[Goal, Label]
]).
mistake(free_conclusion(none, Head, Label), [
    'A variable of the conclusion (~w) of the rule ~w does not occur in its conditions'-
        [Head, Label],
    'Maybe add a condition that says what it can be'-[]
]) :-
    !.
mistake(free_conclusion(Name, Head, Label), [
    'The variable ~w of the conclusion (~w) of the rule ~w does not occur in its conditions'-
        [Name, Head, Label],
    'Maybe add a condition that says what it can be, such as person(~w)'-[Name]
]).
mistake(not_ground(Label, Literal), [
    'The rule ~w draws a conclusion (~w) with a variable'-[Label, Literal],
    'Maybe add a condition that says what the variable can be'-[]
]).

% ---- The argumentation theory ----

%!  according_to(?Label) is det
%
%   True. The first goal of the clauses that defeasible rules become; it names the rule.

according_to(_).

%!  undefeated(+Label, :Literal) is undefined
%
%   True if the rule Label for the ground Literal is not defeated; undefined if that is open. The
%   last goal of the clauses that defeasible rules become.

undefeated(Label, Literal) :-
    (   ground(Label-Literal)
    ->  true
    ;   Literal = _:Plain,
        mistaken(not_ground(Label, Plain))
    ),
    tnot(is_defeated(Label, Literal)).

:- table is_defeated/2, is_beaten/2, strictly/1, shown/1.

is_defeated(Label, Literal) :-
    is_beaten(Label, Literal).
is_defeated(Label, Module:Literal) :-
    attack(Module, Literal, Other, Opposed),
    naf(Module:overrides(Label, Other)),
    tnot(is_defeated(Other, Module:Opposed)).

is_beaten(Label, Module:_) :-
    Module:cancelled(Label).
is_beaten(Label, Module:Literal) :-
    sign(Literal, Atom, Sign),
    Module:'$excepted'(Atom, Sign, Label).
is_beaten(_, Module:Literal) :-
    strict_attack(Module, Literal, _).
is_beaten(Label, Module:Literal) :-
    attack(Module, Literal, Other, Opposed),
    Module:overrides(Other, Label),
    tnot(is_beaten(Other, Module:Opposed)).

%   An applicable rule with an opposed conclusion.

attack(Module, Literal, Label, Opposed) :-
    opposed(Module, Literal, Opposed, Condition),
    sign(Opposed, Atom, Sign),
    Module:'$applicable'(Atom, Sign, Label),
    Opposed \== Literal,
    Module:Condition.

strict_attack(Module, Literal, Opposed) :-
    opposed(Module, Literal, Opposed, Condition),
    strictly(Module:Opposed),
    Opposed \== Literal,
    Module:Condition.

%   The condition is to be looked at when the opposed literal is known: it may compare values.

opposed(_, Literal, Opposed, true) :-
    complement(Literal, Opposed).
opposed(Module, Literal, Opposed, Condition) :-
    (   Clause = opposes(Literal, Opposed)
    ;   Clause = opposes(Opposed, Literal)
    ),
    clause(Module:Clause, Condition0),
    (   var(Opposed)
    ->  Module:Condition0,
        Condition = true
    ;   Condition = Condition0
    ).

complement(Literal, Opposed) :-
    (   Literal = neg(Atom)
    ->  Opposed = Atom
    ;   Opposed = neg(Literal)
    ).

%   Follows by a fact or a strict rule.

strictly(Module:Literal) :-
    has_rules(Module, Literal),
    clause(Module:Literal, Body),
    Body \= (according_to(_), _),
    Body \= (defeasible:according_to(_), _),
    Module:Body.
strictly(Module:Literal) :-
    \+ has_rules(Module, Literal),
    predicate_property(Module:Literal, defined),
    Module:Literal.

has_rules(_, neg(_)).
has_rules(Module, Literal) :-
    functor(Literal, Name, Arity),
    concluded(Module, Name/Arity).

%!  naf(:Goal) is undefined
%
%   Negation as failure under the well-founded semantics, for any Goal: true if Goal is false,
%   false if it is true, undefined if it is undefined. `\+` in the conditions of a rule means this.

naf(Module:Goal) :-
    (   predicate_property(Module:Goal, tabled)
    ->  tnot(Module:Goal)
    ;   tnot(shown(Module:Goal))
    ).

shown(Goal) :-
    call(Goal).

% ---- Looking at decisions ----

%!  decision(:Literal, ?Decision) is nondet
%
%   Decision tells whether Literal holds: `true`, `undefined` or `false`. If Literal has variables,
%   enumerates what is true or undefined; `false` if nothing is.

decision(Module:Literal, Decision) :-
    be_prepared(Module),
    answers(Module:Literal, Literal, Answers),
    (   Answers == []
    ->  Decision = false
    ;   member(Literal-Decision, Answers)
    ).

%   In a module without rules, what the first rule declares is not there yet.

be_prepared(Module) :-
    prepared(Module),
    !.
be_prepared(Module) :-
    prepare(Module, Declarations, []),
    declare_each(Declarations, Module).

declare_each([], _).
declare_each([(:- Declaration)|Declarations], Module) :-
    call(Module:Declaration),
    declare_each(Declarations, Module).

%   The instances of a term for the answers of a goal, once each, and whether they are true.

answers(Goal, Term, Answers) :-
    findall(Term-Truth, ( call_delays(Goal, Delays), truth(Delays, Truth) ), All),
    sort(All, Sorted),
    best(Sorted, Answers).

%   A goal holds or is undefined; what asks for that is not undefined itself.

is_possible(Module, Goal) :-
    call_delays(Module:Goal, _).

truth(Delays, Truth) :-
    (   Delays == true
    ->  Truth = true
    ;   Truth = undefined
    ).

%   `true` sorts before `undefined`.

best([], []).
best([Term-Truth|Rest], [Term-Truth|Best]) :-
    without(Rest, Term, Rest1),
    best(Rest1, Best).

without([Other-_|Rest], Term, Rest1) :-
    Other == Term,
    !,
    without(Rest, Term, Rest1).
without(Rest, _, Rest).

%!  applicable(:Literal, ?Rule) is nondet
%
%   The conditions of the Rule (a label), whose conclusion is Literal, hold or are undefined,
%   whether it is defeated or not.

applicable(Module:Literal, Rule) :-
    each_rule(Module, Rule, Literal, _),
    is_applicable(Module, Rule, Literal, _).

each_rule(Module, Rule, Literal, Kind) :-
    findall(
        Rule-Literal-Kind,
        ( prepared(Module),
          Module:'$rule'(Rule, Kind, Literal, _, _, _),
          Kind \== strict
        ),
        All
    ),
    variants(All, [], Rules),
    member(Rule-Literal-Kind, Rules).

%   Several rules may have the same label: they count as one.

variants([], _, []).
variants([Rule|Rules], Known, Rest) :-
    (   member(Other, Known),
        Other =@= Rule
    ->  Rest = Rest1
    ;   Rest = [Rule|Rest1]
    ),
    variants(Rules, [Rule|Known], Rest1).

is_applicable(Module, Rule, Literal, Truth) :-
    sign(Literal, Atom, Sign),
    answers(Module:'$applicable'(Atom, Sign, Rule), Rule-Literal, Answers),
    member(Rule-Literal-Truth, Answers).

%!  defeated(:Literal, ?Rule, ?By) is nondet
%
%   The Rule (a label) would give Literal, but is defeated, certainly. By says who or what does it:
%
%     - overridden(Other, Opposed): the rule Other for the literal Opposed has priority
%     - strict(Opposed): Opposed follows without exception
%     - exception(Goal): what the rule says after `unless` holds
%     - cancelled: it is cancelled
%     - outweighed(Other, Opposed): the rule Other for Opposed is not overridden by it and holds

defeated(Module:Literal, Rule, By) :-
    each_rule(Module, Rule, Literal, defeasible),
    is_applicable(Module, Rule, Literal, _),
    status(Module, Rule, Literal, defeated),
    is_attacked(Module, Rule, Literal, By, true).

%!  contested(:Literal, ?Rule, ?By) is nondet
%
%   It is undefined whether the Rule (a label) for Literal is defeated. By says by what, as in
%   defeated/3.

contested(Module:Literal, Rule, By) :-
    each_rule(Module, Rule, Literal, defeasible),
    is_applicable(Module, Rule, Literal, _),
    status(Module, Rule, Literal, contested),
    is_attacked(Module, Rule, Literal, By, undefined).

status(Module, Rule, Literal, Status) :-
    answers(undefeated(Rule, Module:Literal), x, Answers),
    (   Answers == []
    ->  Status = defeated
    ;   Answers = [x-true]
    ->  Status = undefeated
    ;   Status = contested
    ).

%   Each reason is given once, the strongest kind first; who merely stands against a rule that is
%   beaten anyway is not mentioned.

is_attacked(Module, Rule, Literal, By, Truth) :-
    findall(By1, beaten_by(Module, Rule, Literal, By1, Truth), Beaten),
    (   Beaten = [_|_],
        Truth == true
    ->  All = Beaten
    ;   findall(By1, outweighed_by(Module, Rule, Literal, By1, Truth), Outweighed),
        append(Beaten, Outweighed, All)
    ),
    distinct_terms(All, [], Reasons),
    member(By, Reasons).

distinct_terms([], _, []).
distinct_terms([T|Ts], Known, Distinct) :-
    (   member(K, Known),
        K == T
    ->  Distinct = Distinct1
    ;   Distinct = [T|Distinct1]
    ),
    distinct_terms(Ts, [T|Known], Distinct1).

beaten_by(Module, Rule, _, cancelled, Truth) :-
    answers(Module:cancelled(Rule), x, [x-Truth]).
beaten_by(Module, Rule, Literal, exception(Exception), Truth) :-
    sign(Literal, Atom, Sign),
    answers(Module:'$excepted'(Atom, Sign, Rule), x, [x-Truth]),
    Module:'$rule'(Rule, _, Literal, _, Exception0, _),
    alternative(Exception0, Alternative),
    answers(Module:Alternative, Alternative, [Exception-Truth|_]).
beaten_by(Module, _, Literal, strict(Opposed), Truth) :-
    answers(strict_attack(Module, Literal, Opposed), Opposed, Answers),
    member(Opposed-Truth, Answers).
beaten_by(Module, Rule, Literal, overridden(Other, Opposed), Truth) :-
    answers(overriding(Module, Rule, Literal, Other, Opposed), Other-Opposed, Answers),
    member((Other-Opposed)-Truth, Answers).
outweighed_by(Module, Rule, Literal, outweighed(Other, Opposed), Truth) :-
    answers(outweighing(Module, Rule, Literal, Other, Opposed), Other-Opposed, Answers),
    member((Other-Opposed)-Truth, Answers),
    \+ answers(Module:overrides(Other, Rule), x, [_|_]).

alternative(Goal, Alternative) :-
    (   nonvar(Goal),
        Goal = (A ; B)
    ->  (   alternative(A, Alternative)
        ;   alternative(B, Alternative)
        )
    ;   Alternative = Goal
    ).

overriding(Module, Rule, Literal, Other, Opposed) :-
    attack(Module, Literal, Other, Opposed),
    Module:overrides(Other, Rule),
    tnot(is_beaten(Other, Module:Opposed)).

outweighing(Module, Rule, Literal, Other, Opposed) :-
    attack(Module, Literal, Other, Opposed),
    naf(Module:overrides(Rule, Other)),
    tnot(is_defeated(Other, Module:Opposed)).

%!  contradiction(:Literal, ?Opposed) is nondet
%
%   Literal and Opposed both follow strictly, although they oppose each other: a mistake in the
%   facts or the strict rules, which no priority can settle.

contradiction(Module:Literal, Opposed) :-
    (   var(Literal)
    ->  prepared(Module),
        candidate(Module, Literal)
    ;   true
    ),
    answers(strictly(Module:Literal), Literal, Answers),
    member(Literal-true, Answers),
    answers(strict_attack(Module, Literal, Opposed), Opposed, Opposing),
    member(Opposed-true, Opposing),
    Literal @> Opposed.

candidate(_, neg(_)).
candidate(Module, Literal) :-
    clause(Module:opposes(A, B), _),
    ( Literal = A ; Literal = B ).

% ---- Why ----

%!  why_defeasible(:Literal, -Why) is det
%
%   Why is the account of the decision about the ground Literal: why(Literal, Decision, Grounds).
%   The grounds are, in this order:
%
%     - fact(Place), strict(Label, Place, Premises): it follows strictly
%     - rule(Label, Place, Premises): this rule gives it
%     - open(Label, Place, Premises): this rule gives it if its conditions hold, which is undefined
%     - defeated(Label, Place, Premises, By), contested(Label, Place, Premises, By): this rule would
%       give it; By lists what defeats it, or may: by(Reason, Place, Premises), with the reason as
%       in defeated/3, and the place and the premises if it is a rule
%     - inapplicable(Label, Place, Premises, Unmet), if the decision is `false`: the first conditions
%       of this rule are met, the condition Unmet is not
%     - against(Label, Opposed, Place, Premises, By): this rule for the opposed literal is defeated;
%       By lists the reasons
%     - above: the account stands further up
%
%   A place is File:Line. A premise is an account as well if rules decide it, else goal(Goal, Truth).

why_defeasible(Module:Literal, Why) :-
    (   ground(Literal)
    ->  true
    ;   throw(error(instantiation_error, _))
    ),
    be_prepared(Module),
    account(Module, Literal, [], _, Why).

account(Module, Literal, Seen, Seen1, why(Literal, Decision, Grounds)) :-
    decided(Module, Literal, Decision),
    (   memberchk(Literal, Seen)
    ->  Grounds = [above],
        Seen1 = Seen
    ;   findall(G, bare_ground(Module, Literal, Decision, G), Bare),
        grounds(Bare, Module, [Literal|Seen], Seen1, Grounds)
    ).

decided(Module, Literal, Decision) :-
    answers(Module:Literal, x, Answers),
    (   Answers = [x-Truth]
    ->  Decision = Truth
    ;   Decision = false
    ).

strict_label(Module, Literal, Place, Label) :-
    (   prepared(Module),
        Module:'$rule'(Label0, strict, Literal, _, _, Place)
    ->  Label = Label0
    ;   Label = Place
    ).

%   Grounds whose premises are the goals of a body, not yet accounted for.

bare_ground(Module, Literal, _, Ground) :-
    has_rules(Module, Literal),
    clause(Module:Literal, Body, Clause),
    Body \= (according_to(_), _),
    Body \= (defeasible:according_to(_), _),
    clause_place(Clause, Place),
    (   Body == true
    ->  Ground = fact(Place)
    ;   once(is_possible(Module, Body)),
        conjuncts(Body, Goals),
        strict_label(Module, Literal, Place, Label),
        Ground = strict(Label, Place, Goals)
    ).
bare_ground(Module, Literal, Decision, Ground) :-
    is_rule_base(Module),
    Module:'$rule'(Label, defeasible, Literal, Body, _, Place),
    rule_ground(Module, Literal, Label, Body, Place, Ground),
    \+ ( Decision \== false, Ground = inapplicable(_, _, _, _) ).
bare_ground(Module, Literal, Decision, against(Label, Opposed, Place, Goals, By)) :-
    Decision \== false,
    answers(attack(Module, Literal, Label, Opposed), Label-Opposed, Answers),
    member((Label-Opposed)-_, Answers),
    status(Module, Label, Opposed, defeated),
    Module:'$rule'(Label, _, Opposed, Body, _, Place),
    once(is_possible(Module, Body)),
    conjuncts(Body, Goals),
    findall(B, is_attacked(Module, Label, Opposed, B, true), By).

rule_ground(Module, Literal, Label, Body, Place, Ground) :-
    (   \+ \+ is_possible(Module, Body)
    ->  once(is_possible(Module, Body)),
        conjuncts(Body, Goals),
        status(Module, Label, Literal, Status0),
        answers(Module:Body, x, [x-Truth]),
        conditional(Status0, Truth, Status),
        status_ground(Status, Module, Literal, Label, Place, Goals, Ground)
    ;   conjuncts(Body, Goals),
        met(Goals, Module, Met, Unmet),
        Ground = inapplicable(Label, Place, Met, Unmet)
    ).

conditional(Status0, Truth, Status) :-
    (   Status0 == undefeated,
        Truth == undefined
    ->  Status = open
    ;   Status = Status0
    ).

status_ground(open, _, _, Label, Place, Goals, open(Label, Place, Goals)).
status_ground(undefeated, _, _, Label, Place, Goals, rule(Label, Place, Goals)).
status_ground(defeated, Module, Literal, Label, Place, Goals, Ground) :-
    findall(B, attack_ground(Module, Label, Literal, true, B), By),
    Ground = defeated(Label, Place, Goals, By).
status_ground(contested, Module, Literal, Label, Place, Goals, Ground) :-
    findall(B, attack_ground(Module, Label, Literal, undefined, B), By),
    Ground = contested(Label, Place, Goals, By).

attack_ground(Module, Label, Literal, Truth, by(Reason, Place, Goals)) :-
    is_attacked(Module, Label, Literal, Reason, Truth),
    (   attacker(Reason, Other, Opposed),
        Module:'$rule'(Other, _, Opposed, Body, _, Place0),
        once(is_possible(Module, Body))
    ->  Place = Place0,
        conjuncts(Body, Goals)
    ;   Place = none,
        Goals = []
    ).

attacker(overridden(Other, Opposed), Other, Opposed).
attacker(outweighed(Other, Opposed), Other, Opposed).

clause_place(Clause, File:Line) :-
    clause_property(Clause, file(File)),
    clause_property(Clause, line_count(Line)),
    !.
clause_place(_, none).

conjuncts(Body, Goals) :-
    conjuncts(Body, Goals, []).

conjuncts(Goal, [Goal|Rest], Rest) :-
    var(Goal),
    !.
conjuncts((A, B), Goals, Rest) :-
    !,
    conjuncts(A, Goals, Goals1),
    conjuncts(B, Goals1, Rest).
conjuncts(true, Rest, Rest) :-
    !.
conjuncts(Goal, [Goal|Rest], Rest).

%   As many of the first conditions as hold together, and the one after them.

met(Goals, Module, Met, Unmet) :-
    length(Goals, N),
    between(1, N, I),
    K is N - I,
    length(Met0, K),
    append(Met0, [Unmet0|_], Goals),
    all_hold(Met0, Module),
    !,
    Met = Met0,
    Unmet = Unmet0.

all_hold([], _).
all_hold([Goal|Goals], Module) :-
    is_possible(Module, Goal),
    all_hold(Goals, Module).

grounds([], _, Seen, Seen, []).
grounds([Bare|Bares], Module, Seen, Seen2, [Ground|Grounds]) :-
    ground_account(Bare, Module, Seen, Seen1, Ground),
    grounds(Bares, Module, Seen1, Seen2, Grounds).

ground_account(fact(Place), _, Seen, Seen, fact(Place)).
ground_account(strict(L, P, Goals), Module, Seen, Seen1, strict(L, P, Premises)) :-
    premises(Goals, Module, Seen, Seen1, Premises).
ground_account(open(L, P, Goals), Module, Seen, Seen1, open(L, P, Premises)) :-
    premises(Goals, Module, Seen, Seen1, Premises).
ground_account(rule(L, P, Goals), Module, Seen, Seen1, rule(L, P, Premises)) :-
    premises(Goals, Module, Seen, Seen1, Premises).
ground_account(defeated(L, P, Goals, By0), Module, Seen, Seen2, defeated(L, P, Premises, By)) :-
    premises(Goals, Module, Seen, Seen1, Premises),
    attack_accounts(By0, Module, Seen1, Seen2, By).
ground_account(contested(L, P, Goals, By0), Module, Seen, Seen2, contested(L, P, Premises, By)) :-
    premises(Goals, Module, Seen, Seen1, Premises),
    attack_accounts(By0, Module, Seen1, Seen2, By).
ground_account(inapplicable(L, P, Goals, U), Module, Seen, Seen2, inapplicable(L, P, Premises, W)) :-
    premises(Goals, Module, Seen, Seen1, Premises),
    premise(U, Module, Seen1, Seen2, W).
ground_account(
    against(L, O, P, Goals, By), Module, Seen, Seen1, against(L, O, P, Premises, By)
) :-
    premises(Goals, Module, Seen, Seen1, Premises).

attack_accounts([], _, Seen, Seen, []).
attack_accounts([by(R, P, Goals)|Bys], Module, Seen, Seen2, [by(R, P, Premises)|Accounts]) :-
    premises(Goals, Module, Seen, Seen1, Premises),
    attack_accounts(Bys, Module, Seen1, Seen2, Accounts).

premises([], _, Seen, Seen, []).
premises([Goal|Goals], Module, Seen, Seen2, [Premise|Premises]) :-
    premise(Goal, Module, Seen, Seen1, Premise),
    premises(Goals, Module, Seen1, Seen2, Premises).

premise(Goal, Module, Seen, Seen1, Premise) :-
    (   ground(Goal),
        is_decided_by_rules(Goal, Module, Literal, Kind)
    ->  account(Module, Literal, Seen, Seen1, Why),
        (   Kind == plain
        ->  Premise = Why
        ;   Premise = absence(Why)
        )
    ;   answers(Module:Goal, x, Answers),
        (   Answers = [x-Truth]
        ->  true
        ;   Truth = false
        ),
        Premise = goal(Goal, Truth),
        Seen1 = Seen
    ).

is_decided_by_rules(naf(Goal), Module, Literal, negated) :-
    !,
    callable(Goal),
    is_decided_by_rules(Goal, Module, Literal, plain).
is_decided_by_rules(Literal, Module, Literal, plain) :-
    has_rules(Module, Literal).

%!  why_defeasible(:Literal) is det
%
%   Print the account of the decision about the ground Literal. Literals and labels for which the
%   program has a clause reads_as(Term, Format, Arguments) are shown as that text.

why_defeasible(Module:Literal) :-
    why_defeasible(Module:Literal, Why),
    show(Why, Module, 0).

%   show_defeated(+Literal): tells the rules that speak against a literal, and what defeats them.

show_defeated(Module:Literal) :-
    ground(Literal),
    be_prepared(Module),
    account(Module, Literal, [], _, why(_, _, Grounds)),
    findall(against(L, O, P, Goals, By), member(against(L, O, P, Goals, By), Grounds), Against),
    show_grounds(Against, Module, 0).

show(why(Literal, Decision, Grounds), Module, Indent) :-
    verdict(Decision, Verdict),
    words(Literal, Module, Text),
    line(Indent, '~w: ~w', [Text, Verdict]),
    Indent1 is Indent + 1,
    show_grounds(Grounds, Module, Indent1).

verdict(true, yes).
verdict(false, no).
verdict(undefined, undecided).

show_grounds([], _, _).
show_grounds([Ground|Grounds], Module, Indent) :-
    show_ground(Ground, Module, Indent),
    show_grounds(Grounds, Module, Indent).

show_ground(above, _, Indent) :-
    line(Indent, 'as explained above', []).
show_ground(fact(Place), _, Indent) :-
    (   Place == none
    ->  line(Indent, 'a fact', [])
    ;   place(Place, Where),
        line(Indent, 'a fact~w', [Where])
    ).
show_ground(strict(Label, Place, Premises), Module, Indent) :-
    rule_name(Label, Place, Module, Name),
    line(Indent, 'without exception, by ~w, because', [Name]),
    show_premises(Premises, Module, Indent).
show_ground(rule(Label, Place, Premises), Module, Indent) :-
    rule_name(Label, Place, Module, Name),
    because(Premises, Because),
    line(Indent, 'by ~w~w', [Name, Because]),
    show_premises(Premises, Module, Indent).
show_ground(open(Label, Place, Premises), Module, Indent) :-
    rule_name(Label, Place, Module, Name),
    line(Indent, 'by ~w, if', [Name]),
    show_premises(Premises, Module, Indent).
show_ground(defeated(Label, Place, Premises, By), Module, Indent) :-
    rule_name(Label, Place, Module, Name),
    because(Premises, Because),
    line(Indent, '~w would say so~w', [Name, Because]),
    show_premises(Premises, Module, Indent),
    show_reasons(By, but, Module, Indent).
show_ground(contested(Label, Place, Premises, By), Module, Indent) :-
    rule_name(Label, Place, Module, Name),
    because(Premises, Because),
    line(Indent, '~w says so~w', [Name, Because]),
    show_premises(Premises, Module, Indent),
    show_reasons(By, open, Module, Indent).
show_ground(inapplicable(Label, Place, Premises, Unmet), Module, Indent) :-
    rule_name(Label, Place, Module, Name),
    line(Indent, '~w does not apply', [Name]),
    Indent1 is Indent + 1,
    show_premise_list(Premises, Module, Indent1),
    show_premise(Unmet, Module, Indent1).
show_ground(against(Label, Opposed, Place, Premises, By), Module, Indent) :-
    rule_name(Label, Place, Module, Name),
    words(Opposed, Module, Text),
    because(Premises, Because),
    line(Indent, '~w would say otherwise (~w)~w', [Name, Text, Because]),
    show_premises(Premises, Module, Indent),
    show_reasons(By, but, Module, Indent).

because([], '').
because([_|_], ', because').

show_premises(Premises, Module, Indent) :-
    Indent1 is Indent + 1,
    show_premise_list(Premises, Module, Indent1).

show_premise_list([], _, _).
show_premise_list([Premise|Premises], Module, Indent) :-
    show_premise(Premise, Module, Indent),
    show_premise_list(Premises, Module, Indent).

show_premise(why(Literal, Decision, Grounds), Module, Indent) :-
    show(why(Literal, Decision, Grounds), Module, Indent).
show_premise(absence(Why), Module, Indent) :-
    show(Why, Module, Indent).
show_premise(goal(Goal, Truth), Module, Indent) :-
    goal_text(Goal, Truth, Module, Text),
    line(Indent, '~w', [Text]).

goal_text(Goal, Truth, Module, Text) :-
    negated_goal(Goal, Plain),
    !,
    negated_truth(Truth, Plainly),
    goal_text(Plain, Plainly, Module, Text).
goal_text(Goal, Truth, Module, Text) :-
    words(Goal, Module, Words),
    (   Truth == true
    ->  Text = Words
    ;   verdict(Truth, Verdict),
        format(atom(Text), '~w: ~w', [Words, Verdict])
    ).

negated_goal(naf(Goal), Goal).
negated_goal(\+ Goal, Goal).

negated_truth(true, false).
negated_truth(false, true).
negated_truth(undefined, undefined).

show_reasons([], _, _, _).
show_reasons([Reason|Reasons], How, Module, Indent) :-
    Indent1 is Indent + 1,
    show_reason(Reason, How, Module, Indent1),
    show_reasons(Reasons, How, Module, Indent).

show_reason(by(Reason, _, Premises), How, Module, Indent) :-
    !,
    reason(Reason, How, Module, Format, Arguments),
    because(Premises, Because),
    atom_concat(Format, Because, Whole),
    line(Indent, Whole, Arguments),
    show_premises(Premises, Module, Indent).
show_reason(Reason, How, Module, Indent) :-
    reason(Reason, How, Module, Format, Arguments),
    line(Indent, Format, Arguments).

reason(overridden(Other, Opposed), How, Module, Format, [Name, Text]) :-
    rule_text(Other, Opposed, Module, Name, Text),
    (   How == but
    ->  Format = 'but ~w overrides it: ~w'
    ;   Format = 'but ~w may override it: ~w'
    ).
reason(outweighed(Other, Opposed), How, Module, Format, [Name, Text]) :-
    rule_text(Other, Opposed, Module, Name, Text),
    (   How == but
    ->  Format = 'but ~w stands against it: ~w'
    ;   Format = 'but ~w says otherwise, and neither has priority: ~w'
    ).
reason(strict(Opposed), How, Module, Format, [Text]) :-
    words(Opposed, Module, Text),
    (   How == but
    ->  Format = 'but it is settled that ~w'
    ;   Format = 'but it is undecided whether it is settled that ~w'
    ).
reason(exception(Goal), How, Module, Format, [Text]) :-
    goal_text(Goal, true, Module, Text),
    (   How == but
    ->  Format = 'but there is an exception: ~w'
    ;   Format = 'but there may be an exception: ~w'
    ).
reason(cancelled, but, _, 'but it is cancelled', []).
reason(cancelled, open, _, 'but it may be cancelled', []).

rule_text(Label, Literal, Module, Name, Text) :-
    (   Module:'$rule'(Label, _, Literal, _, _, Place)
    ->  true
    ;   Place = none
    ),
    rule_name(Label, Place, Module, Name),
    words(Literal, Module, Text).

rule_name(Label, Place, Module, Name) :-
    (   Label == Place
    ->  short(Place, Short),
        format(atom(Name), 'the rule at ~w', [Short])
    ;   words(Label, Module, Text),
        place(Place, Where),
        format(atom(Name), '~w~w', [Text, Where])
    ).

place(none, '') :-
    !.
place(Place, Where) :-
    short(Place, Short),
    format(atom(Where), ' (~w)', [Short]).

short(File:Line, Base:Line) :-
    file_base_name(File, Base).

words((A, B), Module, Text) :-
    !,
    words(A, Module, TextA),
    words(B, Module, TextB),
    format(atom(Text), '~w, and ~w', [TextA, TextB]).
words(Term, Module, Text) :-
    is_rule_base(Module),
    catch(Module:reads_as(Term, Format, Arguments), error(existence_error(_, _), _), fail),
    !,
    format(atom(Text), Format, Arguments).
words(neg(Term), Module, Text) :-
    is_rule_base(Module),
    catch(Module:reads_as(Term, Format, Arguments), error(existence_error(_, _), _), fail),
    !,
    format(atom(Positive), Format, Arguments),
    format(atom(Text), 'it is not so that ~w', [Positive]).
words(Term, _, Text) :-
    format(atom(Text), '~p', [Term]).

line(Indent, Format, Arguments) :-
    Column is 2 * Indent,
    format('~*c', [Column, 0' ]),
    format(Format, Arguments),
    nl.
