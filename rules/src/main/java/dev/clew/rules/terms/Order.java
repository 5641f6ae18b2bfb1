package dev.clew.rules.terms;

import dev.clew.rules.limits.Watch;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;

/**
 * The standard order of terms (ISO 7.2): variables, then floats, integers, strings, atoms,
 * compounds. Variables go by age; numbers by value; atoms and strings by their characters;
 * compounds by arity, name, then arguments from the left. Deep and cyclic terms are fine:
 * comparison uses no Java stack, and after many steps it remembers which pairs it has met.
 */
public final class Order {
    private static final int SHALLOW = 100;
    private static final int CYCLE_SUSPICION = 1_000_000;

    /** In place of an order: the terms are too deep or too long for the quick way. */
    private static final int GIVEN_UP = Integer.MIN_VALUE;

    private Order() {}

    /**
     * Negative, zero or positive as {@code a} comes before, is identical to, or comes after {@code
     * b}.
     */
    public static int compare(Term a, Term b) {
        a = a.deref();
        b = b.deref();
        if (a == b) {
            return 0;
        }
        if (a instanceof Compound && b instanceof Compound) {
            int order = compareCompounds((Compound) a, (Compound) b, 0, new Steps());
            return order != GIVEN_UP ? order : new Walk().compare(a, b);
        }
        return compareSimple(a, b);
    }

    /** Whether the terms are the same without binding anything ({@code ==/2}). */
    public static boolean identical(Term a, Term b) {
        a = a.deref();
        b = b.deref();
        if (a == b) {
            return true;
        }
        if (a instanceof Atom || b instanceof Atom || a instanceof Var || b instanceof Var) {
            return false;
        }
        return compare(a, b) == 0;
    }

    /**
     * Recursive on all arguments but the last, which is followed in a loop; deep or long terms are
     * {@link #GIVEN_UP}.
     */
    private static int compareCompounds(Compound x, Compound y, int depth, Steps steps) {
        Watch.check(++steps.count);
        if (depth > SHALLOW || steps.count > CYCLE_SUSPICION) {
            return GIVEN_UP;
        }
        while (true) {
            if (x.functor() != y.functor()) {
                int byArity = Integer.compare(x.arity(), y.arity());
                return byArity != 0 ? byArity : compareText(x.name().name(), y.name().name());
            }
            int last = x.arity() - 1;
            if (last < 0) {
                return 0;
            }
            for (int i = 0; i < last; i++) {
                int c = compareArguments(x.arg(i).deref(), y.arg(i).deref(), depth, steps);
                if (c != 0) {
                    return c;
                }
            }
            Term a = x.arg(last).deref();
            Term b = y.arg(last).deref();
            if (a == b) {
                return 0;
            } else if (!(a instanceof Compound c) || !(b instanceof Compound d)) {
                return compareSimple(a, b);
            } else if (++steps.count > CYCLE_SUSPICION) {
                return GIVEN_UP;
            } else {
                x = c;
                y = d;
            }
        }
    }

    /** How many compounds were compared: terms that share parts may be long without being large. */
    private static final class Steps {
        int count;
    }

    private static int compareArguments(Term a, Term b, int depth, Steps steps) {
        if (a == b) {
            return 0;
        }
        return a instanceof Compound x && b instanceof Compound y
                ? compareCompounds(x, y, depth + 1, steps)
                : compareSimple(a, b);
    }

    private static int rank(Term t) {
        if (t instanceof Var) {
            return 0;
        } else if (t instanceof Numeric) {
            return 1;
        } else if (t instanceof Opaque) {
            return 2;
        } else if (t instanceof Str) {
            return 3;
        } else if (t instanceof Atom) {
            return 4;
        }
        return 5;
    }

    private static int compareSimple(Term a, Term b) {
        int ra = rank(a);
        int rb = rank(b);
        if (ra != rb) {
            return ra < rb ? -1 : 1;
        }
        if (a instanceof Var va) {
            int byAge = Long.compare(va.serial, ((Var) b).serial);
            return byAge != 0
                    ? byAge
                    : Integer.compare(System.identityHashCode(a), System.identityHashCode(b));
        } else if (a instanceof Atom atom) {
            return compareText(atom.name(), ((Atom) b).name());
        } else if (a instanceof Numeric number) {
            return compareNumbers(number, (Numeric) b);
        } else if (a instanceof Str s) {
            return compareText(s.value(), ((Str) b).value());
        } else if (a instanceof Opaque o) {
            return o.compareTo((Opaque) b);
        }
        return 0;
    }

