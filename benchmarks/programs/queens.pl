%  ?- main.
%     352
%
%  How many ways there are to place 9 queens on a board of 9 by 9, none attacking another; counted
%  ten times.

main :-
    between(1, 9, _),
    ways(_),
    fail.
main :-
    ways(Count),
    write(Count), nl.

ways(Count) :-
    numbers(1, 9, Columns),
    findall(Queens, placed(Columns, [], Queens), All),
    length(All, Count).

numbers(N, N, [N]) :- !.
numbers(I, N, [I|Is]) :-
    J is I + 1,
    numbers(J, N, Is).

placed([], Queens, Queens).
placed(Columns, Done, Queens) :-
    Columns = [_|_],
    chosen(Column, Columns, Rest),
    safe(Done, Column, 1),
    placed(Rest, [Column|Done], Queens).

chosen(X, [X|Xs], Xs).
chosen(X, [Y|Ys], [Y|Zs]) :-
    chosen(X, Ys, Zs).

safe([], _, _).
safe([Other|Others], Column, Distance) :-
    Other =\= Column + Distance,
    Other =\= Column - Distance,
    Next is Distance + 1,
    safe(Others, Column, Next).
