%% provides: print_message/2, print_message_lines/3, message_to_lines/2, message_to_codes/3
%% provides: translate_message/3
%
%  ?- message_to_lines(error(type_error(integer, a), context(succ/2, _)), Lines).
%     Lines = ["succ/2: The value (a) must be an integer, but is an atom"].
%
%  What Clew says about errors, warnings and progress.
%
%  A message is a term. translate_message//1 turns it into a list of parts: `Format-Arguments`, a
%  format alone, `ansi(Attributes, Format, Arguments)` or `nl`. Programs add messages of their own
%  with clauses for prolog:message//1, and take messages over with user:message_hook/3.
%
%  A message says what is wrong, where, and with which values (in parentheses); where we know a
%  remedy, a last line starts with "Maybe".

:- multifile prolog:message/3, prolog:error_message/3.
:- multifile user:message_hook/3, user:message_property/2.
:- dynamic prolog:message/3, prolog:error_message/3.
:- dynamic user:message_hook/3, user:message_property/2.

%!  print_message(+Kind, +Message) is det
%
%   Print Message to the standard error stream, if Kind asks for it: `error` and `warning` show the
%   place that is being loaded, `informational` and `banner` are silenced by the flag `verbose`,
%   `silent` prints nothing, `help`, `query` and debug(Topic) print as they are. The hook
%   user:message_hook(Message, Kind, Lines) is called first, and prints in our stead if it is true.

print_message(Kind, _) :-
    var(Kind),
    !,
    throw(error(instantiation_error, _)).
print_message(Kind, Message) :-
    catch('$print_message'(Kind, Message), Error, '$message_failed'(Message, Error)),
    !.
print_message(_, _).

'$message_failed'(Message, Error) :-
    format(user_error, '~NError: The message (~q) cannot be printed: ~q~n', [Message, Error]).

'$print_message'(Kind, Message) :-
    (   Kind == silent,
        \+ '$message_hooked'(user:message_hook/3)
    ->  true
    ;   translate_message(Message, Lines, []),
        (   '$message_hooked'(user:message_hook/3),
            user:message_hook(Message, Kind, Lines)
        ->  true
        ;   '$message_shown'(Kind)
        ->  '$message_located'(Kind, Message, Lines, Placed),
            print_message_lines(user_error, kind(Kind), Placed)
        ;   true
        )
    ).

'$message_hooked'(Module:PI) :-
    current_predicate(Module:PI),
    !.

'$message_shown'(silent) :- !, fail.
'$message_shown'(informational) :- !, \+ current_prolog_flag(verbose, silent).
'$message_shown'(banner) :- !, \+ current_prolog_flag(verbose, silent).
'$message_shown'(_).

%   Errors and warnings while loading start with the place, unless the message has its own.

'$message_located'(Kind, Message, Lines, Placed) :-
    '$message_blaming'(Kind, Lines, Blaming),
    (   '$message_placed_kind'(Kind),
        \+ '$message_has_place'(Message),
        catch(source_location(File, Line), _, fail)
    ->  Placed = ['~w:~d: '-[File, Line]|Blaming]
    ;   Placed = Blaming
    ).

%   Errors of directives end with the goal and the clause of the program that were running.

'$message_blaming'(error, Lines, Blaming) :-
    (   '$error_goal'(Goal)
    ->  '$dcg_append'(Lines, [nl, 'Goal: ~w'-[Goal]], Lines1)
    ;   Lines1 = Lines
    ),
    (   '$error_clause'(PI, Place)
    ->  '$dcg_append'(Lines1, [nl, 'In ~q at ~w'-[PI, Place]], Blaming)
    ;   Blaming = Lines1
    ).
'$message_blaming'(Kind, Lines, Lines) :-
    Kind \== error.

'$message_placed_kind'(error).
'$message_placed_kind'(warning).

'$message_has_place'(error(_, Context)) :-
    nonvar(Context),
    '$message_context_place'(Context).
'$message_has_place'(init_goal(_, _)).
'$message_has_place'(init_goal(_, _, _)).

