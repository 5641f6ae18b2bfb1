% The driver of the conformity suite: ISO built-ins only, no modules, so that any Prolog can run it.
%
% It reads the file job.pl in the current directory, which holds
%
%     suite('01-unify.txt', '/some/where/01-unify.txt').   % name to print, path to read
%     start(0).                                            % cases before this line are passed over
%     skip('01-unify.txt', 17).                            % a case that must not be run
%
% runs every case of every suite, and prints one line per case and a last line with the totals:
%
%     ok 01-unify.txt:4
%     not ok 01-unify.txt:17 ? X = f(X). | got failure
%     61 passed, 1 failed
%
% The format of the suites is described in README.md. Shims, the only places where systems differ:
% suite_consult/1, drv_plain_copy/2 and drv_finite/1.

:- dynamic(drv_suite/2).
:- dynamic(drv_start/1).
:- dynamic(drv_skip/2).
:- dynamic(drv_count/2).
:- dynamic(drv_answers/1).
:- dynamic(drv_got/1).
:- dynamic(drv_wrong/1).
:- dynamic(drv_out/1).

% ---- helpers that cases may call ----

% suite_consult(+File): loads a program file.
suite_consult(File) :- consult(File).

% suite_file(+File, +Text): makes a text file that holds the characters of the atom Text.
suite_file(File, Text) :-
    atom_chars(Text, Chars),
    drv_write_chars(File, Chars).

% suite_bytes(+File, +Bytes): makes a file that holds the listed bytes.
suite_bytes(File, Bytes) :-
    open(File, write, Stream, [type(binary)]),
    drv_put_bytes(Bytes, Stream),
    close(Stream).

% suite_text(+File, -Text): the text of a file, as an atom.
suite_text(File, Text) :-
    drv_read_chars(File, Chars),
    atom_chars(Text, Chars).

drv_put_bytes([], _).
drv_put_bytes([B|Bs], S) :- put_byte(S, B), drv_put_bytes(Bs, S).

% ---- the job ----

drv_main :-
    current_output(Out),
    asserta(drv_out(Out)),
    catch(drv_job, Ball, drv_complain(Ball)),
    halt.

drv_complain(Ball) :-
    drv_say('not ok driver:0 '), drv_sayq(Ball), drv_nl.

drv_job :-
    drv_read_job,
    asserta(drv_count(passed, 0)),
    asserta(drv_count(failed, 0)),
    findall(Name-Path, drv_suite(Name, Path), Suites),
    drv_suites(Suites),
    drv_count(passed, Passed),
    drv_count(failed, Failed),
    drv_sayq(Passed), drv_say(' passed, '), drv_sayq(Failed), drv_say(' failed'), drv_nl.

drv_read_job :-
    open('job.pl', read, Stream),
    read_term(Stream, Term, []),
    drv_job_terms(Term, Stream),
    close(Stream).

drv_job_terms(end_of_file, _) :- !.
drv_job_terms(Term, Stream) :-
    drv_job_term(Term),
    read_term(Stream, Next, []),
    drv_job_terms(Next, Stream).

drv_job_term(suite(Name, Path)) :- assertz(drv_suite(Name, Path)).
drv_job_term(start(Line)) :- assertz(drv_start(Line)).
drv_job_term(skip(Name, Line)) :- assertz(drv_skip(Name, Line)).

drv_suites([]).
drv_suites([Name-Path|Suites]) :-
    drv_read_chars(Path, Chars),
    drv_lines(Chars, 1, Lines),
    drv_program(Lines, Program),
    drv_load_program(Program),
    drv_cases(Lines, Cases),
    drv_run_cases(Cases, Name),
    drv_suites(Suites).

drv_load_program([]) :- !.
drv_load_program(Chars) :-
    drv_write_chars('program.pl', Chars),
    suite_consult('program.pl').

% ---- reading a suite ----

% Lines are line(Number, Chars).
drv_lines([], _, []) :- !.
drv_lines(Chars, N, [line(N, Line)|Lines]) :-
    drv_line(Chars, Line, Rest),
    N1 is N + 1,
    drv_lines(Rest, N1, Lines).

drv_line([], [], []).
drv_line(['\n'|Rest], [], Rest) :- !.
drv_line([C|Cs], [C|Line], Rest) :- drv_line(Cs, Line, Rest).

