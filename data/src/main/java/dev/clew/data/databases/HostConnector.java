package dev.clew.data.databases;

import dev.clew.rules.sources.SourceException;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/** A database that the host has connections to. */
record HostConnector(DataSource database) implements Connector {
    @Override
    public Connection connect() {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            throw SourceException.unavailable(
                    "The database of the host cannot be reached: " + words(e), null, e);
        }
    }

    @Override
    public String name() {
        return "the database of the host";
    }

    @Override
    public String words(SQLException e) {
        return Secrets.oneLine(e);
    }

    /** Data sources are not asked whether they are equal: that is the host's affair. */
    @Override
    public boolean equals(Object other) {
        return other instanceof HostConnector h && h.database == database;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(database);
    }
}
