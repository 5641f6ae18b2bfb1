package dev.clew.rules.arithmetic;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import java.math.BigInteger;

/** Short names for the expressions that the tests evaluate. */
final class Expressions {
    private Expressions() {}

    static Numeric i(long value) {
        return Int.of(value);
    }

    static Numeric i(String digits) {
        return Int.of(new BigInteger(digits));
    }

    static Numeric i(BigInteger value) {
        return Int.of(value);
    }

    static Numeric d(double value) {
        return Flt.of(value);
    }

    static Term a(String name) {
        return Atom.of(name);
    }

    static Term t(String name, Term... args) {
        return Struct.of(name, args);
    }

    /** The value as text, or the formal part of the error. */
    static String value(Term expression) {
        return value(expression, ArithmeticContext.STANDARD);
    }

    static String value(Term expression, ArithmeticContext context) {
        try {
            return text(Arithmetic.eval(expression, context));
        } catch (PrologError e) {
            return formal(e);
        }
    }

    static String value(String name, Term... args) {
        return value(args.length == 0 ? a(name) : t(name, args));
    }

    static String formal(PrologError e) {
        return ((Struct) e.term()).arg(0).toString();
    }

    static String text(Numeric n) {
        return n.toString();
    }

    static BigInteger big(Numeric n) {
        return n instanceof Int x ? BigInteger.valueOf(x.value()) : ((BigInt) n).value();
    }
}
