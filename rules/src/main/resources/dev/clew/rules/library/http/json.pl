%  ?- atom_json_term('[1]', Term, []).
%     Term = [1].
%
%  JSON under the name of SWI-Prolog's HTTP package.

:- module(http_json, []).

:- reexport(library(json)).
