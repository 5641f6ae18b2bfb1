%!  findall(+Template, :Goal, -Instances) is det
%!  findall(+Template, :Goal, -Instances, ?Tail) is det
%
%   Instances is the list of copies of Template, one for each solution of Goal in order, followed by
%   Tail. It is empty (Tail) if there is no solution. See bagof/3 for solutions grouped by free
%   variables and aggregate_all/3 for counting. Errors: those of call/1; type_error(list,
%   Instances).
%
%       ?- findall(X-Y, (member(X, [1, 2]), member(Y, [a, b])), L).
%          L = [1-a, 1-b, 2-a, 2-b].

%!  between(+Low, +High, ?X) is nondet
%
%   X is an integer from Low to High, which may be `inf` or `infinite`. Errors: instantiation_error,
%   type_error(integer, _).
%
%       ?- findall(X, between(1, 4, X), L).
%          L = [1, 2, 3, 4].

%!  explain(:Goal, +Format, +Arguments:list) is det
%
%   Gives the clauses for Goal a sentence, so that a proof reads as prose: as a directive,
%   `:- explain(eligible(P), "~w is eligible", [P])`. Format and Arguments are those of format/2;
%   variables of Goal that occur in Arguments get the values of the answer.
