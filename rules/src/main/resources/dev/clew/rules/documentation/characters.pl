%!  char_type(?Char, ?Class) is nondet
%!  code_type(?Code, ?Class) is nondet
%
%   Char (Code) is a character of Class:
%
%   - alpha, alnum, csym, csymf: a letter or `_`; a letter or digit; as in a C name; as at its start
%   - digit, digit(Weight), decimal, decimal(Weight), xdigit(Weight): a digit; decimal or
%     hexadecimal
%   - space, white, newline, end_of_line: white space; a blank or tab; a line feed; the end of a
%     line
%   - lower, upper, lower(Upper), upper(Lower): of a case; with its counterpart in the other one
%   - to_lower(Lower), to_upper(Upper): with its form in that case, whatever its own
%   - punct, graph, print, cntrl, ascii: punctuation; visible; printable; control; below 128
%   - period, quote, paren(Close): ends a sentence; is a quote; is an opening bracket
%   - prolog_var_start, prolog_atom_start, prolog_identifier_continue, prolog_symbol: as the reader
%     has it
%   - end_of_file: -1
%
%   Errors: domain_error(char_type, Class).
%
%       ?- char_type(X, digit(7)), X == '7'.
%          X = '7'.

%!  char_conversion(+From, +To) is det
%
%   Makes the reader take the unquoted character From for To, if the flag char_conversion is `on`.
%   Errors: instantiation_error, representation_error(character).

%!  current_char_conversion(?From, ?To) is nondet
%
%   The reader takes From for To.
