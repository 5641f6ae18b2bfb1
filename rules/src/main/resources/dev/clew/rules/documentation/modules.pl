%!  ':'(+Module, :Goal) is nondet
%
%   Calls Goal in Module. Errors: instantiation_error; type_error(module, Module).

%!  '@'(:Goal, +Module) is nondet
%
%   Calls Goal with Module as the one that its meta-arguments belong to.

%!  module(+Name, +Exports) is det
%
%   As the first directive of a file: the file is the module Name, and exports the predicates
%   (Name/Arity, Name//Arity) and operators (op/3) of the list Exports. Errors:
%   permission_error(directive, module, Name) elsewhere.

%!  module(+Name) is det
%
%   While loading: what follows belongs to the module Name.

%!  current_module(?Name) is nondet
%
%   There is a module Name.

%!  module_property(+Name, ?Property) is nondet
%
%   Property of a module: class(`user`, `system` or `library`), file(File), exports(Indicators),
%   exported_operators(Operators).

%!  export(+Indicators) is det
%!  import(+Indicators) is det
%
%   Adds to what the module exports; makes exported predicates, given as Module:Name/Arity, visible
%   in it.

%!  import_module(+Module, -Parent) is semidet
%
%   Module inherits what it does not define from Parent: `user` from `system`, others from `user`.

%!  add_import_module(+Module, +Parent, +Place) is det
%!  set_module(+Property) is det
%
%   Accepted, and without effect.

%!  strip_module(+Term, -Module, -Plain) is det
%
%   Plain is Term without its module prefix; Module is that, or the one of the caller.
%
%       ?- strip_module(lists:append(_, _), M, T).
%          M = lists, T = append(_, _).

%!  context_module(-Module) is det
%
%   Module is the one of the caller.
