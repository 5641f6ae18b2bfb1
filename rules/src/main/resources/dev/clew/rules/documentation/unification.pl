%!  ?X = ?Y is semidet
%
%   Unifies X and Y. What happens when a variable is unified with a term that contains it depends on
%   the flag occurs_check: by default a cyclic term comes into being.
%
%       ?- f(X, b) = f(a, Y).
%          X = a, Y = b.

%!  @X \= @Y is semidet
%
%   True if X and Y do not unify. dif/2 waits until that is certain.

%!  unify_with_occurs_check(?X, ?Y) is semidet
%
%   Unifies X and Y; fails where a cyclic term would come into being.
%
%       ?- unify_with_occurs_check(X, f(X)).
%          false.

%!  unifiable(@X, @Y, -Unifier) is semidet
%
%   True if X and Y unify. Unifier is the list of `Var = Value` that would make them equal; nothing
%   is bound.
%
%       ?- unifiable(f(X), f(a), U).
%          U = [X = a].

%!  subsumes_term(@General, @Specific) is semidet
%
%   True if General can be made equal to Specific by binding variables of General alone. Binds
%   nothing.
%
%       ?- subsumes_term(f(_), f(a)), \+ subsumes_term(f(a), f(_)).
%          true.

%!  '?='(@X, @Y) is semidet
%
%   True if it is certain already whether X and Y are equal: they are identical or do not unify.

%!  @X == @Y is semidet
%!  @X \== @Y is semidet
%
%   True if X and Y are (are not) identical, variables included.
%
%       ?- X == X, X \== Y, f(a) == f(a).
%          true.

%!  @X @< @Y is semidet
%!  @X @=< @Y is semidet
%!  @X @> @Y is semidet
%!  @X @>= @Y is semidet
%
%   Compares by the standard order of terms: variables before numbers before atoms before strings
%   before compound terms. Variables stand in the order of their age; numbers are compared by value,
%   a float before an equal integer; atoms and strings by their characters; compound terms by arity,
%   then name, then arguments from left to right.
%
%       ?- msort([f(a), "s", b, 2, 1.0, X], L).
%          L = [X, 1.0, 2, "s", b, f(a)].

%!  compare(-Order, @X, @Y) is det
%
%   Order is `<`, `=` or `>`, as X stands to Y in the standard order of terms. Errors:
%   type_error(atom, Order), domain_error(order, Order).
%
%       ?- compare(Order, 1, 1.0).
%          Order = (>).

%!  @X =@= @Y is semidet
%!  @X \=@= @Y is semidet
%
%   True if X and Y are (are not) variants: equal but for the names of their variables.
%
%       ?- f(A, B, A) =@= f(C, D, C), f(A, B) \=@= f(C, C).
%          true.

%!  same_term(@X, @Y) is semidet
%
%   True if X and Y are one and the same object in memory, or equal atoms or small integers. Says
%   less than `==`, and takes no time.
