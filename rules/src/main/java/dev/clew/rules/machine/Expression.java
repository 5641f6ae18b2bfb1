package dev.clew.rules.machine;

import dev.clew.rules.arithmetic.Arithmetic;
import dev.clew.rules.arithmetic.Evaluable;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

/**
 * An arithmetic expression of a clause, prepared for evaluation. The common functions have the case
 * of two 64-bit integers inline.
 */
abstract class Expression {
    abstract Numeric eval(Machine m, Term[] v);

    /** The term that it stands for; to show it where the evaluation has failed. */
    abstract Term build(Machine m, Term[] v);

    /** A number. */
    static final class Constant extends Expression {
        final Numeric value;

        Constant(Numeric value) {
            this.value = value;
        }

        @Override
        Numeric eval(Machine m, Term[] v) {
            return value;
        }

        @Override
        Term build(Machine m, Term[] v) {
            return value;
        }
    }

    /** A variable that has a value by now. */
    static final class Variable extends Expression {
        final int index;

        Variable(int index) {
            this.index = index;
        }

        @Override
        Numeric eval(Machine m, Term[] v) {
            Term t = v[index].deref();
            return t instanceof Int i ? i : Arithmetic.eval(t, m.arithmetic);
        }

        @Override
        Term build(Machine m, Term[] v) {
            return v[index].deref();
        }
    }

    /** Anything else: built as a term and interpreted. */
    static final class Interpreted extends Expression {
        final Pattern term;

        Interpreted(Pattern term) {
            this.term = term;
        }

        @Override
        Numeric eval(Machine m, Term[] v) {
            return Arithmetic.eval(term.build(m, v), m.arithmetic);
        }

        @Override
        Term build(Machine m, Term[] v) {
            return term.build(m, v);
        }
    }

    /** A function without arguments, such as {@code pi}. */
    static final class Nullary extends Expression {
        final Evaluable function;

        Nullary(Evaluable function) {
            this.function = function;
        }

        @Override
        Numeric eval(Machine m, Term[] v) {
            return function.apply0(m.arithmetic);
        }

        @Override
        Term build(Machine m, Term[] v) {
            return function.functor().name();
        }
    }

    /** A function of one argument. */
    static final class Unary extends Expression {
        final Evaluable function;
        final Expression argument;

        Unary(Evaluable function, Expression argument) {
            this.function = function;
            this.argument = argument;
        }

        @Override
        Numeric eval(Machine m, Term[] v) {
            return function.apply1(argument.eval(m, v), m.arithmetic);
        }

        @Override
        Term build(Machine m, Term[] v) {
            return Struct.of(function.functor(), argument.build(m, v));
        }
    }

    /** A function of two arguments. */
    static class Binary extends Expression {
        final Evaluable function;
        final Expression left;
        final Expression right;

        Binary(Evaluable function, Expression left, Expression right) {
            this.function = function;
            this.left = left;
            this.right = right;
        }

        @Override
        Numeric eval(Machine m, Term[] v) {
            Numeric x = left.eval(m, v);
            return function.apply2(x, right.eval(m, v), m.arithmetic);
        }

        @Override
        Term build(Machine m, Term[] v) {
            Term x = left.build(m, v);
            return Struct.of(function.functor(), x, right.build(m, v));
        }

        static Expression of(Evaluable function, Expression left, Expression right) {
            String name = function.functor().name().name();
            if (name.length() == 1) {
                switch (name.charAt(0)) {
                    case '+':
                        return right instanceof Constant c && c.value instanceof Int i
                                ? new AddConstant(function, left, right, i.value())
                                : new Add(function, left, right);
                    case '-':
                        return right instanceof Constant c
                                        && c.value instanceof Int i
                                        && i.value() != Long.MIN_VALUE
                                ? new AddConstant(function, left, right, -i.value())
                                : new Subtract(function, left, right);
                    case '*':
                        return new Multiply(function, left, right);
                    default:
                        break;
                }
            }
            return new Binary(function, left, right);
        }
    }

    private static final class Add extends Binary {
        Add(Evaluable function, Expression left, Expression right) {
            super(function, left, right);
        }

        @Override
        Numeric eval(Machine m, Term[] v) {
            Numeric x = left.eval(m, v);
            Numeric y = right.eval(m, v);
            if (x instanceof Int i && y instanceof Int j) {
                long p = i.value();
                long q = j.value();
                long sum = p + q;
                if (((p ^ sum) & (q ^ sum)) >= 0) {
                    return Int.of(sum);
                }
            }
            return function.apply2(x, y, m.arithmetic);
        }
    }

    private static final class AddConstant extends Binary {
        private final long constant;

        AddConstant(Evaluable function, Expression left, Expression right, long constant) {
            super(function, left, right);
            this.constant = constant;
        }

        @Override
        Numeric eval(Machine m, Term[] v) {
            Numeric x = left.eval(m, v);
            if (x instanceof Int i) {
                long p = i.value();
                long sum = p + constant;
                if (((p ^ sum) & (constant ^ sum)) >= 0) {
                    return Int.of(sum);
                }
            }
            return function.apply2(x, right.eval(m, v), m.arithmetic);
        }
    }

    private static final class Subtract extends Binary {
        Subtract(Evaluable function, Expression left, Expression right) {
            super(function, left, right);
        }

        @Override
        Numeric eval(Machine m, Term[] v) {
            Numeric x = left.eval(m, v);
            Numeric y = right.eval(m, v);
            if (x instanceof Int i && y instanceof Int j) {
                long p = i.value();
                long q = j.value();
                long difference = p - q;
                if (((p ^ q) & (p ^ difference)) >= 0) {
                    return Int.of(difference);
                }
            }
            return function.apply2(x, y, m.arithmetic);
        }
    }

    private static final class Multiply extends Binary {
        Multiply(Evaluable function, Expression left, Expression right) {
            super(function, left, right);
        }

        @Override
        Numeric eval(Machine m, Term[] v) {
            Numeric x = left.eval(m, v);
            Numeric y = right.eval(m, v);
            if (x instanceof Int i && y instanceof Int j) {
                long p = i.value();
                long q = j.value();
                long product = p * q;
                if (Math.multiplyHigh(p, q) == product >> 63) {
                    return Int.of(product);
                }
            }
            return function.apply2(x, y, m.arithmetic);
        }
    }
}
