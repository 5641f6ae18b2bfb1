%!  write(+Term) is det
%!  write(+Stream, +Term) is det
%
%   Writes Term with operators and without quotes. Errors: those of put_char/2.

%!  writeq(+Term) is det
%!  writeq(+Stream, +Term) is det
%
%   Writes Term with operators, and with quotes where reading it again needs them.
%
%       ?- with_output_to(string(S), writeq(f('A b', "s", 1 - (2 - 3), - 1, [a|b]))).
%          S = "f('A b',\"s\",1-(2-3),-1,[a|b])".

%!  print(+Term) is det
%!  print(+Stream, +Term) is det
%
%   As writeq/1, but gives portray/1 of the program the chance to write Term and its parts, and
%   obeys the flag print_write_options.

%!  writeln(+Term) is det
%!  writeln(+Stream, +Term) is det
%
%   As write/1, then ends the line.

%!  write_canonical(+Term) is det
%!  write_canonical(+Stream, +Term) is det
%
%   Writes Term with quotes and without operators, other than those of lists, so that it can be read
%   anywhere. Variables that occur several times are written as letters, others as `_`.

%!  write_term(+Term, +Options) is det
%!  write_term(+Stream, +Term, +Options) is det
%
%   Writes Term. Options:
%
%   - quoted(Boolean), ignore_ops(Boolean), numbervars(Boolean): with quotes; without operators;
%     '$VAR'(N) as letters
%   - variable_names(Pairs): names for variables, as Name = Var
%   - max_depth(Depth): `...` for what is deeper, or for list elements beyond
%   - priority(Priority): brackets around operators above it; 1200 by default
%   - spacing(`standard` or `next_argument`): a blank after each comma
%   - dotlists(Boolean), no_lists(Boolean), brace_terms(Boolean): how lists and `{}` are written
%   - fullstop(Boolean), nl(Boolean): a full stop, a new line at the end
%   - portray(Boolean), portray_goal(Goal): let portray/1, or Goal, write parts
%   - cycles(Boolean), character_escapes(Boolean), module(Module) and others
%
%   Errors: instantiation_error; type_error(list, Options); domain_error(write_option, _).
%
%       ?- with_output_to(string(S), write_term('a b' + 1, [quoted(true), ignore_ops(true)])).
%          S = "+('a b',1)".

%!  write_length(+Term, -Length, +Options) is semidet
%
%   Length is the number of characters that write_term/2 would write. Fails if that is more than
%   max_length(Max) of the Options.

%!  format(+Format) is det
%!  format(+Format, +Arguments) is det
%!  format(+Output, +Format, +Arguments) is det
%
%   Writes Format, an atom, string or list, where directives stand for the Arguments. A single
%   argument that is no list may stand for a list of one. Output is a stream, atom(A), string(S),
%   codes(Cs), chars(Cs), or codes(Cs, Tail). A number N after the `~`, as `*` taken from the
%   arguments, or as a character after a back quote, is what `N` means below.
%
%       ~w ~q ~p ~k     an argument by write/1, writeq/1, print/1, write_canonical/1
%       ~W              an argument by write_term/2 with the options in the next one
%       ~a              an atom
%       ~d ~D           an integer; with N digits after a point; with commas between thousands
%       ~I              an integer with `_` between groups of digits
%       ~f ~e ~g        a number with N digits after the point (6); in scientific form; the shorter one
%       ~r ~R           an integer to base N, in lower or upper case
%       ~s              text, given as a string or list
%       ~c              a character by its code, N times
%       ~n ~N           N line ends; one unless at the start of a line
%       ~i              skips an argument
%       ~@              what a goal writes
%       ~~              a tilde
%       ~t ~| ~+        fill to, set a column at N, or N (8) beyond the one before
%
%   Errors: format(Message) if directives and arguments do not fit; those of write/1.
%
%       ?- format(atom(A), "~a has ~d~t~20|~2f", [x, 3, 0.5]).
%          A = 'x has 3             0.50'.

%!  writef(+Format) is det
%!  writef(+Format, +Arguments) is det
%
%   Writes Format, where `%w` and `%d` stand for arguments and `\n` and `\l` for line ends.
