%  ?- phrase(csv(Rows), `name,age\n"Lovelace, Ada",36\n`).
%     Rows = [row(name, age), row('Lovelace, Ada', 36)].
%
%  Comma-separated values, as in RFC 4180.
%
%  A row is a term whose arguments are atoms and numbers. Options, for reading and writing:
%
%    - separator(+Code): between fields; a tab for files named `.tsv`, else a comma
%    - strip(+Boolean): remove white space around fields; `false` by default
%    - ignore_quotes(+Boolean): treat `"` as any other character; `false` by default
%    - convert(+Boolean): turn what reads as a number into one; `true` by default
%    - case(+How): `down`, `up` or `preserve`; the latter by default
%    - functor(+Name): name of the row terms; `row` by default
%    - arity(?Arity), match_arity(+Boolean): all rows must have this many fields, unless
%      match_arity(false); the arity of the first row by default
%    - skip_header(+Character): ignore lines at the start that begin with Character

:- module(csv, [
    csv//1, csv//2,
    csv_read_file/2, csv_read_file/3, csv_read_stream/3, csv_read_file_row/3, csv_read_row/3,
    csv_options/2,
    csv_write_file/2, csv_write_file/3, csv_write_stream/3
]).

%!  csv_options(-Compiled, +Options) is det
%
%   True if Compiled stands for Options in csv_read_row/3.

csv_options(Compiled, Options) :-
    compiled(Options, Compiled, _).

%   csv(Separator, Strip, IgnoreQuotes, Convert, Case, Functor, Arity, MatchArity, SkipHeader)

