%  ?- dedent_lines("  a\n    b\n", S, []).
%     S = "a\n  b\n".
%  ?- interpolate_string("Dear {Name},", S, ['Name' = "Ada"], []).
%     S = "Dear Ada,".
%
%  Texts of several lines: splitting, indenting, filling in.

:- module(strings, [
    dedent_lines/3, indent_lines/3, indent_lines/4, interpolate_string/4, string_lines/2,
    split_lines/2
]).

:- meta_predicate indent_lines(1, +, +, -).

%!  string_lines(?String, ?Lines) is det
%
%   True if Lines are the lines of String, as strings without their newlines. A String made from
%   Lines ends with a newline.

string_lines(String, Lines) :-
    (   var(String)
    ->  join_lines(Lines, Texts),
        atomics_to_string(Texts, String)
    ;   split_lines(String, Lines)
    ).

join_lines([], []).
join_lines([Line|Lines], [Line, "\n"|Texts]) :-
    join_lines(Lines, Texts).

%!  split_lines(+String, -Lines) is det
%
%   True if Lines are the lines of String, as strings without their newlines.

split_lines(String, Lines) :-
    split_string(String, "\n", "", Lines0),
    without_last_empty(Lines0, Lines).

without_last_empty([Line|Lines0], Lines) :-
    (   Lines0 == []
    ->  (   Line == ""
        ->  Lines = []
        ;   Lines = [Line]
        )
    ;   Lines = [Line|Lines1],
        without_last_empty(Lines0, Lines1)
    ).

atomics_to_string(Texts, String) :-
    atomic_list_concat(Texts, Atom),
    atom_string(Atom, String).

%!  indent_lines(+Prefix, +In, -Out) is det
%
%   True if Out is In with Prefix before each line that is not blank.

indent_lines(Prefix, In, Out) :-
    indent_lines(not_blank, Prefix, In, Out).

not_blank(Line) :-
    \+ split_string(Line, "", " \t", [""]).

%!  indent_lines(:Condition, +Prefix, +In, -Out) is det
%
%   True if Out is In with Prefix before each line for which call(Condition, Line) is true.

indent_lines(Condition, Prefix, In, Out) :-
    split_string(In, "\n", "", Lines),
    indented(Lines, Condition, Prefix, Texts),
    atomics_to_string(Texts, Out).

indented([Line], Condition, Prefix, Texts) :-
    !,
    (   Line == ""
    ->  Texts = []
    ;   indent_line(Line, Condition, Prefix, Texts, [])
    ).
indented([Line|Lines], Condition, Prefix, Texts) :-
    indent_line(Line, Condition, Prefix, Texts, ["\n"|Texts1]),
    indented(Lines, Condition, Prefix, Texts1).

indent_line(Line, Condition, Prefix, Texts, Rest) :-
    (   call(Condition, Line)
    ->  Texts = [Prefix, Line|Rest]
    ;   Texts = [Line|Rest]
    ).

%!  dedent_lines(+In, -Out, +Options) is det
%
%   True if Out is In without the white space that all its lines start with; lines of white space
%   only do not count and become empty. Options are
%
%     - tab(+Width): count a tab as white space up to a multiple of Width, instead of comparing
%       characters
%     - chars(+Chars): what white space is; space and tab by default

dedent_lines(In, Out, Options) :-
    (   memberchk(tab(Tab), Options)
    ->  true
    ;   Tab = 0
    ),
    (   memberchk(chars(Chars), Options)
    ->  string_codes(Chars, White)
    ;   White = [0'\s, 0'\t]
    ),
    split_string(In, "\n", "", Strings),
    code_lists(Strings, Lines),
    common_indent(Lines, White, Tab, _, Indent),
    dedented(Lines, Tab, Indent, Texts),
    atomic_list_concat(Texts, '\n', Atom),
    atom_string(Atom, Out).

code_lists([], []).
code_lists([S|Ss], [Cs|Css]) :-
    string_codes(S, Cs),
    code_lists(Ss, Css).

%   The indent is a list of codes, or a width if Tab > 0; unbound if all lines are blank.

common_indent([], _, _, Indent, Indent).
common_indent([Line|Lines], White, Tab, Indent0, Indent) :-
    white_prefix(Line, White, Prefix, Rest),
    (   Rest == []
    ->  Indent1 = Indent0
    ;   indent_measure(Tab, Prefix, Measure),
        shared_indent(Indent0, Measure, Indent1)
    ),
    common_indent(Lines, White, Tab, Indent1, Indent).

