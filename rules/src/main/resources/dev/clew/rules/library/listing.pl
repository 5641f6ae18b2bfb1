%  ?- with_output_to(string(S), portray_clause((p(X, Y, _) :- ( q(X) -> r ; s(Y) )))).
%     S = "p(A, B, _) :-\n    (   q(A)\n    ->  r\n    ;   s(B)\n    ).\n".
%
%  Printing clauses and programs.
%
%  Control structures have their arms aligned at four columns; a control structure in an argument
%  that is a goal gets one line for each argument, and so does a goal that is longer than a line.
%  The argument `State` below is state(Stream, Module, WriteOptions).

:- module(listing, [
    listing/0, listing/1, listing/2, portray_clause/1, portray_clause/2, portray_clause/3
]).

:- meta_predicate
    listing(:),
    listing(:, +),
    portray_clause(+, +, :).

%!  listing is det
%
%   List the predicates of the module `user`.

listing :-
    listing(user:_).

%!  listing(:What) is det
%
%   List the predicates What describes: Name, Name/Arity, Name//Arity, a head, or a list of these;
%   all predicates of a module if it is a variable. The declarations come first.

listing(What) :-
    listing(What, []).

%!  listing(:What, +Options) is det
%
%   As listing/1. The options are those of write_term/2, for the clauses.

listing(Qualified, Options) :-
    strip_module(Qualified, Module, What),
    (   var(What)
    ->  findall(Name/Arity, own_predicate(Module, Name/Arity), PIs0),
        sort(PIs0, PIs),
        list_predicates(PIs, Module, _, Options)
    ;   is_list(What)
    ->  list_all(What, Module, Options)
    ;   predicate_pattern(What, PI, Head),
        findall(PI, visible_predicate(Module, PI), PIs0),
        sort(PIs0, PIs),
        (   PIs == []
        ->  print_message(warning, format('No procedure matches ~q', [What]))
        ;   list_predicates(PIs, Module, Head, Options)
        )
    ).

list_all([], _, _).
list_all([What|Whats], Module, Options) :-
    listing(Module:What, Options),
    list_all(Whats, Module, Options).

predicate_pattern(Name, Name/_, _) :-
    atom(Name),
    !.
predicate_pattern(Name/Arity, Name/Arity, _) :-
    !.
