%  ?- findall(A, ( open_string("ab", S), phrase_from_stream(string(Cs), S), atom_codes(A, Cs) ), As).
%     As = [ab].
%
%  Grammars on files. The whole text is read before the grammar starts, so it has to fit into memory
%  as a list of codes; nothing is read piece by piece.

:- module(pure_input, [
    phrase_from_file/2, phrase_from_file/3, phrase_from_stream/2
]).

:- meta_predicate
    phrase_from_file(//, +),
    phrase_from_file(//, +, +),
    phrase_from_stream(//, +).

%!  phrase_from_file(:Grammar, +File) is nondet
%
%   phrase_from_file(Grammar, File, []).

phrase_from_file(Grammar, File) :-
    phrase_from_file(Grammar, File, []).

%!  phrase_from_file(:Grammar, +File, +Options) is nondet
%
%   True if Grammar describes the text of File, a list of codes. Options are those of open/4; with
%   type(binary) the codes are bytes.

phrase_from_file(Grammar, File, Options) :-
    setup_call_cleanup(
        open(File, read, Stream, Options),
        read_stream_to_codes(Stream, Codes),
        close(Stream)),
    phrase(Grammar, Codes).

%!  phrase_from_stream(:Grammar, +Stream) is nondet
%
%   True if Grammar describes the rest of the text of Stream, which is read to its end.

phrase_from_stream(Grammar, Stream) :-
    read_stream_to_codes(Stream, Codes),
    phrase(Grammar, Codes).
