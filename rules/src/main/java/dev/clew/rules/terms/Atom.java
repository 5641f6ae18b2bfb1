package dev.clew.rules.terms;

import org.jspecify.annotations.Nullable;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An atom. There is one object for each text while it is in use, so atoms are compared with {@code
 * ==}; atoms that nothing refers to any more are collected. The table behind this is, like that of
 * {@link String#intern}, shared by all engines of a JVM and not observable.
 */
public final class Atom extends Atomic {
    /** At least this many new atoms come between two sweeps of the table. */
    private static final int SWEEP_INTERVAL = 1 << 15;

    private static final ConcurrentHashMap<String, Entry> TABLE = new ConcurrentHashMap<>(4096);
    private static final AtomicInteger UNTIL_SWEEP = new AtomicInteger(SWEEP_INTERVAL);
    private static final Functor[] NONE = {};

    /** {@code []}. */
    public static final Atom NIL = of("[]");

    /** {@code {}}. */
    public static final Atom CURLY = of("{}");

    /** {@code true}. */
    public static final Atom TRUE = of("true");

    /** {@code false}. */
    public static final Atom FALSE = of("false");

    /** {@code fail}. */
    public static final Atom FAIL = of("fail");

    /** {@code -}. */
    public static final Atom MINUS = of("-");

    /** The empty atom. */
    public static final Atom EMPTY = of("");

    /** {@code end_of_file}. */
    public static final Atom END_OF_FILE = of("end_of_file");

    /** {@code user}. */
    public static final Atom USER = of("user");

    /** {@code system}. */
    public static final Atom SYSTEM = of("system");

    private static final class Entry extends WeakReference<Atom> {
        private final String name;

        Entry(Atom atom) {
            super(atom);
            this.name = atom.name;
        }
    }

    private final String name;
    private final int key;
    private volatile Functor[] functors = NONE;

    private Atom(String name) {
        this.name = name;
        int h = name.hashCode() * 0x9E3779B1;
        this.key = h == 0 ? 1 : h;
    }

    /** The atom with this text. */
    public static Atom of(String name) {
        Entry known = TABLE.get(name);
        if (known != null) {
            Atom atom = known.get();
            if (atom != null) {
                return atom;
            }
        }
        return intern(name);
    }

    private static Atom intern(String name) {
        Atom fresh = new Atom(name);
        Entry entry = new Entry(fresh);
        while (true) {
            Entry other = TABLE.putIfAbsent(name, entry);
            if (other == null) {
                if (UNTIL_SWEEP.decrementAndGet() == 0) {
                    sweep();
                }
                return fresh;
            }
            Atom atom = other.get();
            if (atom != null) {
                return atom;
            }
            TABLE.remove(name, other);
        }
    }

    /**
     * Drops the entries of atoms that were collected. A reference queue would not do: the thread
     * that fills it may fall behind one that makes atoms, until the entries fill the memory.
     */
    public static void sweep() {
        int live = 0;
        for (Entry e : TABLE.values()) {
            if (e.get() != null) {
                live++;
            } else {
                TABLE.remove(e.name, e);
            }
        }
        UNTIL_SWEEP.set(Math.max(SWEEP_INTERVAL, live / 4));
    }

    /** The atom of one character, given as a code point. */
    public static Atom ofCodePoint(int codePoint) {
        return codePoint < 256 ? Chars.LATIN[codePoint] : of(Character.toString(codePoint));
    }

    private static final class Chars {
        static final Atom[] LATIN = new Atom[256];

        static {
            for (int i = 0; i < 256; i++) {
                LATIN[i] = of(Character.toString(i));
            }
        }
    }

    /** The text. */
    public String name() {
        return name;
    }

    Functor functor(int arity) {
        for (Functor f : functors) {
            if (f.arity() == arity) {
                return f;
            }
        }
        return addFunctor(arity);
    }

    private synchronized Functor addFunctor(int arity) {
        Functor[] known = functors;
        for (Functor f : known) {
            if (f.arity() == arity) {
                return f;
            }
        }
        Functor fresh = new Functor(this, arity);
        Functor[] longer = Arrays.copyOf(known, known.length + 1);
        longer[known.length] = fresh;
        functors = longer;
        return fresh;
    }

    @Override
    public int key() {
        return key;
    }

    /** How many atoms are in use now; for statistics. */
    public static int count() {
        sweep();
        return TABLE.size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return key;
    }
}
