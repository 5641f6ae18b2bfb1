package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The environment of a running clause: its variables that outlive the first call, where to continue
 * afterwards, and what a cut cuts back to. Frames live on the Java heap and are linked, so
 * recursion is as deep as memory allows and frames that nothing can return to are collected.
 */
class Frame {
    static final Term[] NO_VARS = {};

    final @Nullable Frame contFrame;
    final Code contCode;
    final Term[] vars;
    final Choice cutBarrier;

    /** The number of frames below this one, for depth limits. */
    final int depth;

    Frame(@Nullable Frame contFrame, Code contCode, Term[] vars, Choice cutBarrier) {
        this.contFrame = contFrame;
        this.contCode = contCode;
        this.vars = vars;
        this.cutBarrier = cutBarrier;
        this.depth = contFrame == null ? 0 : contFrame.depth + 1;
    }

    /**
     * This frame for another run of the same continuation.
     *
     * @param cont the frame to return to
     * @param cut what a cut cuts back to
     */
    Frame copy(@Nullable Frame cont, Choice cut) {
        return new Frame(cont, contCode, vars.length == 0 ? vars : vars.clone(), cut);
    }

    /**
     * Copies of the frames from {@code top} down to {@code root}, which {@code anchor} replaces.
     */
    static Frame copies(@Nullable Frame top, AnswerFrame root, AnswerFrame anchor) {
        Frame below = anchor;
        for (Frame f : between(top, root)) {
            below = f.copy(below, anchor.base);
        }
        return below;
    }

    /** As {@link #copies}, ready to run: each {@code catch/3} gets a new choice point. */
    static Frame reinstated(Machine m, Frame top, AnswerFrame root, AnswerFrame anchor) {
        Frame below = anchor;
        for (Frame f : between(top, root)) {
            below = f instanceof CatchFrame c ? c.reinstated(m, below) : f.copy(below, m.choice);
        }
        return below;
    }

    private static List<Frame> between(@Nullable Frame top, AnswerFrame root) {
        if (top == root) {
            return List.of();
        }
        List<Frame> frames = new ArrayList<>();
        for (Frame f = top; f != null && f != root; f = f.contFrame) {
            frames.add(f);
        }
        return frames.reversed();
    }
}
