package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

/**
 * A suspended computation that waits for the answers of an incomplete table, or for the news that
 * it has none: where it continues, and the bindings that it had made, to be made again whenever it
 * is resumed. Its frames are kept as they were, since each resumption changes them.
 */
final class Consumer {
    /** The table that it waits for. */
    final Table table;

    /** The table that it helps to fill. */
    final Table owner;

    /** The variables of its call, for the answers. */
    final Var[] variables;

    private final Frame frame;
    private final Code code;
    private final @Nullable Object[] entries;
    private final @Nullable Term[] values;

    /** The next answer to consume. */
    int next;

    /** Whether it waits for the table to have no answer. */
    final boolean isNegative;

    /** Whether a negative one has been resumed, or will never be. */
    boolean isDone;

    /** Whether a negative one is resumed without knowing whether the table has true answers. */
    boolean isDelayed;

    /**
     * Suspends the running computation.
     *
     * @param owner the frame where the computation will enter its answer
     */
    Consumer(Machine m, Table table, Var[] variables, boolean isNegative, AnswerFrame owner) {
        this.table = table;
        this.owner = owner.table;
        this.variables = variables;
        this.isNegative = isNegative;
        this.code = m.contCode;
        this.frame = Frame.copies(m.contFrame, owner, owner);
        int from = owner.base.trailTop;
        this.entries = java.util.Arrays.copyOfRange(m.trail, from, m.trailTop);
        this.values = new Term[entries.length];
        for (int i = 0; i < entries.length; i++) {
            if (entries[i] instanceof Var x) {
                values[i] = x.ref;
            }
        }
    }

    /** Brings the machine back to the state of the suspension, above choice point {@code base}. */
    void reinstate(Machine m, Generator base) {
        m.setDelays(null); // the leader may have been called on conditions, its tables never are
        for (int i = 0; i < entries.length; i++) {
            if (entries[i] instanceof Var x) {
                x.ref = values[i];
                m.pushTrail(x);
            } else if (entries[i] instanceof Undo change) {
                change.redo(m);
            }
        }
        AnswerFrame root = owner(frame);
        AnswerFrame anchor = new AnswerFrame(base.contFrame, root.table, root.row, base);
        m.contFrame = Frame.reinstated(m, frame, root, anchor);
        m.contCode = code;
        m.env = null;
    }

    private static AnswerFrame owner(Frame f) {
        Frame at = f;
        while (!(at instanceof AnswerFrame a)) {
            at = java.util.Objects.requireNonNull(at.contFrame);
        }
        return a;
    }
}
