package dev.clew.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.rules.Engine;
import dev.clew.rules.LoadException;
import dev.clew.rules.RuleException;
import dev.clew.rules.Sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CSV files as predicates. */
class CsvTest {
    @TempDir Path folder;

    private Engine engine(String csv, String rules) throws IOException {
        Files.writeString(folder.resolve("f.csv"), csv);
        return Rules.in(folder, rules);
    }

    @Test
    void columnsAreFoundByTheNamesOfVariables() throws IOException {
        Engine e =
                engine(
                        "first_name,ID,home town\nAda,1,London\n",
                        ":- source(p(Id, FirstName, HomeTown), csv('f.csv')).");
        assertThat(Rules.ask(e, "p(A, B, C)")).containsExactly("A = 1, B = 'Ada', C = 'London'");
    }

    @Test
    void atomsNameColumnsThatAreNoVariableNames() throws IOException {
        Engine e = engine("E-Mail!,x\na@b,1\n", ":- source(p('E-Mail!', _X), csv('f.csv')).");
        assertThat(Rules.ask(e, "p(A, B)")).containsExactly("A = 'a@b', B = 1");
    }

    @Test
    void withoutHeaderColumnsCountFromTheLeft() throws IOException {
        Engine e =
                engine(
                        "1;a\n2;b\n",
                        ":- source(p(_, _), csv('f.csv', [header(false), separator(0';)])).");
        assertThat(Rules.ask(e, "p(A, B)")).containsExactly("A = 1, B = a", "A = 2, B = b");
    }

    @Test
    void numbersBecomeNumbersAndOtherTextAtoms() throws IOException {
        Engine e =
                engine(
                        "v\n1\n-2\n+3\n1.5\n1e3\n2.5E-1\n123456789012345678901\n007\n0x1F\n1_000\n"
                                + "1.\n.5\n\"8\"\n\"a \"\"b\"\"\"\n\"x\r\ny\"\n 4\nnan\n1e999\n",
                        ":- source(p(V), csv('f.csv')).");
        assertThat(Rules.ask(e, "p(V)"))
                .containsExactly(
                        "V = 1",
                        "V = -2",
                        "V = 3",
                        "V = 1.5",
                        "V = 1000.0",
                        "V = 0.25",
                        "V = 123456789012345678901",
                        "V = 7",
                        "V = '0x1F'",
                        "V = '1_000'",
                        "V = '1.'",
                        "V = '.5'",
                        "V = 8",
                        "V = 'a \"b\"'",
                        "V = 'x\\r\\ny'",
                        "V = ' 4'",
                        "V = nan",
                        "V = '1e999'");
    }

    @Test
    void typesSayHowAFieldIsRead() throws IOException {
        Engine e =
                engine(
                        "a,b,c,d\n01,2,3,4\n,,,\n",
                        ":- source(p(A, B, C, D), csv('f.csv', [types([atom, float, string])])).");
        assertThat(Rules.ask(e, "p(A, B, C, D)"))
                .containsExactly(
                        "A = '01', B = 2.0, C = \"3\", D = 4", "A = '', B = '', C = '', D = ''");
    }

    @Test
    void textMayBeStringsAndNothingAnotherTerm() throws IOException {
        Engine e =
                engine(
                        "a,b\nx,\n",
                        ":- source(p(A, B), csv('f.csv', [text(string), null(none)])).");
        assertThat(Rules.ask(e, "p(A, B)")).containsExactly("A = \"x\", B = none");
        assertThat(Rules.ask(e, "p(\"x\", B)")).containsExactly("B = none");
        assertThat(Rules.ask(e, "p(x, B)")).isEmpty();
    }

    @Test
    void aValueOfAnotherTypeIsAnErrorWithItsPlace() throws IOException {
        Engine e = engine("a\n1\nx\n", ":- source(p(A), csv('f.csv', [types([integer])])).");
        RuleException error = Rules.error(e, "p(_), fail");
        assertThat(error).hasMessageContaining("f.csv:3: The value (x) of column (A)");
        assertThat(error.term().toString()).contains("bad_value('A')");
    }

