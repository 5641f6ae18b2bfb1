%  ?- dif(X, a), member(X, [a, b]).
%     X = b.
%  ?- dif(f(X, Y), f(a, b)), X = a, Y = c.
%     X = a, Y = c.
%
%  Terms that must stay different.
%
%  Two terms are equal when all pairs of their most general unifier are. A node(Done, Pairs) holds
%  the pairs of a dif/2 goal that are not yet known to be equal, of which only the first is watched:
%  the goal cannot fail before its two sides are equal. The attribute `dif` of a variable is the
%  list of the nodes that watch it, newest first; each time a node is looked at again it is marked
%  done and, if its goal is still undecided, replaced by a new one.

:- module(dif, [dif/2]).

%!  dif(?X, ?Y) is semidet
%
%   True if X and Y are different terms, and as long as they can be: fails as soon as bindings make
%   them equal.

dif(X, Y) :-
    differ([X=Y]).

differ([X=Y|Pairs]) :-
    (   X == Y
    ->  differ(Pairs)
    ;   var(X),
        var(Y)
    ->  watch([X=Y|Pairs])
    ;   unifiable(X, Y, Unifier)
    ->  reverse_onto(Unifier, Pairs, Remaining),
        watch(Remaining)
    ;   true
    ).

reverse_onto([], Pairs, Pairs).
reverse_onto([Pair|Unifier], Pairs0, Pairs) :-
    reverse_onto(Unifier, [Pair|Pairs0], Pairs).

watch(Pairs) :-
    Pairs = [X=Y|_],
    Node = node(_, Pairs),
    add_nodes(X, [Node]),
    (   var(Y)
    ->  add_nodes(Y, [Node])
    ;   true
    ).

add_nodes(Var, New) :-
    (   get_attr(Var, dif, Old)
    ->  join(New, Old, Nodes)
    ;   Nodes = New
    ),
    put_attr(Var, dif, Nodes).

join([], Nodes, Nodes).
join([Node|New], Old, [Node|Nodes]) :-
    join(New, Old, Nodes).

attr_unify_hook(Nodes, Value) :-
    (   attvar(Value)
    ->  add_nodes(Value, Nodes)
    ;   true
    ),
    look_again(Nodes).

look_again([]).
look_again([node(Done, Pairs)|Nodes]) :-
    (   Done == done
    ->  true
    ;   Done = done,
        differ(Pairs)
    ),
    look_again(Nodes).

attribute_goals(Var) -->
    { get_attr(Var, dif, Nodes),
      reverse_onto(Nodes, [], OldestFirst)
    },
    node_goals(OldestFirst, Var).

node_goals([], _) --> [].
node_goals([node(Done, Pairs)|Nodes], Var) -->
    (   { Done \== done,
          Pairs = [X=_|_],
          X == Var,
          sides(Pairs, Xs, Ys),
          unifiable(Xs, Ys, Unifier)
        }
    ->  { (   Pairs = [_]
          ->  Remaining = Pairs
          ;   reverse_onto(Unifier, [], Remaining)
          )
        },
        node_goal(Remaining)
    ;   []
    ),
    node_goals(Nodes, Var).

node_goal([X=Y]) -->
    !,
    [dif(X, Y)].
node_goal(Pairs) -->
    { sides(Pairs, Xs, Ys),
      TermX =.. [f|Xs],
      TermY =.. [f|Ys]
    },
    [dif(TermX, TermY)].

sides([], [], []).
sides([X=Y|Pairs], [X|Xs], [Y|Ys]) :-
    sides(Pairs, Xs, Ys).
