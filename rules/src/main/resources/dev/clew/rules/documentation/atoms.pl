%!  atom_length(+Atom, -Length) is det
%
%   Length is the number of characters of Atom, which may be a string. Errors: instantiation_error
%   if Atom is a variable; type_error(atom, Atom) for anything else, numbers included;
%   type_error(integer, Length); domain_error(not_less_than_zero, Length).
%
%       ?- atom_length(abc, L).
%          L = 3.

%!  atom_concat(?Atom1, ?Atom2, ?Atom12) is nondet
%
%   Atom12 consists of the characters of Atom1 and then those of Atom2. Splits Atom12 in all ways if
%   neither part is known. Errors: instantiation_error if there is too little to go by;
%   type_error(atom, _) for what is neither an atom nor a string. atomic_list_concat/2 takes
%   numbers, too.
%
%       ?- atom_concat(X, '.pl', 'family.pl').
%          X = family.

%!  sub_atom(+Atom, ?Before, ?Length, ?After, ?Sub) is nondet
%
%   Sub is the atom of Length characters that Atom has after Before characters, with After more to
%   follow. Errors: instantiation_error if Atom is a variable; type_error(integer, _) and
%   domain_error(not_less_than_zero, _) for the numbers; type_error(atom, _) if Atom or Sub is
%   neither an atom nor a string.
%
%       ?- sub_atom('state of art', B, _, 0, art).
%          B = 9.

%!  sub_atom_icasechk(+Text, ?Start, +Sub) is semidet
%
%   Sub occurs in Text after Start characters, upper and lower case being the same. The first place
%   counts.

%!  atom_chars(?Atom, ?Chars) is det
%!  atom_codes(?Atom, ?Codes) is det
%
%   Chars is the list of the characters of Atom, Codes of their codes. What is made of a list is an
%   atom, even if it looks like a number. Errors: instantiation_error if both are open;
%   type_error(atom, Atom) if it is neither an atom nor a string; type_error(character, _),
%   representation_error(character_code) for elements that are none.
%
%       ?- atom_chars(A, ['4', '2']), atom(A).
%          A = '42'.

%!  char_code(?Char, ?Code) is det
%
%   Code is the code of the character Char. Errors: instantiation_error, type_error(character,
%   Char), type_error(integer, Code), representation_error(character_code).

%!  number_chars(?Number, ?Chars) is det
%!  number_codes(?Number, ?Codes) is det
%
%   Chars (Codes) spell Number as a program could. Blanks may precede it. Errors:
%   instantiation_error; type_error(number, Number); syntax_error(illegal_number) if they spell no
%   number.
%
%       ?- number_codes(N, ` 0x1F`).
%          N = 31.

%!  atom_number(?Atom, ?Number) is semidet
%
%   Atom spells Number. Fails if Atom spells no number. Errors: instantiation_error if both are
%   open; type_error(number, Number).
%
%       ?- atom_number('3.5', N).
%          N = 3.5.

%!  name(?Atomic, ?Codes) is det
%
%   Codes spell Atomic: a number if they can, else an atom.

%!  atom_string(?Atom, ?String) is det
%
%   String has the characters of Atom.

%!  atom_to_term(+Text, -Term, -Bindings) is det
%!  read_term_from_atom(+Text, -Term, +Options) is det
%
%   Term is what Text spells; Bindings has Name = Variable for each variable. Options are those of
%   read_term/2. Errors: instantiation_error, syntax_error(_).
%
%       ?- atom_to_term('p(X, Y, X)', T, Bs).
%          T = p(X, Y, X), Bs = ['X' = X, 'Y' = Y].

%!  term_to_atom(?Term, ?Atom) is det
%
%   Atom spells Term, quoted so that it can be read again. Errors: instantiation_error if both are
%   variables; syntax_error(_).
%
%       ?- term_to_atom(f('A', "s", 1+2), A).
%          A = 'f(\'A\',"s",1+2)'.

%!  upcase_atom(+Text, -Atom) is det
%!  downcase_atom(+Text, -Atom) is det
%
%   Atom is Text in upper (lower) case.

%!  atomic_list_concat(+Atomics, -Atom) is det
%
%   Atom consists of the characters of all Atomics. Errors: instantiation_error if one is a
%   variable.

%!  atomic_list_concat(?Atomics, +Separator, ?Atom) is semidet
%
%   Atom consists of the Atomics with Separator between them. If the Atomics are not known, Atom is
%   split at each Separator. Errors: instantiation_error; domain_error(non_empty_atom, Separator)
%   when splitting by nothing.
%
%       ?- atomic_list_concat([a, 1, "s"], '-', A), atomic_list_concat(L, ',', 'x,y,').
%          A = 'a-1-s', L = [x, y, ''].

%!  normalize_space(+Output, +Text) is det
%
%   Writes Text to Output, given as for format/3, with its white space removed at both ends and made
%   one blank elsewhere.
%
%       ?- normalize_space(atom(A), "  two   words ").
%          A = 'two words'.

%!  collation_key(+Text, -Key) is det
%
%   Key is Text itself as an atom: texts are ordered by their characters.

%!  text_concat(?Text1, ?Text2, ?Text12) is nondet
%
%   As atom_concat/3 or string_concat/3: the result is a string if one of the texts is.
