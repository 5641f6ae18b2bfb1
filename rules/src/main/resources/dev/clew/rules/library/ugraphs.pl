%  ?- vertices_edges_to_ugraph([d], [a-b,b-c,a-c], Graph), top_sort(Graph, Order).
%     Graph = [a-[b,c],b-[c],c-[],d-[]], Order = [a,b,c,d].
%
%  Directed graphs without weights: a list with one pair Vertex-Neighbours for each vertex, where
%  the list and all the Neighbours are ordered sets. An edge from V to W is the pair V-W.

:- module(ugraphs,
          [ add_edges/3, add_vertices/3, complement/2, compose/3, connect_ugraph/3, del_edges/3,
            del_vertices/3, edges/2, neighbors/3, neighbours/3, reachable/3, top_sort/2,
            top_sort/3, transitive_closure/2, transpose_ugraph/2, ugraph_layers/2, ugraph_union/3,
            vertices/2, vertices_edges_to_ugraph/3
          ]).

:- autoload(library(assoc), [get_assoc/3, get_assoc/5, list_to_assoc/2, put_assoc/4]).
:- autoload(library(error), [instantiation_error/1]).
:- autoload(library(lists), [append/3]).
:- autoload(library(ordsets),
            [ord_add_element/3, ord_subtract/3, ord_union/2, ord_union/3, ord_union/4]).
:- autoload(library(pairs), [pairs_keys/2]).

%!  vertices_edges_to_ugraph(+Vertices, +Edges, -Graph) is det
%
%   Graph has the Edges, their ends and the Vertices.

vertices_edges_to_ugraph(Vertices, Edges, Graph) :-
    sort(Edges, Sorted),
    ends(Sorted, Ends),
    append(Vertices, Ends, All),
    sort(All, Set),
    grouped(Set, Sorted, Graph).

ends([], []).
ends([V-W|Edges], [V,W|Ends]) :-
    ends(Edges, Ends).

grouped([], _, []).
grouped([V|Vs], Edges, [V-Ws|Graph]) :-
    leaving(Edges, V, Ws, Rest),
    grouped(Vs, Rest, Graph).

leaving([V1-W|Edges], V, Ws, Rest) :-
    V1 == V,
    !,
    Ws = [W|Ws1],
    leaving(Edges, V, Ws1, Rest).
leaving(Edges, _, [], Edges).

%!  vertices(+Graph, -Vertices) is det
%
%   Vertices are the vertices of Graph.

vertices(Graph, Vertices) :-
    pairs_keys(Graph, Vertices).

%!  edges(+Graph, -Edges) is det
%
%   Edges are the edges of Graph.

edges([], []).
edges([V-Ws|Graph], Edges) :-
    edges(Ws, V, Edges, Edges1),
    edges(Graph, Edges1).

edges([], _, Edges, Edges).
edges([W|Ws], V, [V-W|Edges], Rest) :-
    edges(Ws, V, Edges, Rest).

%!  add_vertices(+Graph0, +Vertices, -Graph) is det
%
%   Graph is Graph0 with Vertices.

add_vertices(Graph0, Vertices, Graph) :-
    vertices_edges_to_ugraph(Vertices, [], New),
    ugraph_union(Graph0, New, Graph).

%!  del_vertices(+Graph0, +Vertices, -Graph) is det
%
%   Graph is Graph0 without Vertices and the edges from and to them.

del_vertices(Graph0, Vertices, Graph) :-
    sort(Vertices, Set),
    without(Graph0, Set, Set, Graph).

without([], _, _, []).
without([V-Ws0|Graph0], Left, Set, Graph) :-
    below(Left, V, Left1),
    (   Left1 = [U|_], U == V
    ->  without(Graph0, Left1, Set, Graph)
    ;   Graph = [V-Ws|Graph1],
        ord_subtract(Ws0, Set, Ws),
        without(Graph0, Left1, Set, Graph1)
    ).

% below(+Us, +V, -Rest): Rest has the elements of Us that are not below V.
below([U|Us], V, Rest) :-
    U @< V,
    !,
    below(Us, V, Rest).
below(Us, _, Us).

%!  add_edges(+Graph0, +Edges, -Graph) is det
%
%   Graph is Graph0 with Edges and their ends.

add_edges(Graph0, Edges, Graph) :-
    vertices_edges_to_ugraph([], Edges, New),
    ugraph_union(Graph0, New, Graph).

%!  del_edges(+Graph0, +Edges, -Graph) is det
%
%   Graph is Graph0 without Edges. It keeps their ends.

del_edges(Graph0, Edges, Graph) :-
    vertices_edges_to_ugraph([], Edges, Old),
    subtracted(Graph0, Old, Graph).

subtracted([], _, []).
subtracted([V-Vs|Graph0], Old, [V-Ws|Graph]) :-
    since(Old, V, Old1),
    (   Old1 = [U-Us|_], U == V
    ->  ord_subtract(Vs, Us, Ws)
    ;   Ws = Vs
    ),
    subtracted(Graph0, Old1, Graph).

