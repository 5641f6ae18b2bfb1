package dev.clew.rules.sources;

/** Where facts come from: makes the relation that a program declares. */
@FunctionalInterface
public interface Source {
    /**
     * The relation for a declaration. This does not open anything yet: a source that is down is no
     * error before a rule needs it.
     */
    Relation relation(Head head);
}
