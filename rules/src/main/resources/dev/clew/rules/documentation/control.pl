%!  true is det
%!  otherwise is det
%
%   Succeeds once. `otherwise` reads well as the last condition of an if-then-else.

%!  fail is failure
%!  false is failure
%
%   Fails.

%!  ! is det
%
%   The cut: succeeds, and gives up the choices made since the clause was entered: the other clauses
%   of the predicate, and the other solutions of the goals to its left. In a goal given to call/1
%   the cut is local to that goal.

%!  ','(:Goal1, :Goal2) is nondet
%
%   Goal1, and then Goal2 for each solution of Goal1.

%!  ';'(:Goal1, :Goal2) is nondet
%!  '|'(:Goal1, :Goal2) is nondet
%
%   The solutions of Goal1, then those of Goal2. If Goal1 is `If -> Then` or `If *-> Then`, this is
%   an if-then-else. `|` as an infix operator between goals means the same as `;`.
%
%       ?- ( X = 1 ; X = 2 ).
%          X = 1 ;
%          X = 2.

%!  :If -> :Then is nondet
%
%   Then, if If has a solution, of which the first one counts; fails otherwise. As the first
%   argument of `;` it decides between its second argument and the alternative.
%
%       ?- ( member(X, [3, 5]), X > 3 -> Size = big ; Size = small ).
%          X = 5, Size = big.

%!  :If *-> :Then is nondet
%
%   Then, for each solution of If. `( If *-> Then ; Else )` is Else if If has no solution at all:
%   unlike `->`, it does not commit to the first solution of If.
%
%       ?- ( member(X, [1, 2]) *-> true ; X = none ).
%          X = 1 ;
%          X = 2.

%!  \+ :Goal is semidet
%!  not(:Goal) is semidet
%
%   True if Goal has no solution. Binds no variable. `\+` is the name of ISO Prolog.
%
%       ?- \+ member(d, [a, b, c]).
%          true.

%!  call(:Goal, ?A1, ...) is nondet
%
%   Calls Goal after adding the arguments A1, ... to it, up to seven of them. A cut in Goal is local
%   to it. Errors: instantiation_error if Goal is not known; type_error(callable, Goal) if it, or a
%   part of it that would be called, is neither an atom nor a compound term.
%
%       ?- call(format(atom(A)), "~w-~w", [a, b]).
%          A = 'a-b'.

%!  apply(:Goal, +Arguments) is nondet
%
%   Calls Goal after adding the elements of the list Arguments. call/2 and its like say the same
%   when the number of arguments is known.

%!  once(:Goal) is semidet
%
%   The first solution of Goal.

%!  ignore(:Goal) is det
%
%   As once/1, but succeeds also if Goal has no solution.

%!  forall(:Condition, :Action) is semidet
%
%   True if Action has a solution for each solution of Condition. Binds no variable.
%
%       ?- forall(member(X, [1, 2, 3]), X > 0).
%          true.

%!  repeat is multi
%
%   Succeeds, and does so again each time it is backtracked to.

%!  catch(:Goal, ?Catcher, :Recovery) is nondet
%!  catch_with_backtrace(:Goal, ?Catcher, :Recovery) is nondet
%
%   As call(Goal). If Goal throws a ball that unifies with Catcher, its bindings are undone and
%   Recovery is called. Other balls are passed on to the next catch/3 outside. Clew prints no
%   backtraces, so both do the same. That a limit of the host was reached cannot be caught.
%
%       ?- catch(X is a + 1, error(E, _), true).
%          E = type_error(evaluable, a/0).

%!  throw(+Ball) is erroneous
%
%   Throws a copy of Ball to the innermost catch/3 whose second argument unifies with it. Errors:
%   instantiation_error if Ball is a variable.

%!  setup_call_cleanup(:Setup, :Goal, :Cleanup) is nondet
%
%   Calls once(Setup), then Goal, and makes sure that Cleanup is called exactly once when Goal is
%   over: as soon as it fails, throws, is cut or succeeds for the last time. That Cleanup fails does
%   not matter. If Setup fails or throws, neither of the others is called.
%
%       ?- setup_call_cleanup(open_string("text", _S), read_string(_S, _, T), close(_S)).
%          T = "text".

%!  call_cleanup(:Goal, :Cleanup) is nondet
%
%   As setup_call_cleanup(true, Goal, Cleanup).

%!  setup_call_catcher_cleanup(:Setup, :Goal, ?Catcher, :Cleanup) is nondet
%
%   As setup_call_cleanup/3, with the way in which Goal ended unified with Catcher before Cleanup is
%   called: `exit`, `fail`, `!` (cut), exception(Ball), or external_exception(abort) if a limit of
%   the host was reached. Cleanup is not called if they do not unify.
%
%       ?- setup_call_catcher_cleanup(true, member(_, [a]), How, true).
%          How = exit.

%!  call_with_depth_limit(:Goal, +Limit, -Result) is nondet
%
%   Calls Goal, and fails wherever it would recurse deeper than Limit calls. Result is the depth
%   that was reached, or `depth_limit_exceeded` if there is no solution and something was left out
%   for its depth. A last call counts as deep as what it replaces. Errors: instantiation_error,
%   type_error(integer, Limit).

%!  prolog_current_choice(-Choice) is det
%
%   Choice stands for the newest choice point.

%!  prolog_cut_to(+Choice) is det
%
%   Removes all choice points that are newer than Choice, which prolog_current_choice/1 gave. Errors:
%   existence_error(choice, Choice) if that one is gone.
%
%       ?- findall(X, ( prolog_current_choice(C), member(X, [1, 2]), prolog_cut_to(C) ), Xs).
%          Xs = [1].
