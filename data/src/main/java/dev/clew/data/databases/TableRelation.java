package dev.clew.data.databases;

import dev.clew.data.TableOptions;
import dev.clew.rules.sources.Head;
import dev.clew.rules.sources.Reading;
import dev.clew.rules.sources.Relation;
import dev.clew.rules.sources.Rows;
import dev.clew.rules.sources.SourceException;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The rows of a table of a database. */
public final class TableRelation implements Relation {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Connector connector;
    private final Head head;
    private final String table;
    private final TableOptions options;
    private volatile @Nullable Layout layout;

    /** The relation of a table or view. */
    public TableRelation(Connector connector, Head head, String table, TableOptions options) {
        this.connector = connector;
        this.head = head;
        this.table = table;
        this.options = options;
    }

    @Override
    public String description() {
        return connector.name() + " " + table;
    }

    @Override
    public OptionalLong size(Reading reading) {
        Session session = Session.of(connector, reading);
        try (PreparedStatement s =
                        session.connection()
                                .prepareStatement(
                                        "SELECT COUNT(*) FROM " + layout(session).from());
                ResultSet rows = s.executeQuery()) {
            return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public Rows rows(Term[] arguments, Reading reading) {
        Session session = Session.of(connector, reading);
        Layout l = layout(session);
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            Condition c = Condition.of(arguments[i], l.columns().get(i).kind(), options);
            if (c == Condition.NONE) {
                return NoRows.INSTANCE;
            }
            conditions.add(c);
        }
        return select(session, l, conditions, reading);
    }

    private Rows select(Session session, Layout l, List<Condition> conditions, Reading reading) {
        String sql = sql(l, conditions);
        PreparedStatement statement = null;
        try {
            statement = session.take(sql);
            prepare(statement, reading);
            int at = 1;
            for (Condition c : conditions) {
                for (Object parameter : c.parameters()) {
                    statement.setObject(at++, parameter);
                }
            }
            return new TableRows(this, session, sql, statement, statement.executeQuery(), l);
        } catch (SQLException e) {
            close(statement);
            throw failed(e);
        }
    }

    private static String sql(Layout l, List<Condition> conditions) {
        StringBuilder sql = new StringBuilder("SELECT ");
        for (int i = 0; i < l.columns().size(); i++) {
            sql.append(i == 0 ? "" : ", ").append(l.quoted(l.columns().get(i).name()));
        }
        sql.append(" FROM ").append(l.from());
        String word = " WHERE ";
        for (int i = 0; i < conditions.size(); i++) {
            String condition = conditions.get(i).sql();
            if (!condition.isEmpty()) {
                String column = l.quoted(l.columns().get(i).name());
                sql.append(word).append(condition.replace("%", column));
                word = " AND ";
            }
        }
        return sql.toString();
    }

    /** What a driver does not know of this it need not do. */
    private void prepare(PreparedStatement statement, Reading reading) {
        try {
            statement.setFetchSize(options.fetchSize());
            limitTime(statement, reading);
        } catch (SQLException e) {
            // Then the rows come as they come.
        }
    }

    /** The database gives up when the query's own time is over; drivers count in seconds. */
    private static void limitTime(PreparedStatement statement, Reading reading)
            throws SQLException {
        long deadline = reading.deadline();
        if (deadline != Long.MAX_VALUE) {
            long left = Math.max(0, deadline - System.nanoTime());
            statement.setQueryTimeout((int) Math.min(left / NANOS_PER_SECOND + 1, 1 << 20));
        } else if (statement.getQueryTimeout() != 0) {
            statement.setQueryTimeout(0);
        }
    }

    /** The table as the database described it when it was first asked. */
    private Layout layout(Session session) {
        Layout known = layout;
        if (known == null) {
            try {
                known = Layout.of(session, head, table, options.schema());
            } catch (SQLException e) {
                throw failed(e);
            }
            layout = known;
        }
        return known;
    }

    /**
     * What to say of an error of the database. Perhaps the table has changed since it was looked
     * at: then that is what is wrong.
     */
    SourceException failed(SQLException e) {
        boolean wasKnown = layout != null;
        layout = null;
        if (wasKnown) {
            try (Reading fresh = new Reading()) {
                Layout.of(Session.of(connector, fresh), head, table, options.schema());
            } catch (SQLException | SourceException other) {
                if (other instanceof SourceException better) {
                    return better;
                }
            }
        }
        return SourceException.failed(
                "The table ("
                        + table
                        + ") of ("
                        + connector.name()
                        + ") cannot be read: "
                        + connector.words(e),
                null,
                e);
    }

    Head head() {
        return head;
    }

    String table() {
        return table;
    }

    TableOptions options() {
        return options;
    }

    static void close(@Nullable AutoCloseable resource) {
        if (resource != null) {
            try {
                resource.close();
            } catch (Exception e) {
                // Nothing more is wanted of it.
            }
        }
    }
}
