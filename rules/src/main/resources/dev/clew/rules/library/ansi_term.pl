%  ?- with_output_to(string(S), ansi_format([bold, fg(red)], "~w!", [stop])).
%     S = "stop!".
%
%  Coloured output to terminals that show colours.

:- module(ansi_term, [ansi_format/3, ansi_hyperlink/2, ansi_hyperlink/3]).

%!  ansi_format(+Attributes, +Format, +Arguments) is det
%
%   As format/2, with Attributes, one or a list, if the current output is a terminal, the flag
%   `color_term` is true and the environment variable NO_COLOR is not set. Attributes are bold,
%   faint, italic, underline, blink, reverse, fg(Colour), bg(Colour), hfg(Colour) and hbg(Colour)
%   with Colour one of black, red, green, yellow, blue, magenta, cyan, white, default; and fg(R, G,
%   B), bg(R, G, B).

ansi_format(Attributes, Format, Arguments) :-
    current_output(Stream),
    (   shows_colours(Stream),
        attribute_codes(Attributes, Codes),
        Codes \== []
    ->  atomic_list_concat(Codes, ;, Text),
        format('\e[~wm', [Text]),
        format(Format, Arguments),
        write('\e[0m')
    ;   format(Format, Arguments)
    ).

shows_colours(Stream) :-
    stream_property(Stream, tty(true)),
    current_prolog_flag(color_term, true),
    \+ getenv('NO_COLOR', _).

attribute_codes(Attributes, Codes) :-
    (   is_list(Attributes)
    ->  findall(Code, ( member(Attribute, Attributes), attribute_code(Attribute, Code) ), Codes)
    ;   findall(Code, attribute_code(Attributes, Code), Codes)
    ).

attribute_code(bold, 1).
attribute_code(faint, 2).
attribute_code(italic, 3).
attribute_code(underline, 4).
attribute_code(blink, 5).
attribute_code(reverse, 7).
attribute_code(fg(Colour), Code) :- colour(Colour, N), Code is 30 + N.
attribute_code(bg(Colour), Code) :- colour(Colour, N), Code is 40 + N.
attribute_code(hfg(Colour), Code) :- colour(Colour, N), Code is 90 + N.
attribute_code(hbg(Colour), Code) :- colour(Colour, N), Code is 100 + N.
attribute_code(fg(R, G, B), Code) :- atomic_list_concat([38, 2, R, G, B], ;, Code).
attribute_code(bg(R, G, B), Code) :- atomic_list_concat([48, 2, R, G, B], ;, Code).

colour(black, 0).
colour(red, 1).
colour(green, 2).
colour(yellow, 3).
colour(blue, 4).
colour(magenta, 5).
colour(cyan, 6).
colour(white, 7).
colour(default, 9).

%!  ansi_hyperlink(+Stream, +Place) is det
%
%   Write a place in a file, File, File:Line or File:Line:Column, to Stream.

ansi_hyperlink(Stream, Place) :-
    format(Stream, '~w', [Place]).

%!  ansi_hyperlink(+Stream, +URL, +Label) is det
%
%   Write Label to Stream, as a link to URL if Stream is a terminal that shows colours.

ansi_hyperlink(Stream, URL, Label) :-
    (   shows_colours(Stream)
    ->  format(Stream, '\e]8;;~w\e\\~w\e]8;;\e\\', [URL, Label])
    ;   format(Stream, '~w', [Label])
    ).
