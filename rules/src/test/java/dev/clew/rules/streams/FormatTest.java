package dev.clew.rules.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "\"~w ~q ~a~n\", ['A b', 'A b', 'A b']#A b 'A b' A b\\n",
                "\"~p\", [\"s\"]#\"s\"",
                "\"~d ~2d ~D ~2D\", [1234567, 1234567, 1234567, -1234567]#1234567 12345.67"
                        + " 1,234,567 -12,345.67",
                "\"~2d ~1d ~0d\", [-5, 0, 7]#-0.05 0.0 7",
                "\"~I ~4I\", [1234567, 1234567]#1_234_567 123_4567",
                "\"~D\", [123456789012345678901234]#123,456,789,012,345,678,901,234",
                "\"~4f ~0f ~f\", [3.14159, 2.5, 1]#3.1416 2 1.000000",
                "\"~20f\", [0.1]#0.10000000000000000555",
                "\"~2f\", [123456789012345678901234567890]#123456789012345678901234567890.00",
                "\"~e ~3e ~0e\", [100, 0.00012345, 15]#1.000000e+02 1.234e-04 2e+01",
                "\"~g ~g ~g ~3g\", [0.1, 1.0e10, 123456789.0, 1234.5]#0.1 1e+10 1.23457e+08"
                        + " 1.23e+03",
                "\"~8r ~16r ~16R ~36r\", [100, -255, 255, 1295]#144 -ff FF zz",
                "\"~s~s~s\", [\"ab\", [0'c], [d]]#abcd",
                "\"~c~3c\", [0'x, 0'y]#xyyy",
                "\"~i~w\", [a, b]#b",
                "\"~*c\", [3, 0'b]#bbb",
                "\"~~ ~2n\", []#~ \\n\\n",
                "\"~w\", foo#foo",
                "\"~w\", [[a, b]]#[a,b]",
                "\"~@!\", [write(hi)]#hi!",
                "\"~@!\", [fail]#no",
                "\"~t~w~10||\", [right]#     right|",
                "\"~w~t~10||\", [left]#left      |",
                "\"~t~w~t~11||\", [mid]#    mid    |",
                "\"~`-t~10|\", []#----------",
                "\"~w~t~8+~w~t~8+~w\", [a, bb, ccc]#a       bb      ccc",
                "\"~t~d~6|~t~d~6+\", [12, 345]#    12   345",
                "\"~t~s~10|~w\", [[0'a], b]#         ab",
                "\"abc~2|d\", []#abcd",
                "\"~a~n~t~w~5|\", [x, y]#x\\n    y",
                "\"~w~30|~w\", [a, b]#a                             b",
                "\"x~Ny~n~Nz\", []#x\\ny\\nz",
                "\"~w~w\", [a]#aformat('not enough arguments')",
                "\"~w\", [a, b]#aformat('too many arguments')",
                "\"~y\", [a]#existence_error(format_character,y)",
                "\"~a\", [f(x)]#format_argument_type(a,f(x))",
                "\"~d\", [1.0]#format_argument_type(d,1.0)",
                "\"~d\", [_]#instantiation_error",
                "\"~c\", [a]#format_argument_type(c,a)",
                "\"~r\", [1]#format('no default radix')",
                "\"~40r\", [1]#domain_error(radix,40)",
                "_, []#instantiation_error",
                "\"~@\", [throw(oops)]#oops",
            })
    void writes(String arguments, String expected) {
        String shown = Goals.output("format(" + arguments + ")");
        assertThat(shown.replace("\n", "\\n")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "format(atom(A), \"~w\", [x]), writeq(A)#x",
                "format(string(A), \"~w\", [x]), writeq(A)#\"x\"",
                "format(codes(A, T), \"~w\", [x]), T = [], writeq(A)#[120]",
                "format(chars(A), \"~w\", [xy]), writeq(A)#[x,y]",
                "format(atom(A), \"~t~w~10|\", [abc]), writeq(A)#'       abc'",
                "format(user_output, \"~w\", [x])#x",
                "format(nowhere, \"~w\", [x])#existence_error(stream,nowhere)",
                "with_output_to(string(S), (write(a), write(b))), writeq(S)#\"ab\"",
                "(with_output_to(string(_), (write(a), fail)) ; write(x))#x",
                "catch(with_output_to(string(_), (write(a), throw(b))), B, writeq(B))#b",
                "write(abc), format(\"~w~10+~w\", [x, y])#abcx      y",
                "format(\"~p\", [f(X)]), X = 1#f(_)",
            })
    void sinks(String goal, String expected) {
        String shown = Goals.output(goal).replaceAll("_G?\\d+", "_");
        assertThat(shown).isEqualTo(expected);
    }
}