% The program of a suite: its lines that start with a bar.
drv_program([], []).
drv_program([line(_, ['|',' '|Text])|Lines], Program) :- !,
    drv_append(Text, ['\n'|More], Program),
    drv_program(Lines, More).
drv_program([line(_, ['|'])|Lines], ['\n'|Program]) :- !,
    drv_program(Lines, Program).
drv_program([_|Lines], Program) :- drv_program(Lines, Program).

% Cases are case(Line, Items) with items Tag-Text, where Line is that of the first goal line.
drv_cases([], []) :- !.
drv_cases(Lines, Cases) :-
    drv_block(Lines, Items, Line, Rest),
    ( var(Line) -> Cases = More ; Cases = [case(Line, Items)|More] ),
    drv_cases(Rest, More).

drv_block([], [], _, []).
drv_block([line(_, Chars)|Lines], [], _, Lines) :- drv_blank(Chars), !.
drv_block([line(_, ['#'|_])|Lines], Items, Line, Rest) :- !,
    drv_block(Lines, Items, Line, Rest).
drv_block([line(_, ['|'|_])|Lines], Items, Line, Rest) :- !,
    drv_block(Lines, Items, Line, Rest).
drv_block([line(N, [Tag|Text0])|Lines], [Tag-Text|Items], Line, Rest) :-
    drv_strip(Text0, Text1),
    drv_continued(Lines, Tail, Lines1),
    drv_append(Text1, Tail, Text),
    ( Tag == (?) -> Line = N ; true ),
    drv_block(Lines1, Items, Line, Rest).

drv_blank([]).
drv_blank([' '|Cs]) :- drv_blank(Cs).

drv_strip([' '|Cs], Cs) :- !.
drv_strip(Cs, Cs).

% Lines that start with two spaces continue the line before.
drv_continued([line(_, [' ',' '|Chars])|Lines], ['\n'|Text], Rest) :-
    \+ drv_blank(Chars), !,
    drv_append(Chars, Tail, Text),
    drv_continued(Lines, Tail, Rest).
drv_continued(Lines, [], Lines).

% ---- running the cases ----

drv_run_cases([], _).
drv_run_cases([case(Line, Items)|Cases], Name) :-
    drv_run_case(Name, Line, Items),
    drv_run_cases(Cases, Name).

drv_run_case(_, Line, _) :- drv_start(Start), Line < Start, !.
drv_run_case(Name, Line, _) :- drv_skip(Name, Line), !.
drv_run_case(Name, Line, Items) :-
    retractall(drv_answers(_)),
    retractall(drv_got(_)),
    retractall(drv_wrong(_)),
    ( catch(drv_case(Items), Ball, drv_wrong_ball(Ball)) -> true
    ; drv_note_wrong(driver_failed) ),
    drv_restore,
    drv_report(Name, Line, Items).

drv_wrong_ball(Ball) :- drv_note_wrong(exception(Ball)).

drv_note_wrong(What) :- assertz(drv_wrong(What)).

% Gives the driver its output and the system its standard streams back.
drv_restore :-
    catch(drv_restore_, _, true).

drv_restore_ :-
    drv_out(Out),
    set_output(Out),
    set_input(user_input).

drv_case(Items) :-
    drv_each(Items, '%', setup),
    drv_set_flags(Items, Old),
    catch(drv_case_(Items), Ball, drv_wrong_ball(Ball)),
    drv_reset_flags(Old),
    drv_each(Items, '%', cleanup).

drv_case_(Items) :-
    drv_expected(Items, Expected, End),
    drv_item(Items, ?, Text),
    drv_length(Expected, 0, Count),
    drv_limit(End, Count, Limit),
    drv_streams(Items, Streams),
    drv_set_answers(0),
    catch(drv_goal(Text, Limit, Expected, Outcome), Ball, Outcome = ball(Ball)),
    drv_restore,
    drv_close(Streams),
    drv_end(End, Outcome, Count),
    drv_output(Items).

drv_set_answers(N) :-
    retractall(drv_answers(_)),
    assertz(drv_answers(N)).

% Seeks one answer more than expected, unless more may follow.
drv_limit(more, Count, Count) :- Count > 0, !.
drv_limit(_, Count, Limit) :- Limit is Count + 1.

% Outcome: stopped (the limit was reached), failed; a ball passes through.
drv_goal(Text, Limit, Expected, Outcome) :-
    drv_read_text('goal.tmp', Text, Goal, Names),
    drv_solve(Goal, Names, Limit, Expected, Outcome).

