package dev.clew.rules.arithmetic;

import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Numeric;

/** A function that may stand in an expression. {@link Evaluables} finds it by its functor. */
public final class Evaluable {
    private final Functor functor;
    private final int code;

    Evaluable(Functor functor, int code) {
        this.functor = functor;
        this.code = code;
    }

    /** Name and arity; the arity is 0, 1 or 2. */
    public Functor functor() {
        return functor;
    }

    /** The value, for a function without arguments. */
    public Numeric apply0(ArithmeticContext context) {
        return Constants.apply(code, context);
    }

    /** The value at {@code x}, for a function with one argument. */
    public Numeric apply1(Numeric x, ArithmeticContext context) {
        return Functions.apply(code, x, context);
    }

    /** The value at {@code x} and {@code y}, for a function with two arguments. */
    public Numeric apply2(Numeric x, Numeric y, ArithmeticContext context) {
        return Operations.apply(code, x, y, context);
    }

    /**
     * Whether the value depends on nothing but the arguments and the flags, so that it may be
     * computed ahead of time.
     */
    public boolean isPure() {
        return functor.arity() == 0
                ? Constants.isPure(code)
                : functor.arity() != 1 || Functions.isPure(code);
    }
}
