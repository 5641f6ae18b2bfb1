%  ?- phrase((blanks, integer(X), blanks, string(S), "."), `  42 and more.`), atom_codes(A, S).
%     X = 42, S = [97, 110, 100, 32, 109, 111, 114, 101], A = 'and more'.
%
%  Grammar rules for everyday text, on lists of character codes.

:- module(dcg_basics, [
    white//0, whites//0, blank//0, blanks//0, nonblank//1, nonblanks//1, blanks_to_nl//0,
    string//1, string_without//2, alpha_to_lower//1,
    digits//1, digit//1, integer//1, float//1, number//1,
    xdigits//1, xdigit//1, xinteger//1,
    prolog_symbol//1, csym//1, csyms//1, prolog_var_name//1,
    eol//0, eos//0, remainder//1, atom//1
]).

%!  string_without(+EndCodes, -Codes)// is det
%
%   The longest list of codes that are not in EndCodes, a list of codes or a string.

string_without(End, Codes) -->
    { (   string(End)
      ->  string_codes(End, EndCodes)
      ;   EndCodes = End
      )
    },
    without(Codes, EndCodes).

without([C|Cs], End) -->
    [C],
    { \+ memberchk(C, End) },
    !,
    without(Cs, End).
without([], _) -->
    [].

%!  string(-Codes)// is nondet
%
%   Any codes, as few as possible first.

string([]) -->
    [].
string([C|Cs]) -->
    [C],
    string(Cs).

%!  blanks// is det
%
%   All following blanks: spaces, tabs, newlines and the like.

blanks -->
    blank,
    !,
    blanks.
blanks -->
    [].

%!  blank// is semidet
%
%   One blank.

blank -->
    [C],
    { nonvar(C),
      code_type(C, space)
    }.

%!  nonblanks(-Codes)// is det
%
%   All following codes that are not blank and have a glyph.

nonblanks([C|Cs]) -->
    [C],
    { code_type(C, graph) },
    !,
    nonblanks(Cs).
nonblanks([]) -->
    [].

%!  nonblank(-Code)// is semidet
%
%   One code that is not blank and has a glyph.

nonblank(C) -->
    [C],
    { code_type(C, graph) }.

%!  blanks_to_nl// is semidet
%
%   Blanks up to and with the end of the line, or the end of the input.

blanks_to_nl -->
    "\n",
    !.
blanks_to_nl -->
    blank,
    !,
    blanks_to_nl.
blanks_to_nl -->
    eos.

%!  whites// is det
%
%   All following spaces and tabs.

whites -->
    white,
    !,
    whites.
whites -->
    [].

%!  white// is semidet
%
%   One space or tab.

white -->
    [C],
    { nonvar(C),
      code_type(C, white)
    }.

%!  alpha_to_lower(?Lower)// is semidet
%
%   One letter, as its lower case. A bound Lower describes its upper and lower case.

alpha_to_lower(Lower) -->
    [C],
    { (   nonvar(C)
      ->  code_type(C, alpha),
          code_type(C, to_upper(Lower))
      ;   Lower = C
      )
    }.

%!  digits(?Codes)// is det
%
%   The longest list of codes of decimal digits.

digits([D|Ds]) -->
    digit(D),
    !,
    digits(Ds).
digits([]) -->
    [].

%!  digit(?Code)// is semidet
%
%   The code of a decimal digit.

digit(C) -->
    [C],
    { code_type(C, digit) }.

%!  integer(?Integer)// is semidet
%
%   A decimal integer with an optional sign; written if it is bound.

integer(I, Head, Tail) :-
    nonvar(I),
    !,
    format(codes(Head, Tail), '~d', [I]).
integer(I) -->
    int_codes(Codes),
    { number_codes(I, Codes) }.

