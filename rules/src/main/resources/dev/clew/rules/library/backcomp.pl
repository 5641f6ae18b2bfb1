%  ?- concat_atom([a, b, c], '-', X).
%     X = 'a-b-c'.
%
%  Predicates of older systems under their old names.

:- module(backward_compatibility, [
    concat_atom/2, concat_atom/3, concat/3, displayq/1, displayq/2, write_ln/1,
    sformat/2, sformat/3, substring/4, string_to_list/2, string_to_atom/2,
    proper_list/1, free_variables/2, hash_term/2, checklist/2, sublist/3, sumlist/2,
    merge/3, merge_set/3, 'C'/3, read_variables/2, read_variables/3,
    setup_and_call_cleanup/3, export_list/2, flush/0, prolog_flag/2
]).

:- meta_predicate
    checklist(1, +),
    sublist(1, +, ?),
    setup_and_call_cleanup(0, 0, 0).

%!  concat_atom(+List, -Atom) is det
%
%   atomic_list_concat/2.

concat_atom(List, Atom) :-
    atomic_list_concat(List, Atom).

%!  concat_atom(?List, +Separator, ?Atom) is det
%
%   atomic_list_concat/3.

concat_atom(List, Separator, Atom) :-
    atomic_list_concat(List, Separator, Atom).

%!  concat(+A, +B, -Atom) is det
%
%   True if Atom is the text of A followed by that of B.

concat(A, B, Atom) :-
    atomic_list_concat([A, B], Atom).

%!  displayq(+Term) is det
%
%   Write Term without operators, quoted.

displayq(Term) :-
    write_term(Term, [quoted(true), ignore_ops(true)]).

%!  displayq(+Stream, +Term) is det
%
%   Write Term to Stream without operators, quoted.

displayq(Stream, Term) :-
    write_term(Stream, Term, [quoted(true), ignore_ops(true)]).

%!  write_ln(+Term) is det
%
%   writeln/1.

write_ln(Term) :-
    writeln(Term).

%!  sformat(-String, +Format) is det
%
%   The output of format/1, as a string.

sformat(String, Format) :-
    format(string(String), Format, []).

%!  sformat(-String, +Format, +Arguments) is det
%
%   The output of format/2, as a string.

sformat(String, Format, Arguments) :-
    format(string(String), Format, Arguments).

%!  substring(+String, +Start, +Length, -Sub) is det
%
%   True if Sub is the part of String that starts at Start, counted from 1, and has Length
%   characters.

substring(String, Start, Length, Sub) :-
    Before is Start - 1,
    sub_string(String, Before, Length, _, Sub).

%!  string_to_list(?String, ?Codes) is det
%
%   string_codes/2.

string_to_list(String, Codes) :-
    string_codes(String, Codes).

%!  string_to_atom(?String, ?Atom) is det
%
%   True if String and Atom have the same text.

string_to_atom(String, Atom) :-
    atom_string(Atom, String).

%!  proper_list(@Term) is semidet
%
%   is_list/1.

proper_list(Term) :-
    is_list(Term).

%!  free_variables(+Term, -Variables) is det
%
%   term_variables/2.

free_variables(Term, Variables) :-
    term_variables(Term, Variables).

%!  hash_term(+Term, -Hash) is det
%
%   term_hash/2.

hash_term(Term, Hash) :-
    term_hash(Term, Hash).

%!  checklist(:Goal, +List) is semidet
%
%   maplist/2.

checklist(Goal, List) :-
    maplist(Goal, List).

%!  sublist(:Goal, +List, -Sub) is det
%
%   include/3.

sublist(Goal, List, Sub) :-
    include(Goal, List, Sub).

%!  sumlist(+List, -Sum) is det
%
%   sum_list/2.

sumlist(List, Sum) :-
    sum_list(List, Sum).

%!  merge(+List1, +List2, -List) is det
%
%   Merge two sorted lists, keeping duplicates.

merge([], List, List) :-
    !.
merge(List, [], List) :-
    !.
merge([X|Xs], [Y|Ys], [Z|Zs]) :-
    (   X @=< Y
    ->  Z = X,
        merge(Xs, [Y|Ys], Zs)
    ;   Z = Y,
        merge([X|Xs], Ys, Zs)
    ).

%!  merge_set(+Set1, +Set2, -Set) is det
%
%   ord_union/3.

merge_set(Set1, Set2, Set) :-
    ord_union(Set1, Set2, Set).

%!  'C'(?List, ?Head, ?Tail) is det
%
%   True if List is [Head|Tail]: the terminals of old grammar translations.

'C'([Head|Tail], Head, Tail).

%!  read_variables(-Term, -Bindings) is det
%
%   Read a term and the names of its variables.

read_variables(Term, Bindings) :-
    read_term(Term, [variable_names(Bindings)]).

%!  read_variables(+Stream, -Term, -Bindings) is det
%
%   Read a term from Stream, and the names of its variables.

read_variables(Stream, Term, Bindings) :-
    read_term(Stream, Term, [variable_names(Bindings)]).

%!  setup_and_call_cleanup(:Setup, :Goal, :Cleanup) is nondet
%
%   setup_call_cleanup/3.

setup_and_call_cleanup(Setup, Goal, Cleanup) :-
    setup_call_cleanup(Setup, Goal, Cleanup).

%!  export_list(+Module, -Exports) is semidet
%
%   True if Exports are the predicate indicators that Module exports.

export_list(Module, Exports) :-
    module_property(Module, exports(Exports)).

%!  flush is det
%
%   flush_output/0.

flush :-
    flush_output.

%!  prolog_flag(?Flag, ?Value) is nondet
%
%   current_prolog_flag/2.

prolog_flag(Flag, Value) :-
    current_prolog_flag(Flag, Value).
