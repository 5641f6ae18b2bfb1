package dev.clew.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.Engine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** What the example and the how-to page show is what comes out. */
class PagesTest {
    private static final Path PAGE = Path.of("../docs/how-to/use-outside-facts.md");
    private static final Path EXAMPLE = Path.of("../examples/orders/orders.pl");

    @TempDir Path folder;

    /** The block behind a line of a page. */
    private static List<String> block(String line) throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        int start = lines.indexOf(line);
        assertThat(start).as(line).isNotNegative();
        while (!lines.get(start).startsWith("```")) {
            start++;
        }
        List<String> rest = lines.subList(start + 1, lines.size());
        return rest.subList(0, rest.indexOf("```"));
    }

    /** Lines {@code $ ... "GOAL"}, each with the answers below it. */
    private static void check(Engine engine, List<String> lines) {
        for (int i = 0; i < lines.size(); ) {
            String line = lines.get(i++);
            assertThat(line).startsWith("$ ").endsWith("\"");
            String goal = line.substring(line.indexOf('"') + 1, line.length() - 1);
            List<String> answers = new ArrayList<>();
            while (i < lines.size() && !lines.get(i).startsWith("$")) {
                answers.add(lines.get(i++));
            }
            assertThat(Rules.ask(engine, goal)).as(goal).isEqualTo(answers);
        }
    }

    private String warehouse() throws SQLException {
        String url = "jdbc:duckdb:" + folder.resolve("warehouse.db");
        try (Connection c = DriverManager.getConnection(url);
                Statement s = c.createStatement()) {
            s.execute("CREATE TABLE item (id INTEGER, name VARCHAR, price DECIMAL(8, 2))");
            s.execute("INSERT INTO item VALUES (1, 'chair', 49), (2, 'lamp', 12.5)");
            s.execute("CREATE TABLE stock (item_id INTEGER, place VARCHAR, amount INTEGER)");
            s.execute("INSERT INTO stock VALUES (2, 'north', 4), (1, 'south', 3)");
        }
        return url;
    }

    @Test
    void theTablesOfThePageAnswerAsItSays() throws IOException, SQLException {
        warehouse();
        String rules = String.join("\n", block("<!-- data file: warehouse.pl -->")) + "\n";
        check(Rules.in(folder, rules), block("<!-- data answers -->"));
    }

    @Test
    void theJavaOfThePageIsThisTest() throws IOException, SQLException {
        Files.write(folder.resolve("customers.csv"), block("<!-- file: customers.csv -->"));
        String url = warehouse();
        DataSource pool = new Watched(() -> DriverManager.getConnection(url));
        Engine engine = Engine.create();
        engine.source("customer(Id, FullName, City)", Sources.csv(folder.resolve("customers.csv")));
        engine.source("item(Id, Name, Price)", Sources.table(pool, "item"));
        String name = engine.ask("item(?, Name, _)", 2).first().orElseThrow().string("Name");
        assertThat(name).isEqualTo("lamp");
        assertThat(Rules.ask(engine, "customer(3, N, _)")).containsExactly("N = 'Alan Turing'");
        String test =
                Files.readString(Path.of("src/test/java/dev/clew/data/PagesTest.java"))
                        .replaceAll("\\s+", " ");
        for (String line : block("## From Java")) {
            assertThat(test).contains(line.strip());
        }
    }

    @Test
    void theExampleAnswersAsItSays() throws IOException {
        Engine engine = Engine.create();
        engine.load(EXAMPLE);
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(EXAMPLE)) {
            if (line.startsWith("%   ")) {
                lines.add(line.substring(4));
            }
        }
        assertThat(lines).hasSize(10);
        check(engine, lines);
    }
}
