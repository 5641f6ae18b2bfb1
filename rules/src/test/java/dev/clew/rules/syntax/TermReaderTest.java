package dev.clew.rules.syntax;

import static dev.clew.rules.syntax.Texts.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Term;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class TermReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "a-b-c ~ <- <- a b> c>",
                "a^b^c ~ <^ a <^ b c>>",
                "a:-b,c;d->e ~ <:- a <; <, b c> <-> d e>>>",
                "1 - -1 ~ <- #1 #-1>",
                "a -1 ~ <- a #1>",
                "- 1 ~ #-1",
                "- /* one */ 1 ~ #-1",
                "'-' 1 ~ #-1",
                "- - 1 ~ <- #-1>",
                "- 1 + 2 ~ <+ #-1 #2>",
                "[- 1] ~ <. #-1 []>",
                "a - 1 ~ <- a #1>",
                "- 9223372036854775808 ~ #-9223372036854775808",
                "-1 ~ #-1",
                "-(1) ~ <- #1>",
                "- (1) ~ <- #1>",
                "-(-(1)) ~ <- <- #1>>",
                "- -1 ~ <- #-1>",
                "'-'1 ~ #-1",
                "-a ~ <- a>",
                "-(1)^2 ~ <^ <- #1> #2>",
                "- (1)^2 ~ <- <^ #1 #2>>",
                "-2^2 ~ <^ #-2 #2>",
                "- 2^2 ~ <^ #-2 #2>",
                "-(2^2) ~ <- <^ #2 #2>>",
                "-(1,2) ~ <- #1 #2>",
                "- (1,2) ~ <- <, #1 #2>>",
                "\\+ (a,b) ~ <\\+ <, a b>>",
                "\\+ =(a,b) ~ <\\+ <= a b>>",
                "- =(a,b) ~ <- <= a b>>",
                "a= \\b ~ <= a <\\ b>>",
                "(a|b) ~ <| a b>",
                "(a,b|c) ~ <| <, a b> c>",
                "{a|b} ~ <{} <| a b>>",
                "a 'mod' b ~ <mod a b>",
                "a ',' b ~ <, a b>",
                "f(+) ~ <f +>",
                "f(:-, -, ;) ~ <f :- - ;>",
                "[-] ~ <. - []>",
                "[-|-] ~ <. - ->",
                "[:- , a|:-] ~ <. :- <. a :->>",
                "{-} ~ <{} ->",
                "(-) ~ -",
                "-(-) ~ <- ->",
                "- (-) ~ <- ->",
                "- ~ -",
                ":- ~ :-",
                "(-)-(-) ~ <- - ->",
                "-[1] ~ <- <. #1 []>>",
                "-{a} ~ <- <{} a>>",
                "[] ~ []",
                "[ ] ~ []",
                "{ } ~ {}",
                "[](x) ~ <[] x>",
                "{}(x) ~ <{} x>",
                "'[]' ~ []",
                "[a,b|c] ~ <. a <. b c>>",
                "'.'(a,[]) ~ <. a []>",
                "[(a:-b),(c,d)|(e:-f)] ~ <. <:- a b> <. <, c d> <:- e f>>>",
                "! ~ !",
                "a;b ~ <; a b>",
                ":- dynamic a/1, b/2 ~ <:- <dynamic <, </ a #1> </ b #2>>>>",
                "table --> [x] ~ <--> table <. x []>>",
                "X = dynamic ~ <= _ dynamic>",
                "dynamic :- a ~ <:- dynamic a>",
                "f(A, _B, _) ~ <f _ _ _>",
                "a/* comment */ ~ a",
                "/**/a ~ a",
                "p:(a,b) ~ <: p <, a b>>",
                "'A'(b) ~ <A b>",
                "a * (b + c) * d ~ <* <* a <+ b c>> d>",
                "- - - a ~ <- <- <- a>>>",
                "\\ -1 ~ <\\ #-1>",
            })
    void readsOperators(String text, String expected) {
        assertThat(shape(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "0 ~ #0",
                "00012 ~ #12",
                "99999999999999999999 ~ #99999999999999999999",
                "-9223372036854775808 ~ #-9223372036854775808",
                "0'a ~ #97",
                "0' ~ #32",
                "0''' ~ #39",
                "0'\\n ~ #10",
                "0'\\\\ ~ #92",
                "0'\\x41\\ ~ #65",
                "0'\\' ~ #39",
                "0'\" ~ #34",
                "0x1F ~ #31",
                "0o17 ~ #15",
                "0b101 ~ #5",
                "16'FF ~ #255",
                "36'zz ~ #1295",
                "1_000_000 ~ #1000000",
                "1.5 ~ #1.5",
                "1.0e10 ~ #10000000000.0",
                "1.0E+5 ~ #100000.0",
                "1.0e-5 ~ #1.0e-5",
                "-0.0 ~ #-0.0",
                "1.0Inf ~ #1.0Inf",
                "-1.0Inf ~ #-1.0Inf",
                "1.5NaN ~ #1.5NaN",
            })
    void readsNumbers(String text, String expected) {
        String padded = text.equals("0'") ? "0' " : text;
        assertThat(shape(padded)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "'it''s' ~ it's",
                "'a\\x41\\b' ~ aAb",
                "'\\101\\' ~ A",
                "'\\u0041\\U00000042' ~ AB",
                "'\\\\\\'\\\"\\`' ~ \\'\"`",
                "\"a\"\"b\" ~ \"a\"b\"",
                "\"\" ~ \"\"",
            })
    void readsQuotedText(String text, String expected) {
        assertThat(shape(text)).isEqualTo(expected);
    }

    @Test
    void readsEscapes() {
        assertThat(((Atom) Texts.read("'\\a\\b\\f\\n\\r\\t\\v\\e\\s\\0\\'")).name())
                .isEqualTo("\u0007\b\f\n\r\t\u000b\u001b \u0000");
        assertThat(shape("'a\\\nb'")).isEqualTo("ab");
        assertThat(shape("'a\\\n b'")).isEqualTo("a b");
        assertThat(shape("\"a\\c\n   b\"")).isEqualTo("\"ab\"");
    }

    @Test
    void readsUnicodeNamesAndVariables() {
        assertThat(shape("日本(É, é1, Ǆ, ∀, 𝐀𝐁)")).isEqualTo("<日本 _ é1 _ ∀ _>");
    }

    @Test
    void obeysTheFlagsForQuotes() {
        ReadFlags flags = ReadFlags.standard().withQuotes(TextKind.CHARS, TextKind.ATOM);
        Term term =
                new TermReader(new StringSource("f(\"ab\", `+`)."), Texts.OPERATORS, flags)
                        .read()
                        .term();
        assertThat(shape(term)).isEqualTo("<f <. a <. b []>> +>");
        flags = ReadFlags.standard().withQuotes(TextKind.ATOM, TextKind.STRING);
        term =
                new TermReader(new StringSource("f(\"ab\", `+`)."), Texts.OPERATORS, flags)
                        .read()
                        .term();
        assertThat(shape(term)).isEqualTo("<f ab \"+\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X = +",
                "X = - - ",
                "- = x",
                "X = (a , -)",
                "[- = x]",
                "X = * = *",
                "f(:- a)",
                "[a :- b]",
                "f(a :- b)",
                "f(a | b)",
                "[a|b|c]",
                "[a|b,c]",
                "[|a]",
                "[a|]",
                "[a,]",
                "f()",
                "f( )",
                "f(,)",
                "f(|)",
                "f(a,)",
                "( )",
                "(,)",
                "(|)",
                "|",
                ",",
                "foo (a)",
                "a b",
                "X Y",
                "1 2",
                "a = b = c",
                "a :- b :- c",
                "2 ** 3 ** 4",
                ":- :- a",
                "a --1",
                "a.b",
                "X = \\+a",
                "(a",
                "a)",
                "[a)",
                "{a]",
                "(a)(b)",
                "A(b)",
                "1(b)",
                "f(a)(b)",
                "\"a\"(b)",
                "\"a\" \"b\"",
                "ab\"c\"",
                "0''",
                "0'ab",
                "0x",
                "0xg",
                "0b2",
                "1e10",
                "1.e10",
                "1.5e",
                "1'000",
                "1.0e400",
                "37'a",
                "'\\z'",
                "'\\x41b'",
                "'\\101'",
                "'\\x110000\\'",
                "'\\xD800\\'",
                "'\\u12'",
                "'a\nb'",
                "\"a\nb\"",
                "'\t'",
                "0'\t",
                "'\\ '",
                "'abc",
                "\"abc",
                "/* abc",
                "a /* .",
                "«",
            })
    void rejectsWhatIsNoTerm(String text) {
        assertThat(catchThrowableOfType(SyntaxError.class, () -> Texts.read(text)))
                .as(text)
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "foo bar. ~ operator_expected ~ 1 ~ 4",
                "foo(a b). ~ operator_expected ~ 1 ~ 6",
                "X = = y. ~ operator_clash ~ 1 ~ 4",
                "f(a :- b). ~ operator_clash ~ 1 ~ 4",
                "f(a]). ~ cannot_end_term ~ 1 ~ 3",
                "f(). ~ cannot_start_term ~ 1 ~ 2",
                "f(a. ~ end_of_clause ~ 1 ~ 3",
                "f(a ~ end_of_file ~ 1 ~ 3",
                "'\\z'. ~ undefined_char_escape(z) ~ 1 ~ 1",
                "'ab ~ end_of_file_in_quoted(quoted) ~ 1 ~ 0",
                "a. /* b ~ end_of_file_in_block_comment ~ 1 ~ 3",
            })
    void saysWhatIsWrongAndWhere(String text, String id, int line, int column) {
        TermReader reader = Texts.reader(text);
        SyntaxError error = null;
        while (error == null) {
            error = catchThrowableOfType(SyntaxError.class, reader::read);
        }
        assertThat(error.id()).hasToString(id);
        assertThat(error.line()).isEqualTo(line);
        assertThat(error.column()).isEqualTo(column);
        assertThat(error.sentence()).matches("[A-Z].*[.).]");
    }

    @Test
    void goesOnAfterAnError() {
        TermReader reader =
                Texts.reader(
                        "a. b c. 'x\\zy. z'. d(. e(f. 'g\n. h. {i). j(\"k. l\" m). % n. o\np. q ]");
        List<String> read = new ArrayList<>();
        int errors = 0;
        for (Term t = Atom.NIL; t != Atom.END_OF_FILE; ) {
            try {
                t = reader.read().term();
                read.add(shape(t));
            } catch (SyntaxError e) {
                errors++;
            }
        }
        assertThat(read).containsExactly("a", "h", "p", "end_of_file");
        assertThat(errors).isEqualTo(8);
    }

    @Test
    void leavesWhatFollowsTheFullStop() {
        StringSource source = new StringSource("a. b.%c\n");
        TermReader reader = new TermReader(source, Texts.OPERATORS, ReadFlags.standard());
        reader.read();
        assertThat(source.peek()).isEqualTo(' ');
        reader.read();
        assertThat(source.peek()).isEqualTo('%');
        assertThat(reader.read().term()).isEqualTo(Atom.END_OF_FILE);
        assertThat(reader.read().term()).isEqualTo(Atom.END_OF_FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "a", "a :-", "'a", "\"\\", "0'", "0'\\", "/* a", "% a", "1.", "1.0e", "f(",
                "'\\x4", "'\\c"
            })
    void readsTheEndOfItsSourceOnce(String text) {
        int[] ends = {0};
        StringSource characters = new StringSource(text);
        CharSource source =
                new CharSource() {
                    @Override
                    public int read() {
                        int c = characters.read();
                        ends[0] += c == -1 ? 1 : 0;
                        return c;
                    }

                    @Override
                    public int peek() {
                        assertThat(ends[0]).isZero();
                        return characters.peek();
                    }

                    @Override
                    public int line() {
                        return characters.line();
                    }

                    @Override
                    public int column() {
                        return characters.column();
                    }

                    @Override
                    public long offset() {
                        return characters.offset();
                    }
                };
        TermReader reader = new TermReader(source, Texts.OPERATORS, ReadFlags.standard());
        SyntaxError error = catchThrowableOfType(SyntaxError.class, reader::read);
        assertThat(error == null)
                .isEqualTo(text.isEmpty() || text.startsWith("%") || text.equals("1."));
        assertThat(ends[0]).isEqualTo(text.equals("1.") ? 0 : 1);
    }

    @Test
    void collectsVariables() {
        ReadResult result = Texts.result("foo(X, _, Y,\n  _Z, X, __, _a, _).");
        List<String> all = new ArrayList<>();
        for (ReadVariable v : result.variables()) {
            all.add(
                    v.name()
                            + v.occurrences()
                            + "@"
                            + v.line()
                            + ":"
                            + v.column()
                            + ":"
                            + v.offset());
        }
        assertThat(all)
                .containsExactly(
                        "X2@1:4:4",
                        "_1@1:7:7",
                        "Y1@1:10:10",
                        "_Z1@2:2:15",
                        "__1@2:9:22",
                        "_a1@2:13:26",
                        "_1@2:17:30");
        assertThat(names(result.namedVariables())).containsExactly("X", "Y", "_Z", "__", "_a");
        assertThat(names(result.singletons())).containsExactly("Y", "_Z", "__", "_a");
        assertThat(names(result.suspiciousSingletons())).containsExactly("Y", "_a");
    }

    @Test
    void noticesVariablesThatClaimToBeSingletons() {
        ReadResult result = Texts.result("foo(_X, _X, __Y, __Y, _, _).");
        List<String> suspicious = new ArrayList<>();
        for (ReadVariable v : result.variables()) {
            if (v.isSuspiciousRepetition()) {
                suspicious.add(v.name());
            }
        }
        assertThat(suspicious).containsExactly("_X");
    }

    @Test
    void keepsManyVariablesApart() {
        StringBuilder text = new StringBuilder("f(");
        for (int i = 0; i < 1000; i++) {
            text.append('V').append(i % 500).append(',');
        }
        ReadResult result = Texts.result(text + "end).");
        assertThat(result.variables()).hasSize(500).allMatch(v -> v.occurrences() == 2);
    }

    private static List<String> names(List<ReadVariable> variables) {
        List<String> names = new ArrayList<>();
        for (ReadVariable v : variables) {
            names.add(v.name());
        }
        return names;
    }

    @Test
    void knowsWhereTermsAre() {
        TermReader reader = Texts.reader("a.\n  % 𝐀\n  b :- 'é',\n c.");
        reader.read();
        ReadResult result = reader.read();
        assertThat(result.line()).isEqualTo(3);
        assertThat(result.column()).isEqualTo(2);
        assertThat(result.start()).isEqualTo(11);
        assertThat(result.end()).isEqualTo(24);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "a ~ 0-1",
                "-12 ~ 0-3",
                "\"ab\" ~ string_position(0,4)",
                "f(x, Y) ~ term_position(0,7,0,1,[2-3,5-6])",
                "a + b ~ term_position(0,5,2,3,[0-1,4-5])",
                "- a ~ term_position(0,3,0,1,[2-3])",
                "[a,b|c] ~ list_position(0,7,[1-2,3-4],5-6)",
                "[a] ~ list_position(0,3,[1-2],none)",
                "{a} ~ brace_term_position(0,3,1-2)",
                "(a) ~ parentheses_term_position(0,3,1-2)",
                "f((a,b)) ~"
                    + " term_position(0,8,0,1,[parentheses_term_position(2,7,term_position(3,6,4,5,[3-4,5-6]))])",
                "[] ~ 0-2",
                "a*(b) ~ term_position(0,5,1,2,[0-1,parentheses_term_position(2,5,3-4)])",
            })
    void givesPositionsOfSubterms(String text, String expected) {
        ReadFlags flags = ReadFlags.standard().withLayout(true, false);
        ReadResult result =
                new TermReader(new StringSource(text + "."), Texts.OPERATORS, flags).read();
        assertThat(Texts.writeq(result.positions() == null ? Atom.NIL : result.positions()))
                .isEqualTo(expected);
    }

    @Test
    void collectsComments() {
        ReadFlags flags = ReadFlags.standard().withLayout(false, true);
        TermReader reader =
                new TermReader(
                        new StringSource("% one\na :- /* two */ b. c."), Texts.OPERATORS, flags);
        assertThat(reader.read().comments())
                .containsExactly(new Comment("% one", 0, 1, 0), new Comment("/* two */", 11, 2, 5));
        assertThat(reader.read().comments()).isEmpty();
    }

    @Test
    void convertsUnquotedCharacters() {
        ReadFlags flags =
                ReadFlags.standard().withConversion(c -> c == '&' ? ',' : c == 'x' ? 'y' : c);
        Term term =
                new TermReader(new StringSource("f(x&'x&'&0'x&\"x\")."), Texts.OPERATORS, flags)
                        .read()
                        .term();
        assertThat(shape(term)).isEqualTo("<f y x& #120 \"x\">");
    }

    @Test
    void allowsBareOperatorsIfAsked() {
        ReadFlags flags = ReadFlags.standard().withBareOperators(true);
        String[][] cases = {
            {"X == -, a", "<, <== _ -> a>"},
            {"- = x", "<= - x>"},
            {"* = *", "<= * *>"},
            {"- - a", "<- <- a>>"},
            {"X = \\+", "<= _ \\+>"},
            {"[a = + , -]", "<. <= a +> <. - []>>"},
            {"dynamic = 1", "<= dynamic #1>"},
        };
        for (String[] c : cases) {
            Term term =
                    new TermReader(new StringSource(c[0] + " ."), Texts.OPERATORS, flags)
                            .read()
                            .term();
            assertThat(shape(term)).isEqualTo(c[1]);
        }
    }
}