    @Test
    void readsUnicodeAndAByteOrderMark() throws IOException {
        Engine e = engine("\uFEFFimię,x\nŻółć,𝒳\n", ":- source(p('imię', X), csv('f.csv')).");
        assertThat(Rules.ask(e, "p('Żółć', X)")).containsExactly("X = '𝒳'");
    }

    @Test
    void otherBytesThanUtf8AreAnError() throws IOException {
        Files.write(folder.resolve("f.csv"), new byte[] {'a', '\n', (byte) 0xE9, '\n'});
        Engine e = Rules.in(folder, ":- source(p(A), csv('f.csv')).");
        assertThat(Rules.error(e, "p(_), fail")).hasMessageContaining("is not text in UTF-8");
    }

    @Test
    void missingColumnsAreNamed() throws IOException {
        Engine e = engine("id,name\n1,a\n", ":- source(p(Id, Nmae), csv('f.csv')).");
        RuleException error = Rules.error(e, "p(_, _)");
        assertThat(error)
                .hasMessageContaining("p/2: The file (")
                .hasMessageContaining("f.csv) has no column (Nmae). It has: id, name.")
                .hasMessageContaining("Maybe name?");
        assertThat(error.term().toString()).contains("source_error(", "missing_column('Nmae')");
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        Engine e = engine("id\n", ":- source(p(Id), csv('ff.csv')).");
        RuleException error = Rules.error(e, "p(_)");
        assertThat(error).hasMessageContaining("ff.csv) does not exist.");
        assertThat(error).hasMessageContaining("Maybe f.csv?");
        assertThat(error.term().toString()).contains("unavailable");
    }

    @Test
    void unevenRowsAreAnErrorWithTheirPlace() throws IOException {
        Engine e = engine("a,b\n1,2\n\n3\n", ":- source(p(A, B), csv('f.csv')).");
        assertThat(Rules.error(e, "p(_, _), fail"))
                .hasMessageContaining("f.csv:4: The row has 1 fields and must have 2.");
        assertThat(Rules.error(e, "findall(A, p(A, _), _)")).hasMessageContaining("f.csv:4");
    }

    @Test
    void openQuotesAreAnErrorWithTheirPlace() throws IOException {
        Engine e = engine("a\n1\n\"x\n\n", ":- source(p(A), csv('f.csv')).");
        assertThat(Rules.error(e, "p(_), fail")).hasMessageContaining("f.csv:3: A quote is never");
    }

    @Test
    void sameVariablesWantSameValues() throws IOException {
        Engine e = engine("a,b\n1,2\n3,3\n", ":- source(p(A, B), csv('f.csv')).");
        for (int i = 0; i < 3; i++) {
            assertThat(Rules.ask(e, "p(X, X)")).containsExactly("X = 3");
        }
    }

    @Test
    void theLastRowLeavesNoChoice() throws IOException {
        Engine e = engine("a\n1\n2\n", ":- source(p(A), csv('f.csv')).");
        assertThat(Rules.ask(e, "call_cleanup(p(X), Done = true), X = 2"))
                .containsExactly("X = 2, Done = true");
        assertThat(Rules.ask(e, "call_cleanup(p(1), Done = true)")).containsExactly("Done = true");
    }

    @Test
    void reloadingReplacesTheSource() throws IOException {
        Engine e = engine("a\n1\n", ":- source(p(A), csv('f.csv')).");
        assertThat(Rules.ask(e, "p(X)")).containsExactly("X = 1");
        Files.writeString(folder.resolve("g.csv"), "a\n2\n");
        Path rules = folder.resolve("rules.pl");
        Files.writeString(rules, ":- source(p(A), csv('g.csv')).");
        e.load(rules);
        assertThat(Rules.ask(e, "p(X)")).containsExactly("X = 2");
        Files.writeString(rules, "p(3).");
        e.load(rules);
        assertThat(Rules.ask(e, "p(X)")).containsExactly("X = 3");
    }

