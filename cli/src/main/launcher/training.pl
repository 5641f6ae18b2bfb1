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

start :- current_prolog_flag(argv, _), write(hello), nl.

succ_or(_).

train :- step_name(Name), catch(ignore(step(Name)), _, true), fail.
train :- ( catch(step(warm), _, fail), fail ; true ).

step_name(Name) :-
    member(Name, [numbers, atoms, terms, solutions, lists, database, control, errors, cleanup, grammar, reading,
                  globals, attributes, streams]).
