package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

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
}
