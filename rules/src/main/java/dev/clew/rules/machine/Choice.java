package dev.clew.rules.machine;

import dev.clew.rules.terms.Internal;

import org.jspecify.annotations.Nullable;

/**
 * A choice point: a state to return to when the search fails. Choice points are linked from the
 * newest to the oldest.
 */
abstract class Choice extends Internal {
    /** The next older choice point; at the bottom, this one itself. */
    final Choice previous;

    /**
     * The height of the trail when this choice point was made: bindings above are undone on return.
     */
    final int trailTop;

    /**
     * Variables with a serial of at least this are newer than the choice point, so that their
     * bindings need no record.
     */
    long barrier;

    final @Nullable Frame contFrame;
    final Code contCode;

    Choice(Machine m, int trailTop, long barrier) {
        this(m, m.choice, trailTop, barrier);
    }

    /** The bottom of a machine's choice points: {@code previous} is null, for this one itself. */
    Choice(Machine m, @Nullable Choice previous, int trailTop, long barrier) {
        this.previous = previous == null ? this : previous;
        this.trailTop = trailTop;
        this.barrier = barrier;
        this.contFrame = m.contFrame;
        this.contCode = m.contCode;
    }

    Choice(Machine m) {
        this(m, m.trailTop, m.serial);
    }

    /**
     * Continues the search here: bindings have been undone already. Pops itself when this is its
     * last alternative.
     */
    abstract @Nullable Code retry(Machine m);

    /** Called when a cut or an exception removes this choice point. */
    void removed(Machine m, @Nullable Throwable cause) {}

    /**
     * Whether what runs above this choice point is a question whose answer must be known at once,
     * so that it cannot wait for a table to be filled: a condition, a collection of all solutions.
     */
    boolean forbidsWaiting() {
        return false;
    }

    /** Whether {@link #removed} does anything. */
    boolean watchesRemoval() {
        return false;
    }
}
