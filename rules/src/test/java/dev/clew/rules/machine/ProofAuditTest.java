package dev.clew.rules.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.rules.Engine;
import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.proofs.Proof;
import dev.clew.rules.proofs.Step;
import dev.clew.rules.syntax.CharSource;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Struct;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Proofs are checked as they are made: in these tests, and wherever a property asks for it. */
class ProofAuditTest {
    @TempDir Path folder = Path.of("");

    private static Explanation byClause(int argument, @Nullable String file, int number) {
        Step step = new Step.ByClause(file, file == null ? 0 : 1, number);
        return new Explanation(new Proof(Struct.of("p", Int.of(argument)), step), List.of());
    }

    @Test
    void allTestsRunWithAnAudit() throws IOException {
        Path log = Path.of(System.getProperty(ProofAudit.PROPERTY));
        Engine engine = Engine.create();
        engine.loadText("audited(this_very_proof).");
        long before = Files.exists(log) ? Files.readAllLines(log).size() : 0;
        assertThat(engine.ask("audited(X)").explained().first()).isPresent();
        assertThat(Files.readAllLines(log).size()).isGreaterThan((int) before);
    }

    @Test
    void aWrongProofIsAnError() throws IOException {
        Path log = folder.resolve("log");
        ProofAudit audit = new ProofAudit(log);
        audit.note(new StringSource("p(1)."), null);
        audit.note(new StringSource("p(2)."), null);
        audit.check(byClause(2, null, 2));
        assertThatThrownBy(() -> audit.check(byClause(1, null, 2)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("p(1)");
        assertThat(Files.readAllLines(log))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("accepted: 1 steps"),
                        second -> assertThat(second).startsWith("refused: Wrong at step 1"));
    }

    @Test
    void filesAreKnownByTheTextThatWasLoadedLast() {
        ProofAudit audit = new ProofAudit(folder.resolve("log"));
        audit.note(new StringSource("p(1)."), "p.pl");
        audit.check(byClause(1, "p.pl", 1));
        audit.note(new StringSource("p(2)."), "p.pl");
        audit.check(byClause(2, "p.pl", 1));
        assertThatThrownBy(() -> audit.check(byClause(1, "p.pl", 1)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void includedTextsBelongWhereTheyAreIncluded() {
        ProofAudit audit = new ProofAudit(folder.resolve("log"));
        audit.note(new StringSource("p(0). :- include('more.pl')."), "main.pl");
        audit.noteIncluded(new StringSource("p(1)."), "more.pl");
        audit.check(byClause(1, "more.pl", 2));
    }

    @Test
    void proofsFromAProgramWithoutATextAreLeftOut() throws IOException {
        Path log = folder.resolve("log");
        ProofAudit audit = new ProofAudit(log);
        audit.note(new StringSource("p(1)."), null);
        audit.note(new EmptyStream(), "user");
        audit.check(byClause(7, null, 1));
        assertThat(Files.readString(log)).startsWith("not checked");
    }

    private static final class EmptyStream implements CharSource {
        @Override
        public int read() {
            return -1;
        }

        @Override
        public int peek() {
            return -1;
        }

        @Override
        public int line() {
            return 1;
        }

        @Override
        public int column() {
            return 0;
        }

        @Override
        public long offset() {
            return 0;
        }
    }
}