compiled(Options, Compiled, Rest) :-
    Compiled = csv(Separator, Strip, IgnoreQuotes, Convert, Case, Functor, _, Match, Skip),
    take(Options, Compiled, Rest),
    default(Separator, 0',),
    default(Strip, false),
    default(IgnoreQuotes, false),
    default(Convert, true),
    default(Case, preserve),
    default(Functor, row),
    default(Match, true),
    default(Skip, none).

take([], _, []).
take([Option|Options], Compiled, Rest) :-
    (   option_argument(Option, N, Value)
    ->  arg(N, Compiled, Slot),
        (   var(Slot)
        ->  Slot = Value
        ;   true
        ),
        Rest = Rest1
    ;   Rest = [Option|Rest1]
    ),
    take(Options, Compiled, Rest1).

option_argument(separator(X), 1, X).
option_argument(strip(X), 2, X).
option_argument(ignore_quotes(X), 3, X).
option_argument(convert(X), 4, X).
option_argument(case(X), 5, X).
option_argument(functor(X), 6, X).
option_argument(arity(X), 7, X).
option_argument(match_arity(X), 8, X).
option_argument(skip_header(X), 9, X).

default(Value, Default) :-
    (   var(Value)
    ->  Value = Default
    ;   true
    ).

%!  csv(?Rows)// is semidet
%
%   Describes lines of comma-separated values; Rows are their row terms. Reads if Rows is a
%   variable, else writes.

csv(Rows) -->
    csv(Rows, []).

%!  csv(?Rows, +Options)// is semidet
%
%   As csv//1, with the options listed above.

csv(Rows, Options) -->
    { compiled(Options, Compiled, _) },
    (   { is_list(Rows) }
    ->  write_rows(Rows, Compiled)
    ;   skip_header(Compiled),
        read_rows(Rows, Compiled)
    ).

skip_header(Compiled) -->
    { arg(9, Compiled, Skip) },
    skip_lines(Skip).

skip_lines(Skip) -->
    (   { Skip \== none,
          char_code(Skip, Code)
        },
        [Code]
    ->  skip_line,
        skip_lines(Skip)
    ;   []
    ).

skip_line -->
    (   [C]
    ->  (   { C =:= 0'\n }
        ->  []
        ;   skip_line
        )
    ;   []
    ).

read_rows(Rows, Compiled, Codes, Rest) :-
    (   Codes == []
    ->  Rows = [],
        Rest = []
    ;   parse_fields(Codes, Compiled, Fields, Rest1),
        Rest1 \== more,
        make_row(Fields, Compiled, Row),
        Rows = [Row|Rows1],
        read_rows(Rows1, Compiled, Rest1, Rest)
    ).

make_row(Fields, csv(_, _, _, _, _, Functor, Arity, Match, _), Row) :-
    Row =.. [Functor|Fields],
    (   Match == true
    ->  functor(Row, _, Arity0),
        (   Arity = Arity0
        ->  true
        ;   throw(error(domain_error(row_arity(Arity), Arity0), _))
        )
    ;   true
    ).

%   parse_fields(+Codes, +Compiled, -Fields, -Rest): the fields of the first row of Codes. Rest is
%   `more` if Codes end within quotes.

parse_fields(Codes, Compiled, [Field|Fields], Rest) :-
    parse_field(Codes, Compiled, Field, Rest1),
    (   Rest1 == more
    ->  Rest = more
    ;   Rest1 = [C|Rest2],
        arg(1, Compiled, C)
    ->  parse_fields(Rest2, Compiled, Fields, Rest)
    ;   end_of_line(Rest1, Rest),
        Fields = []
    ).

end_of_line([], []).
end_of_line([0'\n|Rest], Rest) :-
    !.
end_of_line([0'\r, 0'\n|Rest], Rest) :-
    !.
end_of_line([0'\r], []).

parse_field(Codes0, Compiled, Field, Rest) :-
    arg(2, Compiled, Strip),
    (   Strip == true
    ->  skip_white(Codes0, Compiled, Codes)
    ;   Codes = Codes0
    ),
    (   Codes = [0'"|Quoted],
        arg(3, Compiled, false)
    ->  parse_quoted(Quoted, Text, Rest0),
        (   Rest0 == more
        ->  Rest = more
        ;   Strip == true
        ->  skip_white(Rest0, Compiled, Rest)
        ;   Rest = Rest0
        )
    ;   arg(1, Compiled, Separator),
        parse_plain(Codes, Separator, Text, Rest)
    ),
    (   Rest == more
    ->  true
    ;   make_field(Text, Compiled, Field)
    ).

skip_white([C|Cs], Compiled, Rest) :-
    ( C =:= 0'\s ; C =:= 0'\t ),
    arg(1, Compiled, Separator),
    C =\= Separator,
    !,
    skip_white(Cs, Compiled, Rest).
skip_white(Rest, _, Rest).

parse_quoted([], [], more).
parse_quoted([C|Cs], Text, Rest) :-
    (   C =\= 0'"
    ->  Text = [C|Text1],
        parse_quoted(Cs, Text1, Rest)
    ;   Cs = [0'"|Ds]
    ->  Text = [C|Text1],
        parse_quoted(Ds, Text1, Rest)
    ;   Text = [],
        Rest = Cs
    ).

parse_plain([], _, [], []).
parse_plain([C|Cs], Separator, Text, Rest) :-
    (   ( C =:= Separator ; C =:= 0'\n ; C =:= 0'\r, ( Cs == [] ; Cs = [0'\n|_] ) )
    ->  Text = [],
        Rest = [C|Cs]
    ;   Text = [C|Text1],
        parse_plain(Cs, Separator, Text1, Rest)
    ).

make_field(Codes, csv(_, Strip, _, Convert, Case, _, _, _, _), Field) :-
    atom_codes(Atom0, Codes),
    (   Strip == true
    ->  normalize_ends(Atom0, Atom)
    ;   Atom = Atom0
    ),
    convert_field(Convert, Case, Atom, Field).

normalize_ends(Atom0, Atom) :-
    split_string(Atom0, "", " \t", [String]),
    atom_string(Atom, String).

convert_field(Convert, Case, Atom, Field) :-
    (   Convert == true,
        number_start(Atom),
        text_number(Atom, Number)
    ->  Field = Number
    ;   Case == down
    ->  downcase_atom(Atom, Field)
    ;   Case == up
    ->  upcase_atom(Atom, Field)
    ;   Field = Atom
    ).

%   A number may have an exponent without a fraction, as in 1e5.

text_number(Atom, Number) :-
    (   catch(atom_number(Atom, Number0), _, fail)
    ->  Number = Number0
    ;   downcase_atom(Atom, Lower),
        sub_atom(Lower, Before, 1, After, e),
        sub_atom(Lower, 0, Before, _, Mantissa),
        sub_atom(Lower, _, After, 0, Exponent),
        atomic_list_concat([Mantissa, '.0e', Exponent], Text),
        catch(atom_number(Text, Number), _, fail)
    ).

number_start(Atom) :-
    sub_atom(Atom, 0, 1, _, First),
    char_code(First, Code),
    (   Code >= 0'0,
        Code =< 0'9
    ->  true
    ;   Code =:= 0'-
    ->  true
    ;   Code =:= 0'+
    ).

%!  csv_read_file(+File, -Rows) is semidet
%
%   True if Rows are the rows of File.

csv_read_file(File, Rows) :-
    csv_read_file(File, Rows, []).

%!  csv_read_file(+File, -Rows, +Options) is semidet
%
%   As csv_read_file/2, with the options listed above and those of open/4.

csv_read_file(File, Rows, Options) :-
    file_options(File, Options, Compiled, OpenOptions),
    absolute_file_name(File, Path, [access(read)]),
    setup_call_cleanup(open(Path, read, Stream, OpenOptions),
                       read_all(Stream, Rows, Compiled),
                       close(Stream)).

file_options(File, Options, Compiled, Rest) :-
    (   file_name_extension(_, tsv, File)
    ->  append_option(Options, separator(0'\t), Options1)
    ;   Options1 = Options
    ),
    compiled(Options1, Compiled, Rest).

append_option([], Last, [Last]).
append_option([Option|Options0], Last, [Option|Options]) :-
    append_option(Options0, Last, Options).

%!  csv_read_stream(+Stream, -Rows, +Options) is semidet
%
%   True if Rows are the rows of the rest of Stream.

csv_read_stream(Stream, Rows, Options) :-
    compiled(Options, Compiled, _),
    read_all(Stream, Rows, Compiled).

read_all(Stream, Rows, Compiled) :-
    skip_stream_header(Stream, Compiled),
    read_all_rows(Stream, Rows, Compiled).

read_all_rows(Stream, Rows, Compiled) :-
    csv_read_row(Stream, Row, Compiled),
    (   Row == end_of_file
    ->  Rows = []
    ;   Rows = [Row|Rows1],
        read_all_rows(Stream, Rows1, Compiled)
    ).

skip_stream_header(Stream, Compiled) :-
    arg(9, Compiled, Skip),
    (   Skip \== none,
        peek_char(Stream, Skip)
    ->  read_string(Stream, '\n', '', _, _),
        skip_stream_header(Stream, Compiled)
    ;   true
    ).

%!  csv_read_file_row(+File, -Row, +Options) is nondet
%
%   True if Row is a row of File, which is closed when no more rows are asked for. The option
%   line(-Line) is the number of the line at which the row starts.

csv_read_file_row(File, Row, Options) :-
    (   memberchk(line(Line), Options)
    ->  true
    ;   true
    ),
    file_options(File, Options, Compiled, Rest),
    drop_line(Rest, OpenOptions),
    absolute_file_name(File, Path, [access(read)]),
    setup_call_cleanup(open(Path, read, Stream, OpenOptions),
                       ( skip_stream_header(Stream, Compiled),
                         next_row(Stream, Row, Line, Compiled)
                       ),
                       close(Stream)).

drop_line([], []).
drop_line([Option|Options], Rest) :-
    (   Option = line(_)
    ->  Rest = Options
    ;   Rest = [Option|Rest1],
        drop_line(Options, Rest1)
    ).

next_row(Stream, Row, Line, Compiled) :-
    line_count(Stream, Line0),
    copy_term(Compiled, Fresh),
    csv_read_row(Stream, Row0, Fresh),
    Row0 \== end_of_file,
    (   peek_code(Stream, -1)
    ->  Row = Row0,
        Line = Line0
    ;   row_or_next(Row0, Line0, Stream, Row, Line, Compiled)
    ).

row_or_next(Row, Line, _, Row, Line, _).
row_or_next(_, _, Stream, Row, Line, Compiled) :-
    next_row(Stream, Row, Line, Compiled).

%!  csv_read_row(+Stream, -Row, +Compiled) is semidet
%
%   Read the next row of Stream; `end_of_file` at the end. Compiled is from csv_options/2.

csv_read_row(Stream, Row, Compiled) :-
    read_string(Stream, '\n', '\r', End, Line),
    (   End == -1,
        Line == ""
    ->  Row = end_of_file
    ;   row_fields(Line, Stream, Compiled, Fields),
        make_row(Fields, Compiled, Row)
    ).

%   A line without quotes is split at once.

row_fields(Line, Stream, Compiled, Fields) :-
    (   sub_string(Line, _, _, _, "\"")
    ->  string_codes(Line, Codes),
        quoted_fields(Codes, Stream, Compiled, Fields)
    ;   Compiled = csv(Code, Strip, _, Convert, Case, _, _, _, _),
        char_code(Separator, Code),
        (   Strip == true
        ->  split_string(Line, Separator, " \t", Strings)
        ;   split_string(Line, Separator, "", Strings)
        ),
        convert_fields(Strings, Convert, Case, Fields)
    ).

convert_fields([], _, _, []).
convert_fields([String|Strings], Convert, Case, [Field|Fields]) :-
    atom_string(Atom, String),
    convert_field(Convert, Case, Atom, Field),
    convert_fields(Strings, Convert, Case, Fields).

quoted_fields(Codes, Stream, Compiled, Fields) :-
    parse_fields(Codes, Compiled, Fields0, Rest),
    (   Rest == more
    ->  read_string(Stream, '\n', '\r', End, Line),
        \+ ( End == -1, Line == "" ),
        string_codes(Line, More),
        followed(Codes, [0'\n|More], Codes1),
        quoted_fields(Codes1, Stream, Compiled, Fields)
    ;   Rest == [],
        Fields = Fields0
    ).

followed([], Tail, Tail).
followed([C|Cs], Tail, [C|Ds]) :-
    followed(Cs, Tail, Ds).

%!  csv_write_file(+File, +Rows) is det
%
%   Write Rows to File.

csv_write_file(File, Rows) :-
    csv_write_file(File, Rows, []).

%!  csv_write_file(+File, +Rows, +Options) is det
%
%   As csv_write_file/2, with the options listed above and those of open/4.

csv_write_file(File, Rows, Options) :-
    file_options(File, Options, Compiled, OpenOptions),
    setup_call_cleanup(open(File, write, Stream, OpenOptions),
                       write_all(Rows, Stream, Compiled),
                       close(Stream)).

%!  csv_write_stream(+Stream, +Rows, +Options) is det
%
%   Write Rows to Stream.

csv_write_stream(Stream, Rows, Options) :-
    compiled(Options, Compiled, _),
    write_all(Rows, Stream, Compiled).

write_all([], _, _).
write_all([Row|Rows], Stream, Compiled) :-
    write_row(Row, Compiled, Codes, []),
    format(Stream, '~s', [Codes]),
    write_all(Rows, Stream, Compiled).

write_rows([], _) -->
    [].
write_rows([Row|Rows], Compiled) -->
    write_row(Row, Compiled),
    write_rows(Rows, Compiled).

write_row(Row, Compiled) -->
    { Row =.. [_|Fields] },
    write_fields(Fields, Compiled),
    "\r\n".

write_fields([], _) -->
    [].
write_fields([Field|Fields], Compiled) -->
    { arg(1, Compiled, Separator),
      field_codes(Field, Codes)
    },
    (   { needs_quotes(Codes, Separator) }
    ->  [0'"],
        write_quoted(Codes),
        [0'"]
    ;   write_plain(Codes)
    ),
    (   { Fields == [] }
    ->  []
    ;   [Separator],
        write_fields(Fields, Compiled)
    ).

field_codes(Field, Codes) :-
    (   var(Field)
    ->  throw(error(instantiation_error, _))
    ;   Field \== [],
        atom(Field)
    ->  atom_codes(Field, Codes)
    ;   string(Field)
    ->  string_codes(Field, Codes)
    ;   number_codes(Field, Codes)
    ).

needs_quotes([C|Cs], Separator) :-
    (   ( C =:= Separator ; C =:= 0'" ; C =:= 0'\n ; C =:= 0'\r )
    ->  true
    ;   needs_quotes(Cs, Separator)
    ).

write_quoted([]) -->
    [].
write_quoted([C|Cs]) -->
    (   { C =:= 0'" }
    ->  [C, C]
    ;   [C]
    ),
    write_quoted(Cs).

write_plain([]) -->
    [].
write_plain([C|Cs]) -->
    [C],
    write_plain(Cs).
