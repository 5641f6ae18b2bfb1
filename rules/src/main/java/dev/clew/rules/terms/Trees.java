package dev.clew.rules.terms;

import dev.clew.rules.limits.Watch;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Map;

/** Tells finite terms, which are trees, from cyclic ones. */
public final class Trees {
    private Trees() {}

    /**
     * Whether no compound is its own part: a depth-first search, exact, but with a table of all
     * compounds.
     */
    public static boolean isFinite(Term term) {
        Map<Compound, Boolean> finished = new IdentityHashMap<>();
        ArrayDeque<Compound> path = new ArrayDeque<>();
        ArrayDeque<int[]> next = new ArrayDeque<>();
        int steps = 0;
        if (term.deref() instanceof Compound c) {
            finished.put(c, false);
            path.push(c);
            next.push(new int[1]);
        }
        while (!path.isEmpty()) {
            Watch.check(++steps);
            Compound c = path.element();
            int i = next.element()[0]++;
            if (i >= c.arity()) {
                finished.put(c, true);
                path.pop();
                next.pop();
            } else if (c.arg(i).deref() instanceof Compound part) {
                Boolean known = finished.putIfAbsent(part, false);
                if (known == null) {
                    path.push(part);
                    next.push(new int[1]);
                } else if (!known) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * How many compounds a finite term has if shared ones count each time; {@code Long.MAX_VALUE}
     * for more than that.
     */
    public static long size(Term term) {
        Map<Compound, Long> sizes = new IdentityHashMap<>();
        ArrayDeque<Compound> path = new ArrayDeque<>();
        if (term.deref() instanceof Compound c) {
            path.push(c);
        }
        int steps = 0;
        while (!path.isEmpty()) {
            Watch.check(++steps);
            Compound c = path.element();
            Long size = sizes.containsKey(c) ? sizes.get(c) : sizeOrPart(c, sizes, path);
            if (size != null) {
                sizes.put(c, size);
                path.pop();
            }
        }
        return term.deref() instanceof Compound c ? sizes.getOrDefault(c, 0L) : 0;
    }

    /** The size, if those of all parts are known; else null, with the unknown parts pushed. */
    private static @Nullable Long sizeOrPart(
            Compound c, Map<Compound, Long> sizes, ArrayDeque<Compound> path) {
        long size = 1;
        boolean known = true;
        for (int i = c.arity() - 1; i >= 0; i--) {
            if (c.arg(i).deref() instanceof Compound part) {
                Long of = sizes.get(part);
                if (of == null) {
                    path.push(part);
                    known = false;
                } else {
                    size = of > Long.MAX_VALUE - size ? Long.MAX_VALUE : size + of;
                }
            }
        }
        return known ? size : null;
    }
}
