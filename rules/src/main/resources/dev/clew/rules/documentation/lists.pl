%!  length(?List, ?Length) is nondet
%
%   List has Length elements. If both are open, tries longer and longer lists. Errors:
%   type_error(list, List) if List is not and cannot become a list; type_error(integer, Length);
%   domain_error(not_less_than_zero, Length).
%
%       ?- length(L, 2).
%          L = [_, _].

%!  memberchk(?Element, ?List) is semidet
%
%   Element unifies with an element of List; the first one counts. Extends a partial list if it
%   must. See member/2 for all of them.

%!  sort(+List, -Sorted) is det
%
%   Sorted has the elements of List in the standard order of terms, without duplicates. Errors:
%   instantiation_error if List is partial; type_error(list, List); type_error(list, Sorted).
%
%       ?- sort([c, a, b, a], S).
%          S = [a, b, c].

%!  msort(+List, -Sorted) is det
%
%   As sort/2, but keeps duplicates.

%!  sort(+Key, +Order, +List, -Sorted) is det
%
%   Sorts by the argument Key of the elements, or by the elements themselves if Key is 0. Order is
%   `@<` or `@>` to remove duplicates, `@=<` or `@>=` to keep them. Elements with equal keys stay in
%   the order they had, and the first of them is what is kept. Errors: domain_error(order, Order);
%   type_error(compound, Element).
%
%       ?- sort(1, @>=, [p(1, a), p(2, b), p(1, c)], S).
%          S = [p(2, b), p(1, a), p(1, c)].

%!  keysort(+Pairs, -Sorted) is det
%
%   Sorts a list of terms Key-Value by Key. Keeps duplicates and the order of pairs with equal keys.
%   Errors: instantiation_error; type_error(list, Pairs); type_error(pair, Element).
%
%       ?- keysort([b-1, a-2, b-0], S).
%          S = [a-2, b-1, b-0].
