% Which discounts a customer gets on an order. Facts about customers and orders come from Java.
%
%   ?- discount(order(ann, [line(tea, 12), line(cup, 1)]), Reason, Percent).
%   Reason = regular, Percent = 5 ;
%   Reason = bulk(tea), Percent = 10.

:- dynamic customer/2.

% discount(Order, Reason, Percent)
discount(order(Customer, _), regular, 5) :-
    customer(Customer, Since),
    this_year(Year),
    Year - Since >= 3.
discount(order(_, Lines), bulk(Item), 10) :-
    member(line(Item, Count), Lines),
    Count >= 10.
discount(order(Customer, _), welcome, 15) :-
    \+ customer(Customer, _).

% best_discount(Order, Reason, Percent): the highest one; there may be none.
best_discount(Order, Reason, Percent) :-
    findall(P-R, discount(Order, R, P), Found),
    max_member(Percent-Reason, Found).

% total(Order, Cents): what is to be paid, where price/2 is known to Java.
total(order(Customer, Lines), Cents) :-
    foldl([line(Item, Count), S0, S]>>( price(Item, Price), S is S0 + Count * Price ), Lines, 0, Sum),
    (   best_discount(order(Customer, Lines), _, Percent)
    ->  Cents is Sum * (100 - Percent) // 100
    ;   Cents = Sum
    ).