% since(+Graph, +V, -Rest): Rest is Graph from V on.
since([U-_|Graph], V, Rest) :-
    U @< V,
    !,
    since(Graph, V, Rest).
since(Graph, _, Graph).

%!  ugraph_union(+Graph1, +Graph2, -Graph) is det
%
%   Graph has the vertices and edges of both graphs.

ugraph_union([], Graph, Graph).
ugraph_union([V-Vs|Graph1], Graph2, Graph) :-
    union(Graph2, V, Vs, Graph1, Graph).

union([], V, Vs, Graph1, [V-Vs|Graph1]).
union([W-Ws|Graph2], V, Vs, Graph1, Graph) :-
    compare(Order, V, W),
    union(Order, V, Vs, Graph1, W, Ws, Graph2, Graph).

union(=, V, Vs, Graph1, _, Ws, Graph2, [V-Both|Graph]) :-
    ord_union(Vs, Ws, Both),
    ugraph_union(Graph1, Graph2, Graph).
union(<, V, Vs, Graph1, W, Ws, Graph2, [V-Vs|Graph]) :-
    union(Graph1, W, Ws, Graph2, Graph).
union(>, V, Vs, Graph1, W, Ws, Graph2, [W-Ws|Graph]) :-
    union(Graph2, V, Vs, Graph1, Graph).

%!  neighbours(+Vertex, +Graph, -Vertices) is semidet
%
%   Vertices are the ends of the edges of Graph from Vertex.

neighbours(V, [W-Ws|Graph], Vertices) :-
    (   V == W
    ->  Vertices = Ws
    ;   neighbours(V, Graph, Vertices)
    ).

%!  neighbors(+Vertex, +Graph, -Vertices) is semidet
%
%   The same as neighbours/3.

neighbors(V, Graph, Vertices) :-
    neighbours(V, Graph, Vertices).

%!  transpose_ugraph(+Graph, -Transposed) is det
%
%   Transposed has the vertices of Graph and its edges turned round.

transpose_ugraph(Graph, Transposed) :-
    vertices(Graph, Vertices),
    turned(Graph, Edges),
    vertices_edges_to_ugraph(Vertices, Edges, Transposed).

turned([], []).
turned([V-Ws|Graph], Edges) :-
    turned(Ws, V, Edges, Edges1),
    turned(Graph, Edges1).

turned([], _, Edges, Edges).
turned([W|Ws], V, [W-V|Edges], Rest) :-
    turned(Ws, V, Edges, Rest).

%!  compose(+Graph1, +Graph2, -Graph) is det
%
%   Graph has the vertices of both graphs, and an edge from U to W if there is an edge from U to
%   some V in Graph1 and one from V to W in Graph2.

compose(Graph1, Graph2, Graph) :-
    vertices(Graph1, Vertices1),
    vertices(Graph2, Vertices2),
    ord_union(Vertices1, Vertices2, Vertices),
    list_to_assoc(Graph2, Edges),
    composed(Vertices, Graph1, Edges, Graph).

composed([], _, _, []).
composed([V|Vs], [U-Us|Graph1], Edges, [V-Ws|Graph]) :-
    V == U,
    !,
    neighbour_sets(Us, Edges, Sets),
    ord_union(Sets, Ws),
    composed(Vs, Graph1, Edges, Graph).
composed([V|Vs], Graph1, Edges, [V-[]|Graph]) :-
    composed(Vs, Graph1, Edges, Graph).

neighbour_sets([], _, []).
neighbour_sets([V|Vs], Edges, Sets) :-
    (   get_assoc(V, Edges, Ws)
    ->  Sets = [Ws|Sets1],
        neighbour_sets(Vs, Edges, Sets1)
    ;   neighbour_sets(Vs, Edges, Sets)
    ).

%!  complement(+Graph, -Complement) is det
%
%   Complement has the vertices of Graph and all edges between two different ones that Graph has
%   not.

complement(Graph, Complement) :-
    vertices(Graph, Vertices),
    complement(Graph, Vertices, Complement).

complement([], _, []).
complement([V-Ws|Graph], Vertices, [V-Others|Complement]) :-
    ord_add_element(Ws, V, Excluded),
    ord_subtract(Vertices, Excluded, Others),
    complement(Graph, Vertices, Complement).

%!  reachable(+Vertex, +Graph, -Vertices) is semidet
%
%   Vertices are Vertex and all vertices to which a path of Graph leads from it. Fails if Vertex is
%   not in Graph.

reachable(V, Graph, Vertices) :-
    list_to_assoc(Graph, Edges),
    get_assoc(V, Edges, _),
    reach([V], Edges, [V], Vertices).

reach([], _, Reached, Reached).
reach([V|Vs], Edges, Reached0, Reached) :-
    (   get_assoc(V, Edges, Ws)
    ->  ord_union(Reached0, Ws, Reached1, New),
        append(New, Vs, Next),
        reach(Next, Edges, Reached1, Reached)
    ;   reach(Vs, Edges, Reached0, Reached)
    ).