'$message_context_place'(file(_, _, _, _)).
'$message_context_place'(stream(_, _, _, _)).
'$message_context_place'(string(_, _)).

%!  print_message_lines(+Stream, +Prefix, +Lines) is det
%
%   Print the parts of a message, starting each line with Prefix: a format, or kind(Kind) for what
%   messages of that Kind start with. A first part `at_same_line` leaves out the first prefix, a
%   last part `flush` the newline at the end.

print_message_lines(_, _, []) :-
    !.
print_message_lines(Stream, Prefix, Lines) :-
    '$message_prefix'(Prefix, First, Next),
    (   Lines = [at_same_line|Parts]
    ->  true
    ;   Parts = Lines,
        format(Stream, First, [])
    ),
    '$message_parts'(Parts, Stream, Next),
    flush_output(Stream).

'$message_prefix'(kind(Kind), First, Next) :-
    '$message_hooked'(user:message_property/2),
    user:message_property(Kind, prefix(First)),
    !,
    Next = First.
'$message_prefix'(kind(Kind), First, Next) :-
    '$message_kind_prefix'(Kind, First0, Next0),
    !,
    First = First0,
    Next = Next0.
'$message_prefix'(kind(_), '~N', '~N') :-
    !.
'$message_prefix'(Prefix, Prefix, Prefix).

'$message_kind_prefix'(error, '~NError: ', '~N  ').
'$message_kind_prefix'(warning, '~NWarning: ', '~N  ').
'$message_kind_prefix'(informational, '~N% ', '~N% ').
'$message_kind_prefix'(debug(_), '~N% ', '~N% ').

'$message_parts'([], Stream, _) :-
    nl(Stream).
'$message_parts'([Part|Parts], Stream, Prefix) :-
    (   Part == nl
    ->  nl(Stream),
        (   Parts == []
        ->  true
        ;   format(Stream, Prefix, []),
            '$message_parts'(Parts, Stream, Prefix)
        )
    ;   Part == flush,
        Parts == []
    ->  true
    ;   '$message_part'(Part, Stream),
        '$message_parts'(Parts, Stream, Prefix)
    ).

'$message_part'(Part, Stream) :-
    var(Part),
    !,
    print(Stream, Part).
'$message_part'(flush, Stream) :-
    !,
    flush_output(Stream).
'$message_part'(at_same_line, _) :-
    !.
'$message_part'(Format-Arguments, Stream) :-
    !,
    format(Stream, Format, Arguments).
'$message_part'(ansi(_, Format, Arguments), Stream) :-
    !,
    format(Stream, Format, Arguments).
'$message_part'(url(Place), Stream) :-
    !,
    '$message_url'(Place, Stream).
'$message_part'(url(_, Label), Stream) :-
    !,
    format(Stream, '~w', [Label]).
'$message_part'(begin(_, _), _) :-
    !.
'$message_part'(end(_), _) :-
    !.
'$message_part'(Format, Stream) :-
    format(Stream, Format, []).

'$message_url'(File:Line:Column, Stream) :-
    !,
    format(Stream, '~w:~w:~w', [File, Line, Column]).
'$message_url'(File:Line, Stream) :-
    !,
    format(Stream, '~w:~w', [File, Line]).
'$message_url'(Place, Stream) :-
    format(Stream, '~w', [Place]).

%!  message_to_lines(+Message, -Lines) is det
%
%   True if Lines is the text of Message, a list of strings without a prefix.

message_to_lines(Message, Lines) :-
    translate_message(Message, Parts, []),
    '$message_split'(Parts, Groups),
    '$message_strings'(Groups, Lines).

'$message_split'([], [[]]).
'$message_split'([Part|Parts], Groups) :-
    (   Part == nl
    ->  Groups = [[]|Groups1],
        '$message_split'(Parts, Groups1)
    ;   Groups = [[Part|Group]|Groups1],
        '$message_split'(Parts, [Group|Groups1])
    ).

