%  ?- atom_json_term('{"name": "Ada", "born": [1815, 12, 10]}', Term, []).
%     Term = json([name='Ada', born=[1815, 12, 10]]).
%
%  Reading and writing JSON.
%
%  An object is json(Pairs) with Pairs of the form Key=Value, an array is a list, a string is an
%  atom and a number is a number. The constants are @(null), @(true) and @(false), unless the
%  options null(Term), true(Term) and false(Term) name other terms for them.

:- module(json, [
    json_read/2, json_read/3, json_write/2, json_write/3, atom_json_term/3,
    is_json_term/1, is_json_term/2
]).

%   The options: json(Null, True, False, EndOfFile, StringType, Step, Tab, Width, Serialize)

compiled(Options, Compiled) :-
    Compiled = json(Null, True, False, End, String, Step, Tab, Width, Serialize),
    take(Options, Compiled),
    default(Null, @(null)),
    default(True, @(true)),
    default(False, @(false)),
    default(End, error),
    default(String, atom),
    default(Step, 2),
    default(Tab, 8),
    default(Width, 72),
    default(Serialize, false).

take([], _).
take([Option|Options], Compiled) :-
    (   option_argument(Option, N, Value),
        arg(N, Compiled, Slot),
        var(Slot)
    ->  Slot = Value
    ;   true
    ),
    take(Options, Compiled).

option_argument(null(X), 1, X).
option_argument(true(X), 2, X).
option_argument(false(X), 3, X).
option_argument(end_of_file(X), 4, X).
option_argument(value_string_as_atom(B), 5, X) :- ( B == false -> X = string ; X = atom ).
option_argument(step(X), 6, X).
option_argument(tab(X), 7, X).
option_argument(width(X), 8, X).
option_argument(serialize_unknown(X), 9, X).

default(Value, Default) :-
    (   var(Value)
    ->  Value = Default
    ;   true
    ).

%!  atom_json_term(?Text, ?Term, +Options) is det
%
%   True if Text is the JSON text of Term. Text is parsed if it is bound; otherwise it becomes an
%   atom, or what the option as(Type) says: atom, string, codes or chars.

atom_json_term(Text, Term, Options) :-
    (   var(Text)
    ->  (   memberchk(as(Type), Options)
        ->  true
        ;   Type = atom
        ),
        Sink =.. [Type, Text],
        with_output_to(Sink, ( current_output(Stream), json_write(Stream, Term, Options) ))
    ;   atom_string(Text, String),
        setup_call_cleanup(open_string(String, Stream),
                           json_read(Stream, Term, Options),
                           close(Stream))
    ).

%!  json_read(+Stream, -Term) is det
%
%   Read a JSON value from Stream.

json_read(Stream, Term) :-
    json_read(Stream, Term, []).

%!  json_read(+Stream, -Term, +Options) is det
%
%   As json_read/2. Options are null(Term), true(Term) and false(Term), the terms for the constants;
%   end_of_file(Term), what is read at the end of Stream instead of throwing a syntax error; and
%   value_string_as_atom(false), to read strings as strings.

json_read(Stream, Term, Options) :-
    compiled(Options, Compiled),
    skip_blanks(Stream, Code),
    (   Code =:= -1
    ->  arg(4, Compiled, End),
        (   End == error
        ->  syntax(unexpected_end_of_file, Stream)
        ;   Term = End
        )
    ;   read_value(Code, Stream, Compiled, Read),
        Term = Read
    ).

syntax(Message, Stream) :-
    line_count(Stream, Line),
    line_position(Stream, Column),
    character_count(Stream, Count),
    throw(error(syntax_error(json(Message)), stream(Stream, Line, Column, Count))).

%   skip_blanks(+Stream, -Code): Code is the first code that is neither blank nor in a comment; it
%   is read.

skip_blanks(Stream, Code) :-
    get_code(Stream, Code0),
    skip_blanks(Code0, Stream, Code).