white_prefix([C|Cs], White, [C|Prefix], Rest) :-
    memberchk(C, White),
    !,
    white_prefix(Cs, White, Prefix, Rest).
white_prefix(Rest, _, [], Rest).

indent_measure(Tab, Prefix, Measure) :-
    (   Tab =:= 0
    ->  Measure = Prefix
    ;   width(Prefix, Tab, 0, Measure)
    ).

width([], _, Width, Width).
width([C|Cs], Tab, Width0, Width) :-
    advance(C, Tab, Width0, Width1),
    width(Cs, Tab, Width1, Width).

advance(C, Tab, Width0, Width) :-
    (   C =:= 0'\t
    ->  Width is (Width0 + Tab) // Tab * Tab
    ;   Width is Width0 + 1
    ).

shared_indent(Indent0, Measure, Indent) :-
    (   var(Indent0)
    ->  Indent = Measure
    ;   integer(Measure)
    ->  Indent is min(Indent0, Measure)
    ;   shared_prefix(Indent0, Measure, Indent)
    ).

shared_prefix([C|Cs], [D|Ds], Prefix) :-
    C == D,
    !,
    Prefix = [C|Prefix1],
    shared_prefix(Cs, Ds, Prefix1).
shared_prefix(_, _, []).

dedented([], _, _, []).
dedented([Line|Lines], Tab, Indent, [Text|Texts]) :-
    (   var(Indent)
    ->  Rest = []
    ;   integer(Indent)
    ->  drop_width(Line, Tab, Indent, 0, Rest)
    ;   drop_prefix(Indent, Line, Rest)
    ->  true
    ;   Rest = []
    ),
    atom_codes(Text, Rest),
    dedented(Lines, Tab, Indent, Texts).

drop_prefix([], Rest, Rest).
drop_prefix([C|Cs], [C|Line], Rest) :-
    drop_prefix(Cs, Line, Rest).

drop_width(Line, Tab, Indent, Width, Rest) :-
    (   Width > Indent
    ->  Rest = [0'\s|Rest1],
        Width1 is Width - 1,
        drop_width(Line, Tab, Indent, Width1, Rest1)
    ;   Width < Indent,
        Line = [C|Cs]
    ->  advance(C, Tab, Width, Width1),
        drop_width(Cs, Tab, Indent, Width1, Rest)
    ;   Rest = Line
    ).

%!  interpolate_string(+In, -Out, +Map, +Options) is det
%
%   True if the string Out is In with each {Name} replaced by the Value of `Name = Value` in Map and
%   each {Name,Default} by that or the text Default. A Name is written as a variable.

interpolate_string(In, Out, Map, _) :-
    string_codes(In, Codes),
    filled(Codes, Map, Parts),
    atomics_to_string(Parts, Out).

filled(Codes, Map, Parts) :-
    (   before(Codes, 0'{, Text, AfterOpen)
    ->  (   hole(AfterOpen, Map, Value, Rest)
        ->  atom_codes(Part, Text),
            Parts = [Part, Value|Parts1],
            filled(Rest, Map, Parts1)
        ;   ended(Text, [0'{], Open),
            atom_codes(Part, Open),
            Parts = [Part|Parts1],
            filled(AfterOpen, Map, Parts1)
        )
    ;   atom_codes(Part, Codes),
        Parts = [Part]
    ).

before([C|Cs], End, Text, Rest) :-
    (   C =:= End
    ->  Text = [],
        Rest = Cs
    ;   Text = [C|Text1],
        before(Cs, End, Text1, Rest)
    ).

ended([], Tail, Tail).
ended([C|Cs], Tail, [C|Ds]) :-
    ended(Cs, Tail, Ds).

hole(Codes, Map, Value, Rest) :-
    before(Codes, 0'}, Inside, Rest),
    (   before(Inside, 0',, NameCodes, DefaultCodes)
    ->  true
    ;   NameCodes = Inside,
        DefaultCodes = none
    ),
    NameCodes = [Start|More],
    code_type(Start, prolog_var_start),
    name_rest(More),
    atom_codes(Name, NameCodes),
    (   memberchk(Name=Bound, Map)
    ->  format(string(Value), '~w', [Bound])
    ;   DefaultCodes == none
    ->  throw(error(existence_error(template_var, Name), _))
    ;   string_codes(Value, DefaultCodes)
    ).

name_rest([]).
name_rest([C|Cs]) :-
    code_type(C, prolog_identifier_continue),
    name_rest(Cs).
