%!  attvar(@X) is semidet
%
%   True if X is an unbound variable with attributes.

%!  put_attr(+Var, +Module, +Value) is det
%
%   Gives the variable Var the attribute named Module; backtracking undoes it. When Var is bound to
%   another term, Module:attr_unify_hook(Value, Other) is called before the next goal. Errors:
%   uninstantiation_error(Var) if it is not a variable; type_error(atom, Module).

%!  get_attr(+Var, +Module, -Value) is semidet
%
%   Value is the attribute named Module of Var. Fails if there is none.
%
%       ?- put_attr(X, colour, red), get_attr(X, colour, C), del_attr(X, colour).
%          C = red.

%!  del_attr(+Var, +Module) is det
%
%   Takes the attribute named Module from Var, if it has one.

%!  get_attrs(+Var, -Attributes) is semidet
%!  put_attrs(+Var, +Attributes) is det
%
%   Reads or replaces all attributes of Var: a chain of att(Module, Value, More) that ends in `[]`.

%!  del_attrs(+Var) is det
%
%   Takes all attributes from Var.

%!  term_attvars(+Term, -Variables) is det
%
%   Variables is the list of the attributed variables in Term.
