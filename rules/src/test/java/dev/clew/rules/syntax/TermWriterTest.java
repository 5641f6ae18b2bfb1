package dev.clew.rules.syntax;

import static dev.clew.rules.syntax.Texts.read;
import static dev.clew.rules.syntax.Texts.writeq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.function.Consumer;

class TermWriterTest {
    /** Texts that {@code writeq/1} leaves as they are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "- -1",
                "-a",
                "- -a",
                "1- -1",
                "-1^2",
                "(-a)^2",
                "-a^2",
                "- (-)",
                "-[-]",
                "-{a}",
                "\\ (-)",
                "- (a,b)",
                "- (1*2)",
                "1^ -1",
                "a* -b",
                "+1",
                "\\1",
                "\\ -a",
                "- \\a",
                "- (;)",
                "-!",
                "-[]",
                "-{}",
                "- (',')",
                "(-)-(-)",
                "(*)=(*)",
                "(-)=x",
                "a=(:-)",
                "[-]",
                "[-|-]",
                "f(-)",
                "f(:-)",
                "{-}",
                "{:-}",
                ":-a",
                "f((:-a))",
                "f((a:-b))",
                "[(a:-b)|(c:-d)]",
                "[(a,b)]",
                "a,b",
                "a:-b,c;d->e",
                "1*(2+3)",
                "\\+a",
                "\\+ (\\+)",
                "\\+ (a,b)",
                "\\+[a]",
                "\\+{a}",
                "a= \\b",
                "a:b:c",
                "(a:b):c",
                "a mod b",
                "(mod) mod (mod)",
                "a mod (b,c)",
                "(mod)+1",
                "[a,b|c]",
                "{a,b}",
                "{}(a,b)",
                "[](a)",
                "'hello world'",
                "[]",
                "{}",
                ";",
                "!",
                "','",
                "'|'",
                "'\\n'",
                "'a\\tb'",
                "'\\x0\\'",
                "''",
                "''''",
                "\\",
                "a|b",
                "'|'(a)",
                "','(a)",
                "(',')-(',')",
                "a,(',')",
                "('|')-a",
                "(a:-b):-c",
                "(:-a)-1",
                "1-(:-a)",
                "(\\+a)=b",
                "\\+a=b",
                "\\+a-1",
                "1-(2-3)",
                "1-2-3",
                "2**3",
                "(2**3)**4",
                "2^3^4",
                "(2^3)^4",
                "(a;b);c",
                "a->b;c",
                "((a:-b),c)",
                "a-->b,{c},!",
                "1 is 2",
                "'A'-'B'",
                "-'B'",
                "'/*'",
                "//",
                "'.'",
                "'.'(a)",
                "é",
                "日本",
                "'Élan'",
                "f(',')",
                "[',']",
                "\"it's\"",
                "\"say \\\"a\\\"\"",
                "$a",
                "dynamic a,b",
                ":-dynamic a",
                "a,(dynamic)",
                "10000000000.0",
                "1.0e+22",
                "1.0Inf",
                "-1.0Inf",
                "- (:-a)",
                "a= \\+",
                "p:-q",
                "a:b/1",
                "'\\e'",
                "'\\x80\\'",
                "'\\x200b\\'",
                "- \u2200",
                "a.",
                "\\+ (-)",
            })
    void writesWhatItReads(String text) {
        String expected =
                switch (text) {
                    case "a." -> "a";
                    case "'\\e'" -> "'\\x1b\\'";
                    case "((a:-b),c)" -> "(a:-b),c";
                    case "a= \\+" -> "a=(\\+)";
                    case "- \u2200" -> "- \u2200";
                    default -> text;
                };
        String source = text.equals("a= \\+") ? "a=(\\+)" : text.equals("a.") ? "a" : text;
        assertThat(writeq(source)).isEqualTo(expected);
    }

    /** A minus sign before a number that it is not part of. */
    @ParameterizedTest
    @CsvSource({
        "-(1), - (1)",
        "- (1), - (1)",
        "-(1.5), - (1.5)",
        "-(-(1)), - - (1)",
        "1-(-(1)), 1- - (1)",
        "-(1^2), - (1^2)",
        "-(1)^2, (- (1))^2",
        "-(1)+2, - (1)+2",
        "\\ -(1), \\ - (1)",
        "a= -(1), a= - (1)",
        "- 1, -1",
        "- - 1, - -1",
        "- 1^2, -1^2",
    })
    void setsTheMinusSignApart(String text, String expected) {
        assertThat(writeq(text)).isEqualTo(expected);
    }

