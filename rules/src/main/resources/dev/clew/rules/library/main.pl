%  ?- argv_options([data, '--depth=3', '--verbose'], Rest, Options).
%     Rest = [data], Options = [depth(3), verbose(true)].
%
%  Programs with a command line.
%
%  A program defines main/1 and starts with `:- initialization(main, main).`

:- module(prolog_main, [main/0, argv_options/3]).

:- meta_predicate argv_options(:, -, -).

%!  main is det
%
%   Call main/1 of the module `user` with the command line arguments, the value of the flag `argv`,
%   and end the process: with status 0 if that is true, 1 if it is false, 2 if it throws.

main :-
    current_prolog_flag(argv, Arguments),
    (   catch(user:main(Arguments), Error, true)
    ->  (   var(Error)
        ->  halt(0)
        ;   Error = unwind(halt(Status))
        ->  halt(Status)
        ;   print_message(error, unhandled_exception(Error)),
            halt(2)
        )
    ;   print_message(error, format('The program failed: main(~q) is false', [Arguments])),
        halt(1)
    ).

%!  argv_options(+Arguments, -Rest, -Options) is det
%
%   Take the options out of a list of command line arguments: `--name=Value` becomes name(Value),
%   with Value a number if it reads as one and an atom otherwise, `--name` becomes name(true) and
%   `--no-name` becomes name(false). Dashes within a name become underscores. All that follows `--`
%   is Rest.

argv_options(Qualified, Rest, Options) :-
    strip_module(Qualified, _, Arguments),
    options(Arguments, Rest, Options).

options([], [], []).
options([Argument|Arguments], Rest, Options) :-
    (   Argument == (--)
    ->  Rest = Arguments,
        Options = []
    ;   option(Argument, Option)
    ->  Options = [Option|Options1],
        options(Arguments, Rest, Options1)
    ;   Rest = [Argument|Rest1],
        options(Arguments, Rest1, Options)
    ).

option(Argument, Option) :-
    sub_atom(Argument, 0, 2, _, --),
    sub_atom(Argument, 2, _, 0, Text),
    (   sub_atom(Text, Before, _, After, =)
    ->  sub_atom(Text, 0, Before, _, Dashed),
        sub_atom(Text, _, After, 0, Value0),
        value(Value0, Value)
    ;   sub_atom(Text, 0, _, _, 'no-'),
        Text \== 'no-'
    ->  sub_atom(Text, 3, _, 0, Dashed),
        Value = false
    ;   Dashed = Text,
        Value = true
    ),
    atomic_list_concat(Parts, -, Dashed),
    atomic_list_concat(Parts, '_', Name),
    Option =.. [Name, Value].

value(Text, Value) :-
    (   atom_number(Text, Number)
    ->  Value = Number
    ;   Value = Text
    ).
