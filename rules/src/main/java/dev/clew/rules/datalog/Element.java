package dev.clew.rules.datalog;

import org.jspecify.annotations.Nullable;

/** A goal of a segment of a rule, with the relation it reads. */
final class Element {
    private static final int[] NONE = {};

    /** The kind of its {@link Step}; that of a test depends on the join. */
    final int kind;

    /** The registers that it reads or binds. */
    final int[] registers;

    final Relation relation;

    /** The news of the relation, or null if there is none. */
    final @Nullable Feed feed;

    /** What to ask for before, or null. */
    final @Nullable Adorned demand;

    final int[] demanded;

    /** A test or computation, or null. */
    final @Nullable Literal test;

    private Element(
            int kind,
            int[] registers,
            Relation relation,
            @Nullable Feed feed,
            @Nullable Adorned demand,
            int[] demanded,
            @Nullable Literal test) {
        this.kind = kind;
        this.registers = registers;
        this.relation = relation;
        this.feed = feed;
        this.demand = demand;
        this.demanded = demanded;
        this.test = test;
    }

    /** A goal that reads a relation that does not change meanwhile. */
    static Element stored(int kind, int[] registers, Relation relation) {
        return new Element(kind, registers, relation, null, null, NONE, null);
    }

    /** A positive goal whose relation has news. */
    static Element fed(int[] registers, Feed feed) {
        return new Element(Step.SCAN, registers, feed.relation, feed, null, NONE, null);
    }

    /** A goal before which answers must be asked for. */
    static Element asking(
            int kind,
            int[] registers,
            Relation relation,
            @Nullable Feed feed,
            Adorned demand,
            int[] demanded) {
        return new Element(kind, registers, relation, feed, demand, demanded, null);
    }

    /** A test or computation. */
    static Element test(Literal literal) {
        return new Element(
                Step.COMPARE,
                Ordering.registers(literal),
                Relation.EMPTY,
                null,
                null,
                NONE,
                literal);
    }

    /** Whether it says only that something was asked for or not. */
    boolean isFlag() {
        return registers.length == 0 && demand == null && relation.truth == null;
    }
}
