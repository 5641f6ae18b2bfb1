%  ?- debug(parser), debugging(parser), nodebug(parser), \+ debugging(parser).
%     true.
%  ?- catch(assertion(1 > 2), error(assertion_error(Reason, _), _), true).
%     Reason = fail.
%
%  Debug messages that can be switched on by topic, and assertions.

:- module(prolog_debug, [
    debug/1, debug/3, nodebug/1, debugging/0, debugging/1, debugging/2, list_debug_topics/0,
    assertion/1
]).

:- meta_predicate assertion(0).

:- multifile prolog:assertion_failed/2.

:- dynamic topic/2.

%!  debug(+Topic) is det
%
%   Print the messages of debug/3 whose topic unifies with Topic.

debug(Topic) :-
    switch(Topic, true).

%!  nodebug(+Topic) is det
%
%   No longer print the messages of debug/3 whose topic unifies with Topic.

nodebug(Topic) :-
    (   retract(topic(Topic, _)),
        assertz(topic(Topic, false)),
        fail
    ;   true
    ).

switch(Topic, IsOn) :-
    (   clause(topic(Known, _), true, Reference),
        Known =@= Topic
    ->  erase(Reference)
    ;   true
    ),
    assertz(topic(Topic, IsOn)).

%!  debugging is det
%
%   Print the topics that are switched on.

debugging :-
    list_debug_topics.

%!  list_debug_topics is det
%
%   Print the topics that are switched on.

list_debug_topics :-
    findall(Topic, topic(Topic, true), Topics),
    print_message(informational, format('Debug topics: ~p', [Topics])).

%!  debugging(?Topic) is nondet
%
%   True if Topic is switched on.

debugging(Topic) :-
    (   nonvar(Topic)
    ->  topic(Topic, true),
        !
    ;   topic(Topic, true)
    ).

%!  debugging(?Topic, ?IsOn) is nondet
%
%   True if Topic is known and IsOn tells, by `true` or `false`, whether it is switched on.

debugging(Topic, IsOn) :-
    topic(Topic, IsOn).

%!  debug(+Topic, +Format, +Arguments) is det
%
%   Print a message as format/2 would, to the standard error stream, if Topic is switched on.

debug(Topic, Format, Arguments) :-
    (   topic(Topic, true)
    ->  print_message(debug(Topic), debug(Format, Arguments))
    ;   true
    ).

%!  assertion(:Goal) is det
%
%   Throw error(assertion_error(Reason, Goal), _) if Goal fails (Reason is `fail`) or throws Reason.
%   Its bindings are undone. The hook prolog:assertion_failed(Reason, Goal) is called first, and
%   nothing is thrown if it is true.

assertion(Goal) :-
    \+ \+ catch(Goal, Reason, assertion_failed(Reason, Goal)),
    !.
assertion(Goal) :-
    assertion_failed(fail, Goal).

assertion_failed(Reason, Goal) :-
    (   current_predicate(prolog:assertion_failed/2),
        prolog:assertion_failed(Reason, Goal)
    ->  true
    ;   print_message(error, assertion_failed(Reason, Goal)),
        throw(error(assertion_error(Reason, Goal), _))
    ).
