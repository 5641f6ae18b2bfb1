%!  asserta(+Clause) is det
%!  assertz(+Clause) is det
%!  assert(+Clause) is det
%
%   Adds a copy of Clause before (asserta/1) or after the other clauses of its predicate, which
%   becomes dynamic if it did not exist. Goals that are running do not see it: a call sees the
%   clauses that existed when it began. Errors: instantiation_error if the head is a variable;
%   type_error(callable, Head); type_error(callable, Body) if the body cannot be called;
%   permission_error(modify, static_procedure, Name/Arity) for built-ins and what is not dynamic.
%
%       ?- assertz(colour(red)), assertz(colour(blue)), findall(C, colour(C), Cs).
%          Cs = [red, blue].

%!  asserta(+Clause, -Reference) is det
%!  assertz(+Clause, -Reference) is det
%!  assert(+Clause, -Reference) is det
%
%   As with one argument; Reference is for erase/1 and clause/3. Errors:
%   uninstantiation_error(Reference).

%!  retract(+Clause) is nondet
%
%   Removes a clause that unifies with Clause, and the next one on backtracking. Errors: as
%   asserta/1.

%!  retractall(+Head) is det
%
%   Removes all clauses whose head unifies with Head. Makes the predicate dynamic if it does not
%   exist. Errors: as asserta/1.

%!  abolish(+Indicator) is det
%!  abolish(+Name, +Arity) is det
%
%   Removes a dynamic predicate, its properties included. Errors: instantiation_error;
%   type_error(predicate_indicator, Indicator); type_error(atom, Name); type_error(integer, Arity);
%   domain_error(not_less_than_zero, Arity); permission_error(modify, static_procedure, Name/Arity).

%!  clause(+Head, ?Body) is nondet
%!  clause(?Head, ?Body, ?Reference) is nondet
%
%   There is a clause of a predicate of the program with Head and Body, which is `true` for a fact.
%   Errors: instantiation_error if Head (and Reference) is a variable; type_error(callable, _);
%   permission_error(access, private_procedure, Name/Arity) for built-ins.

%!  erase(+Reference) is det
%
%   Removes the clause. Errors: instantiation_error; type_error(db_reference, Reference);
%   existence_error(db_reference, Reference) if it is gone already.

%!  nth_clause(?Head, ?N, ?Reference) is nondet
%
%   Reference is the Nth clause, counted from 1, of the predicate of Head.

%!  clause_property(+Reference, ?Property) is nondet
%
%   Property of a clause: `fact`, `tabled`, tabled(How),
%   file(File), line_count(Line), predicate(Indicator) and the like.

%!  current_predicate(?Indicator) is nondet
%
%   There is a predicate Name/Arity, or Module:Name/Arity, of the program. Does not see built-ins.
%   Errors: type_error(predicate_indicator, Indicator).

%!  current_predicate(?Name, ?Head) is nondet
%
%   There is a predicate of this Name with the most general Head.

%!  predicate_property(?Head, ?Property) is nondet
%
%   Property of the predicate of Head: `defined`, `dynamic`, `static`, `built_in`, `foreign`, `iso`,
%   `multifile`, `discontiguous`, `incremental`, `exported`, `visible`, number_of_clauses(N), number_of_rules(N),
%   file(File), line_count(Line), imported_from(Module), implementation_module(Module),
%   meta_predicate(Modes), `transparent`, source(Name) for facts that lie outside.

%!  dynamic(+Indicators) is det
%
%   The predicates, given as Name/Arity, a comma list or a list, may be changed by asserta/1 and its
%   like while the program runs. Without clauses they fail instead of raising an error. Errors:
%   instantiation_error; type_error(predicate_indicator, _); permission_error(modify,
%   static_procedure, _). After `dynamic p/1 as incremental`, a change of a clause lets only those
%   tables be made anew that can have read it, and those made from them as far as answers change;
%   without it, all tables that have called the predicate are.

%!  dynamic(+Indicators, +Options:list) is det
%
%   As dynamic/1; the options multifile(true), discontiguous(true) and incremental(true) declare
%   that too. Others are accepted.

%!  discontiguous(+Indicators) is det
%
%   The clauses of the predicates need not stand together.

%!  multifile(+Indicators) is det
%
%   The clauses of the predicates may come from several files.

%!  thread_local(+Indicators) is det
%
%   As dynamic/1; all queries share the clauses.

%!  public(+Indicators) is det
%!  volatile(+Indicators) is det
%!  noprofile(+Indicators) is det
%
%   Declare for other tools that predicates are called from elsewhere, are not to be saved, are not
%   to be profiled. Nothing is saved or profiled here, so only the form of Indicators is looked at.

%!  compile_predicates(+Indicators) is det
%
%   Makes dynamic predicates static: their clauses cannot be changed any more. Errors:
%   existence_error(procedure, Name/Arity).

%!  meta_predicate(+Heads) is det
%
%   Says of each argument what it is: 0 to 9 for a goal that lacks so many arguments, `^` for one
%   with variables set apart, `//` for a grammar body, `:` for another term that needs to know its
%   module, and `?`, `+`, `-`, `*` for the rest. Arguments of the first kinds get the module of the
%   caller. Errors: domain_error(meta_argument_specifier, _).

%!  redefine_system_predicate(+Head) is det
%
%   Lets the module that is being loaded define a predicate of this name although there is a
%   built-in.