drv_solve(Goal, Names, Limit, Expected, stopped) :-
    call(Goal),
    drv_answer(Names, Expected, N),
    N >= Limit,
    !.
drv_solve(_, _, _, _, failed).

% Checks the answer against its expectation at once, while streams and constraints are alive.
drv_answer(Names, Expected, N) :-
    drv_answers(N0),
    N is N0 + 1,
    drv_set_answers(N),
    drv_nth(N, Expected, Expectation),
    drv_keep_answer(Names),
    ( catch(drv_check(Expectation, Names), Ball, (drv_wrong_ball(Ball), fail)) -> true
    ; drv_note_wrong(answer(N)) ).

% Keeps an answer for the report; an infinite term cannot be kept everywhere.
drv_keep_answer(Names) :-
    drv_plain_copy(Names, Copy),
    drv_finite(Copy), !,
    assertz(drv_got(Copy)).
drv_keep_answer(_).

drv_finite(Term) :- catch(( acyclic_term(Term) -> true ; throw(infinite) ), Ball, true), Ball \== infinite.

drv_nth(_, [], none) :- !.
drv_nth(1, [E|_], E) :- !.
drv_nth(N, [_|Es], E) :- N1 is N - 1, drv_nth(N1, Es, E).

drv_check(none, _).
drv_check(expect(Goal, Mentioned, Tests), Names) :-
    \+ \+ drv_check_bindings(Goal, Mentioned, Names),
    drv_check_tests(Tests, Names).

drv_check_bindings(Goal, Mentioned, Names) :-
    drv_pairs(Mentioned, Names, Wanted, Found),
    call(Goal),
    drv_variant(Wanted, Found).

drv_check_tests([], _).
drv_check_tests([test(Goal, Mentioned)|Tests], Names) :-
    \+ \+ drv_check_test(Goal, Mentioned, Names),
    drv_check_tests(Tests, Names).

drv_check_test(Goal, Mentioned, Names) :-
    drv_pairs(Mentioned, Names, Same, Same),
    call(Goal), !.

% The variables with a name in both lists.
drv_pairs([], _, [], []).
drv_pairs([Name = Var|Mentioned], Names, [Var|Ws], [Found|Fs]) :-
    drv_named(Names, Name, Found), !,
    drv_pairs(Mentioned, Names, Ws, Fs).
drv_pairs([_|Mentioned], Names, Ws, Fs) :-
    drv_pairs(Mentioned, Names, Ws, Fs).

drv_named([Name0 = Var|_], Name, Var) :- Name0 == Name, !.
drv_named([_|Names], Name, Var) :- drv_named(Names, Name, Var).

% ---- what is expected ----

% End: fails, more, errors(Formals) or fails_or(errors(Formals)).
drv_expected(Items, Expected, End) :-
    drv_expectations(Items, Expected),
    drv_errors(Items, Errors),
    drv_end_of(Errors, Items, Expected, End).

drv_end_of([E|Es], Items, _, fails_or(errors([E|Es]))) :- drv_item(Items, -, _), !.
drv_end_of([E|Es], _, _, errors([E|Es])) :- !.
drv_end_of([], Items, _, more) :- drv_item(Items, =, ['.','.','.']), !.
drv_end_of([], Items, _, fails) :- drv_item(Items, -, _), !.
drv_end_of([], _, [_|_], fails) :- !.
drv_end_of(_, _, _, _) :- throw(no_expectation).

drv_expectations([], []).
drv_expectations([(=)-['.','.','.']|Items], Es) :- !,
    drv_expectations(Items, Es).
drv_expectations([(=)-Text|Items], [expect(Goal, Mentioned, Tests)|Es]) :- !,
    drv_read_expectation(Text, Goal, Mentioned),
    drv_tests(Items, Tests, Rest),
    drv_expectations(Rest, Es).
drv_expectations([_|Items], Es) :- drv_expectations(Items, Es).

drv_tests([(&)-Text|Items], [test(Goal, Mentioned)|Tests], Rest) :- !,
    drv_read_expectation(Text, Goal, Mentioned),
    drv_tests(Items, Tests, Rest).
drv_tests(Items, [], Items).

drv_errors([], []).
drv_errors([!-Text|Items], [Formal|Es]) :- !,
    drv_read_expectation(Text, Formal, _),
    drv_errors(Items, Es).