'$message_strings'([], []).
'$message_strings'([Group|Groups], Strings) :-
    with_output_to(string(String), '$message_group'(Group)),
    (   String == "",
        Groups == []
    ->  Strings = []
    ;   Strings = [String|Strings1],
        '$message_strings'(Groups, Strings1)
    ).

'$message_group'([]).
'$message_group'([Part|Parts]) :-
    current_output(Stream),
    '$message_part'(Part, Stream),
    '$message_group'(Parts).

%!  message_to_codes(+Message, -Kind, -Codes) is det
%
%   True if Codes is the text of Message, lines separated by newlines. Kind is `error`.

message_to_codes(Message, error, Codes) :-
    message_to_lines(Message, Lines),
    atomic_list_concat(Lines, '\n', Text),
    atom_codes(Text, Codes).

%!  translate_message(+Message)// is det
%
%   Describes the parts of the text of Message.

translate_message(Message) -->
    { var(Message) },
    !,
    ['Unknown message: ~p'-[Message]].
translate_message(Message) -->
    { '$message_hooked'(prolog:message/3) },
    prolog:message(Message),
    !.
translate_message(error(Formal, Context)) -->
    !,
    '$message_error'(Formal, Context).
translate_message(Message) -->
    '$message'(Message),
    !.
translate_message(Message) -->
    ['Unknown message: ~p'-[Message]].

%   Errors: error(Formal, Context).

'$message_error'(source_error(_, _), Context) -->
    { nonvar(Context),
      Context = context(_, Text),
      string(Text)
    },
    !,
    '$message_caller'(source_error, Context),
    { split_string(Text, "\n", "", Lines) },
    '$message_lines'(Lines).
'$message_error'(Formal, Context) -->
    '$message_place'(Context),
    '$message_caller'(Formal, Context),
    '$message_formal'(Formal),
    '$message_comment'(Context),
    '$message_maybe'(Formal).

'$message_lines'([Line|Lines]) -->
    ['~w'-[Line]],
    (   { Lines == [] }
    ->  []
    ;   [nl],
        '$message_lines'(Lines)
    ).

'$message_place'(Context) -->
    { var(Context) },
    !.
'$message_place'(file(File, Line, Column, _)) -->
    !,
    % Columns count from 0 in terms, and from 1 for readers, as editors have them.
    (   { Column == -1 }
    ->  ['~w:~w: '-[File, Line]]
    ;   { Shown is Column + 1 },
        ['~w:~w:~w: '-[File, Line, Shown]]
    ).
'$message_place'(stream(Stream, Line, Column, _)) -->
    !,
    ['Stream ~w:~w:~w: '-[Stream, Line, Column]].
'$message_place'(_) -->
    [].

'$message_caller'(Formal, Context) -->
    { Formal \= existence_error(procedure, _),
      nonvar(Context),
      Context = context(PI, _),
      nonvar(PI),
      '$message_plain'(PI, Plain)
    },
    !,
    ['~q: '-[Plain]].
'$message_caller'(_, _) -->
    [].

'$message_plain'(Term, Plain) :-
    (   nonvar(Term),
        Term = Module:PI,
        ( Module == user ; Module == system )
    ->  Plain = PI
    ;   Plain = Term
    ).

'$message_comment'(Context) -->
    { nonvar(Context),
      Context = context(_, Comment),
      nonvar(Comment)
    },
    !,
    [' (~w)'-[Comment]].
'$message_comment'(Context) -->
    { nonvar(Context),
      Context = string(Text, Position)
    },
    !,
    { sub_string(Text, 0, Position, _, Before),
      sub_string(Text, Position, _, 0, After)
    },
    [nl, '~w'-[Before], nl, '** here **', nl, '~w'-[After]].
'$message_comment'(_) -->
    [].

'$message_formal'(Formal) -->
    { var(Formal) },
    !,
    ['Unknown error: ~p'-[Formal]].
'$message_formal'(Formal) -->
    { '$message_hooked'(prolog:error_message/3) },
    prolog:error_message(Formal),
    !.
