%!  read(-Term) is det
%!  read(+Stream, -Term) is det
%
%   Term is the next one of Stream or of the current input, up to a full stop; `end_of_file` at the
%   end. Errors: those of get_char/2; syntax_error(_).

%!  read_term(-Term, +Options) is det
%!  read_term(+Stream, -Term, +Options) is det
%
%   As read/1. Options:
%
%   - variables(Vars), variable_names(Pairs), singletons(Pairs): the variables of Term; with their
%     names, as Name = Var; those that occur once and do not start with `_`
%   - term_position(Position), subterm_positions(Positions), comments(Comments): where it stands;
%     where its parts stand; the comments in it
%   - syntax_errors(`error`, `fail`, `quiet` or `dec10`): what to do about a syntax error
%   - double_quotes(Kind), back_quotes(Kind), module(Module): in place of the flags; whose operators
%
%   Errors: as read/1; instantiation_error and domain_error(read_option, _) for the options.
%
%       ?- term_string(T, "p(X, Y, X)", [variable_names(Vs)]).
%          T = p(X, Y, X), Vs = ['X' = X, 'Y' = Y].
