% Checks the decisions on the cases in case.csv.
%
%   $ clew run examples/heating-allowance/cases.pl
%   20 cases are decided as expected.

:- consult(allowance).
:- initialization(main, main).

% case(Person, Entitled, Payment, About)

:- dynamic case/4.
:- prolog_load_context(directory, Folder), load_facts(Folder, case, 4).

main :-
    findall(Case, surprise(Case), Surprises),
    (   Surprises == []
    ->  aggregate_all(count, case(_, _, _, _), N),
        format("~d cases are decided as expected.~n", [N])
    ;   forall(member(Case, Surprises), report(Case)),
        halt(1)
    ).

surprise(case(P, About, Entitled-Payment, Decision-Paid)) :-
    case(P, Entitled, Payment, About),
    decision(entitled(P), Decision),
    paid_amount(P, Paid),
    Decision-Paid \== Entitled-Payment.

paid_amount(P, Amount) :-
    (   payment(P, Amount0)
    ->  Amount = Amount0
    ;   Amount = none
    ).

report(case(P, About, Expected, Found)) :-
    format("~w (~w): ~w, but ~w is expected~n", [P, About, Found, Expected]).
