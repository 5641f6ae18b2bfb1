package dev.clew.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** Tables that are larger than the heap: each is read in a JVM of its own with 64 MB. */
@Timeout(300)
class LargeTablesTest {
    private static final int ROWS = 1_500_000;

    @TempDir Path folder;

    @Test
    void aFileIsReadAsAStream() throws Exception {
        Path file = folder.resolve("big.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,name\n");
            for (int i = 1; i <= ROWS; i++) {
                out.write(i + ",the customer with the number " + i + "\n");
            }
        }
        assertThat(Files.size(file)).isGreaterThan(60_000_000);
        assertThat(SmallHeap.read(folder, file.toString(), "csv")).isEqualTo(SmallHeap.EXPECTED);
    }

    @Test
    void aTableOfAnEmbeddedDatabaseIsReadAsAStream() throws Exception {
        String url = "jdbc:duckdb:" + folder.resolve("big.db");
        try (Connection c = DriverManager.getConnection(url);
                Statement s = c.createStatement()) {
            s.execute(
                    "CREATE TABLE big AS SELECT i AS id, 'the customer with the number ' || i AS"
                            + " name FROM range(1, "
                            + (ROWS + 1)
                            + ") t(i)");
        }
        assertThat(SmallHeap.read(folder, url, "jdbc", "")).isEqualTo(SmallHeap.EXPECTED);
    }
}
