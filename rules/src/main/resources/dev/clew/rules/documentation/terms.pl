%!  functor(?Term, ?Name, ?Arity) is det
%
%   Term has Name and Arity; an atomic term is its own name, with arity 0. If Term is unbound, it
%   becomes the most general such term. Errors: instantiation_error if Term and one of the others
%   are unbound; type_error(atomic, Name), type_error(integer, Arity) and type_error(callable, Name)
%   if no term can be made of them; domain_error(not_less_than_zero, Arity).
%
%       ?- functor(point(1, 2), Name, Arity), functor(T, pair, 2).
%          Name = point, Arity = 2, T = pair(_, _).

%!  arg(?N, +Term, ?Argument) is nondet
%
%   Argument is the Nth argument of Term, counted from 1. If N is unbound, tries them in order.
%   Errors: type_error(compound, Term), type_error(integer, N).
%
%       ?- arg(N, f(a, b), b).
%          N = 2.

%!  ?Term =.. ?List is det
%
%   List has the name of Term and then its arguments ("univ"). Errors: instantiation_error if Term
%   is unbound and List is partial or starts with a variable; type_error(list, List);
%   domain_error(non_empty_list, []); type_error(atom, Head), type_error(atomic, Head) for a head
%   that cannot be a name.
%
%       ?- point(1, 2) =.. L, T =.. [f, a].
%          L = [point, 1, 2], T = f(a).

%!  compound_name_arity(?Term, ?Name, ?Arity) is det
%!  compound_name_arguments(?Term, ?Name, ?Arguments) is det
%
%   As functor/3 and `=..`, for compound terms only, including those without arguments. Errors:
%   type_error(compound, Term), instantiation_error.
%
%       ?- compound_name_arguments(T, f, [a, b]), compound_name_arity(T, _, N).
%          T = f(a, b), N = 2.

%!  copy_term(+Term, -Copy) is det
%
%   Copy is Term with fresh variables, which carry copies of the attributes of the old ones.
%
%       ?- copy_term(f(X, Y, X), f(A, B, C)), A == C, A \== B.
%          C = A.

%!  copy_term_nat(+Term, -Copy) is det
%
%   As copy_term/2, without attributes.

%!  duplicate_term(+Term, -Copy) is det
%
%   As copy_term/2.

%!  term_variables(+Term, -Variables) is det
%!  term_variables(+Term, -Variables, ?Tail) is det
%
%   Variables is the list of the variables of Term, each once, as first seen from left to right,
%   followed by Tail. Errors: type_error(list, Variables).
%
%       ?- term_variables(f(X, g(Y), X), Vs).
%          Vs = [X, Y].

%!  setarg(+N, +Term, +Value) is det
%
%   Changes the Nth argument of Term in place; backtracking restores it. Errors:
%   type_error(compound, Term), type_error(integer, N). Fails if Term has no such argument.

%!  nb_setarg(+N, +Term, +Value) is det
%!  nb_linkarg(+N, +Term, +Value) is det
%
%   As setarg/3, but backtracking keeps the change. nb_setarg/3 stores a copy of Value.
%
%       ?- T = count(0), forall(member(_, [a, b]), (arg(1, T, N0), N is N0 + 1, nb_setarg(1, T, N))).
%          T = count(2).

%!  numbervars(+Term, +Start, -End) is det
%!  numbervars(+Term, +Start, -End, +Options) is det
%!  numbervars(+Term) is det
%
%   Binds each variable of Term to a term '$VAR'(N) with N from Start (0) to below End; print/1,
%   writeq/1 and their like write them as letters. Options: singletons(true) binds variables that
%   occur once to '$VAR'('_'); attvar(`bind`, `skip` or `error`) says what to do with attributed
%   variables; functor_name(Name) takes another name than '$VAR'.
%
%       ?- T = f(X, Y), numbervars(T, 23, End), format(atom(A), "~q", [T]).
%          T = f('$VAR'(23), '$VAR'(24)), X = '$VAR'(23), Y = '$VAR'(24), End = 25, A = 'f(X,Y)'.

%!  term_hash(+Term, -Hash) is det
%!  term_hash(+Term, +Depth, +Range, -Hash) is det
%
%   Hash is an integer that equal ground terms share. It stays unbound if Term is not ground (down
%   to Depth). With Range it is below that.
