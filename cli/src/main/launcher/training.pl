% What the launcher runs once after each build, so that the JVM can record what a usual program needs
% and keep it ready for the next start. It should touch whatever a program may use early, and run
% long enough for the hot loops of the machine to show. No answer is looked at.
%
%   ?- train.
%   true.

:- initialization(start, main).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- dynamic(seen/2).
:- discontiguous(item/2).
:- op(700, xfx, ===>).

item(apple, 3).
item(pear, 5).
item("a string", 0'x).
item(`codes`, [1, 2|_]).
item({curly}, - 1).

sentence ===> [noun_phrase, verb_phrase].

greeting --> [hello], name.
name --> [world].
name --> [clew].

:- if(current_prolog_flag(bounded, false)).
digits([D|Ds]) --> [D], { D >= 0'0, D =< 0'9 }, digits(Ds).
digits([]) --> [].
:- endif.

nrev([], []).
nrev([X|Xs], Ys) :- nrev(Xs, Zs), append_(Zs, [X], Ys).

append_([], Ys, Ys).
append_([X|Xs], Ys, [X|Zs]) :- append_(Xs, Ys, Zs).

queens(N, Qs) :- numlist(1, N, Ns), select_queens(Ns, [], Qs).

select_queens([], Qs, Qs).
select_queens(Unplaced, Safe, Qs) :-
    select(Q, Unplaced, Rest),
    \+ attacks(Q, 1, Safe),
    select_queens(Rest, [Q|Safe], Qs).

attacks(X, N, [Y|_]) :- X is Y + N.
attacks(X, N, [Y|_]) :- X is Y - N.
attacks(X, N, [_|Ys]) :- M is N + 1, attacks(X, M, Ys).

fib(0, 0) :- !.
fib(1, 1) :- !.
fib(N, F) :- A is N - 1, B is N - 2, fib(A, FA), fib(B, FB), F is FA + FB.

count(N, N) :- !.
count(I, N) :- J is I + 1, ( J mod 2 =:= 0 -> true ; J > 0, \+ J = a ), count(J, N).

step(numbers) :-
    X is 2 ** 200 mod 97 + 7 // 2 - max(1, 2.5) * sqrt(2) + truncate(3.7), Y is X / 3,
    format("~w ~a ~q ~2f ~d ~s~n", [X, abc, 'Quoted Atom', Y, 42, [0'a]]).
step(atoms) :-
    atom_codes(A, "text"), atom_length(A, L), atom_chars(A, Cs), number_codes(L, Ds), atom_codes(D, Ds), atom_concat(A, D, B), sub_atom(B, 1, 2, _, S),
    upcase_atom(S, U), atom_number('12', N), number_codes(N, _), atom_string(U, _), char_code(C, 0'c),
    atomic_list_concat([a, b, C], '-', J), atomic_list_concat(_, '-', J), split_string("a b", " ", "", P),
    writeq([Cs, U, J, P]), nl.
step(terms) :-
    T = f(_, Y, g(Y)), functor(T, F, Arity), arg(1, T, _), T =.. [_|Args], copy_term(T, T2), T2 @> a,
    compare(O, T, T2), length(Args, Len), term_variables(T, Vs), print([F, Arity, O, Len, Vs]), nl,
    write_canonical(T), nl, write_term(- (1) + [a|b], [quoted(true), max_depth(3)]), nl.
step(solutions) :-
    findall(X-Y, item(X, Y), L), length(L, _), ( bagof(X, Y^item(X, Y), Xs) -> true ; Xs = [] ),
    setof(Y, X^item(X, Y), _), forall(member(Z, Xs), nonvar(Z)), aggregate_all(count, item(_, _), _).
step(lists) :-
    numlist(1, 20, L), maplist([X, Y]>>(Y is X * X), L, M), foldl([X, A, B]>>(B is A + X), M, 0, S), sum_list(M, S),
    reverse(M, R), msort(R, _), sort(0, @>=, R, _), predsort(compare, R, _), nth0(0, R, _), nth1(1, R, _), last(R, _),
    exclude([X]>>(X < 100), R, _), memberchk(400, R), sort([c-1, a-2], _), keysort([c-1, a-2], _), append(_, [_], R),
    delete(R, 400, _), subtract(R, [1], _).
step(database) :-
    assertz(seen(a, 1)), asserta(seen(b, 2)), retract(seen(a, _)), clause(seen(_, _), true), retractall(seen(_, _)),
    abolish(seen/3).
step(control) :-
    ( member(X, [1, 2, 3]), X > 1 -> true ; fail ), once(member(_, [a])), ignore(fail), \+ fail,
    ( true ; fail ), catch(throw(ball), ball, true), call(succ_or, 1), between(1, 3, 3), !.
step(errors) :-
    catch(atom_length(_, _), error(E, _), ( print_message(silent, format("~w", [E])), write(E), nl )),
    catch(_ is foo + 1, Error, ( print_message(error, Error) )),
    catch(undefined_here, Error2, ( print_message(error, Error2) )).
step(cleanup) :- setup_call_cleanup(true, member(_, [a, b]), true), !.
step(grammar) :- phrase(greeting, [hello, clew]), atom_codes('123', Cs), phrase(digits(_), Cs).
step(reading) :- term_to_atom(f(_, a), A), term_to_atom(_, A), read_term(user_input, _, []).
step(globals) :- nb_setval(key, 1), b_setval(key, 2), nb_getval(key, _), b_getval(key, _).
step(attributes) :- freeze(X, true), X = 1, dif(Y, a), Y = b, when(ground(Z), true), Z = 1.
step(streams) :- current_output(S), stream_property(S, alias(_)), flush_output(S), with_output_to(string(_), write(a)).
step(warm) :- numlist(1, 200, L), ( between(1, 60, _), nrev(L, _), fail ; true ).
step(warm) :- queens(8, Qs), write(Qs), nl.
step(warm) :- fib(19, F), write(F), nl.
step(warm) :- count(0, 200000).
step(warm) :- repeated(3000, slope((x + 1) * (x ^ 2 - 2) / log(x) * x, _)).
step(warm) :- repeated(30, ( tree(8, T), copy_term(T, C), C = T, mirror(T, M), M \== T, leaves(T, Ls), sort(Ls, _) )).
step(warm) :- repeated(60, ( refill(100), lookups(100), retractall(seen(_, _)) )).
step(warm) :- repeated(60, ( findall(X-Y, (number_(X), number_(Y), X < Y), L), length(L, _), keysort(L, _) )).
step(warm) :- repeated(300, matches([a, b, b, a, c, a, b], [any(_), b, any(_), a, any(_)])).
step(warm) :- repeated(3000, catch(sink(10), ball(_), true)).
step(warm) :- repeated(2000, words).
step(warm) :- repeated(6, ( abolish_all_tables, linked(T), findall(X-Y, call(T, X, Y), L), length(L, _) )).
step(warm) :- repeated(6, ( abolish_all_tables, findall(X, ( between(0, 199, X), wins(X) ), L), length(L, _) )).
step(warm) :- repeated(4, ( abolish_all_tables, findall(D, cost(_, _, D), L), sum_list(L, _), memo(300, _) )).
step(warm) :- repeated(20, ( product(200, 1, F), 0 =:= F mod 7 )).

repeated(N, Goal) :- ( between(1, N, _), \+ \+ call(Goal), fail ; true ).

slope(U + V, DU + DV) :- !, slope(U, DU), slope(V, DV).
slope(U - V, DU - DV) :- !, slope(U, DU), slope(V, DV).
slope(U * V, DU * V + U * DV) :- !, slope(U, DU), slope(V, DV).
slope(U / V, (DU * V - U * DV) / V ^ 2) :- !, slope(U, DU), slope(V, DV).
slope(U ^ N, DU * N * U ^ M) :- integer(N), !, M is N - 1, slope(U, DU).
slope(-U, -DU) :- !, slope(U, DU).
slope(exp(U), exp(U) * DU) :- !, slope(U, DU).
slope(log(U), DU / U) :- !, slope(U, DU).
slope(X, 1) :- X == x, !.
slope(_, 0).

tree(0, leaf(_)) :- !.
tree(N, node(A, N, B)) :- M is N - 1, tree(M, A), tree(M, B).

mirror(T, T) :- var(T), !.
mirror(T, T) :- atomic(T), !.
mirror(T, M) :- T =.. [F|As], mirrored(As, [], Bs), M =.. [F|Bs].

mirrored([], Bs, Bs).
mirrored([A|As], Bs0, Bs) :- mirror(A, B), mirrored(As, [B|Bs0], Bs).

leaves(leaf(X), [X]) :- !.
leaves(T, Ls) :- functor(T, _, 3), arg(1, T, A), arg(3, T, B), leaves(A, As), leaves(B, Bs), append(As, Bs, Ls).

refill(0) :- !.
refill(N) :- K is N * 7 mod 101, assertz(seen(N, K)), M is N - 1, refill(M).

lookups(0) :- !.
lookups(N) :- ( seen(N, _) -> true ; true ), ( seen(_, N) -> true ; true ), ( retract(seen(N, _)) -> true ; true ), M is N - 1, lookups(M).

number_(1). number_(2). number_(3). number_(4). number_(5). number_(6). number_(7). number_(8). number_(9).

matches([], []).
matches([X|Xs], [P|Ps]) :- var(P), !, P = X, matches(Xs, Ps).
matches(Xs, [any(Ys)|Ps]) :- append_(Ys, Zs, Xs), matches(Zs, Ps).
matches([X|Xs], [P|Ps]) :- atomic(P), P == X, matches(Xs, Ps).

sink(0) :- throw(ball(deep)).
sink(N) :- N > 0, M is N - 1, sink(M), true.

words :-
    number_codes(1234, Cs), atom_codes(A, Cs), atom_concat(item_, A, B), atom_length(B, _), sub_atom(B, 5, 2, _, _),
    findall(P, sub_atom(B, P, 1, _, t), _), atom_chars(B, Xs), reverse(Xs, Ys), atom_chars(_, Ys).

product(0, F, F) :- !.
product(N, F0, F) :- F1 is F0 * N, M is N - 1, product(M, F1, F).

% Tables: the same relations filled one answer at a time (where a term is no constant) and a set at a time.
:- table left/2, right/2, both/2, even/2, odd/2, wins/1, memo/2, terms/2.
:- table cost(_, _, min).

link(X, Y) :- arc(X, Y).

left(X, Y) :- arc(X, Y).
left(X, Y) :- left(X, Z), arc(Z, Y).

right(X, Y) :- arc(X, Y).
right(X, Y) :- arc(X, Z), right(Z, Y).

both(X, Y) :- arc(X, Y).
both(X, Y) :- both(X, Z), both(Z, Y).

odd(X, Y) :- arc(X, Y).
odd(X, Y) :- even(X, Z), arc(Z, Y).
even(X, Y) :- odd(X, Z), arc(Z, Y).

terms(X, at(Y)) :- arc(X, Y).
terms(X, at(Y)) :- terms(X, at(Z)), arc(Z, Y).

cost(X, Y, 1) :- arc(X, Y).
cost(X, Y, D) :- cost(X, Z, C), arc(Z, Y), D is C + 1.

wins(X) :- arc(X, Y), tnot(wins(Y)).

memo(0, 0).
memo(1, 1).
memo(N, F) :- N > 1, A is N - 1, B is N - 2, memo(A, FA), memo(B, FB), F is (FA + FB) mod 10007.

linked(T) :- member(T, [left, right, both, odd, even, terms]).

arc(0, 3).
arc(1, 51).
arc(2, 99).
arc(3, 147).
arc(4, 195).
arc(5, 188).
arc(6, 36).
arc(7, 84).
arc(8, 132).
arc(9, 180).
arc(10, 173).
arc(11, 21).
arc(12, 69).
arc(13, 117).
arc(14, 165).
arc(15, 158).
arc(16, 6).
arc(17, 54).
arc(18, 102).
arc(19, 150).
arc(20, 143).
arc(21, 191).
arc(22, 39).
arc(23, 87).
arc(24, 135).
arc(25, 128).
arc(26, 176).
arc(27, 24).
arc(28, 72).
arc(29, 120).
arc(30, 113).
arc(31, 161).
arc(32, 9).
arc(33, 57).
arc(34, 105).
arc(35, 98).
arc(36, 146).
arc(37, 194).
arc(38, 42).
arc(39, 90).
arc(40, 83).
arc(41, 131).
arc(42, 179).
arc(43, 27).
arc(44, 75).
arc(45, 68).
arc(46, 116).
arc(47, 164).
arc(48, 12).
arc(49, 60).
arc(50, 53).
arc(51, 101).
arc(52, 149).
arc(53, 197).
arc(54, 45).
arc(55, 38).
arc(56, 86).
arc(57, 134).
arc(58, 182).
arc(59, 30).
arc(60, 23).
arc(61, 71).
arc(62, 119).
arc(63, 167).
arc(64, 15).
arc(65, 8).
arc(66, 56).
arc(67, 104).
arc(68, 152).
arc(69, 0).
arc(70, 193).
arc(71, 41).
arc(72, 89).
arc(73, 137).
arc(74, 185).
arc(75, 178).
arc(76, 26).
arc(77, 74).
arc(78, 122).
arc(79, 170).
arc(80, 163).
arc(81, 11).
arc(82, 59).
arc(83, 107).
arc(84, 155).
arc(85, 148).
arc(86, 196).
arc(87, 44).
arc(88, 92).
arc(89, 140).
arc(90, 133).
arc(91, 181).
arc(92, 29).
arc(93, 77).
arc(94, 125).
arc(95, 118).
arc(96, 166).
arc(97, 14).
arc(98, 62).
arc(99, 110).
arc(100, 103).
arc(101, 151).
arc(102, 199).
arc(103, 47).
arc(104, 95).
arc(105, 88).
arc(106, 136).
arc(107, 184).
arc(108, 32).
arc(109, 80).
arc(110, 73).
arc(111, 121).
arc(112, 169).
arc(113, 17).
arc(114, 65).
arc(115, 58).
arc(116, 106).
arc(117, 154).
arc(118, 2).
arc(119, 50).
arc(120, 43).
arc(121, 91).
arc(122, 139).
arc(123, 187).
arc(124, 35).
arc(125, 28).
arc(126, 76).
arc(127, 124).
arc(128, 172).
arc(129, 20).
arc(130, 13).
arc(131, 61).
arc(132, 109).
arc(133, 157).
arc(134, 5).
arc(135, 198).
arc(136, 46).
arc(137, 94).
arc(138, 142).
arc(139, 190).
arc(140, 183).
arc(141, 31).
arc(142, 79).
arc(143, 127).
arc(144, 175).
arc(145, 168).
arc(146, 16).
arc(147, 64).
arc(148, 112).
arc(149, 160).
arc(150, 153).
arc(151, 1).
arc(152, 49).
arc(153, 97).
arc(154, 145).
arc(155, 138).
arc(156, 186).
arc(157, 34).
arc(158, 82).
arc(159, 130).
arc(160, 123).
arc(161, 171).
arc(162, 19).
arc(163, 67).
arc(164, 115).
arc(165, 108).
arc(166, 156).
arc(167, 4).
arc(168, 52).
arc(169, 100).
arc(170, 93).
arc(171, 141).
arc(172, 189).
arc(173, 37).
arc(174, 85).
arc(175, 78).
arc(176, 126).
arc(177, 174).
arc(178, 22).
arc(179, 70).
arc(180, 63).
arc(181, 111).
arc(182, 159).
arc(183, 7).
arc(184, 55).
arc(185, 48).
arc(186, 96).
arc(187, 144).
arc(188, 192).
arc(189, 40).
arc(190, 33).
arc(191, 81).
arc(192, 129).
arc(193, 177).
arc(194, 25).
arc(195, 18).
arc(196, 66).
arc(197, 114).
arc(198, 162).
arc(199, 10).

start :- current_prolog_flag(argv, _), write(hello), nl.

succ_or(_).

train :- step_name(Name), catch(ignore(step(Name)), _, true), fail.
train :- ( catch(step(warm), _, fail), fail ; true ).

step_name(Name) :-
    member(Name, [numbers, atoms, terms, solutions, lists, database, control, errors, cleanup, grammar, reading,
                  globals, attributes, streams]).