'$message_formal'(Formal) -->
    '$message_iso'(Formal),
    !.
'$message_formal'(Formal) -->
    ['Unknown error: ~p'-[Formal]].

'$message_iso'(instantiation_error) -->
    ['An argument is a variable and must be bound'].
'$message_iso'(uninstantiation_error(Culprit)) -->
    ['The argument '], '$message_value'(Culprit), [' is bound and must be a variable'].
'$message_iso'(type_error(Type, PI)) -->
    { Type == evaluable },
    !,
    { '$message_plain'(PI, Plain) },
    ['Unknown arithmetic function: ~q'-[Plain]].
'$message_iso'(type_error(Type, Value)) -->
    { '$message_type'(Type, Words),
      '$message_describe'(Value, Description)
    },
    ['The value '], '$message_value'(Value),
    [' must be ~w, but is ~w'-[Words, Description]].
'$message_iso'(domain_error(Domain, Value)) -->
    { '$message_domain'(Domain, Words) },
    ['The value '], '$message_value'(Value), [' must be ~w'-[Words]].
'$message_iso'(existence_error(Kind, PI)) -->
    { Kind == procedure },
    !,
    { '$message_plain'(PI, Plain) },
    ['Unknown procedure: ~q'-[Plain]].
'$message_iso'(existence_error(Kind, Value)) -->
    { '$message_kind'(Kind, Words) },
    ['The ~w '-[Words]], '$message_value'(Value), [' does not exist'].
'$message_iso'(existence_error(Kind, Value, Within)) -->
    { '$message_kind'(Kind, Words) },
    ['The ~w '-[Words]], '$message_value'(Value), [' does not exist in '],
    '$message_value'(Within).
'$message_iso'(permission_error(decide, recursive_tabled_goal, PI)) -->
    !,
    { '$message_plain'(PI, Plain) },
    ['All answers of ~q are needed here, but they depend on this goal itself'-[Plain]].
'$message_iso'(permission_error(tnot, non_tabled_procedure, PI)) -->
    !,
    { '$message_plain'(PI, Plain) },
    ['The goal of tnot/1 must be tabled, and ~q is not'-[Plain]].
'$message_iso'(permission_error(Operation, Kind, Value)) -->
    { '$message_operation'(Operation, Verb),
      '$message_kind'(Kind, Words),
      '$message_plain'(Value, Plain)
    },
    ['No permission to ~w the ~w '-[Verb, Words]], '$message_value'(Plain).
'$message_iso'(representation_error(character)) -->
    !,
    ['The input has bytes that mean no character in the encoding of its stream'].
'$message_iso'(representation_error(Limit)) -->
    { '$message_limit'(Limit, Words) },
    ['A term cannot be represented: ~w'-[Words]].
'$message_iso'(evaluation_error(What)) -->
    { '$message_evaluation'(What, Words) },
    [Words].
'$message_iso'(resource_error(Resource)) -->
    { '$message_words'(Resource, Words) },
    ['Not enough resources: ~w'-[Words]].
'$message_iso'(syntax_error(_)) -->
    { '$syntax_sentence'(Sentence) },
    !,
    ['Syntax error: ~w'-[Sentence]].
'$message_iso'(syntax_error(Message)) -->
    { '$message_words'(Message, Words) },
    ['Syntax error: ~w'-[Words]].
'$message_iso'(io_error(Operation, Stream)) -->
    { '$message_operation'(Operation, Verb) },
    ['Cannot ~w the stream '-[Verb]], '$message_value'(Stream).
'$message_iso'(system_error(Message)) -->
    ['System error: ~p'-[Message]].
'$message_iso'(system_error) -->
    ['System error'].
'$message_iso'(timeout_error(Operation, Stream)) -->
    { '$message_operation'(Operation, Verb) },
    ['Timeout: cannot ~w the stream '-[Verb]], '$message_value'(Stream).
'$message_iso'(time_limit_exceeded) -->
    ['The time limit is reached'].
