package dev.clew.rules;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What records, enums and sealed interfaces look like as terms. Looked up once for each class. */
final class Shapes {
    private static final ClassValue<RecordShape> RECORDS =
            new ClassValue<>() {
                @Override
                protected RecordShape computeValue(Class<?> type) {
                    return new RecordShape(type);
                }
            };

    private static final ClassValue<Map<Functor, Class<?>>> CASES =
            new ClassValue<>() {
                @Override
                protected Map<Functor, Class<?>> computeValue(Class<?> type) {
                    Map<Functor, Class<?>> cases = new HashMap<>();
                    addCases(type, cases);
                    return Map.copyOf(cases);
                }
            };

    private static final ClassValue<Map<Atom, Object>> CONSTANTS =
            new ClassValue<>() {
                @Override
                protected Map<Atom, Object> computeValue(Class<?> type) {
                    Map<Atom, Object> constants = new HashMap<>();
                    for (Object c : type.getEnumConstants()) {
                        constants.put(atom((Enum<?>) c), c);
                    }
                    return Map.copyOf(constants);
                }
            };

    private Shapes() {}

    static RecordShape of(Class<?> record) {
        return RECORDS.get(record);
    }

    /** The records and enum constants below a sealed type, by what they look like. */
    static Map<Functor, Class<?>> cases(Class<?> sealed) {
        return CASES.get(sealed);
    }

    /** The constants of an enum. */
    static Map<Atom, Object> constants(Class<?> type) {
        return CONSTANTS.get(type);
    }

    private static void addCases(Class<?> type, Map<Functor, Class<?>> cases) {
        if (type.isRecord()) {
            addCase(of(type).functor, type, cases);
        } else if (type.isEnum()) {
            for (Atom constant : constants(type).keySet()) {
                addCase(Functor.of(constant, 0), type, cases);
            }
        } else if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                addCases(permitted, cases);
            }
        } else {
            throw new ConversionException(
                    "The class ("
                            + type.getName()
                            + ") is neither a record nor an enum nor sealed, so terms cannot be"
                            + " read as one of its kind.");
        }
    }

    private static void addCase(Functor f, Class<?> type, Map<Functor, Class<?>> cases) {
        Class<?> other = cases.put(f, type);
        if (other != null && other != type) {
            throw new ConversionException(
                    "Both "
                            + other.getName()
                            + " and "
                            + type.getName()
                            + " stand for ("
                            + f
                            + ").\nMaybe give one of them another name with @TermName.");
        }
    }

    /** The atom that an enum constant stands for. */
    static Atom atom(Enum<?> constant) {
        TermName name = null;
        try {
            name =
                    constant.getDeclaringClass()
                            .getField(constant.name())
                            .getAnnotation(TermName.class);
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
        return Atom.of(name == null ? lowerCase(constant.name()) : name.value());
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * {@code OrderLine} becomes {@code order_line}, {@code HTTPServer} becomes {@code http_server}.
     */
    static String snakeCase(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean afterSmall = i > 0 && !Character.isUpperCase(name.charAt(i - 1));
            boolean beforeSmall =
                    i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
            boolean startsWord = Character.isUpperCase(c) && i > 0 && (afterSmall || beforeSmall);
            if (startsWord && out.charAt(out.length() - 1) != '_') {
                out.append('_');
            }
            out.append(Character.toLowerCase(c));
        }
        return out.toString();
    }

    /** A record class: its functor, and how to take it apart and put it together. */
    static final class RecordShape {
        final Class<?> type;
        final Functor functor;
        final String[] names;
        final Type[] types;
        private final MethodHandle[] accessors;
        private @Nullable MethodHandle constructor;

        private RecordShape(Class<?> type) {
            this.type = type;
            RecordComponent[] components = type.getRecordComponents();
            TermName name = type.getAnnotation(TermName.class);
            String text = name == null ? snakeCase(type.getSimpleName()) : name.value();
            functor = Functor.of(text, components.length);
            names = new String[components.length];
            types = new Type[components.length];
            accessors = new MethodHandle[components.length];
            for (int i = 0; i < components.length; i++) {
                names[i] = components[i].getName();
                types[i] = components[i].getGenericType();
                Method accessor = components[i].getAccessor();
                accessors[i] =
                        open(accessor, MethodHandles.lookup()::unreflect)
                                .asType(MethodType.methodType(Object.class, Object.class));
            }
        }

        /** The value of a component. */
        @Nullable Object component(Object record, int i) {
            try {
                return accessors[i].invokeExact(record);
            } catch (Throwable e) {
                throw failure(e);
            }
        }

        /** A record of these components. */
        Object make(Object[] components) {
            try {
                return constructor().invokeExact(components);
            } catch (Throwable e) {
                throw failure(e);
            }
        }

        private synchronized MethodHandle constructor() {
            MethodHandle known = constructor;
            if (known == null) {
                known = findConstructor();
                constructor = known;
            }
            return known;
        }

        private MethodHandle findConstructor() {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] parameters = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                parameters[i] = components[i].getType();
            }
            try {
                Constructor<?> c = type.getDeclaredConstructor(parameters);
                return open(c, MethodHandles.lookup()::unreflectConstructor)
                        .asSpreader(Object[].class, parameters.length)
                        .asType(MethodType.methodType(Object.class, Object[].class));
            } catch (NoSuchMethodException e) {
                throw new AssertionError(e);
            }
        }

        /**
         * The constructor of a record checks its invariants; what it throws says more than we know.
         */
        private static RuntimeException failure(Throwable e) {
            if (e instanceof RuntimeException r) {
                return r;
            } else if (e instanceof Error error) {
                throw error;
            }
            return new IllegalStateException(e);
        }
    }

    /** Turns a reflected member into a handle. */
    private interface Unreflect<M> {
        MethodHandle of(M member) throws IllegalAccessException;
    }

    private static <M extends AccessibleObject & Member> MethodHandle open(
            M member, Unreflect<M> how) {
        makeAccessible(member);
        try {
            return how.of(member);
        } catch (IllegalAccessException e) {
            throw inaccessible(member);
        }
    }

    /** Lets us use a member of a class of the host. */
    static <M extends AccessibleObject & Member> void makeAccessible(M member) {
        try {
            member.setAccessible(true);
        } catch (RuntimeException e) {
            throw inaccessible(member);
        }
    }

    private static ConversionException inaccessible(Member member) {
        Class<?> owner = member.getDeclaringClass();
        return new ConversionException(
                "The class ("
                        + owner.getName()
                        + ") is hidden from Clew by its module.\nMaybe add `opens "
                        + owner.getPackageName()
                        + " to dev.clew.rules;` to module-info.java.");
    }
}