    @Test
    void writesNumberedVariables() {
        assertThat(writeq("f('$VAR'(0),'$VAR'(25),'$VAR'(26),'$VAR'(701))"))
                .isEqualTo("f(A,Z,A1,Z26)");
        assertThat(writeq("f('$VAR'(-1),'$VAR'(x),'$VAR'('A'),'$VAR'(1,2),'$VAR')"))
                .isEqualTo("f('$VAR'(-1),'$VAR'(x),'$VAR'('A'),'$VAR'(1,2),'$VAR')");
        assertThat(write("- '$VAR'(1)", o -> o.numberVars = true)).isEqualTo("-B");
        assertThat(write("'$VAR'(1) mod '$VAR'(2)", o -> o.numberVars = true)).isEqualTo("B mod C");
        assertThat(write("'$VAR'(1)", o -> o.numberVars = false)).isEqualTo("$VAR(1)");
    }

    private static String write(Term term, Consumer<WriteOptions> change) {
        WriteOptions options = new WriteOptions();
        change.accept(options);
        return TermWriter.toText(Texts.OPERATORS, options, term);
    }

    private static String write(String text, Consumer<WriteOptions> change) {
        return write(read(text), change);
    }

    @Test
    void leavesOutQuotes() {
        assertThat(write("f('A b', \"c d\", ',', '\\n', [])", o -> {}))
                .isEqualTo("f(A b,c d,,,\n,[])");
        assertThat(write("- 'A'", o -> {})).isEqualTo("-A");
    }

    @Test
    void writesFunctionalNotation() {
        assertThat(write("1+2*[a]", o -> o.ignoreOps = true)).isEqualTo("+(1,*(2,.(a,[])))");
        assertThat(
                        TermWriter.toText(
                                Texts.OPERATORS, WriteOptions.canonical(), read("[a|{b}]:- -(1)")))
                .isEqualTo(":-('.'(a,{}(b)),-(1))");
        assertThat(
                        write(
                                "a+[b,c]",
                                o -> {
                                    o.ignoreOps = true;
                                    o.keepLists = true;
                                }))
                .isEqualTo("+(a,[b,c])");
        assertThat(
                        write(
                                "{a}+b",
                                o -> {
                                    o.ignoreOps = true;
                                    o.braceTerms = true;
                                }))
                .isEqualTo("+({a},b)");
        assertThat(write("[a,b|c]+d", o -> o.dotLists = true)).isEqualTo(".(a,.(b,c))+d");
        assertThat(write("[a]", o -> o.noLists = true)).isEqualTo(".(a,[])");
    }

