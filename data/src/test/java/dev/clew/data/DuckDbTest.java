package dev.clew.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.Answers;
import dev.clew.rules.Engine;
import dev.clew.rules.RuleException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tables of an embedded database as predicates. */
@Timeout(120)
class DuckDbTest {
    @TempDir Path folder;

    private String url = "";
    private Watched watched = new Watched(() -> DriverManager.getConnection(url));

    @BeforeEach
    void makeTables() throws SQLException {
        url = "jdbc:duckdb:" + folder.resolve("shop.db");
        watched = new Watched(() -> DriverManager.getConnection(url));
        execute(
                "CREATE TABLE customer (id INTEGER PRIMARY KEY, full_name VARCHAR, city VARCHAR)",
                "INSERT INTO customer VALUES (1, 'Ada', 'London'), (2, 'Grace', 'New York'),"
                        + " (3, 'Alan', 'London'), (4, 'Zoë', NULL)",
                "CREATE TABLE \"order\" (id BIGINT, customer_id INTEGER, total DECIMAL(10, 2))",
                "INSERT INTO \"order\" VALUES (10, 1, 25.50), (11, 3, 100), (12, 1, 7)");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection c = DriverManager.getConnection(url);
                Statement s = c.createStatement()) {
            for (String sql : statements) {
                s.execute(sql);
            }
        }
    }

    private Engine shop() {
        Engine e = Engine.create();
        e.source("customer(Id, FullName, City)", Sources.table(watched, "customer"));
        e.source("order(Id, CustomerId, Total)", Sources.table(watched, "order"));
        return e;
    }

    @Test
    void rowsAreFacts() {
        assertThat(Rules.ask(shop(), "customer(I, N, C)"))
                .containsExactly(
                        "I = 1, N = 'Ada', C = 'London'",
                        "I = 2, N = 'Grace', C = 'New York'",
                        "I = 3, N = 'Alan', C = 'London'",
                        "I = 4, N = 'Zoë', C = null");
        assertThat(Rules.ask(shop(), "order(I, 1, T)"))
                .containsExactly("I = 10, T = 25.5", "I = 12, T = 7");
    }

    @Test
    void boundArgumentsAreConditionsWithParameters() {
        Engine e = shop();
        assertThat(Rules.ask(e, "customer(3, N, C)")).containsExactly("N = 'Alan', C = 'London'");
        assertThat(watched.statements)
                .containsExactly(
                        "SELECT \"id\", \"full_name\", \"city\" FROM \"main\".\"customer\""
                                + " WHERE \"id\" = ?");
        assertThat(watched.parameters).containsExactly(3L);
    }

    @Test
    void aJoinPreparesEachStatementOnce() {
        assertThat(Rules.ask(shop(), "customer(I, N, 'London'), order(_, I, T)"))
                .containsExactly(
                        "I = 1, N = 'Ada', T = 25.5",
                        "I = 1, N = 'Ada', T = 7",
                        "I = 3, N = 'Alan', T = 100");
        assertThat(watched.statements).hasSize(2);
        assertThat(watched.connections.get()).isEqualTo(1);
        assertThat(watched.parameters).containsExactly("London", 1L, 3L);
        assertThat(watched.open).isEmpty();
    }

    @Test
    void aRecursiveCallHasAStatementOfItsOwn() {
        assertThat(Rules.ask(shop(), "customer(X, _, 'London'), customer(Y, _, 'London')"))
                .containsExactly("X = 1, Y = 1", "X = 1, Y = 3", "X = 3, Y = 1", "X = 3, Y = 3");
        assertThat(watched.open).isEmpty();
    }

    @Test
    void valuesAreNeverSql() throws SQLException {
        String[] hostile = {
            "' OR '1'='1",
            "x'; DROP TABLE customer; --",
            "\\'; --",
            "?",
            "%",
            "_",
            "\"",
            ":id",
            "{d}"
        };
        Engine e = shop();
        for (String value : hostile) {
            try (Answers a = e.ask("customer(_, ?, _)", value)) {
                assertThat(a.exists()).as(value).isFalse();
            }
        }
        execute("INSERT INTO customer VALUES (5, 'x''; DROP TABLE customer; --', 'a%b_c\"d')");
        assertThat(e.ask("customer(I, ?, C)", hostile[1]).first().orElseThrow().string("C"))
                .isEqualTo("a%b_c\"d");
        assertThat(e.ask("customer(I, _, ?)", "a%b_c\"d").first().orElseThrow().integer("I"))
                .isEqualTo(5);
    }

    @Test
    void namesAreNeverSql() throws SQLException {
        execute("CREATE TABLE \"a\"\"; DROP TABLE customer; --\" (\"x\"\"y?\" INTEGER)");
        execute("INSERT INTO \"a\"\"; DROP TABLE customer; --\" VALUES (7)");
        Engine e = Engine.create();
        e.source("p('x\"y?')", Sources.table(watched, "a\"; DROP TABLE customer; --"));
        assertThat(Rules.ask(e, "p(X)")).containsExactly("X = 7");
        assertThat(Rules.ask(e, "p(7)")).hasSize(1);
        e.source("q(Id)", Sources.table(watched, "customer\" WHERE 1=1; --"));
        assertThat(Rules.error(e, "q(_)")).hasMessageContaining("has no table (customer\" WHERE");
        e.source("r('id\" FROM customer; --')", Sources.table(watched, "customer"));
        assertThat(Rules.error(e, "r(_)")).hasMessageContaining("has no column (id\" FROM");
        assertThat(Rules.ask(shop(), "customer(1, N, _)")).hasSize(1);
    }

    @Test
    void aPercentSignInANameIsNoPlaceForTheColumn() throws SQLException {
        execute("CREATE TABLE t (\"a%b\" VARCHAR, \"a_b\" INTEGER, \"axb\" INTEGER)");
        execute("INSERT INTO t VALUES ('p', 1, 2), (NULL, 3, 4)");
        Engine e = Engine.create();
        e.source("t('a%b', a_b, axb)", Sources.table(watched, "t"));
        assertThat(Rules.ask(e, "t(null, X, Y)")).containsExactly("X = 3, Y = 4");
        assertThat(Rules.ask(e, "t(p, X, Y)")).containsExactly("X = 1, Y = 2");
    }

    @Test
    void typesBecomeTerms() throws SQLException {
        execute(
                "CREATE TYPE mood AS ENUM ('happy', 'sad')",
                "CREATE TABLE t (a TINYINT, b BIGINT, c HUGEINT, d DECIMAL(20, 3), e REAL, f"
                    + " DOUBLE, g VARCHAR, h BOOLEAN, i DATE, j TIME, k TIMESTAMP, l TIMESTAMPTZ, m"
                    + " UUID, n mood, o UBIGINT)",
                "INSERT INTO t VALUES (-1, 9223372036854775807, 123456789012345678901234567890,"
                        + " 1234.500, 0.5, 1e300, 'żółć 𝒳', true, '2026-02-28', '12:30:15.5',"
                        + " '2026-02-28 12:30:15.25', '2026-02-28 12:30:15+02',"
                        + " '12345678-1234-1234-1234-123456789abc', 'sad', 18446744073709551615)",
                "INSERT INTO t VALUES (NULL, NULL, NULL, 5.000, NULL, NULL, NULL, NULL, NULL, NULL,"
                        + " NULL, NULL, NULL, NULL, NULL)");
        String[] values = {
            "-1",
            "9223372036854775807",
            "123456789012345678901234567890",
            "1234.5",
            "0.5",
            "1.0e+300",
            "'żółć 𝒳'",
            "true",
            "date(2026, 2, 28)",
            "time(12, 30, 15.5)",
            "date(2026, 2, 28, 12, 30, 15.25, -, -, -)",
            "date(2026, 2, 28, 10, 30, 15.0, 0, 'UTC', -)",
            "'12345678-1234-1234-1234-123456789abc'",
            "sad",
            "18446744073709551615"
        };
        for (int i = 0; i < values.length; i++) {
            Engine e = Engine.create();
            String column = String.valueOf((char) ('A' + i));
            e.source("p(" + column + ")", Sources.table(watched, "t"));
            String second = column.equals("D") ? "5" : "null";
            assertThat(Rules.ask(e, "p(X)"))
                    .as(column)
                    .containsExactly("X = " + values[i], "X = " + second);
            assertThat(Rules.ask(e, "p(" + values[i] + ")")).as(column).hasSize(1);
            assertThat(Rules.ask(e, "p(" + second + ")")).as(column).hasSize(1);
            for (String other : new String[] {"other", "3.25", "77", "\"s\"", "f(x)", "[]"}) {
                assertThat(Rules.ask(e, "p(" + other + ")")).as(column + other).isEmpty();
            }
        }
    }

    @Test
    void decimalsAreFoundByTheFloatsTheyBecome() throws SQLException {
        execute(
                "CREATE TABLE t (d DECIMAL(38, 30))",
                "INSERT INTO t VALUES (0.100000000000000000000000000001), (0.1), (3)");
        Engine e = Engine.create();
        e.source("p(D)", Sources.table(watched, "t"));
        assertThat(Rules.ask(e, "p(X)")).containsExactly("X = 0.1", "X = 0.1", "X = 3");
        assertThat(Rules.ask(e, "p(0.1)")).hasSize(2);
        assertThat(Rules.ask(e, "p(3)")).hasSize(1);
        assertThat(Rules.ask(e, "p(3.0)")).isEmpty();
    }

    @Test
    void nullAndTextMayBeToldApart() throws SQLException {
        execute("CREATE TABLE t (a INTEGER, b VARCHAR)");
        execute("INSERT INTO t VALUES (1, NULL), (2, 'null'), (NULL, 'x')");
        Engine e = Engine.create();
        e.source("p(A, B)", Sources.table(watched, "t"));
        assertThat(Rules.ask(e, "p(X, null)")).containsExactly("X = 1", "X = 2");
        assertThat(Rules.ask(e, "p(null, Y)")).containsExactly("Y = x");
        e.source(
                "q(A, B)",
                Sources.table(
                        watched,
                        "t",
                        TableOptions.standard()
                                .withNull(dev.clew.rules.terms.Atom.NIL)
                                .withStrings(true)));
        assertThat(Rules.ask(e, "q(X, [])")).containsExactly("X = 1");
        assertThat(Rules.ask(e, "q(X, \"null\")")).containsExactly("X = 2");
        assertThat(Rules.ask(e, "q(X, null)")).isEmpty();
    }

    @Test
    void columnsWithoutTermsAreRefused() throws SQLException {
        execute("CREATE TABLE t (a BLOB, b INTEGER[], c INTEGER)");
        Engine e = Engine.create();
        e.source("p(A)", Sources.table(watched, "t"));
        e.source("q(B)", Sources.table(watched, "t"));
        e.source("r(C)", Sources.table(watched, "t"));
        assertThat(Rules.error(e, "p(_)")).hasMessageContaining("a column (a) of type BLOB");
        assertThat(Rules.error(e, "q(_)")).hasMessageContaining("a column (b) of type");
        assertThat(Rules.ask(e, "r(X)")).isEmpty();
    }

    @Test
    void missingTablesAndColumnsAreNamed() {
        Engine e = Engine.create();
        e.source("p(Id, Fullnam)", Sources.table(watched, "customer"));
        e.source("q(Id)", Sources.table(watched, "custmer"));
        RuleException column = Rules.error(e, "p(_, _)");
        assertThat(column)
                .hasMessageContaining("p/2: The table (customer) of (the database of the host) has")
                .hasMessageContaining("no column (Fullnam). It has: id, full_name, city.")
                .hasMessageContaining("Maybe full_name?");
        assertThat(column.term().toString()).contains("missing_column('Fullnam')");
        RuleException table = Rules.error(e, "q(_)");
        assertThat(table).hasMessageContaining("has no table (custmer).");
        assertThat(table).hasMessageContaining("Maybe customer?");
        assertThat(watched.open).isEmpty();
    }

    @Test
    void aTableThatChangesLaterIsLookedAtAgain() throws SQLException {
        Engine e = shop();
        assertThat(Rules.ask(e, "customer(1, N, _)")).hasSize(1);
        execute("ALTER TABLE customer RENAME COLUMN full_name TO name");
        assertThat(Rules.error(e, "customer(1, N, _)"))
                .hasMessageContaining("has no column (FullName). It has: id, name, city.");
        execute("ALTER TABLE customer RENAME COLUMN name TO full_name");
        assertThat(Rules.ask(e, "customer(1, N, _)")).hasSize(1);
        assertThat(watched.open).isEmpty();
    }

    @Test
    void viewsAndSchemasAreTables() throws SQLException {
        execute(
                "CREATE VIEW londoner AS SELECT * FROM customer WHERE city = 'London'",
                "CREATE SCHEMA archive",
                "CREATE TABLE archive.customer (id INTEGER)",
                "INSERT INTO archive.customer VALUES (99)");
        Engine e = Engine.create();
        e.source("londoner(Id)", Sources.table(watched, "londoner"));
        e.source("now(Id)", Sources.table(watched, "customer"));
        e.source(
                "old(Id)",
                Sources.table(watched, "customer", TableOptions.standard().withSchema("archive")));
        e.source("older(Id)", Sources.table(watched, "archive.customer"));
        e.source("upper(Id)", Sources.table(watched, "LONDONER"));
        assertThat(Rules.ask(e, "londoner(X)")).containsExactly("X = 1", "X = 3");
        assertThat(Rules.ask(e, "upper(X)")).containsExactly("X = 1", "X = 3");
        assertThat(Rules.ask(e, "now(X)")).hasSize(4);
        assertThat(Rules.ask(e, "old(X)")).containsExactly("X = 99");
        assertThat(Rules.ask(e, "older(X)")).containsExactly("X = 99");
    }

    @Test
    void connectionsAreClosedHoweverAQueryEnds() {
        Engine e = shop();
        e.ask("customer(X, _, _)").first();
        assertThat(watched.open).as("first").isEmpty();
        Rules.ask(e, "customer(X, _, _), !");
        assertThat(watched.open).as("cut").isEmpty();
        Rules.error(e, "customer(X, _, _), atom_length(_, _)");
        assertThat(watched.open).as("error").isEmpty();
        Rules.ask(e, "catch((customer(_, _, _), throw(x)), x, true)");
        assertThat(watched.open).as("caught").isEmpty();
        Rules.ask(e, "\\+ customer(77, _, _)");
        assertThat(watched.open).as("failure").isEmpty();
        try (Answers a = e.ask("customer(X, _, _)")) {
            a.next();
            assertThat(watched.open).as("while it is read").isNotEmpty();
        }
        assertThat(watched.open).as("close").isEmpty();
        e.update(u -> u.add("x(1)"));
        assertThat(watched.connections.get()).isEqualTo(6);
    }

    @Test
    void aBreakInMidStreamIsAnErrorAndNoEnd() throws SQLException {
        execute("INSERT INTO customer SELECT i, 'x', 'y' FROM range(100, 1100) t(i)");
        Engine e = shop();
        assertThat(Rules.ask(e, "aggregate_all(count, customer(_, _, _), N)"))
                .containsExactly("N = 1004");
        watched.rows.set(0);
        watched.breaksAfter = 500;
        RuleException error = Rules.error(e, "aggregate_all(count, customer(_, _, _), N)");
        assertThat(error)
                .hasMessageContaining("The table (customer) of (the database of the host) cannot")
                .hasMessageContaining("The connection broke");
        assertThat(error.term().toString()).contains("source_error(", "failed");
        assertThat(error).hasCauseInstanceOf(SQLException.class);
        watched.rows.set(0);
        int answers = 0;
        RuleException end = null;
        try (Answers a = e.ask("customer(X, _, _)")) {
            while (a.hasNext()) {
                a.next();
                answers++;
            }
        } catch (RuleException x) {
            end = x;
        }
        assertThat(end).isNotNull();
        assertThat(answers).isEqualTo(500);
        assertThat(watched.open).isEmpty();
    }

    @Test
    void aDatabaseThatIsDownIsAnError() {
        Engine e = shop();
        watched.isDown = true;
        RuleException error = Rules.error(e, "customer(_, _, _)");
        assertThat(error).hasMessageContaining("cannot be reached: Connection refused.");
        assertThat(error.term().toString()).contains("unavailable");
        assertThat(error)
                .hasMessageEndingWith("\nGoal: customer(_, _, _)")
                .cause()
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Connection refused");
        RuleException rethrown = Rules.error(e, "catch(customer(_, _, _), E, (true, throw(E)))");
        assertThat(rethrown).hasCauseInstanceOf(SQLException.class);
        watched.isDown = false;
        assertThat(Rules.ask(e, "customer(1, N, _)")).hasSize(1);
    }

    @Test
    void aQueryReadsOneStateOfTheDatabase() throws SQLException {
        Engine e = shop();
        try (Answers a = e.ask("member(I, [1, 2]), aggregate_all(count, customer(_, _, _), N)")) {
            assertThat(a.next().integer("N")).isEqualTo(4);
            execute("INSERT INTO customer VALUES (6, 'new', 'new')");
            assertThat(a.next().integer("N")).isEqualTo(4);
        }
        assertThat(Rules.ask(e, "aggregate_all(count, customer(_, _, _), N)"))
                .containsExactly("N = 5");
    }

    @Test
    void directivesNameADatabaseFileBesideTheRules() throws Exception {
        Engine e =
                Rules.in(
                        folder,
                        ":- source(customer(Id, FullName), jdbc('jdbc:duckdb:shop.db',"
                            + " customer)).\n"
                            + ":- source(lost(Id), jdbc(\"jdbc:duckdb:lost.db\", \"customer\")).\n"
                            + ":- source(other(Id), jdbc('jdbc:nosuch:x', customer)).\n");
        assertThat(Rules.ask(e, "customer(3, N)")).containsExactly("N = 'Alan'");
        assertThat(Rules.error(e, "lost(_)")).hasMessageContaining("lost.db) does not exist.");
        assertThat(Files.exists(folder.resolve("lost.db"))).isFalse();
        assertThat(Rules.error(e, "other(_)"))
                .hasMessageContaining("No driver for (jdbc:nosuch:x) is on the class path.")
                .hasMessageContaining("Maybe name its jar: CLEW_CLASSPATH=driver.jar.");
    }

    @Test
    void manyQueriesMayReadAtOnce() throws Exception {
        Engine e = shop();
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            tasks.add(() -> Rules.ask(e, "customer(I, N, 'London'), order(_, I, T)").size());
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> f : pool.invokeAll(tasks)) {
                assertThat(f.get()).isEqualTo(3);
            }
        }
        assertThat(watched.open).isEmpty();
    }
}
