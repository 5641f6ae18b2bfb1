%!  op(+Priority, +Type, +Names) is det
%
%   Makes the atom, or each atom of the list, Names an operator of Priority 1 to 1200 and Type
%   `xfx`, `xfy`, `yfx`, `fy`, `fx`, `xf` or `yf` in the module that is being loaded; Priority 0
%   takes it away. `Module:Name` says for which module. Errors: instantiation_error;
%   type_error(integer, Priority); domain_error(operator_priority, Priority); type_error(atom,
%   Type); domain_error(operator_specifier, Type); type_error(list, Names); permission_error(modify,
%   operator, `,`); permission_error(create, operator, Name) for what ISO forbids, such as `[]`,
%   `{}`, `|` below 1001 and an atom that would be infix and postfix.

%!  current_op(?Priority, ?Type, ?Name) is nondet
%
%   Name is an operator of Type and Priority. Errors: domain_error(operator_priority, Priority),
%   domain_error(operator_specifier, Type), type_error(atom, Name).
%
%       ?- current_op(P, xfx, is).
%          P = 700.