    @Test
    void namesVariables() {
        Var x = new Var(7);
        Var y = new Var(8);
        Term term = Struct.of("f", x, Struct.of("-", y), x);
        assertThat(writeq(term)).isEqualTo("f(_7,-_8,_7)");
        assertThat(write(term, o -> o.variableNames = Map.of(x, "X"))).isEqualTo("f(X,-_8,X)");
        assertThat(writeq(Struct.of("mod", x, y))).isEqualTo("_7 mod _8");
        assertThat(writeq(new Var())).matches("_G\\d+");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "[a,b,c] ~ 2 ~ [a|...]",
                "[a,b,c,d,e,f,g,h] ~ 3 ~ [a,b|...]",
                "[a,b,c,d,e,f,g,h] ~ 5 ~ [a,b,c,d|...]",
                "f(g(h(i(j)))) ~ 3 ~ f(g(h(...)))",
                "f(a,b) ~ 1 ~ f(...,...)",
                "1+2+3+4+5 ~ 3 ~ ... + ... +4+5",
                "[[1,2,3],[a,b,c],[d]] ~ 3 ~ [[1|...],[...|...]|...]",
                "f([a,b,c,d,e]) ~ 4 ~ f([a,b|...])",
                "{a+b} ~ 2 ~ {... + ...}",
                "[a,b,c] ~ 0 ~ [a,b,c]",
                "[a,b] ~ 10 ~ [a,b]",
            })
    void cutsOffDeepTerms(String text, int depth, String expected) {
        assertThat(write(text, o -> o.maxDepth = depth)).isEqualTo(expected);
    }

    @Test
    void putsSpacesBetweenArguments() {
        assertThat(write("(f(a,b):-[c,d|e],{g,h})", o -> o.spaceArguments = true))
                .isEqualTo("f(a, b):-[c, d|e], {g, h}");
    }

    @Test
    void fitsThePriorityOfItsPlace() {
        assertThat(write("a+b", o -> o.priority = 400)).isEqualTo("(a+b)");
        assertThat(write("a:-b", o -> o.priority = 999)).isEqualTo("(a:-b)");
        assertThat(write("-a", o -> o.priority = 100)).isEqualTo("(-a)");
        assertThat(write("-", o -> o.priority = 999)).isEqualTo("-");
    }

    @Test
    void endsWithAFullStop() {
        assertThat(write("a", o -> o.fullStop = true)).isEqualTo("a. ");
        assertThat(write("+", o -> o.fullStop = true)).isEqualTo("+ . ");
        assertThat(write("a", o -> o.newLine = true)).isEqualTo("a\n");
        assertThat(write("a", o -> o.fullStop = o.newLine = true)).isEqualTo("a.\n");
    }

    @Test
    void keepsApartFromEarlierTextOnlyIfAsked() {
        StringSink sink = new StringSink();
        WriteOptions options = WriteOptions.writeq();
        TermWriter.write(sink, Texts.OPERATORS, options, Atom.of("a"));
        TermWriter.write(sink, Texts.OPERATORS, options, Atom.of("b"));
        options.partial = true;
        TermWriter.write(sink, Texts.OPERATORS, options, Atom.of("c"));
        TermWriter.write(sink, Texts.OPERATORS, options, Atom.of("-"));
        TermWriter.write(sink, Texts.OPERATORS, options, Atom.of("-"));
        assertThat(sink).hasToString("ab c- -");
    }

    @Test
    void letsOthersPortray() {
        StringSink sink = new StringSink();
        WriteOptions options = WriteOptions.writeq();
        options.portray =
                (term, o) -> {
                    if (term == Atom.of("secret")) {
                        sink.append("***");
                        return true;
                    }
                    return false;
                };
        TermWriter.write(
                sink, Texts.OPERATORS, options, read("[secret, f(secret), -secret, a- secret]"));
        assertThat(sink).hasToString("[***,f(***),-***,a-***]");
    }

    @Test
    void endsOnCyclicTerms() {
        Cons list = new Cons(Atom.of("a"), Atom.NIL);
        list.tail = list;
        Struct loop = (Struct) Struct.of("f", Atom.NIL, Atom.of("b"));
        loop.args[0] = loop;
        assertThat(writeq(list)).isEqualTo("@(S_1,[S_1=[a|S_1]])");
        assertThat(writeq(loop)).isEqualTo("@(S_1,[S_1=f(S_1,b)])");
        assertThat(writeq(Struct.of("g", loop, list, loop)))
                .isEqualTo("@(g(S_1,S_2,S_1),[S_1=f(S_1,b),S_2=[a|S_2]])");
        assertThat(write(list, o -> o.cycles = false)).endsWith("|...]");
        loop.args[1] = loop;
        assertThat(
                        write(
                                loop,
                                o -> {
                                    o.cycles = false;
                                    o.maxDepth = 2;
                                }))
                .isEqualTo("f(f(...,...),f(...,...))");
    }

    @Test
    void writesSharedTermsWholly() {
        Term shared = read("f(x)");
        assertThat(writeq(Struct.of("g", shared, shared))).isEqualTo("g(f(x),f(x))");
    }

    @Test
    void writesOpaqueValuesPlainly() {
        assertThat(writeq(new Opaque("stream", this))).matches("<stream>\\(0x[0-9a-f]+\\)");
    }

    @Test
    void mindsOtherOperators() {
        Operators table = new Operators(Texts.OPERATORS);
        table.add(200, OpType.FY, Atom.of("foo"));
        table.add(200, OpType.XF, Atom.of("post"));
        table.add(200, OpType.YFX, Atom.of("yy"));
        table.add(700, OpType.XFX, Atom.of("My Op"));
        table.remove(OpType.XFX, Atom.of("="));
        String[] texts = {
            "foo [a]",
            "foo {a}",
            "foo a",
            "foo 1",
            "foo-1",
            "foo (a,b)",
            "foo (foo)",
            "foo foo a",
            "a post",
            "(-a)post",
            "(-)post",
            "-a post",
            "(a post)post",
            "(-a) yy b",
            "(a^b) yy c",
            "a^b yy c",
            "a yy (b yy c)",
            "-a yy b",
            "a 'My Op' b",
            "=(a,b)",
        };
        for (String text : texts) {
            Term term =
                    new TermReader(new StringSource(text + " ."), table, ReadFlags.standard())
                            .read()
                            .term();
            assertThat(TermWriter.toText(table, WriteOptions.writeq(), term)).isEqualTo(text);
        }
    }
}