drv_errors([_|Items], Es) :- drv_errors(Items, Es).

drv_read_expectation(Text, Term, Names) :-
    drv_append(Text, [' ', '.'], Full),
    drv_read_text('expected.tmp', Full, Term, Names).

% ---- how it ended ----

drv_end(End, Outcome, Count) :-
    drv_answers(N),
    ( N >= Count -> true ; drv_note_wrong(only(N, answers)) ),
    ( drv_ended(End, Outcome) -> true ; drv_note_wrong(Outcome) ).

drv_ended(fails, failed).
drv_ended(more, stopped).
drv_ended(more, failed).
drv_ended(fails_or(_), failed) :- !.
drv_ended(fails_or(End), Outcome) :- drv_ended(End, Outcome).
drv_ended(errors(Formals), ball(Ball)) :-
    drv_member(Formal, Formals),
    drv_thrown(Formal, Ball), !.

drv_thrown(ball(Expected), Ball) :- !, drv_instance(Ball, Expected).
drv_thrown(Formal, Ball) :- var(Formal), !, nonvar(Ball), Ball = error(_, _).
drv_thrown(syntax_error, Ball) :- !, nonvar(Ball), Ball = error(F, _), nonvar(F), F = syntax_error(_).
drv_thrown(Formal, Ball) :- nonvar(Ball), Ball = error(F, _), drv_instance(F, Formal).

drv_instance(Term, General) :-
    \+ \+ ( drv_plain_copy(Term, Copy),
            term_variables(Copy, Vs),
            Copy = General,
            term_variables(Vs, Ws),
            Vs == Ws ).

% Equal up to the names of variables.
drv_variant(A, B) :-
    drv_plain_copy(A, A1),
    drv_plain_copy(B, B1),
    term_variables(A1, As),
    term_variables(B1, Bs),
    drv_number_vars(As, 0),
    drv_number_vars(Bs, 0),
    A1 == B1.

drv_number_vars([], _).
drv_number_vars(['$drv_variable'(N)|Vs], N) :- N1 is N + 1, drv_number_vars(Vs, N1).

% A copy without constraints on its variables.
drv_plain_copy(A, B) :- catch(copy_term_nat(A, B), _, fail), !.
drv_plain_copy(A, B) :- copy_term(A, B).

% ---- input and output of a case ----

drv_streams(Items, streams(Input, Output)) :-
    drv_input(Items, Input),
    drv_capture(Items, Output).

drv_input(Items, [Stream]) :-
    drv_item(Items, <, _), !,
    drv_texts(Items, <, Chars),
    drv_write_chars('input.tmp', Chars),
    open('input.tmp', read, Stream),
    set_input(Stream).
drv_input(_, []).

drv_capture(_, [Stream]) :-
    open('output.tmp', write, Stream),
    set_output(Stream).

drv_close(streams(Input, Output)) :-
    drv_close_all(Input),
    drv_close_all(Output).

drv_close_all([]).
drv_close_all([S|Ss]) :-
    ( catch(close(S, [force(true)]), _, true) -> true ; true ),
    drv_close_all(Ss).

drv_output(Items) :-
    drv_item(Items, >, _), !,
    drv_texts(Items, >, Wanted),
    drv_read_chars('output.tmp', Found),
    ( Found == Wanted -> true ; atom_chars(Atom, Found), drv_note_wrong(output(Atom)) ).
drv_output(_).

% The texts of all items with a tag, joined, with escapes replaced.
drv_texts([], _, []).
drv_texts([Tag0-Text|Items], Tag, Chars) :-
    Tag0 == Tag, !,
    drv_unescape(Text, Plain),
    drv_append(Plain, More, Chars),
    drv_texts(Items, Tag, More).
drv_texts([_|Items], Tag, Chars) :- drv_texts(Items, Tag, Chars).

drv_unescape([], []).
drv_unescape([\, C|Cs], [D|Ds]) :- drv_escape(C, D), !, drv_unescape(Cs, Ds).
drv_unescape([C|Cs], [C|Ds]) :- drv_unescape(Cs, Ds).

drv_escape(n, '\n').
drv_escape(t, '\t').
drv_escape(s, ' ').
drv_escape(\, \).

% ---- flags, set-up and clean-up ----

drv_set_flags([], []).
drv_set_flags([(:)-Text|Items], [flag(Flag, Old)|Olds]) :- !,
    drv_read_expectation(Text, Term, _),
    Term = flag(Flag, Value),
    current_prolog_flag(Flag, Old),
    set_prolog_flag(Flag, Value),
    drv_set_flags(Items, Olds).
