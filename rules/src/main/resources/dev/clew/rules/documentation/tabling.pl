%!  table(:Declarations) is det
%
%   Declares that calls of predicates are tabled: each call is evaluated once for all variants of
%   its arguments, recursion of any kind ends if the answers are finitely many terms, and negation
%   has the well-founded semantics. Declarations are indicators `Name/Arity`, or heads with modes,
%   `path(_, _, min)`: of the answers that agree in the arguments marked `_` (or `index`), only one
%   is kept, with the least (`min`), greatest (`max`), `first` (or `-`) or `last` value, the `sum`,
%   the value that `lattice(PI)` joins by calling PI(Old, New, Joined), or the better one of a
%   partial order, `po(PI)`, for which PI(Old, New) is called. `Declaration as Options` takes
%   `private` (tables are not shared with other queries), `shared`, `dynamic`; `variant`,
%   `subsumptive`, `incremental`, `opaque` and `monotonic` are accepted. Tables always follow the
%   clauses that they were made from: a table that depends on a dynamic predicate is made anew
%   after a change of that predicate; if that is incremental (dynamic/1), after a change of clauses
%   that it can have read, unless these change no answers of the tables that it was made from.

%!  untable(:Indicators) is det
%
%   Ends the tabling of predicates and forgets their tables.

%!  tnot(:Goal) is semidet
%
%   True if the tabled Goal is false, undefined if Goal is undefined (well-founded semantics).
%   Variables of Goal that are unbound count as "for no value", within the constraints on them.
%   `\+` means the same for any goal; it is undefined if Goal has undefined answers only. Errors:
%   permission_error(tnot, non_tabled_procedure, PI); type_error(free_of_attvar, Goal) if Goal has
%   constraints and depends on what is being evaluated.

%!  not_exists(:Goal) is semidet
%
%   As tnot/1 for tabled goals, as `\+` for others.

%!  call_delays(:Goal, -Condition) is nondet
%
%   Calls Goal; Condition is `true` for an answer that is true, and for an undefined one the
%   conjunction of tabled goals and negated ones (tnot/1) that it depends on.

%!  delays_residual_program(+Condition, -Clauses:list) is det
%
%   Clauses are the clauses, reduced to what is undefined, on which the undefined goals in
%   Condition depend.

%!  abolish_all_tables is det
%
%   Forgets all tables. What is being evaluated goes on.

%!  abolish_private_tables is det
%
%   Forgets the tables that no other query uses.

%!  abolish_shared_tables is det
%
%   Forgets the tables that queries share.

%!  abolish_module_tables(+Module) is det
%
%   Forgets the tables of the predicates of a module.

%!  abolish_table_subgoals(:Goal) is det
%
%   Forgets the tables of the calls that unify with Goal.

%!  current_table(:Variant, -Table) is nondet
%
%   True if there is a complete table for a call that unifies with Variant. Goals that are evaluated
%   a set at a time (pure Datalog) have no tables of their own.
