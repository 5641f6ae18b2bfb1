package dev.clew.data.databases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.Map;

/** What may be said of a URL, and of the words of a driver. */
class SecretsTest {
    @Test
    void urlsAreShownWithoutUsersAndParameters() {
        assertThat(Secrets.withoutSecrets("jdbc:postgresql://h:5432/db?user=u&password=p"))
                .isEqualTo("jdbc:postgresql://h:5432/db");
        assertThat(Secrets.withoutSecrets("jdbc:mysql://u:p@ss@h/db"))
                .isEqualTo("jdbc:mysql://h/db");
        assertThat(Secrets.withoutSecrets("jdbc:sqlserver://h;user=u;password=p"))
                .isEqualTo("jdbc:sqlserver://h");
        assertThat(Secrets.withoutSecrets("jdbc:oracle:thin:u/p@//h:1521/db"))
                .isEqualTo("jdbc:oracle://h:1521/db");
        assertThat(Secrets.withoutSecrets("jdbc:x://u:p?;w@h/db")).isEqualTo("jdbc:x:...");
        assertThat(Secrets.withoutSecrets("jdbc:x://h/db?user=a@b&password=p"))
                .isEqualTo("jdbc:x://h/db");
        assertThat(Secrets.withoutSecrets("jdbc:duckdb:a.db")).isEqualTo("jdbc:duckdb:a.db");
    }

    @Test
    void passwordsAreTakenOutOfTheWordsOfDrivers() {
        String url = "jdbc:x://u:inUrl@h/db?password=inParameter";
        String words = "bad " + url + " inUrl inParameter inProperty\n  next line";
        String hidden =
                Secrets.hide(
                        Secrets.oneLine(new SQLException(words)),
                        url,
                        Map.of("user", "u", "password", "inProperty"));
        assertThat(hidden).isEqualTo("bad jdbc:x://h/db *** *** *** next line.");
    }

    @Test
    void aConnectorDoesNotShowItsPassword() {
        var connector = new UrlConnector("jdbc:x://h/db", Map.of("password", "secret"), "");
        assertThat(connector.toString()).doesNotContain("secret");
    }
}
