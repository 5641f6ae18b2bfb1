%!  string_concat(?String1, ?String2, ?String12) is nondet
%
%   String12 consists of the characters of String1 and then those of String2. Splits String12 in all
%   ways if neither part is known. Errors: instantiation_error.
%
%       ?- string_concat(X, "b", "ab").
%          X = "a".

%!  string_length(+Text, -Length) is det
%
%   Length is the number of characters of Text.

%!  string_chars(?String, ?Chars) is det
%!  string_codes(?String, ?Codes) is det
%
%   Chars is the list of the characters of String, Codes of their codes.

%!  string_code(+Index, +Text, -Code) is semidet
%!  get_string_code(+Index, +Text, -Code) is semidet
%
%   Code is that of the character of Text at Index, counted from 1. Fails beyond the end.

%!  sub_string(+Text, ?Before, ?Length, ?After, ?Sub) is nondet
%
%   As sub_atom/5; Sub is a string.
%
%       ?- sub_string("hello", 1, 3, _, S).
%          S = "ell".

%!  split_string(+Text, +Separators, +Pad, -Parts) is det
%
%   Parts are the strings between the characters of Text that are among Separators, with the
%   characters among Pad removed from both ends of each.
%
%       ?- split_string("a, b ,c", ",", " ", L).
%          L = ["a", "b", "c"].

%!  string_lower(+Text, -String) is det
%!  string_upper(+Text, -String) is det
%
%   String is Text in lower (upper) case.

%!  number_string(?Number, ?String) is semidet
%
%   String spells Number; blanks around it do not matter. Fails if it spells no number.

%!  string_to_atom(?String, ?Atom) is det
%
%   String and Atom have the same characters. Errors: instantiation_error if both are variables.

%!  text_to_string(+Text, -String) is det
%
%   String has the characters of Text: an atom, a string, or a list of characters or codes. Errors:
%   instantiation_error.

%!  atomics_to_string(+Atomics, -String) is det
%
%   String consists of the characters of all Atomics.

%!  term_string(?Term, ?String) is det
%!  term_string(?Term, ?String, +Options) is det
%
%   String spells Term, quoted so that it can be read again. If Term is a variable and String is
%   known, String is read. Options are those of read_term/2 and write_term/2. Errors:
%   syntax_error(_).
%
%       ?- term_string(f('A b'), S), term_string(T, "g(_A, _A)").
%          S = "f('A b')", T = g(_A, _A).
