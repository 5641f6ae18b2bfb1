%  ?- findall(L, ( open_string("one\ntwo\n", S), read_line_to_string(S, L) ), Ls).
%     Ls = ["one"].
%
%  Reading lines, whole streams and whole files.

:- module(read_util, [
    read_line_to_codes/2, read_line_to_codes/3, read_line_to_string/2,
    read_stream_to_codes/2, read_stream_to_codes/3,
    read_file_to_codes/3, read_file_to_string/3, read_file_to_terms/3
]).

%!  read_line_to_codes(+Stream, -Codes) is det
%
%   The next line of Stream as a list of codes, without its newline (or return and newline); the
%   atom `end_of_file` at the end.

read_line_to_codes(Stream, Codes) :-
    read_string(Stream, '\n', '\r', End, String),
    (   End == -1,
        String == ""
    ->  Codes = end_of_file
    ;   string_codes(String, Codes)
    ).

%!  read_line_to_codes(+Stream, -Codes, ?Tail) is det
%
%   The next line of Stream with its newline, as a list of codes that ends in Tail. At the end both
%   are [].

read_line_to_codes(Stream, Codes, Tail) :-
    read_string(Stream, '\n', '', End, String),
    string_codes(String, List),
    (   End == -1
    ->  Tail = [],
        Codes = List
    ;   ended(List, [0'\n|Tail], Codes)
    ).

ended([], Tail, Tail).
ended([C|Cs], Tail, [C|Codes]) :-
    ended(Cs, Tail, Codes).

%!  read_line_to_string(+Stream, -String) is det
%
%   The next line of Stream as a string, without its newline (or return and newline); the atom
%   `end_of_file` at the end.

read_line_to_string(Stream, String) :-
    read_string(Stream, '\n', '\r', End, String0),
    (   End == -1,
        String0 == ""
    ->  String = end_of_file
    ;   String = String0
    ).

%!  read_stream_to_codes(+Stream, -Codes) is det
%
%   All that remains in Stream, as a list of codes.

read_stream_to_codes(Stream, Codes) :-
    read_string(Stream, _, String),
    string_codes(String, Codes).

%!  read_stream_to_codes(+Stream, -Codes, ?Tail) is det
%
%   All that remains in Stream, as a list of codes that ends in Tail.

read_stream_to_codes(Stream, Codes, Tail) :-
    read_stream_to_codes(Stream, List),
    ended(List, Tail, Codes).

%!  read_file_to_codes(+File, -Codes, +Options) is det
%
%   The text of File as a list of codes. The option tail(Tail) ends it in Tail; others are those of
%   open/4.

read_file_to_codes(File, Codes, Options) :-
    tail_option(Options, Tail, OpenOptions),
    with_file(File, OpenOptions, Stream, read_stream_to_codes(Stream, Codes, Tail)).

%!  read_file_to_string(+File, -String, +Options) is det
%
%   The text of File as a string. The options are those of open/4.

read_file_to_string(File, String, Options) :-
    with_file(File, Options, Stream, read_string(Stream, _, String)).

%!  read_file_to_terms(+File, -Terms, +Options) is det
%
%   The terms of File. The option tail(Tail) ends the list in Tail; others are those of open/4 and
%   read_term/3.

read_file_to_terms(File, Terms, Options) :-
    tail_option(Options, Tail, Others),
    read_options(Others, OpenOptions, ReadOptions),
    with_file(File, OpenOptions, Stream, read_terms(Stream, Terms, Tail, ReadOptions)).

tail_option([], [], []).
tail_option([Option|Options], Tail, Others) :-
    (   Option = tail(Tail)
    ->  Others = Options
    ;   Others = [Option|Others1],
        tail_option(Options, Tail, Others1)
    ).

read_options([], [], []).
read_options([Option|Options], Open, Read) :-
    functor(Option, Name, _),
    (   memberchk(Name, [encoding, bom, newline, type, alias, eof_action, create, lock])
    ->  Open = [Option|Open1],
        Read = Read1
    ;   Open = Open1,
        Read = [Option|Read1]
    ),
    read_options(Options, Open1, Read1).

with_file(File, Options, Stream, Goal) :-
    absolute_file_name(File, Path, [access(read)]),
    setup_call_cleanup(open(Path, read, Stream, Options), Goal, close(Stream)).

read_terms(Stream, Terms, Tail, Options) :-
    read_term(Stream, Term, Options),
    (   Term == end_of_file
    ->  Terms = Tail
    ;   Terms = [Term|Terms1],
        read_terms(Stream, Terms1, Tail, Options)
    ).
