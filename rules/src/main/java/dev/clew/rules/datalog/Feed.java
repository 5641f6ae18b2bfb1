package dev.clew.rules.datalog;

import java.util.ArrayList;
import java.util.List;

/** The rows of a relation as news for the rules of one level. */
final class Feed {
    final Relation relation;
    final Level level;
    final List<Version> versions = new ArrayList<>();

    /** The first row that is news. */
    int cursor;

    Feed(Relation relation, Level level) {
        this.relation = relation;
        this.level = level;
    }
}