'$message_iso'(determinism_error(PI, Declared, Found, _)) -->
    { '$message_plain'(PI, Plain) },
    ['The procedure ~q is declared ~w, but ~w'-[Plain, Declared, Found]].
'$message_iso'(format(Format, Arguments)) -->
    [Format-Arguments].
'$message_iso'(format(Message)) -->
    ['Format error: ~w'-[Message]].
'$message_iso'(source_error(Source, Problem)) -->
    ['The source '], '$message_value'(Source), [' cannot be read: ~p'-[Problem]].
'$message_iso'(shell(Command, Status)) -->
    ['The command '], '$message_value'(Command), [' ended with status ~w'-[Status]].

'$message_value'(Value) -->
    { with_output_to(atom(Text),
                     write_term(Value, [quoted(true), portray(true), numbervars(true),
                                        max_depth(12)]))
    },
    ['(~w)'-[Text]].

%   A last line that may help.

'$message_maybe'(Formal) -->
    { compound(Formal),
      arg(1, Formal, What),
      nonvar(What),
      catch('$message_hint'(Formal, Parts), _, fail)
    },
    !,
    [nl],
    '$message_list'(Parts).
'$message_maybe'(_) -->
    [].

'$message_hint'(existence_error(procedure, PI), ['Maybe ', Text, '?']) :-
    '$nearest_procedures'(PI, Nearest),
    Nearest = [_|_],
    '$message_alternatives'(Nearest, Text).
'$message_hint'(existence_error(stream, _), ['Maybe it has been closed.']).
'$message_hint'(permission_error(modify, static_procedure, PI), Parts) :-
    '$message_plain'(PI, Plain),
    \+ '$message_built_in'(Plain),
    Parts = ['Maybe declare it: `:- dynamic ~q.`'-[Plain]].
'$message_hint'(
    permission_error(decide, recursive_tabled_goal, _),
    ['Maybe call it outside of findall/3 and conditions; `\\+ Goal` and `tnot(Goal)` are allowed.']).
'$message_hint'(permission_error(tnot, non_tabled_procedure, PI), Parts) :-
    '$message_plain'(PI, Plain),
    Parts = ['Maybe declare it: `:- table ~q.`'-[Plain]].
'$message_hint'(type_error(evaluable, Name/0), ['Maybe `~w` should be a variable.'-[Name]]) :-
    atom(Name).
'$message_hint'(type_error(list, List), ['Maybe it ends in `~p` instead of [].'-[Tail]]) :-
    nonvar(List),
    List = [_|Rest],
    '$message_tail'(Rest, Tail).

'$message_built_in'(Name/Arity) :-
    atom(Name),
    integer(Arity),
    functor(Head, Name, Arity),
    (   predicate_property(Head, built_in)
    ->  true
    ;   predicate_property(user:Head, source(_))
    ).

'$message_tail'(Tail, End) :-
    (   nonvar(Tail),
        Tail = [_|Rest]
    ->  '$message_tail'(Rest, End)
    ;   End = Tail
    ).

'$message_alternatives'([PI|PIs], Text) :-
    '$message_plain'(PI, Plain),
    format(atom(First), '~q', [Plain]),
    '$message_alternatives'(PIs, First, Text).

'$message_alternatives'([], Text, Text).
'$message_alternatives'([PI|PIs], Text0, Text) :-
    '$message_plain'(PI, Plain),
    (   PIs == []
    ->  format(atom(Text), '~w or ~q', [Text0, Plain])
    ;   format(atom(Text1), '~w, ~q', [Text0, Plain]),
        '$message_alternatives'(PIs, Text1, Text)
    ).

'$message_list'([]) -->
    [].
'$message_list'([Part|Parts]) -->
    [Part],
    '$message_list'(Parts).

%   Words for the atoms of error terms.

'$message_words'(Term, Words) :-
    (   atom(Term)
    ->  atomic_list_concat(Parts, '_', Term),
        atomic_list_concat(Parts, ' ', Words)
    ;   atomic(Term)
    ->  Words = Term
    ;   format(atom(Words), '~p', [Term])
    ).

