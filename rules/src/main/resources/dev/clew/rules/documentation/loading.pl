%!  consult(+Files) is det
%!  load_files(+Files) is det
%!  '.'(+File, +Files) is det
%
%   Loads a file, or each file of a list: its clauses replace what it had brought before, its
%   directives are called. Relative names start from the directory of the file that is being loaded,
%   and the extensions `.pl`, `.prolog` and `.pro` are tried. library(Name) is a library that comes
%   with Clew; `user` is standard input. What is wrong in a file is reported as a warning or error,
%   and the rest of the file is loaded. `[File1, File2]` as a goal says the same. Errors:
%   instantiation_error; existence_error(source_sink, File); permission_error(open, source_sink,
%   File).

%!  '[]' is det
%
%   Loads no file: the empty list as a goal.

%!  load_files(+Files, +Options) is det
%
%   As consult/1. Options: if(`true`, `changed`, `not_loaded`): `true` loads again what is loaded;
%   imports(Indicators or `all`); stream(Stream): read from there. Others are accepted and not
%   looked at.

%!  ensure_loaded(+Files) is det
%
%   As consult/1, unless the file is loaded.

%!  use_module(+Files) is det
%!  use_module(+Files, +Imports) is det
%
%   Loads module files that are not loaded, and imports their exports: all of them, those of the
%   list Imports (Name/Arity, or Name/Arity as NewName), or all except(List). Predicates of
%   libraries need no use_module/1, as they are found when first called. Errors: those of consult/1;
%   existence_error(procedure, _) for an import that is not exported.

%!  reexport(+Files) is det
%!  reexport(+Files, +Imports) is det
%
%   As use_module/1 and /2, and exports again what was imported.

%!  autoload(+File) is det
%!  autoload(+File, +Imports) is det
%
%   Says where predicates come from. A library loads when one of them is called; other files load
%   now.

%!  source(+Head, +Source) is det
%
%   As a directive: the facts of a predicate lie outside the program. The variables of Head name the
%   columns, `customer(Id, FirstName)`: case and `_` do not count; an atom as an argument names a
%   column that is no variable name. Source is csv(File), jsonl(File) or jdbc(URL, Table), each with
%   a list of options as a further argument: see "How to use outside facts". Nothing is opened
%   before the predicate is first called. The predicate is static. Errors: instantiation_error;
%   domain_error(source, _); domain_error(source_head, _); domain_error(source_option, _);
%   existence_error(source_kind, _); permission_error(modify, static_procedure, _) if the predicate
%   has clauses; permission_error(open, source, _) in a sandbox. Calls of the predicate raise
%   source_error(Source, Problem), where Problem is `unavailable`, missing_table(Table),
%   missing_column(Column), bad_value(Column), `malformed`, `changed` or `failed`.

%!  make is det
%
%   Loads again the files that have changed since they were loaded.

%!  include(+Files) is det
%
%   As a directive: the text of the files stands in its place. Errors: permission_error(directive,
%   include, _) elsewhere.

%!  initialization(:Goal) is det
%!  initialization(:Goal, +When) is det
%
%   As a directive: calls Goal after the file is loaded. When may be `main`: then `clew run` calls
%   Goal as the main goal of the program. Called elsewhere, calls Goal at once.

%!  encoding(+Encoding) is det
%!  license(+License) is det
%!  expects_dialect(+Dialect) is det
%
%   Accepted as directives, and without effect. Source files are read as UTF-8, or as ISO 8859-1 if
%   they are not that.

%!  style_check(+Change) is det
%
%   -(Kind) switches off warnings of a kind, +(Kind) on again: `singleton`, `discontiguous`.

%!  source_file(?File) is nondet
%
%   File was loaded.

%!  source_file(:Head, ?File) is nondet
%
%   The predicate of Head was loaded from File.

%!  source_location(-File, -Line) is semidet
%
%   While loading: the place of the clause or directive that is being loaded. Fails at other times.

%!  prolog_load_context(+Key, -Value) is semidet
%
%   While loading, Value of a Key: `module`, `source`, `file`, `directory`, `dialect`,
%   `term_position`, `variable_names`, `term`. Fails at other times.

%!  expand_term(+Term, -Expanded) is det
%
%   Expanded is what the loader makes of Term: by term_expansion/2 of the program if it applies,
%   else by the translation of grammar rules.
%
%       ?- expand_term((a --> b), T).
%          T = (a(S0, S) :- b(S0, S)).

%!  expand_goal(+Goal, -Expanded) is det
%
%   Expanded is what the loader makes of Goal as the body of a clause or a directive: by
%   goal_expansion/2 of the module that is loaded, of `user` or of `system`, until none of them
%   applies. Goals in control constructs and those that meta-predicates take as arguments of kind 0
%   or ^ are rewritten too. assertz/1 and its like store their clauses as they are.
