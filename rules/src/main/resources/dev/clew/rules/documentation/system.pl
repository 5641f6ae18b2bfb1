%!  halt is det
%!  halt(+Status) is det
%
%   Ends the program with exit status 0, or Status. An engine within a Java program ends the query
%   instead. Errors: instantiation_error, type_error(integer, Status).

%!  get_time(-Time) is det
%
%   Time is the number of seconds since the start of 1970 (UTC), a float. Library date converts it.

%!  sleep(+Seconds) is det
%
%   Waits. Errors: type_error(float, Seconds).

%!  statistics(+Key, -Value) is det
%
%   Value of a Key. [Total, SinceLast] in milliseconds for `runtime` (CPU time of this thread),
%   `process_runtime`, `walltime`; seconds as a float for `cputime`, `process_cputime`, `epoch`; a
%   number for `inferences` (calls made by this query), `atoms`, `modules`, `stack` and `heapused`
%   (bytes in use in the Java heap). Other keys of SWI-Prolog are known, and 0 where they mean
%   nothing here. Errors: domain_error(statistics_key, Key).

%!  statistics is det
%
%   Writes the most important of these to the standard error stream.

%!  garbage_collect is det
%!  garbage_collect_atoms is det
%
%   Asks the JVM to collect garbage. There is no need to.

%!  trim_stacks is det
%
%   Does nothing: there are no stacks to trim.

%!  prompt(-Old, +New) is det
%
%   Replaces the prompt that is shown when a program reads from the terminal.

%!  getenv(+Name, -Value) is semidet
%
%   Value, an atom, is that of the environment variable Name. Fails if there is none.

%!  setenv(+Name, +Value) is det
%!  unsetenv(+Name) is det
%
%   Sets or removes an environment variable for getenv/2 and for processes started later.

%!  shell(+Command) is semidet
%!  shell(+Command, -Status) is det
%
%   Runs Command by the shell of the operating system and waits for it. shell/1 fails unless Status
%   is 0. Errors: permission_error if the host forbids it.
