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
%   Property of a module: class(Class), which is `user`, `system` or `library` unless set_module/1
%   said otherwise, file(File), exports(Indicators),
%   exported_operators(Operators).

%!  export(+Indicators) is det
%!  import(+Indicators) is det
%
%   Adds to what the module exports; makes exported predicates, given as Module:Name/Arity, visible
%   in it.

%!  import_module(+Module, ?Parent) is nondet
%
%   Module inherits the predicates that it does not define from Parent: `user` from `system`, others
%   from `user`, unless add_import_module/3 or set_module/1 changed that. It is searched in the order
%   of the answers, each with all that it inherits itself.

%!  add_import_module(+Module, +Parent, +Place) is det
%
%   From now on Module inherits predicates from Parent too: before all others if Place is `start`,
%   after them if it is `end`. Operators are those of `user` all the same. Errors:
%   permission_error(add_import, module, Module) if Parent inherits from Module;
%   domain_error(start_or_end, Place).

%!  delete_import_module(+Module, +Parent) is semidet
%
%   From now on Module does not inherit from Parent. Fails if it did not before.

%!  set_module(:Property) is det
%
%   base(Parent): the module inherits from Parent alone. class(Class): what module_property/2 tells
%   of it: `user`, `system`, `library`, `test`, `development` or `temporary`. Errors:
%   domain_error(module_property, Property), domain_error(module_class, Class).

%!  strip_module(+Term, -Module, -Plain) is det
%
%   Plain is Term without its module prefix; Module is that, or the one of the caller.
%
%       ?- strip_module(lists:append(_, _), M, T).
%          M = lists, T = append(_, _).

%!  context_module(-Module) is det
%
%   Module is the one of the caller.
