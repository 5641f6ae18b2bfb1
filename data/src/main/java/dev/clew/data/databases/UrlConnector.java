package dev.clew.data.databases;

import dev.clew.rules.sources.SourceException;

import java.io.File;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** A database with a URL. */
record UrlConnector(String url, Map<String, String> properties, String classPath)
        implements Connector {
    UrlConnector {
        properties = Map.copyOf(properties);
    }

    @Override
    public Connection connect() {
        requireFile();
        Driver driver = Drivers.find(url, classPath);
        if (driver == null) {
            throw SourceException.unavailable(
                    "No driver for (" + name() + ") is on the class path.",
                    "Maybe name its jar: CLEW_CLASSPATH=driver.jar.",
                    null);
        }
        Properties all = new Properties();
        all.putAll(properties);
        try {
            Connection connection = driver.connect(url, all);
            if (connection != null) {
                return connection;
            }
        } catch (SQLException e) {
            throw SourceException.unavailable(
                    "The database (" + name() + ") cannot be reached: " + words(e), null, e);
        }
        throw SourceException.unavailable(
                "The driver (" + driver.getClass().getName() + ") does not take (" + name() + ").",
                null,
                null);
    }

    /** A driver for a database in a file would make a new, empty one. */
    private void requireFile() {
        String path = EmbeddedFiles.path(url);
        if (path != null && !new File(path).exists()) {
            throw SourceException.unavailable(
                    "The database file (" + path + ") does not exist.", null, null);
        }
    }

    @Override
    public String name() {
        return Secrets.withoutSecrets(url);
    }

    @Override
    public String words(SQLException e) {
        return Secrets.hide(Secrets.oneLine(e), url, properties);
    }

    /** Not what the compiler would write, which shows the password. */
    @Override
    public String toString() {
        return name();
    }
}
