package dev.clew.rules.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.util.Random;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '`',
            value = {
                "12~12",
                "-12~-12",
                "- 12~-12",
                "/**/ 12~12",
                "/**/ - /**/ 1.5~-1.5",
                " 12~12",
                "\n -12~-12",
                "0'a~97",
                "-0'a~-97",
                "0xff~255",
                "1.5~1.5",
                "-1.5e3~-1500.0",
                "007~7",
                "123456789012345678901234567890~123456789012345678901234567890",
                "999999999999999999~999999999999999999",
            })
    void readsNumbers(String text, String expected) {
        assertThat(NumberText.of(NumberText.parse(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "+12", "a", "12 ", "1 2", "12a", "--1", "1.", "1e5", "0x", "foo(1)", "'1'",
                "X", "12.", "-", "0'", "1.5.", "/* 1"
            })
    void rejectsOtherText(String text) {
        assertThat(NumberText.parseOrNull(text)).isNull();
        assertThatThrownBy(() -> NumberText.parse(text))
                .isInstanceOfSatisfying(
                        SyntaxError.class, e -> assertThat(e.id()).hasToString("illegal_number"));
    }

    @Test
    void readsNumbersThatAreTheWholeText() {
        assertThat(NumberText.exactOrNull("-12")).isEqualTo(Int.of(-12));
        assertThat(NumberText.exactOrNull("+1.5")).isEqualTo(Flt.of(1.5));
        assertThat(NumberText.exactOrNull("0'a")).isEqualTo(Int.of(97));
        assertThat(NumberText.exactOrNull(" 12")).isNull();
        assertThat(NumberText.exactOrNull("12 ")).isNull();
        assertThat(NumberText.exactOrNull("- 12")).isNull();
        assertThat(NumberText.exactOrNull("")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "0.1, 0.1",
        "1e10, 10000000000.0",
        "1e14, 100000000000000.0",
        "1e15, 1.0e+15",
        "123456789012345680, 1.2345678901234568e+17",
        "1e22, 1.0e+22",
        "1.5e300, 1.5e+300",
        "0.001, 0.001",
        "0.0001, 0.0001",
        "0.00012, 0.00012",
        "1e-5, 1.0e-5",
        "-1.25e-7, -1.25e-7",
        "4.9e-324, 4.9e-324",
        "123.456, 123.456",
        "12345678.9, 12345678.9",
    })
    void writesFloatsShortly(double value, String expected) {
        assertThat(NumberText.of(value)).isEqualTo(expected);
    }

    @Test
    void writesFloatsThatReadBack() {
        long seed = 20_262;
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String text = NumberText.of(value);
                assertThat(NumberText.parse(text))
                        .as("seed %d, case %d: %s", seed, i, text)
                        .isEqualTo(Flt.of(value));
            }
        }
    }

    @Test
    void writesIntegersInOtherBases() {
        assertThat(NumberText.of(Int.of(-255), 16, false)).isEqualTo("-ff");
        assertThat(NumberText.of(Int.of(BigInteger.TWO.pow(80)), 36, true))
                .isEqualTo("5GV2RMA270X9HHJ4");
        assertThat(NumberText.parse("9223372036854775808")).isInstanceOf(BigInt.class);
        assertThat(NumberText.parse("-9223372036854775808")).isEqualTo(Int.of(Long.MIN_VALUE));
    }
}