%!  transitive_closure(+Graph, -Closure) is det
%
%   Closure has the vertices of Graph, and an edge from V to W for each path of at least one edge
%   from V to W.

transitive_closure(Graph, Closure) :-
    list_to_assoc(Graph, Edges),
    closure(Graph, Edges, Closure).

closure([], _, []).
closure([V-Ws|Graph], Edges, [V-Reached|Closure]) :-
    reach(Ws, Edges, Ws, Reached),
    closure(Graph, Edges, Closure).

%!  top_sort(+Graph, -Sorted) is semidet
%
%   Sorted are the vertices of Graph in an order where all edges lead forwards. Fails if Graph has a
%   cycle.

top_sort(Graph, Sorted) :-
    top_sort(Graph, [], Sorted).

%!  top_sort(+Graph, ?Tail, -Sorted) is semidet
%
%   As top_sort/2, with Tail behind the last vertex.

top_sort(Graph, Tail, Sorted) :-
    counted(Graph, Counts),
    list_to_assoc(Graph, Edges),
    sources(Graph, Counts, Sources),
    length(Graph, N),
    kahn(Sources, N, Edges, Counts, Tail, Sorted).

% counted(+Graph, -Counts): Counts has the number of edges to each vertex.
counted(Graph, Counts) :-
    zeros(Graph, Zeros),
    list_to_assoc(Zeros, Counts0),
    count_all(Graph, Counts0, Counts).

zeros([], []).
zeros([V-_|Graph], [V-0|Zeros]) :-
    zeros(Graph, Zeros).

count_all([], Counts, Counts).
count_all([_-Ws|Graph], Counts0, Counts) :-
    count_each(Ws, Counts0, Counts1),
    count_all(Graph, Counts1, Counts).

count_each([], Counts, Counts).
count_each([W|Ws], Counts0, Counts) :-
    get_assoc(W, Counts0, N, Counts1, M),
    M is N + 1,
    count_each(Ws, Counts1, Counts).

sources([], _, []).
sources([V-_|Graph], Counts, Sources) :-
    (   get_assoc(V, Counts, 0)
    ->  Sources = [V|Sources1],
        sources(Graph, Counts, Sources1)
    ;   sources(Graph, Counts, Sources)
    ).

% N vertices are still to come; those in the first argument have no edge left that leads to them.
kahn([], 0, _, _, Sorted, Sorted).
kahn([V|Vs], N0, Edges, Counts0, Tail, [V|Sorted]) :-
    N is N0 - 1,
    get_assoc(V, Edges, Ws),
    freed(Ws, Counts0, Counts, Vs, Free),
    kahn(Free, N, Edges, Counts, Tail, Sorted).

freed([], Counts, Counts, Free, Free).
freed([W|Ws], Counts0, Counts, Free0, Free) :-
    get_assoc(W, Counts0, N, Counts1, M),
    M is N - 1,
    (   M =:= 0
    ->  freed(Ws, Counts1, Counts, [W|Free0], Free)
    ;   freed(Ws, Counts1, Counts, Free0, Free)
    ).

%!  ugraph_layers(+Graph, -Layers) is semidet
%
%   Divides the vertices of Graph into Layers: the first has those without an edge to them, the next
%   those without one when the first layer is taken away, and so on. Fails if Graph has a cycle.

ugraph_layers(Graph, Layers) :-
    counted(Graph, Counts),
    list_to_assoc(Graph, Edges),
    sources(Graph, Counts, Sources),
    length(Graph, N),
    layers(Sources, N, Edges, Counts, Layers).

layers([], N, _, _, Layers) :-
    !,
    N =:= 0,
    Layers = [].
layers(Layer, N0, Edges, Counts0, [Layer|Layers]) :-
    length(Layer, Size),
    N is N0 - Size,
    freed_by(Layer, Edges, Counts0, Counts, [], Free),
    sort(Free, Next),
    layers(Next, N, Edges, Counts, Layers).

freed_by([], _, Counts, Counts, Free, Free).
freed_by([V|Vs], Edges, Counts0, Counts, Free0, Free) :-
    get_assoc(V, Edges, Ws),
    freed(Ws, Counts0, Counts1, Free0, Free1),
    freed_by(Vs, Edges, Counts1, Counts, Free1, Free).

%!  connect_ugraph(+Graph0, -Start, -Graph) is det
%
%   Graph is Graph0 with one more vertex, Start, which has edges to all the others and comes before
%   them in the standard order.

connect_ugraph([], 0, []) :-
    !.
connect_ugraph(Graph, Start, [Start-Vertices|Graph]) :-
    vertices(Graph, Vertices),
    Vertices = [First|_],
    (   number(First)
    ->  Start is First - 1
    ;   nonvar(First)
    ->  Start = 0
    ;   instantiation_error(First)
    ).
