package dev.clew.cli.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.streams.StreamTable;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;

class AnswersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true | true",
                "X = 1 | X = 1",
                "X = Y | X = Y",
                "X = Y, Y = Z | X = Y, Y = Z",
                "X = a, Y = a | X = a, Y = a",
                "X = f(Y, Z, Y), Z = 1 | X = f(Y, 1, Y), Z = 1",
                "X = f(_, _A, _A) | X = f(_, _A, _A)",
                "length(L, 2) | L = [_, _]",
                "length(L, 1), X = f(L, L) | L = [_A], X = f([_A], [_A])",
                "_X = 1 | true",
                "_X = 1, Y = _X | Y = 1",
                "X = (a :- b, c) | X = (a:-b, c)",
                "X = 'Hello World' | X = 'Hello World'",
                "X = \"text\" | X = \"text\"",
                "dif(X, a) | dif(X, a)",
                "freeze(X, foo(Y)) | freeze(X, foo(Y))",
                "X = f(Y), dif(Y, a) | X = f(Y), dif(Y, a)",
                "X = Y, dif(X, a) | X = Y, dif(Y, a)",
                "X = +++. | X = +++.",
                "X = a. | X = a"
            })
    void showsWhatAQueryHasBound(String goal, String answer) {
        StreamTable streams =
                StreamTable.of(
                        new ByteArrayInputStream(new byte[0]),
                        OutputStream.nullOutputStream(),
                        OutputStream.nullOutputStream());
        Machine machine = new Machine(new Database(streams));
        Query query = Query.parse(machine, goal);
        assertThat(machine.solve(query.goal(), machine.db().user())).isTrue();
        assertThat(new AnswerText(machine).of(new Answers(machine).of(query, true), ", "))
                .isEqualTo(answer);
    }
}