int_codes([0'-, D|Ds]) -->
    "-",
    !,
    digits([D|Ds]).
int_codes([D|Ds]) -->
    "+",
    !,
    digits([D|Ds]).
int_codes([D|Ds]) -->
    digits([D|Ds]).

%!  float(?Float)// is semidet
%
%   A floating-point number: digits with a fraction, an exponent or both; written if it is bound.

float(F, Head, Tail) :-
    float(F),
    !,
    format(codes(Head, Tail), '~w', [F]).
float(F) -->
    number(F),
    { float(F) }.

%!  number(?Number)// is semidet
%
%   An integer or a floating-point number with an optional sign; written if it is bound.

number(N, Head, Tail) :-
    nonvar(N),
    !,
    (   number(N)
    ->  format(codes(Head, Tail), '~w', [N])
    ;   throw(error(type_error(number, N), _))
    ).
number(N) -->
    { var(N) },
    !,
    int_codes(Int),
    (   dot,
        digit(D),
        digits(Ds)
    ->  { Fraction = [0'., D|Ds] }
    ;   { Fraction = [] }
    ),
    (   exponent_sign
    ->  int_codes(Digits),
        { Exponent = [0'e|Digits] },
        { (   Fraction == []
          ->  Fraction1 = `.0`
          ;   Fraction1 = Fraction
          )
        }
    ;   { Exponent = [],
          Fraction1 = Fraction
        }
    ),
    { join([Int, Fraction1, Exponent], Codes),
      number_codes(N, Codes)
    }.

dot -->
    ".".

exponent_sign -->
    [C],
    { memberchk(C, `eE`) }.

join([], []).
join([Codes|Rest], All) :-
    join(Rest, Tail),
    append_codes(Codes, Tail, All).

append_codes([], Tail, Tail).
append_codes([C|Cs], Tail, [C|All]) :-
    append_codes(Cs, Tail, All).

%!  xinteger(?Integer)// is semidet
%
%   A hexadecimal integer; written if it is bound.

xinteger(Value, Head, Tail) :-
    integer(Value),
    !,
    format(codes(Head, Tail), '~16r', [Value]).
xinteger(Value) -->
    xdigit(D0),
    xdigits(Ds),
    { hexadecimal([D0|Ds], 0, Value) }.

hexadecimal([], Value, Value).
hexadecimal([D|Ds], Value0, Value) :-
    Value1 is Value0*16 + D,
    hexadecimal(Ds, Value1, Value).

%!  xdigits(-Weights)// is det
%
%   The longest list of hexadecimal digits, as their weights.

xdigits([D|Ds]) -->
    xdigit(D),
    !,
    xdigits(Ds).
xdigits([]) -->
    [].

%!  xdigit(-Weight)// is semidet
%
%   A hexadecimal digit, as its weight.

xdigit(Weight) -->
    [C],
    { code_type(C, xdigit(Weight)) }.

%!  eol// is semidet
%
%   The end of a line, or of the input.

eol -->
    "\n",
    !.
eol -->
    "\r\n",
    !.
eol -->
    eos.

%!  eos// is semidet
%
%   The end of the input.

eos([], []).

%!  remainder(-Codes)// is det
%
%   All that follows.

remainder(Codes, Codes, []).

%!  prolog_symbol(-Symbol)// is semidet
%
%   An atom made of symbol characters.

prolog_symbol(Symbol) -->
    [C],
    { code_type(C, prolog_symbol) },
    prolog_symbols(Cs),
    { atom_codes(Symbol, [C|Cs]) }.

prolog_symbols([C|Cs]) -->
    [C],
    { code_type(C, prolog_symbol) },
    !,
    prolog_symbols(Cs).
prolog_symbols([]) -->
    [].

%!  csyms(-Codes)// is det
%
%   The longest list of letters, digits and underscores.

csyms([C|Cs]) -->
    csym(C),
    !,
    csyms(Cs).
csyms([]) -->
    [].

%!  csym(-Code)// is semidet
%
%   A letter, a digit or an underscore.

csym(C) -->
    [C],
    { code_type(C, csym) }.

%!  prolog_var_name(-Name)// is semidet
%
%   The name of a Prolog variable, as an atom.

prolog_var_name(Name) -->
    [C],
    { code_type(C, prolog_var_start) },
    !,
    prolog_identifier(Cs),
    { atom_codes(Name, [C|Cs]) }.

prolog_identifier([C|Cs]) -->
    [C],
    { code_type(C, prolog_identifier_continue) },
    !,
    prolog_identifier(Cs).
prolog_identifier([]) -->
    [].

%!  atom(++Atom)// is det
%
%   The text of an atomic term.

atom(Atom, Head, Tail) :-
    (   nonvar(Atom)
    ->  format(codes(Head, Tail), '~a', [Atom])
    ;   throw(error(instantiation_error, _))
    ).
