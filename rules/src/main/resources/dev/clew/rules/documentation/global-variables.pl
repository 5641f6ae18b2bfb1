%!  nb_setval(+Name, +Value) is det
%!  nb_linkval(+Name, +Value) is det
%
%   Gives the global variable Name, an atom, a Value that backtracking keeps. nb_setval/2 stores a
%   copy. Global variables belong to one query. Errors: instantiation_error, type_error(atom, Name).
%
%       ?- nb_setval(best, 3), nb_getval(best, X).
%          X = 3.

%!  b_setval(+Name, +Value) is det
%
%   As nb_setval/2 without the copy, and undone by backtracking.

%!  nb_getval(+Name, -Value) is semidet
%!  b_getval(+Name, -Value) is semidet
%
%   Value is that of the global variable Name. Errors: existence_error(variable, Name) if it has
%   none.

%!  nb_current(?Name, ?Value) is nondet
%
%   The global variable Name has Value.
