%!  exists_file(+File) is semidet
%!  exists_directory(+Directory) is semidet
%
%   There is such a file (directory). This and all that follows is subject to what the host allows.

%!  access_file(+File, +Mode) is semidet
%
%   File may be accessed for Mode `read`, `write`, `append`, `execute`, `exist` or `none`.

%!  same_file(+File1, +File2) is semidet
%
%   Both names mean the same file.

%!  size_file(+File, -Bytes) is det
%!  time_file(+File, -Time) is det
%
%   The size of a file; when it was last changed, as for get_time/1. Errors: existence_error(file,
%   File).

%!  delete_file(+File) is det
%!  rename_file(+From, +To) is det
%!  copy_file(+From, +To) is det
%
%   Errors: existence_error(file, _), permission_error(_, file, _).

%!  make_directory(+Directory) is det
%!  make_directory_path(+Directory) is det
%!  delete_directory(+Directory) is det
%
%   Makes a directory; with those above it; removes an empty one. Errors: existence_error(directory,
%   _), permission_error(_, directory, _).

%!  directory_files(+Directory, -Names) is det
%
%   Names of what is in Directory, `.` and `..` included, in no particular order.

%!  working_directory(-Old, +New) is det
%!  chdir(+New) is det
%
%   Changes where relative names start. It is a property of the database, not of the process.

%!  file_directory_name(+File, -Directory) is det
%!  file_base_name(+File, -Name) is det
%
%   The parts of a name before and after its last slash.
%
%       ?- file_directory_name('/a/b.pl', D), file_base_name('/a/b.pl', N).
%          D = '/a', N = 'b.pl'.

%!  file_name_extension(?Base, ?Extension, ?Name) is det
%
%   Name is Base, a point and Extension.
%
%       ?- file_name_extension(B, E, 'b.pl'), file_name_extension(c, pl, N).
%          B = b, E = pl, N = 'c.pl'.

%!  directory_file_path(?Directory, ?File, ?Path) is det
%
%   Path is that of File in Directory.

%!  relative_file_name(?Path, +To, ?Relative) is det
%
%   Relative is the name of Path as seen from the directory of the file To.

%!  is_absolute_file_name(+File) is semidet
%
%   File starts from the root.

%!  absolute_file_name(+File, -Absolute) is det
%!  absolute_file_name(+Spec, -Absolute, +Options) is nondet
%
%   Absolute is the full name of File. Spec may be Alias(Path), for what file_search_path/2 of the
%   program says. Options: extensions(List), file_type(Type), access(Mode), file_errors(`error` or
%   `fail`), solutions(`first` or `all`), relative_to(Directory), expand(Boolean). Errors:
%   existence_error(source_sink, Spec) if a file with the wanted access is not found.

%!  prolog_to_os_filename(?Name, ?SystemName) is det
%
%   The same file name for Prolog and for the operating system.

%!  expand_file_name(+Pattern, -Names) is det
%
%   Names of the files that match Pattern: `*`, `?`, `[...]`, `{a,b}`, `~` and `$NAME` are replaced.

%!  wildcard_match(+Pattern, +Text) is semidet
%!  wildcard_match(+Pattern, +Text, +Options) is semidet
%
%   Text matches Pattern: `*`, `?`, `[...]`, `{a,b}`. case_sensitive(false) makes upper and lower
%   case the same.
%
%       ?- wildcard_match("*.{pl,txt}", "family.pl").
%          true.

%!  tmp_file(+Base, -Name) is det
%
%   Name, which starts with Base, is one for a new file in the directory for temporary files.

%!  tmp_file_stream(+Encoding, -Name, -Stream) is det
%
%   Makes a temporary file and opens it for writing. Encoding may also be a list of encoding(E) and
%   extension(E).
