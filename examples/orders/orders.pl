% Who gets a voucher? Rules over facts that lie in files: two in CSV, one with JSON objects.
%
%   $ clew ask examples/orders/orders.pl "voucher(Name, Percent)"
%   Name = 'Ada Lovelace', Percent = 10
%   Name = 'Alan Turing', Percent = 5
%
%   $ clew ask examples/orders/orders.pl "spent(Name, Sum)"
%   Name = 'Ada Lovelace', Sum = 139.5
%   Name = 'Hopper, Grace', Sum = 15.0
%   Name = 'Alan Turing', Sum = 310.0
%   Name = 'Zoë Kravitz', Sum = 12.25
%
%   $ clew ask examples/orders/orders.pl "silent(Name)"
%   Name = 'Konrad Zuse'

% The variables name the columns; their order is that of the predicate, not that of the file.

:- source(customer(Id, Name, City, Since), csv("customers.csv")).
:- source(order(OrderId, CustomerId, Total), csv("orders.csv")).
:- source(returned(OrderId, Reason), jsonl("returns.jsonl")).

% Orders that were kept.

kept(Customer, Total) :-
    order(Order, Customer, Total),
    \+ returned(Order, _).

spent(Name, Sum) :-
    customer(Id, Name, _, _),
    aggregate_all(count, kept(Id, _), Count),
    Count > 0,
    aggregate_all(sum(Total), kept(Id, Total), Sum).

silent(Name) :-
    customer(Id, Name, _, _),
    \+ order(_, Id, _).

% Ten per cent for those who have been with us for long, five for large sums.

voucher(Name, 10) :-
    customer(_, Name, _, Since),
    Since =< 2019,
    spent(Name, Sum),
    Sum >= 100.
voucher(Name, 5) :-
    customer(_, Name, _, Since),
    Since > 2019,
    spent(Name, Sum),
    Sum >= 300.
