package dev.clew.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.rules.Answers;
import dev.clew.rules.Engine;
import dev.clew.rules.RuleException;
import dev.clew.rules.StoppedException;
import dev.clew.rules.terms.Atom;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;

/** Tables of a real server as predicates. Skipped where PostgreSQL is not installed. */
@Timeout(180)
class PostgresTest {
    private static PostgresServer server;

    @TempDir Path folder;

    private final Watched watched = new Watched(PostgresTest::connect);

    @BeforeAll
    static void startServer() throws IOException, SQLException {
        Path programs = PostgresServer.programs();
        assumeTrue(programs != null, "PostgreSQL is not installed");
        server = PostgresServer.create(programs);
        execute(
                "CREATE TABLE customer (id int PRIMARY KEY, name text, city varchar(20))",
                "INSERT INTO customer SELECT i, 'name' || i, 'city' || (i % 1000)"
                        + " FROM generate_series(1, 100000) i",
                "CREATE INDEX ON customer (city)",
                "ANALYZE customer");
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url(), "clew", server.password());
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection c = connect();
                Statement s = c.createStatement()) {
            for (String sql : statements) {
                s.execute(sql);
            }
        }
    }

    private Engine customers() {
        Engine e = Engine.create();
        e.source("customer(Id, Name, City)", Sources.table(watched, "customer"));
        return e;
    }

    private static String directive(String options) {
        return ":- source(customer(Id, Name, City), jdbc('"
                + server.url()
                + "', customer, ["
                + options
                + "])).";
    }

    @Test
    void directivesNameAServer() {
        Engine e = Rules.in(folder, directive("user(clew), password('s3cret!')"));
        assertThat(Rules.ask(e, "customer(17, N, C)")).containsExactly("N = name17, C = city17");
    }

    @Test
    void credentialsMayComeFromTheEnvironment() {
        Engine e = Engine.create();
        Rules.ask(e, "setenv('SHOP_USER', clew), setenv('SHOP_PASSWORD', 's3cret!')");
        e.loadText(directive("user(env('SHOP_USER')), password(env('SHOP_PASSWORD'))"));
        assertThat(Rules.ask(e, "customer(17, N, C)")).hasSize(1);
        assertThatThrownBy(() -> e.loadText(directive("user(env('NO_SUCH_VARIABLE'))")))
                .hasMessageContaining(
                        "The environment variable ('NO_SUCH_VARIABLE') does not exist");
    }

    @Test
    void conditionsUseTheIndexesOfTheServer() throws SQLException {
        Engine e = customers();
        assertThat(Rules.ask(e, "customer(I, _, city7)")).hasSize(100);
        assertThat(Rules.ask(e, "customer(77, N, C)")).hasSize(1);
        assertThat(watched.rows.get()).isLessThan(200);
        for (String sql : watched.statements) {
            String value = sql.contains("\"city\" =") ? "'city7'::varchar" : "77::bigint";
            assertThat(plan(sql.replace("?", value))).as(sql).contains("Index");
        }
        assertThat(watched.statements).hasSize(2);
    }

    private static String plan(String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection c = connect();
                Statement s = c.createStatement();
                ResultSet rows = s.executeQuery("EXPLAIN " + sql)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    @Test
    void typesBecomeTerms() throws SQLException {
        execute(
                "CREATE TYPE mood AS ENUM ('happy', 'sad')",
                "CREATE TABLE t (a smallint, b bigint, c numeric, d numeric(10, 2), e real, f"
                        + " double precision, g text, h boolean, i date, j time, k timestamp, l"
                        + " timestamptz, m uuid, n mood, o char(5), p jsonb, q bit(3), r name)",
                "INSERT INTO t VALUES (-1, 9223372036854775807, 123456789012345678901234567890,"
                    + " 12.50, 0.1, 1e300, 'żółć 𝒳', true, '2026-02-28', '12:30:15.5', '2026-02-28"
                    + " 12:30:15.25', '2026-02-28 12:30:15+02',"
                    + " '12345678-1234-1234-1234-123456789abc', 'sad', 'ab', '{\"x\": 1}', B'101',"
                    + " 'n')",
                "INSERT INTO t (c) VALUES (NULL)");
        String[] values = {
            "-1",
            "9223372036854775807",
            "123456789012345678901234567890",
            "12.5",
            "0.10000000149011612",
            "1.0e+300",
            "'żółć 𝒳'",
            "true",
            "date(2026, 2, 28)",
            "time(12, 30, 15.5)",
            "date(2026, 2, 28, 12, 30, 15.25, -, -, -)",
            "date(2026, 2, 28, 10, 30, 15.0, 0, 'UTC', -)",
            "'12345678-1234-1234-1234-123456789abc'",
            "sad",
            "ab",
            "'{\"x\": 1}'",
            "'101'",
            "n"
        };
        for (int i = 0; i < values.length; i++) {
            Engine e = Engine.create();
            String column = String.valueOf((char) ('A' + i));
            e.source("p(" + column + ")", Sources.table(watched, "t"));
            assertThat(Rules.ask(e, "p(X)"))
                    .as(column)
                    .containsExactly("X = " + values[i], "X = null");
            assertThat(Rules.ask(e, "p(" + values[i] + ")")).as(column).hasSize(1);
            assertThat(Rules.ask(e, "p(null)")).as(column).hasSize(1);
            for (String other :
                    new String[] {
                        "other",
                        "3.25",
                        "77",
                        "\"s\"",
                        "f(x)",
                        "[]",
                        "1.0Inf",
                        "99999999999999999999999",
                        "'a\\0\\b'"
                    }) {
                assertThat(Rules.ask(e, "p(" + other + ")")).as(column + other).isEmpty();
            }
        }
    }

    @Test
    void columnsWithoutTermsAreRefused() throws SQLException {
        execute("CREATE TABLE blobs (a bytea, b int[])");
        Engine e = Engine.create();
        e.source("p(A)", Sources.table(watched, "blobs"));
        e.source("q(B)", Sources.table(watched, "blobs"));
        assertThat(Rules.error(e, "p(_)")).hasMessageContaining("a column (a) of type bytea");
        assertThat(Rules.error(e, "q(_)")).hasMessageContaining("a column (b) of type _int4");
    }

    @Test
    void aQueryReadsOneStateOfTheDatabase() throws SQLException {
        execute(
                "CREATE TABLE state (v int)",
                "CREATE TABLE state2 (v int)",
                "INSERT INTO state VALUES (1)");
        Engine e = Engine.create();
        e.source("p(V)", Sources.table(watched, "state"));
        e.source("q(V)", Sources.table(watched, "state2"));
        try (Answers a = e.ask("p(X), member(_, [1, 2]), findall(Y, (p(Y) ; q(Y)), L)")) {
            assertThat(a.next().list("L", Integer.class)).containsExactly(1);
            execute("INSERT INTO state VALUES (2)", "INSERT INTO state2 VALUES (3)");
            assertThat(a.next().list("L", Integer.class)).containsExactly(1);
        }
        assertThat(Rules.ask(e, "findall(Y, (p(Y) ; q(Y)), L)")).containsExactly("L = [1, 2, 3]");
        assertThat(watched.connections.get()).isEqualTo(2);
    }

    @Test
    void aLargeTableIsReadAsAStream() throws Exception {
        execute(
                "CREATE TABLE big AS SELECT i AS id, 'the customer with the number ' || i AS name"
                        + " FROM generate_series(1, 1500000) i");
        assertThat(SmallHeap.read(folder, server.url(), "jdbc", "user(clew), password('s3cret!')"))
                .isEqualTo(SmallHeap.EXPECTED);
    }

    @Test
    void rowsAreFetchedInPortions() {
        Engine e = customers();
        try (Answers a = e.ask("customer(X, _, _), X > 3")) {
            assertThat(a.next().integer("X")).isEqualTo(4);
            assertThat(watched.open).hasSize(3);
        }
        assertThat(watched.open).isEmpty();
    }

    @Test
    void aServerThatGoesDownInMidStreamIsAnErrorAndNoEnd() throws IOException {
        Engine e = customers();
        int answers = 0;
        RuleException end = null;
        try (Answers a = e.ask("customer(X, _, _)")) {
            while (a.hasNext()) {
                a.next();
                if (++answers == 100) {
                    server.stop();
                }
            }
        } catch (RuleException x) {
            end = x;
        }
        try {
            assertThat(end).isNotNull();
            assertThat(end).hasMessageContaining("customer/3: ");
            assertThat(Objects.requireNonNull(end).term().toString()).contains("source_error(");
            assertThat(answers).isBetween(100, 500);
            RuleException down = Rules.error(e, "customer(_, _, _)");
            assertThat(down).hasMessageContaining("cannot be reached");
            assertThat(down.term().toString()).contains("unavailable");
            assertThat(watched.open).isEmpty();
            Engine direct = Rules.in(folder, directive("user(clew), password('s3cret!')"));
            assertThat(Rules.error(direct, "customer(_, _, _)"))
                    .hasMessageContaining("The database (" + server.url() + ") cannot be reached:")
                    .hasMessageNotContaining("s3cret");
        } finally {
            server.start();
        }
        assertThat(Rules.ask(e, "customer(1, N, _)")).containsExactly("N = name1");
    }

    @Test
    void passwordsAreInNoMessage() {
        Engine e =
                Rules.in(
                        folder,
                        ":- source(p(Id), jdbc('"
                                + server.url()
                                + "?user=clew&password=wr0ngPassword', customer)).\n"
                                + ":- source(q(Id),"
                                + " jdbc('jdbc:postgresql://clew:wr0ngPassword@localhost:"
                                + server.port
                                + "/postgres', customer)).\n");
        for (String goal : new String[] {"p(_)", "q(_)"}) {
            RuleException error = Rules.error(e, goal);
            assertThat(error).hasMessageContaining("cannot be reached");
            assertThat(error.getMessage() + error.term()).doesNotContain("wr0ng");
        }
        assertThat(Rules.ask(e, "predicate_property(p(_), source(S))").toString())
                .doesNotContain("wr0ng");
    }

    @Test
    void aLimitOnTimeEndsAStatementOfTheServer() throws SQLException {
        execute("CREATE VIEW slow AS SELECT 1 AS v, pg_sleep(60)::text AS s");
        Engine e = Engine.create();
        e.source("slow(V, S)", Sources.table(watched, "slow"));
        long start = System.nanoTime();
        assertThatThrownBy(() -> e.ask("slow(_, _)").within(Duration.ofMillis(300)).all())
                .isInstanceOf(StoppedException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        assertThat(watched.open).isEmpty();
    }

    @Test
    void missingColumnsAreNamed() {
        Engine e =
                Rules.in(
                        folder,
                        directive("user(clew), password('s3cret!')").replace("City", "Town"));
        assertThat(Rules.error(e, "customer(_, _, _)"))
                .hasMessageContaining(
                        "The table (customer) of ("
                                + server.url()
                                + ") has no column (Town)."
                                + " It has: id, name, city.");
    }

    @Test
    void textThatServersCannotHoldMatchesNothing() {
        Engine e = customers();
        assertThat(e.ask("customer(_, ?, _)", Atom.of("a\0b")).exists()).isFalse();
    }
}
