%!  open(+File, +Mode, -Stream) is det
%!  open(+File, +Mode, -Stream, +Options) is det
%
%   Opens File for Mode `read`, `write`, `append` or `update`; pipe(Command) reads from or writes to
%   a process. Options:
%
%   - type(`text` or `binary`); `text` by default
%   - alias(Name): a name for the stream
%   - encoding(Encoding): `utf8` (default), `iso_latin_1`, `ascii`, `octet`, `utf16be`, `utf16le`
%     and others
%   - bom(Boolean): look for, or write, a byte order mark; looked for by default in files that are
%     read
%   - eof_action(`error`, `eof_code` or `reset`): what reading past the end does; `eof_code` by
%     default
%   - reposition(Boolean): the stream must allow set_stream_position/2
%   - buffer(`full`, `line` or `none`)
%   - newline(`posix` or `dos`)
%
%   Errors: instantiation_error; type_error(atom, Mode); domain_error(io_mode, Mode);
%   domain_error(source_sink, File); domain_error(stream_option, _); uninstantiation_error(Stream);
%   existence_error(source_sink, File); permission_error(open, source_sink, File).

%!  close(+Stream) is det
%!  close(+Stream, +Options) is det
%
%   Writes what is still to be written, and closes Stream. Standard streams stay open. force(true)
%   makes errors count for nothing. Errors: instantiation_error; domain_error(stream_or_alias,
%   Stream); existence_error(stream, Stream); domain_error(close_option, _).

%!  current_input(-Stream) is det
%!  current_output(-Stream) is det
%
%   Stream is where predicates without a stream argument read from (write to). Errors:
%   domain_error(stream, Stream).

%!  set_input(+Stream) is det
%!  set_output(+Stream) is det
%
%   Makes Stream the current input (output). Errors: instantiation_error,
%   domain_error(stream_or_alias, Stream), existence_error(stream, Stream), permission_error(input,
%   stream, Stream), permission_error(output, stream, Stream).

%!  flush_output is det
%!  flush_output(+Stream) is det
%!  ttyflush is det
%
%   Writes what is still in the buffer of Stream, or of the current output.

%!  stream_property(?Stream, ?Property) is nondet
%
%   Stream has Property: `input`, `output`, alias(Name), file_name(File), mode(Mode), type(Type),
%   encoding(Encoding), position(Position), reposition(Boolean), end_of_stream(`not`, `at` or
%   `past`), eof_action(Action), buffer(Buffer), newline(Mode), tty(Boolean) and others. Errors:
%   domain_error(stream, Stream); domain_error(stream_property, Property).

%!  current_stream(?File, ?Mode, ?Stream) is nondet
%
%   Stream is open for Mode `read`, `write`, ... and comes from File, `[]` if it is none.

%!  is_stream(@Stream) is semidet
%
%   Stream is an open stream, or the alias of one.

%!  set_stream(+Stream, +Property) is det
%
%   Changes alias(Name), encoding(Encoding), type(Type), eof_action(Action), buffer(Buffer),
%   newline(Mode), tty(Boolean), file_name(Name), line_position(Column) and others. Errors:
%   domain_error(stream_property, Property).

%!  set_stream_position(+Stream, +Position) is det
%
%   Goes to where Position, from stream_property/2, was taken. Errors: domain_error(stream_position,
%   Position); permission_error(reposition, stream, Stream).

%!  stream_position_data(?Key, +Position, -Value) is nondet
%
%   Value of a Key of a Position: `char_count`, `line_count`, `line_position`, `byte_count`.

%!  seek(+Stream, +Offset, +From, -New) is det
%
%   Goes to Offset, in bytes, from `bof`, `current` or `eof`; New is counted from the start.

%!  at_end_of_stream is semidet
%!  at_end_of_stream(+Stream) is semidet
%
%   There is no more input. May have to wait for input to know that.

%!  character_count(+Stream, -Count) is det
%!  byte_count(+Stream, -Count) is det
%!  line_count(+Stream, -Line) is det
%!  line_position(+Stream, -Column) is det
%
%   Characters and bytes read or written so far; the line, from 1; the column, from 0.

%!  set_prolog_IO(+Input, +Output, +Error) is det
%
%   Makes these the standard streams.

%!  open_string(+Text, -Stream) is det
%
%   Stream reads the characters of Text.

%!  open_null_stream(-Stream) is det
%
%   Stream takes output and forgets it, but counts characters and lines.

%!  with_output_to(+Output, :Goal) is semidet
%
%   Calls once(Goal) and gives what it wrote to the current output to Output: atom(A), string(S),
%   codes(Cs), codes(Cs, Tail), chars(Cs), chars(Cs, Tail).
%
%       ?- with_output_to(string(S), (write(a), write(b))).
%          S = "ab".

%!  see(+File) is det
%!  append(+File) is det
%!  tell(+File) is det
%
%   Makes File the current input; the current output, to be extended (append/1) or written anew. It
%   may be an open stream.

%!  seen is det
%!  told is det
%
%   Closes the current input (output) and goes back to the standard one.

%!  seeing(-Stream) is det
%!  telling(-Stream) is det
%
%   Stream is the current input (output).

%!  copy_stream_data(+From, +To) is det
%!  copy_stream_data(+From, +To, +Count) is det
%
%   Copies all that is left, or at most Count characters.

%!  stream_pair(?Pair, ?Input, ?Output) is det
%
%   Pair is one handle for the streams Input and Output: what reads uses the one, what writes the
%   other, and close/1 closes both. A Pair is taken apart if it is given; what is closed of it stays
%   unbound. A plain stream counts as the half of a pair.

%!  read_pending_codes(+Input, -Codes, ?Tail) is det
%!  read_pending_chars(+Input, -Chars, ?Tail) is det
%
%   Reads all that is there without waiting, after waiting for the first character, as a list of
%   codes or characters that ends in Tail. At the end of the stream both are [].
