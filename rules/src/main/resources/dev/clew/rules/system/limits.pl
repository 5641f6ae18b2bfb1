%% provides: call_with_time_limit/2, call_with_time_limit/3, call_with_inference_limit/3
%
%  Limits on what a goal may use.
%
%  ?- catch(call_with_time_limit(0.05, (repeat, fail)), Error, true).
%     Error = time_limit_exceeded.

:- meta_predicate
    call_with_time_limit(+, 0),
    call_with_time_limit(+, 0, +),
    call_with_inference_limit(0, +, -).

%!  call_with_time_limit(+Seconds, :Goal) is semidet
%
%   Call Goal as once/1 does. If it has not ended after Seconds of wall time, the error
%   time_limit_exceeded is raised within it.

call_with_time_limit(Seconds, Goal) :-
    must_be(number, Seconds),
    (   Seconds > 0
    ->  setup_call_cleanup('$alarm_start'(Seconds, time_limit_exceeded, Id),
                           once(Goal),
                           '$alarm_stop'(Id))
    ;   throw(time_limit_exceeded)
    ).

%!  call_with_time_limit(+Seconds, :Goal, +Context) is semidet
%
%   As call_with_time_limit/2; the error is time_limit_exceeded(Context).

call_with_time_limit(Seconds, Goal, Context) :-
    must_be(number, Seconds),
    (   Seconds > 0
    ->  setup_call_cleanup('$alarm_start'(Seconds, time_limit_exceeded(Context), Id),
                           once(Goal),
                           '$alarm_stop'(Id))
    ;   throw(time_limit_exceeded(Context))
    ).

%!  call_with_inference_limit(:Goal, +Limit, -Result) is nondet
%
%   Call Goal, which may make Limit calls for each of its solutions. Result is `!` if Goal succeeded for the
%   last time, `true` if it may have more solutions, and inference_limit_exceeded if the calls did not suffice.

call_with_inference_limit(Goal, Limit, Result) :-
    must_be(integer, Limit),
    '$new_id'(Id),
    catch('$limited'(Goal, Limit, Id, Result0),
          inference_limit_exceeded(Id),
          Result0 = inference_limit_exceeded),
    Result = Result0.

'$limited'(Goal, Limit, Id, Result) :-
    setup_call_cleanup('$quota_start'(Limit, inference_limit_exceeded(Id), Id),
                       '$limited_solution'(Goal, Limit, Id, Result),
                       '$quota_stop'(Id)).

'$limited_solution'(Goal, Limit, Id, Result) :-
    call_cleanup(Goal, Last = true),
    (   Last == true
    ->  '$quota_stop'(Id),
        Result = (!)
    ;   Result = true,
        '$quota_pause'(Limit, Id)
    ).

'$quota_pause'(_, Id) :-
    '$quota_stop'(Id).
'$quota_pause'(Limit, Id) :-
    '$quota_start'(Limit, inference_limit_exceeded(Id), Id),
    fail.