'$message_type'(Type, Words) :-
    (   '$message_type_words'(Type, Words0)
    ->  Words = Words0
    ;   '$message_words'(Type, Words1),
        atom_concat('of type ', Words1, Words)
    ).

'$message_type_words'(Type, _) :- var(Type), !, fail.
'$message_type_words'(atom, 'an atom').
'$message_type_words'(atomic, 'atomic (no variable, no compound term)').
'$message_type_words'(boolean, 'true or false').
'$message_type_words'(bool, 'true or false').
'$message_type_words'(byte, 'a byte (0 to 255)').
'$message_type_words'(callable, 'callable (an atom or a compound term)').
'$message_type_words'(character, 'a character').
'$message_type_words'(character_code, 'a character code').
'$message_type_words'(compound, 'a compound term').
'$message_type_words'(evaluable, 'an arithmetic expression').
'$message_type_words'(float, 'a floating-point number').
'$message_type_words'(in_byte, 'a byte (0 to 255), or -1').
'$message_type_words'(in_character, 'a character, or end_of_file').
'$message_type_words'(integer, 'an integer').
'$message_type_words'(list, 'a list').
'$message_type_words'(list(Type), Words) :-
    '$message_type'(Type, Element),
    atom_concat('a list whose elements are each ', Element, Words).
'$message_type_words'(list_or_partial, 'a list').
'$message_type_words'(nonneg, 'an integer that is zero or more').
'$message_type_words'(not_less_than_zero, 'zero or more').
'$message_type_words'(not_less_than_one, 'one or more').
'$message_type_words'(number, 'a number').
'$message_type_words'(pair, 'a pair Key-Value').
'$message_type_words'(positive_integer, 'an integer that is one or more').
'$message_type_words'(predicate_indicator, 'a predicate indicator Name/Arity').
'$message_type_words'(rational, 'a rational number').
'$message_type_words'(string, 'a string').
'$message_type_words'(text, 'text (an atom, a string or a list of characters)').
'$message_type_words'(variable, 'a variable').
'$message_type_words'(between(Low, High), Words) :-
    format(atom(Words), 'between ~p and ~p', [Low, High]).
'$message_type_words'(oneof(List), Words) :-
    format(atom(Words), 'one of ~p', [List]).

'$message_domain'(Domain, Words) :-
    (   '$message_domain_words'(Domain, Words0)
    ->  Words = Words0
    ;   '$message_type_words'(Domain, Words0)
    ->  Words = Words0
    ;   '$message_words'(Domain, Words1),
        atom_concat('in the domain ', Words1, Words)
    ).

'$message_domain_words'(Domain, _) :- var(Domain), !, fail.
'$message_domain_words'(character_code_list, 'a list of character codes').
'$message_domain_words'(close_option, 'an option of close/2').
'$message_domain_words'(flag_value, 'a flag with a value that it can have').
'$message_domain_words'(io_mode, 'read, write, append or update').
'$message_domain_words'(non_empty_list, 'a list with at least one element').
'$message_domain_words'(operator_priority, 'an operator priority (0 to 1200)').
'$message_domain_words'(operator_specifier, 'xfx, xfy, yfx, fx, fy, xf or yf').
'$message_domain_words'(prolog_flag, 'the name of a flag').
'$message_domain_words'(read_option, 'an option of read_term/2').
'$message_domain_words'(source_sink, 'the name of a file').
'$message_domain_words'(source, 'a source such as csv("customers.csv")').
'$message_domain_words'(source_head, 'a predicate with its columns, such as customer(Id, Name)').
'$message_domain_words'(source_option, 'an option of this source').
'$message_domain_words'(stream, 'a stream').
'$message_domain_words'(stream_option, 'an option of open/4').
'$message_domain_words'(stream_or_alias, 'a stream or the alias of one').
'$message_domain_words'(stream_position, 'a position of this stream').
'$message_domain_words'(stream_property, 'a stream property').
'$message_domain_words'(when_condition,
        'nonvar(X), ground(X), ?=(X, Y) or such conditions joined by `,` or `;`').
