package dev.clew.data.databases;

import dev.clew.rules.sources.Place;
import dev.clew.rules.sources.SourceException;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import javax.sql.DataSource;

/**
 * Opens connections to a database. Two connectors that are equal lead to the same database with the
 * same rights, so a query needs one connection for both.
 */
public interface Connector {
    /**
     * Opens a connection.
     *
     * @throws SourceException if the database does not answer
     */
    Connection connect();

    /** What the database is called in messages: without passwords. */
    String name();

    /** What the database says is wrong, without passwords. */
    String words(SQLException e);

    /** A database that the host has connections to. */
    static Connector of(DataSource database) {
        return new HostConnector(database);
    }

    /** The database of a URL, whose driver is looked for when it is first needed. */
    static Connector of(String url, Map<String, String> properties, Place place) {
        String drivers = place.variable("CLEW_CLASSPATH");
        return new UrlConnector(
                EmbeddedFiles.resolve(url, place), properties, drivers == null ? "" : drivers);
    }
}