drv_set_flags([_|Items], Olds) :- drv_set_flags(Items, Olds).

drv_reset_flags([]).
drv_reset_flags([flag(Flag, Old)|Olds]) :-
    drv_reset_flags(Olds),
    catch(set_prolog_flag(Flag, Old), _, true).

drv_each([], _, _).
drv_each([Tag-Text|Items], Tag, Word) :-
    drv_after_word(Text, Word, Goal), !,
    drv_step(Word, Goal),
    drv_each(Items, Tag, Word).
drv_each([_|Items], Tag, Word) :- drv_each(Items, Tag, Word).

drv_after_word(Text, Word, Rest) :-
    atom_chars(Word, Chars),
    drv_append(Chars, [':'|Rest], Text).

drv_step(setup, Text) :-
    drv_read_expectation(Text, Goal, _),
    ( catch(Goal, Ball, throw(setup(Ball))) -> true ; throw(setup(failed)) ).
drv_step(cleanup, Text) :-
    ( catch((drv_read_expectation(Text, Goal, _), call(Goal)), _, true) -> true ; true ).

% ---- reporting ----

drv_report(Name, Line, _) :-
    \+ drv_wrong(_), !,
    drv_add(passed),
    drv_say('ok '), drv_place(Name, Line), drv_nl.
drv_report(Name, Line, Items) :-
    drv_add(failed),
    drv_item(Items, ?, Text),
    drv_say('not ok '), drv_place(Name, Line), drv_say(' ? '), drv_say_chars(Text),
    drv_say(' | got'),
    findall(A, drv_got(A), Answers),
    findall(W, drv_wrong(W), Wrongs),
    drv_say_all(Answers, ' answer '),
    drv_say_all(Wrongs, ' ! '),
    drv_nl.

drv_say_all([], _).
drv_say_all([T|Ts], Before) :-
    drv_say(Before), drv_sayq(T), drv_say_all(Ts, Before).

drv_place(Name, Line) :- drv_say(Name), drv_say(:), drv_sayq(Line).

drv_add(Which) :-
    retract(drv_count(Which, N)), !,
    N1 is N + 1,
    assertz(drv_count(Which, N1)).

drv_say(Atom) :- drv_out(Out), write_term(Out, Atom, []).
drv_sayq(Term) :- drv_out(Out), write_term(Out, Term, [quoted(true)]).
drv_nl :- drv_out(Out), nl(Out), flush_output(Out).

drv_say_chars([]).
drv_say_chars([C|Cs]) :-
    ( C == '\n' -> drv_say(' ') ; drv_say(C) ),
    drv_say_chars(Cs).

% ---- texts and files ----

drv_read_text(File, Chars, Term, Names) :-
    drv_append(Chars, ['\n'], Full),
    drv_write_chars(File, Full),
    open(File, read, Stream),
    catch(read_term(Stream, Term, [variable_names(Names)]), Ball, true),
    close(Stream),
    ( var(Ball) -> true ; throw(Ball) ).

drv_write_chars(File, Chars) :-
    open(File, write, Stream),
    drv_put_chars(Chars, Stream),
    close(Stream).

drv_put_chars([], _).
drv_put_chars([C|Cs], S) :- put_char(S, C), drv_put_chars(Cs, S).

drv_read_chars(File, Chars) :-
    open(File, read, Stream),
    get_char(Stream, C),
    drv_get_chars(C, Stream, Chars),
    close(Stream).

drv_get_chars(end_of_file, _, []) :- !.
drv_get_chars(C, S, [C|Cs]) :- get_char(S, Next), drv_get_chars(Next, S, Cs).

drv_item([Tag0-Text|_], Tag, Text0) :- Tag0 == Tag, Text0 = Text, !.
drv_item([_|Items], Tag, Text) :- drv_item(Items, Tag, Text).

drv_length([], N, N).
drv_length([_|Xs], N0, N) :- N1 is N0 + 1, drv_length(Xs, N1, N).

drv_member(X, [X|_]).
drv_member(X, [_|Xs]) :- drv_member(X, Xs).

drv_append([], Ys, Ys).
drv_append([X|Xs], Ys, [X|Zs]) :- drv_append(Xs, Ys, Zs).

:- initialization(drv_main).