'$message_domain_words'(write_option, 'an option of write_term/2').
'$message_domain_words'(cyclic_term, 'a cyclic term').
'$message_domain_words'(acyclic_term, 'a term without cycles').

'$message_describe'(Value, 'a variable') :- var(Value), !.
'$message_describe'(Value, 'an integer') :- integer(Value), !.
'$message_describe'(Value, 'a floating-point number') :- float(Value), !.
'$message_describe'(Value, 'a number') :- number(Value), !.
'$message_describe'([], 'the empty list') :- !.
'$message_describe'(Value, 'an atom') :- atom(Value), !.
'$message_describe'(Value, 'a string') :- string(Value), !.
'$message_describe'(Value, 'a list') :- is_list(Value), !.
'$message_describe'([_|_], 'a list that does not end in []') :- !.
'$message_describe'(Value, 'a compound term') :- compound(Value), !.
'$message_describe'(_, 'something else').

'$message_kind'(Kind, Words) :-
    (   Kind == source_sink
    ->  Words = file
    ;   '$message_words'(Kind, Words)
    ).

'$message_operation'(Operation, Verb) :-
    (   Operation == input
    ->  Verb = 'read from'
    ;   Operation == output
    ->  Verb = 'write to'
    ;   '$message_words'(Operation, Verb)
    ).

'$message_limit'(Limit, Words) :-
    (   Limit == character_code
    ->  Words = 'a number is not a character code'
    ;   Limit == max_arity
    ->  Words = 'the arity is too large'
    ;   Limit == max_integer
    ->  Words = 'the integer is too large'
    ;   Limit == min_integer
    ->  Words = 'the integer is too small'
    ;   '$message_words'(Limit, Words)
    ).

'$message_evaluation'(What, Words) :-
    (   What == zero_divisor
    ->  Words = 'Division by zero'
    ;   What == undefined
    ->  Words = 'The result is undefined'
    ;   What == float_overflow
    ->  Words = 'The result is too large for a floating-point number'
    ;   What == int_overflow
    ->  Words = 'The result is too large for an integer'
    ;   '$message_words'(What, Words0),
        atom_concat('Evaluation error: ', Words0, Words)
    ).

%   Messages that are not errors.

'$message'(format(Format, Arguments)) -->
    [Format-Arguments].
'$message'(debug(Format, Arguments)) -->
    [Format-Arguments].
'$message'(unhandled_exception(Exception)) -->
    '$message_uncaught'(Exception).
'$message'(uncaught_exception(Exception)) -->
    '$message_uncaught'(Exception).
'$message'(goal_failed(Kind, Goal)) -->
    { '$message_plain'(Goal, Plain) },
    ['The ~w failed: ~p'-[Kind, Plain]].
'$message'(goal_raised(Kind, Goal, Exception)) -->
    { '$message_plain'(Goal, Plain) },
    ['The ~w raised an exception: ~p'-[Kind, Plain], nl],
    '$message_uncaught'(Exception).
'$message'(init_goal(failed, Where)) -->
    { '$message_goal_place'(Where, Place) },
    ['~wThe initialization goal failed'-[Place]].
'$message'(init_goal(failed, Goal, Where)) -->
    { '$message_plain'(Goal, Plain),
      '$message_goal_place'(Where, Place)
    },
    ['~wThe initialization goal failed: ~p'-[Place, Plain]].
'$message'(init_goal(goal_raised(Exception), Where)) -->
    { '$message_goal_place'(Where, Place) },
    ['~w'-[Place]],
    '$message_uncaught'(Exception).
'$message'(assertion_failed(_, Goal)) -->
    { '$message_plain'(Goal, Plain) },
    ['The assertion failed: ~p'-[Plain]].
'$message'(singletons(_, Names)) -->
    '$message'(singletons(Names)).
