package dev.clew.rules;

import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Det;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.NonDet;
import dev.clew.rules.machine.Redo;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Predicates that are annotated methods of an object. */
final class Methods {
    private Methods() {}

    static void register(Database db, Object object) {
        int count = 0;
        for (Method method : object.getClass().getDeclaredMethods()) {
            Predicate predicate = method.getAnnotation(Predicate.class);
            if (predicate != null) {
                register(db, object, method, Engine.indicator(predicate.value()));
                count++;
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException(
                    "The class ("
                            + object.getClass().getName()
                            + ") has no methods annotated with @Predicate.");
        }
    }

    private static void register(Database db, Object object, Method method, Functor f) {
        Shapes.makeAccessible(method);
        boolean isTest = isTest(method);
        int wanted = method.getParameterCount() + (isTest ? 0 : 1);
        if (f.arity() != wanted) {
            throw new IllegalArgumentException(
                    "The predicate ("
                            + f
                            + ") must have the arity "
                            + wanted
                            + " to be the method "
                            + method.getName()
                            + ": its "
                            + method.getParameterCount()
                            + " parameters"
                            + (isTest ? "." : " and its value."));
        }
        Call call = new Call(object, method);
        if (isMany(method.getReturnType())) {
            NonDet code = call::solutions;
            db.defineMany(f, code);
        } else {
            Det code = isTest ? call::test : call::value;
            db.define(f, code);
        }
    }

    private static boolean isTest(Method method) {
        Class<?> type = method.getReturnType();
        return type == boolean.class || type == Boolean.class || type == void.class;
    }

    private static boolean isMany(Class<?> type) {
        return Stream.class.isAssignableFrom(type)
                || Iterator.class.isAssignableFrom(type)
                || type == Iterable.class;
    }

    /** Calls a method for a predicate. */
    private static final class Call {
        private final @Nullable Object object;
        private final Method method;
        private final Type[] types;

        Call(Object object, Method method) {
            this.object = Modifier.isStatic(method.getModifiers()) ? null : object;
            this.method = method;
            this.types = method.getGenericParameterTypes();
        }

        private @Nullable Object invoke(Machine m, Term[] args) {
            Object[] values = new Object[types.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = Arguments.convert(args[i].deref(), types[i]);
            }
            try {
                return method.invoke(object, values);
            } catch (InvocationTargetException e) {
                Throwable cause = e.getCause();
                if (cause instanceof Error error) {
                    throw error;
                }
                throw JavaFailures.error(m, cause == null ? e : cause);
            } catch (IllegalAccessException e) {
                throw JavaFailures.error(m, e);
            }
        }

        boolean test(Machine m, Term[] args) {
            return !Boolean.FALSE.equals(invoke(m, args));
        }

        boolean value(Machine m, Term[] args) {
            Object value = invoke(m, args);
            if (value instanceof Optional<?> o) {
                return o.isPresent() && unify(m, args, o.get());
            }
            return unify(m, args, value);
        }

        private boolean unify(Machine m, Term[] args, @Nullable Object value) {
            Term t;
            try {
                t = Mapping.term(value);
            } catch (ConversionException e) {
                throw JavaFailures.error(m, e);
            }
            return m.unify(args[args.length - 1], t);
        }

        @Nullable Redo solutions(Machine m, Term[] args) {
            Object value = invoke(m, args);
            Term last = args[args.length - 1];
            if (value instanceof Stream<?> s) {
                return new Solutions(m, s.iterator(), s, Solutions.with(last));
            } else if (value instanceof Iterable<?> i) {
                return new Solutions(m, i.iterator(), () -> {}, Solutions.with(last));
            } else if (value instanceof Iterator<?> i) {
                return new Solutions(m, i, () -> {}, Solutions.with(last));
            }
            throw JavaFailures.error(m, new NullPointerException(method + " returned null."));
        }
    }

    /** Unifies the arguments of a call with the items of a row. */
    static boolean unifyRow(Machine m, Term[] args, Object row) {
        Term t = Mapping.term(row instanceof Object[] array ? Arrays.asList(array) : row);
        List<Term> items =
                row instanceof Record && t instanceof Struct s
                        ? List.of(s.args)
                        : Lists.itemsOrNull(t);
        if (items == null || items.size() != args.length) {
            throw new ConversionException(
                    "The row ("
                            + Words.brief(t)
                            + ") must be a list, an array or a record with "
                            + args.length
                            + " items.");
        }
        for (int i = 0; i < args.length; i++) {
            if (!m.unify(args[i], items.get(i))) {
                return false;
            }
        }
        return true;
    }
}
