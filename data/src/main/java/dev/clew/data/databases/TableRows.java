package dev.clew.data.databases;

import dev.clew.rules.sources.Rows;
import dev.clew.rules.terms.Term;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows of a statement. */
final class TableRows implements Rows {
    private final TableRelation relation;
    private final Session session;
    private final String sql;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final Layout layout;
    private boolean closed;

    TableRows(
            TableRelation relation,
            Session session,
            String sql,
            PreparedStatement statement,
            ResultSet rows,
            Layout layout) {
        this.relation = relation;
        this.session = session;
        this.sql = sql;
        this.statement = statement;
        this.rows = rows;
        this.layout = layout;
    }

    @Override
    public boolean next() {
        try {
            return rows.next();
        } catch (SQLException e) {
            throw relation.failed(e);
        }
    }

    @Override
    public Term value(int argument) {
        Column column = layout.columns().get(argument);
        try {
            return Cells.of(rows, argument + 1, column.kind(), relation.options());
        } catch (SQLException e) {
            throw relation.failed(e);
        }
    }

    /** The table and the primary key of the row, or all of its values that are read. */
    @Override
    public String label() {
        StringBuilder label = new StringBuilder(relation.table());
        String word = " where ";
        boolean hasKey = hasKey();
        for (int i = 0; i < layout.columns().size(); i++) {
            String name = layout.columns().get(i).name();
            if (!hasKey || layout.key().contains(name)) {
                label.append(word).append(name).append(" = ").append(value(i));
                word = " and ";
            }
        }
        return label.toString();
    }

    private boolean hasKey() {
        int found = 0;
        for (Column c : layout.columns()) {
            found += layout.key().contains(c.name()) ? 1 : 0;
        }
        return found > 0 && found == layout.key().size();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            TableRelation.close(rows);
            session.giveBack(sql, statement);
        }
    }
}