    /** Compares text by code points. */
    public static int compareText(String a, String b) {
        int n = Math.min(a.length(), b.length());
        for (int i = 0; i < n; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean sx = Character.isSurrogate(x);
                boolean sy = Character.isSurrogate(y);
                return sx != sy ? (sx ? 1 : -1) : x - y;
            }
        }
        return a.length() - b.length();
    }

    /** All floats come before all integers (7.2.2, 7.2.3); within each kind, by value. */
    public static int compareNumbers(Numeric a, Numeric b) {
        if (a instanceof Int x && b instanceof Int y) {
            return Long.compare(x.value(), y.value());
        }
        if (a instanceof Flt x) {
            return b instanceof Flt y ? Double.compare(x.value(), y.value()) : -1;
        }
        return b instanceof Flt ? 1 : compareValues(a, b);
    }

    /** Compares numbers of any kinds by their exact values; NaN comes first. */
    public static int compareValues(Numeric a, Numeric b) {
        if (a instanceof Flt x) {
            return b instanceof Flt y
                    ? Double.compare(x.value(), y.value())
                    : compareFloat(x.value(), b);
        }
        if (b instanceof Flt y) {
            return -compareFloat(y.value(), a);
        }
        return integer(a).compareTo(integer(b));
    }

    private static int compareFloat(double f, Numeric n) {
        if (Double.isNaN(f)) {
            return -1;
        }
        if (Double.isInfinite(f)) {
            return f > 0 ? 1 : -1;
        }
        if (n instanceof Int i && Math.abs(i.value()) <= 1L << 53) {
            return Double.compare(f, (double) i.value());
        }
        BigInteger integer = integer(n);
        if (integer.bitLength() > Double.MAX_EXPONENT + 1) {
            return -integer.signum();
        }
        return new BigDecimal(f).compareTo(new BigDecimal(integer));
    }

    private static BigInteger integer(Numeric n) {
        return n instanceof Int i ? BigInteger.valueOf(i.value()) : ((BigInt) n).value();
    }

    /** Left-to-right comparison of two compounds with a stack of its own. */
    private static final class Walk {
        private final ArrayDeque<Compound> lefts = new ArrayDeque<>();
        private final ArrayDeque<Compound> rights = new ArrayDeque<>();
        private int[] next = new int[16];
        private int steps;
        private @Nullable MetPairs met;

        int compare(Term a, Term b) {
            int result = enter(a, b);
            while (result == 0 && !lefts.isEmpty()) {
                int depth = lefts.size() - 1;
                Compound x = lefts.peek();
                Compound y = rights.peek();
                int i = next[depth]++;
                if (i == x.arity() - 1) {
                    lefts.pop();
                    rights.pop();
                }
                result = enter(x.arg(i), y.arg(i));
            }
            return result;
        }

        private int enter(Term a, Term b) {
            a = a.deref();
            b = b.deref();
            if (a == b) {
                return 0;
            }
            if (!(a instanceof Compound x) || !(b instanceof Compound y)) {
                return compareSimple(a, b);
            }
            if (x.functor() != y.functor()) {
                int byArity = Integer.compare(x.arity(), y.arity());
                return byArity != 0 ? byArity : compareText(x.name().name(), y.name().name());
            }
            Watch.check(++steps);
            if (x.arity() == 0 || (steps > CYCLE_SUSPICION && !firstMeeting(x, y))) {
                return 0;
            }
            push(x, y);
            return 0;
        }

        private boolean firstMeeting(Compound x, Compound y) {
            if (met == null) {
                met = new MetPairs();
            }
            return met.add(x, y);
        }

        private void push(Compound x, Compound y) {
            int depth = lefts.size();
            if (depth == next.length) {
                next = java.util.Arrays.copyOf(next, depth * 2);
            }
            next[depth] = 0;
            lefts.push(x);
            rights.push(y);
        }
    }
}