'$message'(singletons(Names)) -->
    { atomic_list_concat(Names, ', ', Text) },
    (   { Names = [_] }
    ->  ['The variable ~w occurs only once in its clause'-[Text], nl],
        ['Maybe write _~w if that is meant.'-[Text]]
    ;   ['The variables ~w occur only once each in their clause'-[Text], nl],
        ['Maybe start their names with _ if that is meant.']
    ).
'$message'(multitons(_, Names)) -->
    '$message'(multitons(Names)).
'$message'(multitons(Names)) -->
    { atomic_list_concat(Names, ', ', Text) },
    ['Marked as occurring once (by the _), but occurring more often: ~w'-[Text]].
'$message'(discontiguous(PI)) -->
    { '$message_plain'(PI, Plain) },
    ['The clauses of ~q are not together'-[Plain], nl],
    ['Maybe move them, or declare it: `:- discontiguous ~q.`'-[Plain]].
'$message'(discontiguous(PI, _)) -->
    '$message'(discontiguous(PI)).
'$message'(discontiguous(_, PI, _, _)) -->
    '$message'(discontiguous(PI)).
'$message'(redefined_procedure(_, PI)) -->
    { '$message_plain'(PI, Plain) },
    ['The clauses of ~q replace those of another file'-[Plain], nl],
    ['Maybe declare it in both: `:- multifile ~q.`'-[Plain]].
'$message'(redefined_procedure(_, PI, Place)) -->
    { '$message_plain'(PI, Plain) },
    ['The clauses of ~q replace those of ~w'-[Plain, Place], nl],
    ['Maybe declare it in both: `:- multifile ~q.`'-[Plain]].
'$message'(undefined_procedures(PIs)) -->
    '$message_undefined'(PIs).
'$message'(undefined_export(Module, PI)) -->
    ['The module ~q exports ~q, but does not define it'-[Module, PI]].
'$message'(no_export(Module, PI)) -->
    ['The module ~q does not export ~q'-[Module, PI]].
'$message'(import_private(Module, PI)) -->
    ['The module ~q does not export ~q, which is imported all the same'-[Module, PI]].
'$message'(ignored_import(Module, PI, Other)) -->
    ['~q is not imported from ~q, for it is already imported from ~q'-[PI, Module, Other]].
'$message'(no_source(File)) -->
    ['The file (~w) does not exist'-[File]].
'$message'(load_file(start(_, file(_, File)))) -->
    ['Loading ~w ...'-[File]].
'$message'(load_file(done(_, file(_, File), _, _, Time, _))) -->
    ['Loaded ~w in ~3f seconds'-[File, Time]].
'$message'(halt) -->
    ['halt'].
'$message'(aborted) -->
    ['Execution aborted'].
'$message'('$aborted') -->
    ['Execution aborted'].
'$message'(unwind(abort)) -->
    ['Execution aborted'].
'$message'(deprecated(PI)) -->
    ['~q is deprecated'-[PI]].

'$message_uncaught'(Exception) -->
    { var(Exception) },
    !,
    ['Uncaught exception: ~p'-[Exception]].
'$message_uncaught'(error(Formal, Context)) -->
    !,
    translate_message(error(Formal, Context)).
'$message_uncaught'(Exception) -->
    { '$message_hooked'(prolog:message/3) },
    prolog:message(Exception),
    !.
'$message_uncaught'(Exception) -->
    ['Uncaught exception: '], '$message_value'(Exception).

'$message_goal_place'(Where, Place) :-
    (   nonvar(Where),
        ( Where = '@'(_, File:Line) ; Where = File:Line )
    ->  format(atom(Place), '~w:~w: ', [File, Line])
    ;   Place = ''
    ).

'$message_undefined'([]) -->
    [].
'$message_undefined'([PI|PIs]) -->
    { '$message_plain'(PI, Plain) },
    ['Unknown procedure: ~q'-[Plain]],
    '$message_maybe'(existence_error(procedure, PI)),
    (   { PIs == [] }
    ->  []
    ;   [nl],
        '$message_undefined'(PIs)
    ).
