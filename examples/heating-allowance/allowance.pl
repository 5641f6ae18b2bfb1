% The winter heating allowance of the Republic of Tarnmark: who gets it, and how much a month.
% Country and law are invented.
%
%   $ clew ask examples/heating-allowance/allowance.pl "payment(p01, Amount)"
%   Amount = 75
%
%   $ clew ask examples/heating-allowance/allowance.pl "why_defeasible(entitled(p11))"
%
% README.md shows what that prints; cases.pl checks the twenty cases of case.csv.
%
% A rule is labelled by where it stands: act(5) is section 5 of the Heating Act, regulation(2) is
% section 2 of the Heating Regulation, order(1) is section 1 of the Cold Spell Order.

:- use_module(library(defeasible)).

% ---- Facts ----

% person(Id, Name, Born, Status, ResidentSince, Income, Savings, Household)
% household(Id, Municipality, Dwelling, Heating, Tenure, Metres)
% mark(Person, Mark): what the register notes, such as prisoner, carer, student

:- dynamic person/8, household/6, mark/2.

load_facts(Folder, Name, Arity) :-
    atomic_list_concat([Folder, /, Name, '.csv'], File),
    csv_read_file(File, [_Header|Rows], [functor(Name), arity(Arity)]),
    retract_all_facts(Name, Arity),
    forall(member(Row, Rows), assertz(Row)).

retract_all_facts(Name, Arity) :-
    functor(Fact, Name, Arity),
    retractall(Fact).

:- prolog_load_context(directory, Folder),
   load_facts(Folder, person, 8),
   load_facts(Folder, household, 6),
   load_facts(Folder, mark, 2).

year_of_decision(2026).

age(P, Age) :-
    person(P, _, Born, _, _, _, _, _),
    year_of_decision(Year),
    Age is Year - Born.

status(P, Status) :- person(P, _, _, Status, _, _, _, _).

income(P, Income) :- person(P, _, _, _, _, Income, _, _).

savings(P, Savings) :- person(P, _, _, _, _, _, Savings, _).

years_resident(P, Years) :-
    person(P, _, _, _, Since, _, _, _),
    year_of_decision(Year),
    Years is Year - Since.

lives_in(P, H) :- person(P, _, _, _, _, _, _, H).

home(P, Municipality, Dwelling, Heating, Tenure, Metres) :-
    lives_in(P, H),
    household(H, Municipality, Dwelling, Heating, Tenure, Metres).

members(H, N) :-
    aggregate_all(count, lives_in(_, H), N).

highland(upper_tarn).
highland(grey_pass).

cold_spell(grey_pass).
cold_spell(lowmoor).

% ---- Which rule prevails ----

% rank(Source, Rank), enacted(Source, Year)

rank(act(_), 3).
rank(order(_), 2).
rank(regulation(_), 2).
rank(bylaw(_, _), 1).

enacted(act(N), Year) :- ( N < 20 -> Year = 2012 ; Year = 2019 ).
enacted(regulation(_), 2015).
enacted(order(_), 2025).
enacted(bylaw(_, _), 2021).

% The higher source prevails; among equals the exception, and then the later one. Section 30 of the
% Act lets the Order depart from it.

overrides(order(N), act(M)) :- departs_from(order(N), act(M)).
overrides(R, S) :- rank(R, A), rank(S, B), A > B, \+ departs_from(S, R).
overrides(R, S) :- exception_to(R, S).
overrides(R, S) :-
    rank(R, A), rank(S, A),
    \+ exception_to(R, S), \+ exception_to(S, R),
    enacted(R, X), enacted(S, Y), X > Y.

departs_from(order(1), act(6)).
departs_from(order(2), act(7)).

exception_to(act(3), act(2)).
exception_to(act(4), act(3)).
exception_to(act(6), act(5)).
exception_to(act(7), act(5)).
exception_to(act(8), act(5)).
exception_to(act(9), act(8)).
exception_to(act(10), act(5)).
exception_to(act(13), act(12)).
exception_to(act(14), act(12)).
exception_to(act(14), act(13)).
exception_to(regulation(3), regulation(2)).
exception_to(regulation(6), regulation(5)).
exception_to(regulation(9), regulation(8)).

% ---- Residence ----

act(1) :: resident(P) :- status(P, citizen).
act(2) :: status(P, permit) => resident(P).
act(3) :: status(P, permit), years_resident(P, Years), Years < 2 => neg resident(P).
act(4) :: status(P, permit), mark(P, joined_family) => resident(P).
regulation(1) :: status(P, refugee) => resident(P) unless mark(P, left_country).

% ---- Entitlement ----

act(5) :: resident(P), low_income(P) => entitled(P).
act(6) :: mark(P, prisoner) => neg entitled(P).
act(7) :: savings(P, Savings), Savings > 20000 => neg entitled(P).
act(8) :: mark(P, student) => neg entitled(P).
act(9) :: mark(P, student), mark(P, parent) => entitled(P).
act(10) :: home(P, _, institution, _, _, _) => neg entitled(P) unless mark(P, on_leave).
act(21) :: mark(P, fraud) => neg entitled(P).
act(22) :: neg entitled(P) :- mark(P, dead).
order(1) :: mark(P, prisoner), mark(P, day_release), in_cold_spell(P) => entitled(P).
order(2) :: low_income(P), in_cold_spell(P), savings(P, S), S =< 40000, resident(P) => entitled(P).
bylaw(lowmoor, 1) :: home(P, lowmoor, boat, _, _, _) => neg entitled(P).

