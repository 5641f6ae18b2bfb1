%!  get_char(-Char) is det
%!  get_char(+Stream, -Char) is det
%!  peek_char(-Char) is det
%!  peek_char(+Stream, -Char) is det
%
%   Char is the next character of Stream or of the current input, `end_of_file` at the end.
%   peek_char leaves it there. Errors: instantiation_error; type_error(in_character, Char);
%   domain_error(stream_or_alias, Stream); existence_error(stream, Stream); permission_error(input,
%   stream, Stream); permission_error(input, binary_stream, Stream); permission_error(input,
%   past_end_of_stream, Stream).

%!  get_code(-Code) is det
%!  get_code(+Stream, -Code) is det
%!  peek_code(-Code) is det
%!  peek_code(+Stream, -Code) is det
%!  get0(-Code) is det
%!  get0(+Stream, -Code) is det
%
%   The same for the code of the next character, -1 at the end. get0 is an old name of get_code.
%   Errors: as get_char/2; representation_error(in_character_code).

%!  get_byte(-Byte) is det
%!  get_byte(+Stream, -Byte) is det
%!  peek_byte(-Byte) is det
%!  peek_byte(+Stream, -Byte) is det
%
%   The same for the next byte of a binary stream, -1 at the end. Errors: as get_char/2;
%   type_error(in_byte, Byte); permission_error(input, text_stream, Stream).

%!  put_char(+Char) is det
%!  put_char(+Stream, +Char) is det
%
%   Writes a character to Stream or to the current output. Errors: instantiation_error;
%   type_error(character, Char); permission_error(output, stream, Stream); permission_error(output,
%   binary_stream, Stream).

%!  put_code(+Code) is det
%!  put_code(+Stream, +Code) is det
%!  put(+Code) is det
%!  put(+Stream, +Code) is det
%
%   Writes the character of a code. put is an old name.

%!  put_byte(+Byte) is det
%!  put_byte(+Stream, +Byte) is det
%
%   Writes a byte to a binary stream. Errors: type_error(byte, Byte); permission_error(output,
%   text_stream, Stream).

%!  nl is det
%!  nl(+Stream) is det
%
%   Ends the line.

%!  tab(+Count) is det
%!  tab(+Stream, +Count) is det
%
%   Writes Count blanks; Count may be an expression.

%!  skip(+Char) is det
%!  skip(+Stream, +Char) is det
%
%   Reads up to and including the next Char, a character or code, or to the end.

%!  read_string(+Stream, ?Length, -String) is det
%
%   String has what is left of Stream, or its next Length characters.

%!  read_string(+Stream, +Separators, +Pad, -End, -String) is det
%
%   String has the characters up to the next one among Separators, whose code (-1 at the end) is
%   End, without those among Pad at both ends.

%!  read_line_to_string(+Stream, -Line) is det
%
%   Line is the next line as a string without its end, or the atom `end_of_file`.

%!  peek_string(+Stream, +Length, -String) is det
%
%   String has the next Length characters, or fewer at the end, which stay there.
