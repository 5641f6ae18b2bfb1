%  ?- reset_gensym(node), gensym(node, A), gensym(node, B).
%     A = node1, B = node2.
%
%  New atoms: a base and a number, counted for each base. Nothing stops a program from making the
%  same atom in another way.

:- module(gensym,
          [ gensym/2, reset_gensym/0, reset_gensym/1
          ]).

% counter(Base, Count): Count is the number of the last atom made for Base.
:- dynamic counter/2.

%!  gensym(+Base, -Atom) is det
%
%   Atom is Base followed by the next number, 1 at first.

gensym(Base, Atom) :-
    atomic_list_concat([Base], Key),
    (   retract(counter(Key, Last))
    ->  true
    ;   Last = 0
    ),
    Next is Last + 1,
    assertz(counter(Key, Next)),
    atomic_list_concat([Key, Next], Atom).

%!  reset_gensym(+Base) is det
%
%   Lets the numbers of Base start from 1 again.

reset_gensym(Base) :-
    atomic_list_concat([Base], Key),
    retractall(counter(Key, _)).

%!  reset_gensym is det
%
%   Lets the numbers of all bases start from 1 again.

reset_gensym :-
    retractall(counter(_, _)).
