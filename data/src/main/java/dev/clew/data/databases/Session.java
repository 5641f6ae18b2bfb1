package dev.clew.data.databases;

import dev.clew.rules.sources.Reading;
import dev.clew.rules.sources.SourceException;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The connection of one query, within one read-only transaction that sees one state of the
 * database, if the database can do that. Statements that are not in use are kept for the next call.
 */
final class Session implements AutoCloseable {
    private final Connector connector;
    private final Connection connection;
    private final Map<String, Deque<PreparedStatement>> idle = new HashMap<>();
    private final Deque<Undo> restore = new ArrayDeque<>();

    /** A change of the connection that is taken back before a pool gets it again. */
    private interface Undo {
        void run() throws SQLException;
    }

    private Session(Connector connector) {
        this.connector = connector;
        this.connection = connector.connect();
        try {
            begin();
        } catch (SQLException e) {
            close();
            throw SourceException.unavailable(
                    "The database (" + connector.name() + ") cannot be read: " + connector.words(e),
                    null,
                    e);
        }
    }

    /** The session of a query with a database, opened if there is none yet. */
    static Session of(Connector connector, Reading reading) {
        return reading.resource(connector, Session.class, () -> new Session(connector));
    }

    private void begin() throws SQLException {
        boolean auto = connection.getAutoCommit();
        attempt(() -> {
            boolean readOnly = connection.isReadOnly();
            connection.setReadOnly(true);
            restore.push(() -> connection.setReadOnly(readOnly));
        });
        attempt(this::isolate);
        if (auto) {
            connection.setAutoCommit(false);
            restore.push(() -> connection.setAutoCommit(true));
        }
    }

    private void isolate() throws SQLException {
        int level = connection.getTransactionIsolation();
        int wanted = Connection.TRANSACTION_REPEATABLE_READ;
        DatabaseMetaData meta = connection.getMetaData();
        if (level < wanted && meta.supportsTransactionIsolationLevel(wanted)) {
            connection.setTransactionIsolation(wanted);
            restore.push(() -> connection.setTransactionIsolation(level));
        }
    }

    /** Not every database can do what is asked, and some say so by an error. */
    private static void attempt(Undo change) {
        try {
            change.run();
        } catch (SQLException e) {
            // Then without.
        }
    }

    Connection connection() {
        return connection;
    }

    Connector connector() {
        return connector;
    }

    /** A statement that nobody uses at present. */
    PreparedStatement take(String sql) throws SQLException {
        Deque<PreparedStatement> statements = idle.get(sql);
        PreparedStatement known = statements == null ? null : statements.poll();
        return known != null ? known : connection.prepareStatement(sql);
    }

    /** Gives a statement back, its rows closed. */
    void giveBack(String sql, PreparedStatement statement) {
        idle.computeIfAbsent(sql, key -> new ArrayDeque<>()).push(statement);
    }

    @Override
    public void close() {
        for (Deque<PreparedStatement> statements : idle.values()) {
            for (PreparedStatement statement : statements) {
                attempt(statement::close);
            }
        }
        idle.clear();
        attempt(() -> {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        });
        while (!restore.isEmpty()) {
            attempt(restore.pop());
        }
        attempt(connection::close);
    }
}
