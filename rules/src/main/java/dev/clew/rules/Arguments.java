package dev.clew.rules;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.lang.reflect.Type;
import java.math.BigInteger;

/**
 * The arguments of a call of a predicate that is written in Java, counted from 0. What does not fit
 * raises the usual errors: an instantiation error for a variable, else a type error.
 */
public final class Arguments {
    private final Machine m;
    private final Term[] args;

    Arguments(Machine m, Term[] args) {
        this.m = m;
        this.args = args;
    }

    /** How many arguments there are. */
    public int size() {
        return args.length;
    }

    /** An argument as a term: never a bound variable. */
    public Term get(int index) {
        return args[index].deref();
    }

    /** Whether an argument is an unbound variable: an output of this call. */
    public boolean isVariable(int index) {
        return get(index) instanceof Var;
    }

    /** The text of an atom or string. */
    public String string(int index) {
        return as(index, String.class);
    }

    /** The value of an integer of at most 64 bits. */
    public long integer(int index) {
        return as(index, Long.class);
    }

    /** The value of a number. */
    public double decimal(int index) {
        return as(index, Double.class);
    }

    /** An argument as a Java value; see {@link Mapping}. */
    public <T> T as(int index, Class<T> type) {
        @SuppressWarnings("unchecked")
        T value = (T) convert(get(index), type);
        return value;
    }

    /**
     * Unifies an argument with the term that a Java value stands for; returns whether they agree.
     */
    public boolean unify(int index, Object value) {
        return m.unify(args[index], Mapping.term(value));
    }

    /** Converts an argument, with the errors that programs expect. */
    static Object convert(Term t, Type type) {
        if (t instanceof Var && !(type instanceof Class<?> c && c.isAssignableFrom(Var.class))) {
            throw Errors.instantiation();
        }
        try {
            return Mapping.java(t, type);
        } catch (ConversionException e) {
            throw mismatch(t, type, e);
        }
    }

    private static PrologError mismatch(Term t, Type type, ConversionException e) {
        String name = typeName(type);
        boolean tooLarge = name.equals("integer") && t instanceof Numeric n && isInteger(n);
        if (tooLarge) {
            return Errors.representation("max_integer");
        }
        Term formal = Struct.of("type_error", Atom.of(name), t);
        return Errors.of(formal, String.valueOf(e.getMessage()).replace("\n", " "));
    }

    private static boolean isInteger(Numeric n) {
        return !(n instanceof Flt);
    }

    private static String typeName(Type type) {
        if (!(type instanceof Class<?> c)) {
            return Shapes.snakeCase(type.getTypeName());
        } else if (c == int.class
                || c == long.class
                || c == Integer.class
                || c == Long.class
                || c == BigInteger.class) {
            return "integer";
        } else if (c == double.class || c == Double.class) {
            return "number";
        } else if (c == String.class) {
            return "text";
        } else if (c.isRecord()) {
            return Shapes.of(c).functor.name().name();
        }
        return Shapes.snakeCase(c.getSimpleName());
    }
}
