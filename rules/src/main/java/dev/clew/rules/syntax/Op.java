package dev.clew.rules.syntax;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;

/** An operator definition. Priority 0 says that the name is no operator of this class. */
public final class Op {
    private final Atom name;
    private final OpType type;
    private final int priority;
    private final int leftMax;
    private final int rightMax;
    private final Functor functor;
    private final boolean extension;

    Op(Atom name, OpType type, int priority, boolean extension) {
        assert priority >= 0 && priority <= 1200;
        this.name = name;
        this.type = type;
        this.priority = priority;
        this.extension = extension;
        this.leftMax = type == OpType.YFX || type == OpType.YF ? priority : priority - 1;
        this.rightMax = type == OpType.XFY || type == OpType.FY ? priority : priority - 1;
        this.functor = Functor.of(name, type.isInfix() ? 2 : 1);
    }

    /** The operator's name. */
    public Atom name() {
        return name;
    }

    /** Class and associativity. */
    public OpType type() {
        return type;
    }

    /** The priority, 0 to 1200; 0 means that there is no such operator. */
    public int priority() {
        return priority;
    }

    /** The highest priority that the left operand may have. */
    public int leftMax() {
        return leftMax;
    }

    /** The highest priority that the right operand may have. */
    public int rightMax() {
        return rightMax;
    }

    /** The functor of terms that are written with this operator. */
    Functor functor() {
        return functor;
    }

    /**
     * Whether this is a predefined operator that ISO does not have. As an atom it may stand where
     * an operand is wanted, so that programs which know nothing of it read as before.
     */
    boolean isExtension() {
        return extension;
    }
}