predicate_pattern(Name//Arity0, Name/Arity, _) :-
    !,
    (   var(Arity0)
    ->  true
    ;   Arity is Arity0 + 2
    ).
predicate_pattern(Head, Name/Arity, Head) :-
    callable(Head),
    !,
    functor(Head, Name, Arity).
predicate_pattern(What, _, _) :-
    throw(error(type_error(predicate_indicator, What), _)).

own_predicate(Module, Name/Arity) :-
    current_predicate(Module:Name/Arity),
    functor(Head, Name, Arity),
    \+ predicate_property(Module:Head, imported_from(_)).

visible_predicate(Module, Name/Arity) :-
    current_predicate(Module:Name/Arity).
visible_predicate(Module, Name/Arity) :-
    atom(Name),
    integer(Arity),
    functor(Head, Name, Arity),
    predicate_property(Module:Head, defined).

list_predicates([], _, _, _).
list_predicates([PI|PIs], Module, Head, Options) :-
    list_predicate(PI, Module, Head, Options),
    nl,
    list_predicates(PIs, Module, Head, Options).

list_predicate(Name/Arity, Context, Pattern, Options) :-
    functor(Head, Name, Arity),
    (   predicate_property(Context:Head, imported_from(Module))
    ->  PI = Module:Name/Arity
    ;   Module = Context,
        PI = Name/Arity
    ),
    findall(Declaration, declaration(Module:Head, PI, Declaration), Declarations),
    list_declarations(Declarations),
    catch(list_clauses(Module, Head, Pattern, Context, Options),
          error(permission_error(_, _, _), _),
          format('%   Built in: ~q~n', [PI])).

declaration(Goal, PI, (:- table PI)) :-
    predicate_property(Goal, tabled).
declaration(Goal, PI, (:- dynamic PI)) :-
    predicate_property(Goal, dynamic).
declaration(Goal, PI, (:- multifile PI)) :-
    predicate_property(Goal, multifile).
declaration(Goal, _, (:- meta_predicate Meta)) :-
    predicate_property(Goal, meta_predicate(Meta)).

list_declarations([]).
list_declarations([Declaration|Declarations]) :-
    list_declarations_(Declarations, Declaration),
    nl.

list_declarations_([], Declaration) :-
    list_declaration(Declaration).
list_declarations_([Next|Declarations], Declaration) :-
    list_declaration(Declaration),
    list_declarations_(Declarations, Next).

list_declaration((:- Declaration)) :-
    Declaration =.. [Name, What],
    format(':- ~w ~q.~n', [Name, What]).

list_clauses(Module, Head, Pattern, Context, Options) :-
    (   '$clause'(Module:Head, Body, _),
        \+ Pattern \= Head,
        (   Module == Context
        ->  true
        ;   format('~q:', [Module])
        ),
        current_output(Stream),
        portray_clause(Stream, (Head :- Body), [module(Module)|Options]),
        fail
    ;   true
    ).

%!  portray_clause(+Clause) is det
%
%   Print Clause to the current output, laid out for reading, variables named A, B, ... and those
%   that occur once `_`.

portray_clause(Clause) :-
    current_output(Stream),
    portray_clause(Stream, Clause, []).

%!  portray_clause(+Stream, +Clause) is det
%
%   As portray_clause/1, to Stream.

portray_clause(Stream, Clause) :-
    portray_clause(Stream, Clause, []).

%!  portray_clause(+Stream, +Clause, :Options) is det
%
%   As portray_clause/2. Options are
%
%     - variable_names(+List): the names of variables, as in write_term/2
%     - indent(+Columns): the left margin, 0 by default
%     - module(+Module): where to look up which arguments are goals; `user` by default
%
%   and those of write_term/2.

portray_clause(Stream, Clause, Qualified) :-
    strip_module(Qualified, _, Options),
    \+ \+ portray_named(Stream, Clause, Options).

portray_named(Stream, Clause0, Options) :-
    (   memberchk(variable_names(Given), Options)
    ->  true
    ;   Given = []
    ),
    copy_term_nat(Clause0-Given, Clause-Names0),
    term_variables(Clause, Vars),
    (   Vars == []
    ->  Names = []
    ;   occurrences(Vars, Clause, Counts),
        name_variables(Vars, Counts, 0, Names0, Names)
    ),
    write_options(Options, Names, WriteOptions, Module, Indent),
    portray(Clause, Indent, state(Stream, Module, WriteOptions)).

write_options(Options, Names, [variable_names(Names)|WriteOptions], Module, Indent) :-
    write_options(Options, WriteOptions, Module, Indent).

write_options([], [quoted(true), numbervars(true), spacing(next_argument)], Module, Indent) :-
    ( var(Module) -> Module = user ; true ),
    ( var(Indent) -> Indent = 0 ; true ).
write_options([Option|Options], WriteOptions, Module, Indent) :-
    (   Option = module(Module)
    ->  WriteOptions = WriteOptions1
    ;   Option = indent(Indent)
    ->  WriteOptions = WriteOptions1
    ;   Option = variable_names(_)
    ->  WriteOptions = WriteOptions1
    ;   WriteOptions = [Option|WriteOptions1]
    ),
    write_options(Options, WriteOptions1, Module, Indent).

%   occurrences(+Vars, +Term, -Counts): in a copy of Term, cells that count replace the variables.

occurrences(Vars, Term, Counts) :-
    copy_term_nat(Vars-Term, Cells-Copy),
    make_cells(Cells),
    count_cells(Copy),
    cell_counts(Cells, Counts).

make_cells([]).
make_cells(['$listing cell'(0)|Cells]) :-
    make_cells(Cells).

count_cells(Term) :-
    (   compound(Term)
    ->  (   Term = '$listing cell'(N)
        ->  N1 is N + 1,
            setarg(1, Term, N1)
        ;   functor(Term, _, Arity),
            count_cells(1, Arity, Term)
        )
    ;   true
    ).

count_cells(I, Arity, Term) :-
    (   I < Arity
    ->  arg(I, Term, Argument),
        count_cells(Argument),
        I1 is I + 1,
        count_cells(I1, Arity, Term)
    ;   I =:= Arity
    ->  arg(I, Term, Argument),
        count_cells(Argument)
    ;   true
    ).

cell_counts([], []).
cell_counts(['$listing cell'(N)|Cells], [N|Counts]) :-
    cell_counts(Cells, Counts).

name_variables([], _, _, Names, Names).
name_variables([Var|Vars], [Count|Counts], N, Names0, Names) :-
    (   named(Names0, Var)
    ->  N1 = N,
        Names1 = Names0
    ;   Count =:= 1
    ->  N1 = N,
        Names1 = ['_'=Var|Names0]
    ;   free_name(N, Names0, Name, N1),
        Names1 = [Name=Var|Names0]
    ),
    name_variables(Vars, Counts, N1, Names1, Names).

named([_=Var0|Names], Var) :-
    (   Var0 == Var
    ->  true
    ;   named(Names, Var)
    ).

free_name(N0, Names, Name, N) :-
    variable_name(N0, Name0),
    N1 is N0 + 1,
    (   is_name_of(Names, Name0)
    ->  free_name(N1, Names, Name, N)
    ;   Name = Name0,
        N = N1
    ).

is_name_of([Name0=_|Names], Name) :-
    (   Name0 == Name
    ->  true
    ;   is_name_of(Names, Name)
    ).

variable_name(N, Name) :-
    Letter is 0'A + N mod 26,
    Number is N // 26,
    (   Number =:= 0
    ->  char_code(Name, Letter)
    ;   format(atom(Name), '~c~d', [Letter, Number])
    ).

%   portray(+Clause, +Column, +State): print a clause whose left margin is at Column.

portray(Clause, Column, State) :-
    State = state(Stream, _, _),
    tab(Stream, Column),
    portray_at(Clause, Column, State),
    (   ends_in_symbol(Clause)
    ->  write(Stream, ' .')
    ;   write(Stream, '.')
    ),
    nl(Stream).

%   True if a full stop after Term would become part of its last token.

ends_in_symbol(Term) :-
    (   atom(Term)
    ->  sub_atom(Term, _, 1, 0, Last),
        sub_atom('#$&*+-./:<=>?@^~\\', _, _, _, Last),
        !
    ;   compound(Term),
        is_operator_term(Term, _)
    ->  functor(Term, _, Arity),
        arg(Arity, Term, Argument),
        \+ ( atom(Argument), current_op(_, _, Argument) ),
        ends_in_symbol(Argument)
    ).

portray_at(Clause, _, State) :-
    var(Clause),
    !,
    write_part(Clause, 1200, State).
portray_at((Head :- Body), _, State) :-
    Body == true,
    !,
    portray_term(Head, 1200, State).
portray_at(Clause, Column, State) :-
    rule_parts(Clause, Head, Neck, Body),
    !,
    State = state(Stream, _, _),
    portray_term(Head, 1199, State),
    write(Stream, ' '),
    write(Stream, Neck),
    portray_rule_body(Body, Column, State).
portray_at((:- Directive), Column, State) :-
    !,
    portray_directive(Directive, (:-), Column, State).
portray_at((?- Directive), Column, State) :-
    !,
    portray_directive(Directive, (?-), Column, State).
portray_at(Fact, Column, State) :-
    portray_body(Fact, Column, 1200, State).

rule_parts((Head :- Body), Head, (:-), Body).
rule_parts((Head --> Body), Head, (-->), Body).
rule_parts((Head => Body), Head, (=>), Body).

portray_rule_body(Body, Column, State) :-
    Inner is Column + 4,
    newline(Inner, State),
    (   nonvar(Body),
        Body = Module:Goal,
        nonvar(Goal),
        ( arms(Goal) ; Goal = (_, _) )
    ->  State = state(Stream, _, _),
        format(Stream, '~q:', [Module]),
        newline(Inner, State),
        write(Stream, '(   '),
        GoalColumn is Inner + 4,
        portray_body(Goal, GoalColumn, 1200, State),
        newline(Inner, State),
        write(Stream, ')')
    ;   portray_body(Body, Inner, 1199, State)
    ).

portray_directive(Directive, Neck, Column, State) :-
    State = state(Stream, _, _),
    write(Stream, Neck),
    write(Stream, ' '),
    (   nonvar(Directive),
        Directive = module(Name, Exports)
    ->  format(Stream, 'module(~q,', [Name]),
        ListColumn is Column + 10,
        newline(ListColumn, State),
        portray_list(Exports, ListColumn, State),
        write(Stream, ')')
    ;   Inner is Column + 3,
        portray_body(Directive, Inner, 1199, State)
    ).

%   portray_body(+Goal, +Column, +Priority, +State): print a goal from the current position, Column.

portray_body(Goal, _, Priority, State) :-
    var(Goal),
    !,
    write_part(Goal, Priority, State).
portray_body(Goal, Column, _, State) :-
    arms(Goal),
    !,
    portray_parenthesized_arms(Goal, Column, State).
portray_body(Goal, Column, Priority, State) :-
    is_operator_term(Goal, OperatorPriority),
    OperatorPriority > Priority,
    !,
    State = state(Stream, _, _),
    write(Stream, '( '),
    Inner is Column + 2,
    portray_body(Goal, Inner, 1200, State),
    newline(Column, State),
    write(Stream, ')').
portray_body((A, B), Column, _, State) :-
    !,
    portray_conjunction(A, B, Column, State).
portray_body(\+ Goal, Column, _, State) :-
    !,
    State = state(Stream, _, _),
    write(Stream, '\\+ '),
    Inner is Column + 3,
    portray_body(Goal, Inner, 900, State).
portray_body(Goal, _, Priority, State) :-
    (   callable(Goal),
        goal_arguments(Goal, Meta, State)
    ->  portray_goal(Goal, Meta, State)
    ;   portray_term(Goal, Priority, State)
    ).

arms((_ ; _)).
arms((_ -> _)).
arms((_ *-> _)).

is_operator_term(Term, Priority) :-
    functor(Term, Name, Arity),
    (   Arity =:= 2
    ->  current_op(Priority, Type, Name),
        memberchk(Type, [xfx, xfy, yfx])
    ;   Arity =:= 1
    ->  current_op(Priority, Type, Name),
        memberchk(Type, [fy, fx, xf, yf])
    ),
    !.

portray_conjunction(A, C, Column, State) :-
    nonvar(A),
    A = (A1, B),
    !,
    portray_conjunction(A1, (B, C), Column, State).
portray_conjunction(A, B, Column, State) :-
    portray_body(A, Column, 999, State),
    State = state(Stream, _, _),
    write(Stream, ','),
    newline(Column, State),
    (   nonvar(B),
        B = (B1, B2)
    ->  portray_conjunction(B1, B2, Column, State)
    ;   portray_body(B, Column, 1000, State)
    ).

portray_parenthesized_arms(Goal, Column, State) :-
    State = state(Stream, _, _),
    write(Stream, '(   '),
    portray_arms(Goal, Column, State),
    newline(Column, State),
    write(Stream, ')').

%   The arms of Goal, whose `;` and `->` go to Column and whose goals four columns further.

portray_arms((If -> Then ; Else), Column, State) :-
    !,
    portray_arm(If, Column, 1049, State),
    portray_next_arm('->  ', Then, Column, 1050, State),
    portray_else(Else, Column, State).
portray_arms((If *-> Then ; Else), Column, State) :-
    !,
    portray_arm(If, Column, 1049, State),
    portray_next_arm('*-> ', Then, Column, 1050, State),
    portray_else(Else, Column, State).
portray_arms((If -> Then), Column, State) :-
    !,
    portray_arm(If, Column, 1049, State),
    portray_then('->  ', Then, Column, State).
portray_arms((If *-> Then), Column, State) :-
    !,
    portray_arm(If, Column, 1049, State),
    portray_then('*-> ', Then, Column, State).
portray_arms((A ; B), Column, State) :-
    portray_arm(A, Column, 1099, State),
    portray_else(B, Column, State).

portray_then(Sign, Then, Column, State) :-
    (   nonvar(Then),
        ( Then = (_ -> _) ; Then = (_ *-> _) )
    ->  newline(Column, State),
        State = state(Stream, _, _),
        write(Stream, Sign),
        portray_arms(Then, Column, State)
    ;   portray_next_arm(Sign, Then, Column, 1050, State)
    ).

portray_else(Else, Column, State) :-
    (   nonvar(Else),
        arms(Else)
    ->  newline(Column, State),
        State = state(Stream, _, _),
        write(Stream, ';   '),
        portray_arms(Else, Column, State)
    ;   portray_next_arm(';   ', Else, Column, 1100, State)
    ).

portray_next_arm(Sign, Goal, Column, Priority, State) :-
    newline(Column, State),
    State = state(Stream, _, _),
    write(Stream, Sign),
    portray_arm(Goal, Column, Priority, State).

portray_arm(Goal, Column, Priority, State) :-
    Inner is Column + 4,
    portray_body(Goal, Inner, Priority, State).

%   Goals with arguments that are goals.

goal_arguments(Goal, Meta, state(_, Module, _)) :-
    strip_module(Module:Goal, Where, Plain),
    Goal == Plain,
    (   built_in_goal_arguments(Goal, Meta)
    ->  true
    ;   predicate_property(Where:Plain, meta_predicate(Meta)),
        \+ is_operator_term(Goal, _)
    ).

built_in_goal_arguments(call(_), call(0)).
built_in_goal_arguments(once(_), once(0)).
built_in_goal_arguments(ignore(_), ignore(0)).
built_in_goal_arguments(forall(_, _), forall(0, 0)).
built_in_goal_arguments(catch(_, _, _), catch(0, ?, 0)).
built_in_goal_arguments(findall(_, _, _), findall(?, 0, -)).
built_in_goal_arguments(findall(_, _, _, _), findall(?, 0, -, ?)).
built_in_goal_arguments(call_cleanup(_, _), call_cleanup(0, 0)).
built_in_goal_arguments(setup_call_cleanup(_, _, _), setup_call_cleanup(0, 0, 0)).
built_in_goal_arguments(with_output_to(_, _), with_output_to(?, 0)).

portray_goal(Goal, Meta, State) :-
    Goal =.. [Name|Arguments],
    Meta =.. [_|Modes],
    (   has_control_argument(Arguments, Modes)
    ->  State = state(Stream, _, _),
        format(Stream, '~q(', [Name]),
        line_position(Stream, Column),
        portray_arguments(Arguments, Modes, Column, State),
        write(Stream, ')')
    ;   portray_term(Goal, 999, State)
    ).

has_control_argument([Argument|Arguments], [Mode|Modes]) :-
    (   integer(Mode),
        nonvar(Argument),
        ( arms(Argument) ; Argument = (_, _) )
    ->  true
    ;   has_control_argument(Arguments, Modes)
    ).

portray_arguments([Argument|Arguments], [Mode|Modes], Column, State) :-
    (   integer(Mode)
    ->  portray_body(Argument, Column, 999, State)
    ;   portray_term(Argument, 999, State)
    ),
    (   Arguments == []
    ->  true
    ;   State = state(Stream, _, _),
        write(Stream, ','),
        newline(Column, State),
        portray_arguments(Arguments, Modes, Column, State)
    ).

%   portray_term(+Term, +Priority, +State): print a term, on several lines if it is too long.

portray_term(Term, Priority, State) :-
    State = state(Stream, _, _),
    (   compound(Term)
    ->  line_position(Stream, Column),
        (   Term = {Goal}
        ->  write(Stream, '{ '),
            Inner is Column + 2,
            portray_body(Goal, Inner, 1000, State),
            newline(Column, State),
            write(Stream, '}')
        ;   Column > 0,
            too_long(Term, Column, State)
        ->  portray_long(Term, State)
        ;   write_part(Term, Priority, State)
        )
    ;   write_part(Term, Priority, State)
    ).

too_long(Term, Column, state(_, _, Options)) :-
    functor(Term, _, Arity),
    Arity > 0,
    Term \= '$VAR'(_),
    \+ ( is_operator_term(Term, _), Term \= [_|_] ),
    with_output_to(string(Text), write_term(Term, Options)),
    string_length(Text, Length),
    Length * 4 > 78,
    Column + Length > 78.

portray_long(Term, State) :-
    State = state(Stream, _, _),
    (   Term = [_|_]
    ->  line_position(Stream, Column),
        portray_list(Term, Column, State)
    ;   Term =.. [Name|Arguments],
        format(Stream, '~q(', [Name]),
        line_position(Stream, Column),
        portray_terms(Arguments, Column, State),
        write(Stream, ')')
    ).

portray_terms([Term|Terms], Column, State) :-
    portray_term(Term, 999, State),
    (   Terms == []
    ->  true
    ;   State = state(Stream, _, _),
        write(Stream, ','),
        newline(Column, State),
        portray_terms(Terms, Column, State)
    ).

portray_list(List, Column, State) :-
    State = state(Stream, _, _),
    (   nonvar(List),
        List = [_|_]
    ->  write(Stream, '[ '),
        portray_elements(List, Column, State),
        newline(Column, State),
        write(Stream, ']')
    ;   write_part(List, 999, State)
    ).

portray_elements([Element|Elements], Column, State) :-
    State = state(Stream, _, _),
    portray_term(Element, 999, State),
    (   Elements == []
    ->  true
    ;   nonvar(Elements),
        Elements = [_|_]
    ->  write(Stream, ','),
        Inner is Column + 2,
        newline(Inner, State),
        portray_elements(Elements, Column, State)
    ;   newline(Column, State),
        write(Stream, '| '),
        portray_term(Elements, 999, State)
    ).

write_part(Term, Priority, state(Stream, _, Options)) :-
    write_term(Stream, Term, [priority(Priority)|Options]).

newline(Column, state(Stream, _, _)) :-
    nl(Stream),
    tab(Stream, Column).
