%% provides: thread_self/1, with_mutex/2, mutex_create/1, mutex_destroy/1
%
%  ?- thread_self(Thread).
%     Thread = main.
%
%  A query runs in one thread, so programs written with locks run as they are.

:- meta_predicate with_mutex(+, 0).

%!  thread_self(?Thread) is semidet
%
%   Thread is the name of the thread that runs the query: `main`.

thread_self(main).

%!  with_mutex(+Mutex, :Goal) is semidet
%
%   As once(Goal).

with_mutex(Mutex, Goal) :-
    must_be(nonvar, Mutex),
    once(Goal).

%!  mutex_create(?Mutex) is det
%
%   Make a new Mutex, or one with the given name.

mutex_create(Mutex) :-
    (   var(Mutex)
    ->  '$new_id'(Id),
        Mutex = '$mutex'(Id)
    ;   true
    ).

%!  mutex_destroy(+Mutex) is det
%
%   Forget Mutex.

mutex_destroy(Mutex) :-
    must_be(nonvar, Mutex).