skip_blanks(0'\s, Stream, Code) :- !, skip_blanks(Stream, Code).
skip_blanks(0'\n, Stream, Code) :- !, skip_blanks(Stream, Code).
skip_blanks(0'\r, Stream, Code) :- !, skip_blanks(Stream, Code).
skip_blanks(0'\t, Stream, Code) :- !, skip_blanks(Stream, Code).
skip_blanks(0'/, Stream, Code) :-
    peek_code(Stream, Next),
    (   Next =:= 0'*
    ->  true
    ;   Next =:= 0'/
    ),
    !,
    get_code(Stream, Next),
    (   Next =:= 0'/
    ->  skip(Stream, 0'\n)
    ;   skip_comment(Stream)
    ),
    skip_blanks(Stream, Code).
skip_blanks(Code, _, Code).

skip_comment(Stream) :-
    get_code(Stream, Code),
    (   Code =:= 0'*,
        peek_code(Stream, 0'/)
    ->  get_code(Stream, _)
    ;   Code =:= -1
    ->  syntax(unterminated_comment, Stream)
    ;   skip_comment(Stream)
    ).

%   read_value(+Code, +Stream, +Compiled, -Term): read the value that starts with Code.

read_value(0'{, Stream, Compiled, json(Pairs)) :-
    !,
    skip_blanks(Stream, Code),
    read_pairs(Code, Stream, Compiled, Pairs).
read_value(0'[, Stream, Compiled, List) :-
    !,
    skip_blanks(Stream, Code),
    read_elements(Code, Stream, Compiled, List).
read_value(0'", Stream, Compiled, Text) :-
    !,
    read_text(Stream, Codes),
    (   arg(5, Compiled, atom)
    ->  atom_codes(Text, Codes)
    ;   string_codes(Text, Codes)
    ).
read_value(0'-, Stream, _, Number) :-
    !,
    read_number(0'-, Stream, Number).
read_value(Code, Stream, Compiled, Term) :-
    (   Code >= 0'0,
        Code =< 0'9
    ->  read_number(Code, Stream, Term)
    ;   Code >= 0'a,
        Code =< 0'z
    ->  read_word(Stream, Codes),
        atom_codes(Word, [Code|Codes]),
        (   constant(Word, Compiled, Term0)
        ->  Term = Term0
        ;   syntax(illegal_json, Stream)
        )
    ;   syntax(illegal_json, Stream)
    ).

constant(null, Compiled, Term) :- arg(1, Compiled, Term).
constant(true, Compiled, Term) :- arg(2, Compiled, Term).
constant(false, Compiled, Term) :- arg(3, Compiled, Term).

read_pairs(0'}, _, _, []) :-
    !.
read_pairs(0'", Stream, Compiled, [Key=Value|Pairs]) :-
    !,
    read_text(Stream, Codes),
    atom_codes(Key, Codes),
    skip_blanks(Stream, Colon),
    (   Colon =:= 0':
    ->  skip_blanks(Stream, Start),
        read_value(Start, Stream, Compiled, Value),
        skip_blanks(Stream, Next),
        (   Next =:= 0',
        ->  skip_blanks(Stream, Code),
            read_pairs(Code, Stream, Compiled, Pairs)
        ;   Next =:= 0'}
        ->  Pairs = []
        ;   syntax(illegal_object, Stream)
        )
    ;   syntax(illegal_json, Stream)
    ).
read_pairs(_, Stream, _, _) :-
    syntax(illegal_json, Stream).

read_elements(0'], _, _, []) :-
    !.
read_elements(Code, Stream, Compiled, [Value|Values]) :-
    read_value(Code, Stream, Compiled, Value),
    skip_blanks(Stream, Next),
    (   Next =:= 0',
    ->  skip_blanks(Stream, Start),
        read_elements(Start, Stream, Compiled, Values)
    ;   Next =:= 0']
    ->  Values = []
    ;   syntax(illegal_array, Stream)
    ).

read_word(Stream, Codes) :-
    peek_code(Stream, Code),
    (   Code >= 0'a,
        Code =< 0'z
    ->  get_code(Stream, Code),
        Codes = [Code|Codes1],
        read_word(Stream, Codes1)
    ;   Codes = []
    ).

read_text(Stream, Codes) :-
    get_code(Stream, Code),
    read_text(Code, Stream, Codes).

read_text(0'", _, []) :-
    !.
read_text(0'\\, Stream, [Code|Codes]) :-
    !,
    get_code(Stream, Escape),
    (   Escape =:= 0'u
    ->  read_unicode(Stream, Code)
    ;   escape(Escape, Code)
    ->  true
    ;   syntax(illegal_string_escape, Stream)
    ),
    read_text(Stream, Codes).
read_text(-1, Stream, _) :-
    !,
    syntax(eof_in_string, Stream).
read_text(Code, Stream, [Code|Codes]) :-
    read_text(Stream, Codes).

escape(0'", 0'").
escape(0'\\, 0'\\).
escape(0'/, 0'/).
escape(0'b, 0'\b).
escape(0'f, 0'\f).
escape(0'n, 0'\n).
escape(0'r, 0'\r).
escape(0't, 0'\t).

%   A pair of surrogates is one code.

read_unicode(Stream, Code) :-
    read_hexadecimal(4, Stream, 0, Code0),
    (   Code0 >= 0xd800,
        Code0 =< 0xdbff,
        peek_string(Stream, 2, "\\u")
    ->  get_code(Stream, _),
        get_code(Stream, _),
        read_hexadecimal(4, Stream, 0, Low),
        Code is 0x10000 + ((Code0 - 0xd800) << 10) + (Low - 0xdc00)
    ;   Code = Code0
    ).

read_hexadecimal(N, Stream, Value0, Value) :-
    (   N =:= 0
    ->  Value = Value0
    ;   get_code(Stream, Code),
        (   Code >= 0,
            code_type(Code, xdigit(Weight))
        ->  Value1 is Value0*16 + Weight,
            N1 is N - 1,
            read_hexadecimal(N1, Stream, Value1, Value)
        ;   syntax(illegal_string_escape, Stream)
        )
    ).

read_number(Code, Stream, Number) :-
    number_rest(Stream, Codes),
    (   with_fraction([Code|Codes], Fixed),
        catch(number_codes(Number0, Fixed), _, fail)
    ->  Number = Number0
    ;   syntax(illegal_number, Stream)
    ).

number_rest(Stream, Codes) :-
    peek_code(Stream, Code),
    (   number_code(Code)
    ->  get_code(Stream, Code),
        Codes = [Code|Codes1],
        number_rest(Stream, Codes1)
    ;   Codes = []
    ).

number_code(Code) :-
    (   Code >= 0'0,
        Code =< 0'9
    ->  true
    ;   memberchk(Code, `.eE+-`)
    ).

%   Prolog wants a fraction before an exponent.

with_fraction(Codes, Fixed) :-
    (   memberchk(0'., Codes)
    ->  Fixed = Codes
    ;   insert_fraction(Codes, Fixed)
    ).

insert_fraction([], []).
insert_fraction([C|Cs], Fixed) :-
    (   ( C =:= 0'e ; C =:= 0'E )
    ->  Fixed = [0'., 0'0, 0'e|Cs]
    ;   Fixed = [C|Fixed1],
        insert_fraction(Cs, Fixed1)
    ).

%!  json_write(+Stream, +Term) is det
%
%   Write Term to Stream as JSON, laid out for reading.

json_write(Stream, Term) :-
    json_write(Stream, Term, []).

%!  json_write(+Stream, +Term, +Options) is det
%
%   As json_write/2. Options are null(Term), true(Term) and false(Term), the terms for the
%   constants; width(Columns), the line length aimed at, 72 by default, 0 for one line;
%   step(Columns), the indentation, 2 by default; tab(Columns), the distance of tab stops;
%   serialize_unknown(true), to write terms that are not JSON as strings.

json_write(Stream, Term, Options) :-
    compiled(Options, Compiled),
    write_value(Term, Stream, 0, Compiled).

write_value(Term, _, _, _) :-
    var(Term),
    !,
    throw(error(instantiation_error, _)).
write_value(json(Pairs), Stream, Indent, Compiled) :-
    !,
    space_after_text(Stream, Indent),
    (   Pairs == []
    ->  write(Stream, {})
    ;   fits(json(Pairs), Indent, Compiled)
    ->  write(Stream, '{'),
        write_pairs(Pairs, Stream, Indent, Compiled),
        write(Stream, '}')
    ;   arg(6, Compiled, Step),
        Inner is Indent + Step,
        write(Stream, '{'),
        write_pair_lines(Pairs, Stream, Inner, Compiled),
        newline(Stream, Indent, Compiled),
        write(Stream, '}')
    ).
write_value(List, Stream, Indent, Compiled) :-
    is_list(List),
    !,
    space_after_text(Stream, Indent),
    (   List == []
    ->  write(Stream, [])
    ;   fits(List, Indent, Compiled)
    ->  write(Stream, '['),
        write_elements(List, Stream, Indent, Compiled),
        write(Stream, ' ]')
    ;   arg(6, Compiled, Step),
        Inner is Indent + Step,
        write(Stream, '['),
        write_element_lines(List, Stream, Inner, Compiled),
        newline(Stream, Indent, Compiled),
        write(Stream, ']')
    ).
write_value(Term, Stream, _, Compiled) :-
    (   constant(Word, Compiled, Constant),
        Constant == Term
    ->  write(Stream, Word)
    ;   number(Term)
    ->  write_number(Term, Stream)
    ;   Term = @(Word),
        memberchk(Word, [null, true, false])
    ->  write(Stream, Word)
    ;   is_text(Term)
    ->  write_text(Term, Stream)
    ;   arg(9, Compiled, true)
    ->  format(string(Text), '~q', [Term]),
        write_text(Text, Stream)
    ;   throw(error(type_error(json_term, Term), _))
    ).

is_text(Term) :-
    (   atom(Term)
    ->  true
    ;   string(Term)
    ).

write_number(Number, Stream) :-
    (   rational(Number),
        \+ integer(Number)
    ->  Float is float(Number),
        write(Stream, Float)
    ;   write(Stream, Number)
    ).

space_after_text(Stream, Indent) :-
    (   line_position(Stream, Indent)
    ->  true
    ;   write(Stream, ' ')
    ).

pair(Pair, Key, Value) :-
    (   nonvar(Pair),
        ( Pair = (Key=Value) ; Pair = Key-Value ; Pair =.. [Key, Value] )
    ->  true
    ;   throw(error(type_error(pair, Pair), _))
    ).

write_pair(Pair, Stream, Indent, Compiled) :-
    pair(Pair, Key, Value),
    (   is_text(Key)
    ->  write_text(Key, Stream)
    ;   throw(error(type_error(text, Key), _))
    ),
    write(Stream, ':'),
    write_value(Value, Stream, Indent, Compiled).

write_pairs([Pair|Pairs], Stream, Indent, Compiled) :-
    write_pair(Pair, Stream, Indent, Compiled),
    (   Pairs == []
    ->  true
    ;   write(Stream, ', '),
        write_pairs(Pairs, Stream, Indent, Compiled)
    ).

write_pair_lines([Pair|Pairs], Stream, Indent, Compiled) :-
    newline(Stream, Indent, Compiled),
    write_pair(Pair, Stream, Indent, Compiled),
    (   Pairs == []
    ->  true
    ;   write(Stream, ','),
        write_pair_lines(Pairs, Stream, Indent, Compiled)
    ).

write_elements([Term|Terms], Stream, Indent, Compiled) :-
    write_value(Term, Stream, Indent, Compiled),
    (   Terms == []
    ->  true
    ;   write(Stream, ', '),
        write_elements(Terms, Stream, Indent, Compiled)
    ).

write_element_lines([Term|Terms], Stream, Indent, Compiled) :-
    newline(Stream, Indent, Compiled),
    write_value(Term, Stream, Indent, Compiled),
    (   Terms == []
    ->  true
    ;   write(Stream, ','),
        write_element_lines(Terms, Stream, Indent, Compiled)
    ).

newline(Stream, Indent, Compiled) :-
    arg(7, Compiled, Tab),
    nl(Stream),
    Tabs is Indent // Tab,
    Spaces is Indent mod Tab,
    put_tabs(Tabs, Stream),
    tab(Stream, Spaces).

put_tabs(N, Stream) :-
    (   N > 0
    ->  put_char(Stream, '\t'),
        N1 is N - 1,
        put_tabs(N1, Stream)
    ;   true
    ).

write_text(Text, Stream) :-
    format(string(String), '~w', [Text]),
    string_codes(String, Codes),
    quoted(Codes, Quoted),
    format(Stream, '"~s"', [Quoted]).

quoted([], []).
quoted([C|Cs], Quoted) :-
    (   escape(Letter, C),
        C =\= 0'/
    ->  Quoted = [0'\\, Letter|Quoted1]
    ;   C < 0x20
    ->  format(codes(Quoted, Quoted1), '\\u~|~`0t~16r~4+', [C])
    ;   C =:= 0'<,
        Cs = [0'/|_]
    ->  Quoted = [C, 0'\\|Quoted1]
    ;   Quoted = [C|Quoted1]
    ),
    quoted(Cs, Quoted1).

%   fits(+Term, +Indent, +Compiled): Term fits on one line that starts at Indent.

fits(Term, Indent, Compiled) :-
    arg(8, Compiled, Width),
    (   Width =:= 0
    ->  true
    ;   Room is Width - Indent,
        room_left(Term, Compiled, Room, _)
    ).

room_left(Term, _, _, _) :-
    var(Term),
    !,
    throw(error(instantiation_error, _)).
room_left(json(Pairs), Compiled, Room0, Room) :-
    !,
    Room1 is Room0 - 2,
    Room1 >= 0,
    room_after_pairs(Pairs, Compiled, Room1, Room).
room_left(List, Compiled, Room0, Room) :-
    is_list(List),
    !,
    Room1 is Room0 - 2,
    Room1 >= 0,
    room_after_elements(List, Compiled, Room1, Room).
room_left(Term, Compiled, Room0, Room) :-
    (   constant(Word, Compiled, Constant),
        Constant == Term
    ->  string_length(Word, Length)
    ;   number(Term)
    ->  string_length(Term, Length)
    ;   is_text(Term)
    ->  string_length(Term, Length0),
        Length is Length0 + 2
    ;   format(string(String), '~q', [Term]),
        string_length(String, Length0),
        Length is Length0 + 2
    ),
    Room is Room0 - Length,
    Room >= 0.

room_after_pairs([], _, Room, Room).
room_after_pairs([Pair|Pairs], Compiled, Room0, Room) :-
    pair(Pair, Key, Value),
    (   is_text(Key)
    ->  true
    ;   throw(error(type_error(text, Key), _))
    ),
    string_length(Key, Length),
    Room1 is Room0 - Length - 4,
    Room1 >= 0,
    room_left(Value, Compiled, Room1, Room2),
    (   Pairs == []
    ->  Room = Room2
    ;   Room3 is Room2 - 2,
        Room3 >= 0,
        room_after_pairs(Pairs, Compiled, Room3, Room)
    ).

room_after_elements([], _, Room, Room).
room_after_elements([Term|Terms], Compiled, Room0, Room) :-
    room_left(Term, Compiled, Room0, Room1),
    (   Terms == []
    ->  Room = Room1
    ;   Room2 is Room1 - 2,
        Room2 >= 0,
        room_after_elements(Terms, Compiled, Room2, Room)
    ).

%!  is_json_term(@Term) is semidet
%
%   True if json_write/2 can write Term.

is_json_term(Term) :-
    is_json_term(Term, []).

%!  is_json_term(@Term, +Options) is semidet
%
%   As is_json_term/1, with the constants of Options.

is_json_term(Term, Options) :-
    compiled(Options, Compiled),
    is_json(Term, Compiled).

is_json(Term, Compiled) :-
    nonvar(Term),
    (   Term = json(Pairs)
    ->  is_list(Pairs),
        are_pairs(Pairs, Compiled)
    ;   is_list(Term)
    ->  are_json(Term, Compiled)
    ;   atomic(Term)
    ->  true
    ;   constant(_, Compiled, Constant),
        Constant == Term
    ->  true
    ).

are_pairs([], _).
are_pairs([Pair|Pairs], Compiled) :-
    nonvar(Pair),
    Pair = (Key=Value),
    atom(Key),
    is_json(Value, Compiled),
    are_pairs(Pairs, Compiled).

are_json([], _).
are_json([Term|Terms], Compiled) :-
    is_json(Term, Compiled),
    are_json(Terms, Compiled).
