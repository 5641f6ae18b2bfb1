%!  var(@X) is semidet
%!  nonvar(@X) is semidet
%
%   True if X is (is not) an unbound variable.

%!  atom(@X) is semidet
%
%   True if X is an atom. `[]` is one, as ISO has it.

%!  string(@X) is semidet
%
%   True if X is a string, such as text in double quotes is by default.

%!  integer(@X) is semidet
%!  float(@X) is semidet
%!  number(@X) is semidet
%
%   True if X is an integer of whatever size, a float, or one of the two.

%!  rational(@X) is semidet
%!  rational(@X, -Numerator, -Denominator) is semidet
%
%   True if X is an integer; Clew has no other rational numbers, so that Numerator is X and
%   Denominator is 1.

%!  atomic(@X) is semidet
%
%   True if X is neither a variable nor a compound term.

%!  compound(@X) is semidet
%
%   True if X is a compound term: one with arguments, a non-empty list included.

%!  callable(@X) is semidet
%
%   True if X is an atom or a compound term.

%!  is_list(@X) is semidet
%
%   True if X is a list with a proper end: `[]`, or `[_|T]` where T is a list.

%!  ground(@X) is semidet
%
%   True if X contains no variable.

%!  nonground(+Term, -Var) is semidet
%
%   Var is the first variable in Term; fails if Term is ground.

%!  cyclic_term(@X) is semidet
%!  acyclic_term(@X) is semidet
%
%   True if X contains (does not contain) itself.
%
%       ?- \+ \+ ( X = f(X), cyclic_term(X) ).
%          true.

%!  blob(@X, ?Type) is semidet
%
%   True if X is an atom, where Type is `text`, or an object of the host such as a stream.