% Section 23 came with the amendment of 2019, as section 24 did; nobody said which one prevails.

act(23) :: mark(P, seasonal_worker) => neg entitled(P).
act(24) :: mark(P, carer), low_income(P) => entitled(P).

in_cold_spell(P) :- home(P, Municipality, _, _, _, _), cold_spell(Municipality).

% ---- Low income ----

regulation(2) :: income(P, Income), limit(P, Limit), Income =< Limit => low_income(P).
regulation(3) :: mark(P, irregular_income) => neg low_income(P).
regulation(4) :: mark(P, minimum_pension) => low_income(P).
act(11) :: low_income(P) :- mark(P, social_assistance).

% The limit grows with the household.

limit(P, Limit) :-
    lives_in(P, H),
    members(H, N),
    Limit is 1100 + 400 * (N - 1).

% ---- The monthly rate ----

rate(P, _) opposes rate(P, _).

act(12) :: entitled(P) => rate(P, 60).
act(13) :: entitled(P), home(P, M, _, _, _, _), highland(M) => rate(P, 75).
act(14) :: entitled(P), home(P, _, _, _, owner, Metres), Metres > 140 => rate(P, 40).
regulation(5) :: home(P, _, _, wood, _, _), entitled(P) => rate(P, 30).

% ---- Supplements ----

regulation(6) :: entitled(P), age(P, Age), Age >= 70 => supplement(P, age, 15).
regulation(7) :: entitled(P), mark(P, medical_need) => supplement(P, medical, 25).
regulation(8) :: entitled(P), mark(P, parent) => supplement(P, child, 20).
regulation(9) :: mark(P, child_in_care) => neg supplement(P, child, 20).
order(3) :: entitled(P), in_cold_spell(P) => supplement(P, cold, 30)
    unless home(P, _, _, district, _, _).
bylaw(grey_pass, 2) :: home(P, grey_pass, _, oil, _, _), entitled(P) => supplement(P, oil, 10).
act(25) :: mark(P, medical_need), age(P, _) => neg supplement(P, age, 15)
    unless age(P, Age), Age >= 80.

% ---- Who is paid, and what ----

% One member of a household is paid: the eldest of those entitled.

regulation(10) :: entitled(P) => paid(P).
regulation(11) :: entitled(P), elder(P, Q), entitled(Q) => neg paid(P).
order(4) :: entitled(P), mark(P, separate_meter) => paid(P).

elder(P, Q) :-
    lives_in(P, H),
    lives_in(Q, H),
    age(P, A),
    age(Q, B),
    B > A.

payment(P, Amount) :-
    decision(paid(P), true),
    decision(rate(P, Rate), true),
    findall(S, decision(supplement(P, _, S), true), Supplements),
    sum_list(Supplements, Extra),
    Amount is Rate + Extra.

% ---- In words ----

name(P, Name) :- person(P, Name, _, _, _, _, _, _).

reads_as(entitled(P), "~w is entitled to the allowance", [N]) :- name(P, N).
reads_as(resident(P), "~w counts as a resident", [N]) :- name(P, N).
reads_as(low_income(P), "~w has a low income", [N]) :- name(P, N).
reads_as(rate(P, R), "the monthly rate of ~w is ~w", [N, R]) :- name(P, N).
reads_as(supplement(P, K, S), "~w gets ~w more (~w)", [N, S, K]) :- name(P, N).
reads_as(paid(P), "the allowance is paid to ~w", [N]) :- name(P, N).
reads_as(status(P, S), "the status of ~w is: ~w", [N, S]) :- name(P, N).
reads_as(mark(P, M), "the register notes for ~w: ~w", [N, M]) :- name(P, N).
reads_as(income(P, I), "~w earns ~w a month", [N, I]) :- name(P, N), number(I).
reads_as(savings(P, S), "~w has savings of ~w", [N, S]) :- name(P, N), number(S).
reads_as(limit(P, L), "the income limit for ~w is ~w", [N, L]) :- name(P, N), number(L).
reads_as(age(P, A), "~w is ~w years old", [N, A]) :- name(P, N), number(A).
reads_as(years_resident(P, Y), "~w has lived here for ~w years", [N, Y]) :- name(P, N), number(Y).
reads_as(in_cold_spell(P), "there is a cold spell where ~w lives", [N]) :- name(P, N).
reads_as(elder(P, Q), "~w is older than ~w and lives there too", [M, N]) :- name(P, N), name(Q, M).
reads_as(home(P, M, D, _, _, _), "~w lives in ~w, dwelling: ~w", [N, M, D]) :- name(P, N), atom(M).
reads_as(home(P, M, _, _, _, _), "~w lives in ~w", [N, M]) :- name(P, N), atom(M).
reads_as(A < B, "~w is less than ~w", [A, B]).
reads_as(A >= B, "~w is at least ~w", [A, B]).
reads_as(A =< B, "~w is not more than ~w", [A, B]).
reads_as(A > B, "~w is more than ~w", [A, B]).
reads_as(act(N), "section ~w of the Heating Act", [N]).
reads_as(regulation(N), "section ~w of the Heating Regulation", [N]).
reads_as(order(N), "section ~w of the Cold Spell Order", [N]).
reads_as(bylaw(Place, N), "section ~w of the bylaw of ~w", [N, Place]).
