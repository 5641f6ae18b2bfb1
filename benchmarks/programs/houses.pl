%  ?- main.
%     [ann,bea,cem,dan,eve]
%
%  Five people live in a row of five houses, each with a colour, a pet and a drink of its own. Clues
%  tell who lives where; unification and search find out, 20,000 times.

main :-
    between(1, 19999, _),
    solved(_),
    fail.
main :-
    solved(Street),
    people(Street, People),
    print_all(People).

%  house(Person, Colour, Pet, Drink)
solved(Street) :-
    Street = [house(ann, _, _, _), _, house(_, _, _, milk), _, _],
    one_of(house(eve, red, _, _), Street),
    one_of(house(_, green, _, coffee), Street),
    one_of(house(bea, _, _, tea), Street),
    neighbours(house(_, white, _, _), house(_, green, _, _), Street),
    one_of(house(cem, _, snail, _), Street),
    one_of(house(_, yellow, fox, _), Street),
    neighbours(house(ann, _, _, _), house(_, blue, _, _), Street),
    one_of(house(dan, _, dog, _), Street),
    beside(house(_, _, horse, _), house(_, yellow, _, _), Street),
    one_of(house(_, _, zebra, _), Street),
    one_of(house(_, _, _, water), Street),
    one_of(house(_, _, _, juice), Street),
    beside(house(bea, _, _, _), house(cem, _, _, _), Street),
    neighbours(house(dan, _, _, _), house(eve, _, _, _), Street).

one_of(X, [X|_]).
one_of(X, [_|Xs]) :-
    one_of(X, Xs).

neighbours(X, Y, [X, Y|_]).
neighbours(X, Y, [_|Xs]) :-
    neighbours(X, Y, Xs).

beside(X, Y, Street) :-
    neighbours(X, Y, Street).
beside(X, Y, Street) :-
    neighbours(Y, X, Street).

people([], []).
people([house(Person, _, _, _)|Houses], [Person|People]) :-
    people(Houses, People).

print_all(People) :-
    write(People), nl.
