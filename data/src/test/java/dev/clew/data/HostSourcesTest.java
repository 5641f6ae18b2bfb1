package dev.clew.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.rules.Answers;
import dev.clew.rules.Engine;
import dev.clew.rules.RuleException;
import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.Predicate;
import dev.clew.rules.sources.Head;
import dev.clew.rules.sources.Reading;
import dev.clew.rules.sources.Relation;
import dev.clew.rules.sources.Rows;
import dev.clew.rules.sources.Source;
import dev.clew.rules.sources.SourceException;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Relations of the host's own, and what the engine asks of them. */
class HostSourcesTest {
    @TempDir Path folder;

    /** Counts to a limit; remembers what it was asked and what was closed. */
    private static final class Counter implements Relation {
        final List<String> asked = new ArrayList<>();
        int closedRows;
        int closedReadings;
        int limit = 5;
        int fails = Integer.MAX_VALUE;

        @Override
        public Rows rows(Term[] arguments, Reading reading) {
            asked.add(arguments[0] instanceof Var ? "free" : arguments[0].toString());
            reading.resource(this, AutoCloseable.class, () -> () -> closedReadings++);
            return new Rows() {
                private int at;

                @Override
                public boolean next() {
                    if (++at >= fails) {
                        throw SourceException.failed("It broke.", "Maybe mend it.", null);
                    }
                    return at <= limit;
                }

                @Override
                public Term value(int argument) {
                    return Int.of(at);
                }

                @Override
                public String label() {
                    return "count " + at;
                }

                @Override
                public void close() {
                    closedRows++;
                }
            };
        }

        @Override
        public String description() {
            return "counter";
        }
    }

    private final Counter counter = new Counter();

    private Engine engine() {
        Engine e = Engine.create();
        e.source("n(N)", head -> counter);
        return e;
    }

    @Test
    void theHeadTellsTheColumns() {
        List<Head> heads = new ArrayList<>();
        Source source =
                head -> {
                    heads.add(head);
                    return counter;
                };
        Engine e = Engine.create();
        e.source("p(Id, 'first name', _)", source);
        assertThat(heads).containsExactly(new Head("p", List.of("Id", "first name", "")));
        assertThatThrownBy(() -> e.source("p", source)).isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> e.source("p(", source)).isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> e.source("p(A, A)", source)).isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> e.source("atom_length(A, B)", source))
                .isInstanceOf(RuleException.class);
    }

    @Test
    void aReadingLastsForAQuery() {
        Engine e = engine();
        assertThat(Rules.ask(e, "n(X), n(X), X > 3")).containsExactly("X = 4", "X = 5");
        assertThat(counter.asked).containsExactly("free", "1", "2", "3", "4", "5");
        assertThat(counter.closedRows).isEqualTo(6);
        assertThat(counter.closedReadings).isEqualTo(1);
        Rules.ask(e, "n(X)");
        assertThat(counter.closedReadings).isEqualTo(2);
    }

    @Test
    void aGoalOfTheHostWithinAQuerySharesItsReading() {
        Engine e = engine();
        e.define("nested/0", args -> e.ask("n(3)").exists());
        assertThat(Rules.ask(e, "nested, n(X), nested, X > 4, nested")).containsExactly("X = 5");
        assertThat(counter.closedReadings).isEqualTo(1);
    }

    @Test
    void loadingALibraryMeanwhileClosesNothing() {
        Engine e = engine();
        assertThat(Rules.ask(e, "n(X), list_to_assoc([X-X], A), get_assoc(X, A, Y), n(Y), X > 4"))
                .hasSize(1);
        assertThat(counter.closedReadings).isEqualTo(1);
    }

    @Test
    void theLastRowEndsTheReadingBeforeTheAnswersAreClosed() {
        Answers a = engine().ask("n(5)");
        a.next();
        assertThat(counter.closedRows).isEqualTo(1);
        assertThat(counter.closedReadings).isEqualTo(1);
        a.close();
    }

    @Test
    void aFailureIsRaisedWhenItsRowIsWanted() {
        counter.fails = 3;
        Engine e = engine();
        assertThat(Rules.ask(e, "n(X), !")).containsExactly("X = 1");
        assertThat(Rules.ask(e, "catch(n(X), error(source_error(S, P), _), X = caught)"))
                .containsExactly("X = 1", "X = 2", "X = caught, S = counter, P = failed");
        assertThatThrownBy(() -> e.ask("findall(X, n(X), L)").all())
                .hasMessageContaining("n/1: It broke.")
                .hasMessageContaining("Maybe mend it.");
        assertThat(counter.closedRows).isEqualTo(3);
    }

    @Test
    void longScansObeyLimits() {
        counter.limit = Integer.MAX_VALUE;
        Engine e = engine();
        assertThatThrownBy(() -> e.ask("n(a)").within(java.time.Duration.ofMillis(200)).exists())
                .isInstanceOf(dev.clew.rules.StoppedException.class);
        assertThat(counter.closedReadings).isEqualTo(1);
    }

    @Test
    void directivesCloseWhatTheyHaveRead() {
        Engine e = engine();
        e.loadText(":- n(X), X > 3.\n:- dynamic(found/1).\n:- forall(n(X), assertz(found(X))).");
        assertThat(counter.closedReadings).isEqualTo(2);
        assertThat(Rules.ask(e, "found(X), X > 4")).hasSize(1);
        e.update(u -> assertThat(e.ask("n(2)").exists()).isTrue());
        assertThat(counter.closedReadings).isEqualTo(3);
    }

    @Test
    void factsKnowWhereTheyAreFrom() throws IOException {
        Path file = folder.resolve("f.csv");
        Files.writeString(file, "a,b\n1,x\n\n\"2\n\",y\n3,x\n");
        Database db =
                new Database(
                        StreamTable.of(
                                new ByteArrayInputStream(new byte[0]),
                                OutputStream.nullOutputStream(),
                                OutputStream.nullOutputStream()));
        db.defineSource(
                Functor.of("p", 2), Sources.csv(file).relation(new Head("p", List.of("a", "b"))));
        Predicate p = db.user().predicate(Functor.of("p", 2));
        for (int i = 0; i < 3; i++) {
            Machine m = new Machine(db);
            Term[] fact = {Int.of(3), Atom.of("x")};
            assertThat(p.origin(m, fact)).isEqualTo(file + ":6");
            assertThat(p.origin(m, new Term[] {Int.of(4), Atom.of("x")})).isNull();
            m.close();
        }
        Reading reading = new Reading();
        Relation relation = Objects.requireNonNull(p.relation());
        relation.rows(new Term[] {new Var(), new Var()}, reading).close();
        assertThat(relation.size(reading)).hasValue(3);
        reading.close();
    }
}
