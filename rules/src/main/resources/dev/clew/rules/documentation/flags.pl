%!  set_prolog_flag(+Flag, +Value) is det
%
%   Gives Flag a Value. `unknown` is set for the module that is being loaded, all others for the
%   whole database. Those that programs may change and that change what Clew does:
%
%   - double_quotes: what text in double quotes is: `string` (default), `codes`, `chars`, `atom`
%   - back_quotes: the same for back quotes: `codes` (default), `chars`, `string`, `symbol_char`
%   - occurs_check: what unification of a variable with a term that contains it does: `false`
%     (default) makes a cyclic term, `true` fails, `error` raises an occurs_check error
%   - unknown: what a call of a predicate without definition does: `error` (default), `fail`,
%     `warning`
%   - iso: `true` is strict where the standard and common practice differ; `false` by default
%   - autoload: `true` (default) loads libraries when one of their predicates is first called by a
%     program; `false` does so for calls within modules only
%   - char_conversion: `on` or `off` (default)
%   - float_overflow, float_zero_div: `error` (default) or `infinity`
%   - float_undefined: `error` (default) or `nan`
%   - stream_type_check: `loose` (default), `true`, `false`: whether characters may be read from
%     binary streams and bytes from text streams
%   - answer_write_options, print_write_options: options of write_term/2 for answers and print/1
%
%   Others are known because programs set them. Errors: instantiation_error; type_error(atom, Flag);
%   domain_error(prolog_flag, Flag); domain_error(flag_value, Flag+Value); permission_error(modify,
%   flag, Flag).

%!  current_prolog_flag(?Flag, ?Value) is nondet
%
%   Flag has Value. Errors: type_error(atom, Flag); domain_error(prolog_flag, Flag) if there is no
%   such flag.
%
%       ?- current_prolog_flag(bounded, B).
%          B = false.

%!  create_prolog_flag(+Flag, +Value, +Options) is det
%
%   Makes a flag of the program's own. Options: type(Type), which is `boolean`, `atom`, `integer`,
%   `float` or `term`, and taken from Value if it is not given; access(`read_only`) for a flag that
%   cannot be set; keep(true) to leave a flag that exists as it is. Errors: type_error(Type, Value);
%   permission_error(modify, flag, Flag); domain_error(prolog_flag_type, Type);
%   domain_error(prolog_flag_access, Access).