    @Test
    void clausesAndASourceExcludeEachOther() throws IOException {
        assertThatThrownBy(() -> engine("a\n1\n", ":- source(p(A), csv('f.csv')).\np(2)."))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("No permission to modify the static procedure (p/1)");
        assertThatThrownBy(() -> engine("a\n1\n", "p(2).\n:- source(p(A), csv('f.csv'))."))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("No permission to modify the static procedure (p/1)");
        Engine e = engine("a\n1\n", ":- source(p(A), csv('f.csv')).");
        assertThat(Rules.error(e, "assertz(p(2))")).hasMessageNotContaining("dynamic");
    }

    @Test
    void wrongDeclarationsAreErrorsOnLoading() {
        for (String wrong :
                new String[] {
                    ":- source(p(A), csv).",
                    ":- source(p(A), cvs('f.csv')).",
                    ":- source(p(A), csv('f.csv', [heeder(true)])).",
                    ":- source(p(A), csv('f.csv', [separator(ab)])).",
                    ":- source(p(A, A), csv('f.csv')).",
                    ":- source(p(_), csv('f.csv')).",
                    ":- source(p(f(x)), csv('f.csv')).",
                    ":- source(p, csv('f.csv')).",
                    ":- source(_, csv('f.csv')).",
                    ":- source(p(A), csv(_)).",
                    ":- source(append(A, B, C), csv('f.csv')), source(atom_length(A, B),"
                            + " csv('f.csv'))."
                }) {
            assertThatThrownBy(() -> engine("a\n1\n", wrong))
                    .as(wrong)
                    .isInstanceOf(LoadException.class);
        }
    }

    @Test
    void modulesHaveSourcesOfTheirOwn() throws IOException {
        Files.writeString(folder.resolve("f.csv"), "a\n1\n");
        Files.writeString(
                folder.resolve("m.pl"), ":- module(m, [p/1]).\n:- source(p(A), csv('f.csv')).");
        Engine e = Rules.in(folder, ":- use_module(m).\nq(X) :- p(X).");
        assertThat(Rules.ask(e, "q(X)")).containsExactly("X = 1");
        assertThat(Rules.ask(e, "m:p(X)")).containsExactly("X = 1");
    }

    @Test
    void theStrictSandboxForbidsSourcesExceptThoseOfTheHost() throws IOException {
        Path file = folder.resolve("f.csv");
        Files.writeString(file, "a\n1\n");
        Engine e = Engine.builder().sandbox(Sandbox.strict()).build();
        assertThatThrownBy(() -> e.loadText(":- source(p(A), csv('" + file + "'))."))
                .hasMessageContaining("No permission to open the source (csv)");
        assertThat(Rules.error(e, "source(p(a), csv('" + file + "'))"))
                .hasMessageContaining("No permission");
        e.source("p(A)", Sources.csv(file));
        assertThat(Rules.ask(e, "p(X)")).containsExactly("X = 1");
    }

    @Test
    void aGoalMayDeclareASource() throws IOException {
        Path file = folder.resolve("f.csv");
        Files.writeString(file, "a,b\n1,2\n");
        Engine e = Engine.create();
        assertThat(Rules.ask(e, "source(p(b, a), csv('" + file + "')), p(X, Y)"))
                .containsExactly("X = 2, Y = 1");
    }

    @Test
    void aFileWithAHeaderOnlyHasNoRows() throws IOException {
        Engine e = engine("a,b", ":- source(p(A, B), csv('f.csv')).");
        for (int i = 0; i < 3; i++) {
            assertThat(Rules.ask(e, "p(A, B)")).isEmpty();
            assertThat(Rules.ask(e, "p(1, B)")).isEmpty();
        }
    }

    @Test
    void anEmptyFileHasNoColumns() throws IOException {
        Engine e = engine("", ":- source(p(A), csv('f.csv')).");
        assertThat(Rules.error(e, "p(_)")).hasMessageContaining("has no column (A)");
    }
}
