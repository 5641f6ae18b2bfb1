package dev.clew.rules.builtins;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.Redo;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

/**
 * Parts of a text: {@code sub_atom/5} and {@code sub_string/5}. Whatever is known of the place or
 * of the part is used to go straight to the solutions.
 */
abstract class SubText {
    /** Makes a part into a term. */
    abstract Term make(String text);

    /** The text of a bound argument; throws what the predicate throws if it is none. */
    abstract String text(Machine m, Term bound);

    /** The solutions of {@code sub(Text, Before, Length, After, Sub)}, or null. */
    @Nullable Redo start(Machine m, Term[] a) {
        Points points = new Points(text(m, Arguments.bound(a[0])));
        Term sub = a[4].deref();
        String part = sub instanceof Var ? null : text(m, sub);
        long before = Arguments.count(a[1]);
        long length = Arguments.count(a[2]);
        long after = Arguments.count(a[3]);
        int total = points.length();
        if (before > total || length > total || after > total) {
            return null;
        }
        if (part != null) {
            return find(points, part, (int) before, (int) after, a);
        }
        return split(points, (int) before, (int) length, (int) after, a);
    }

    private static @Nullable Redo find(
            Points points, String part, int before, int after, Term[] a) {
        int size = Points.length(part);
        int at = before >= 0 ? before : after >= 0 ? points.length() - after - size : -1;
        if (before < 0 && after < 0) {
            int first = points.indexOf(part, 0);
            return first < 0 ? null : new Occurrences(points, part, size, first, a);
        }
        if (at < 0 || at + size > points.length() || !points.hasAt(part, at)) {
            return null;
        }
        return new Place(points, at, size, a);
    }

    private @Nullable Redo split(Points points, int before, int length, int after, Term[] a) {
        int total = points.length();
        boolean knowsTwo = (before < 0 ? 0 : 1) + (length < 0 ? 0 : 1) + (after < 0 ? 0 : 1) >= 2;
        if (!knowsTwo) {
            return new Parts(this, points, before, length, after, a);
        }
        int from = before >= 0 ? before : total - after - length;
        int size = length >= 0 ? length : total - from - after;
        if (from < 0
                || size < 0
                || from + size > total
                || (after >= 0 && from + size + after != total)) {
            return null;
        }
        return new Part(this, points, from, size, a);
    }

    private static boolean unifyPlace(Machine m, Points points, int from, int size, Term[] a) {
        return m.unify(a[1], Int.of(from))
                && m.unify(a[2], Int.of(size))
                && m.unify(a[3], Int.of(points.length() - from - size));
    }

    /** The one place where a known part can be. */
    private static final class Place extends Redo {
        private final Points points;
        private final int from;
        private final int size;
        private final Term[] a;
        private boolean done;

        Place(Points points, int from, int size, Term[] a) {
            this.points = points;
            this.from = from;
            this.size = size;
            this.a = a;
        }

        @Override
        protected boolean attempt(Machine m) {
            done = true;
            return unifyPlace(m, points, from, size, a);
        }

        @Override
        protected boolean hasMore() {
            return !done;
        }

        @Override
        protected boolean isLast() {
            return true;
        }
    }

    /** The one part that stands at a known place. */
    private static final class Part extends Redo {
        private final SubText kind;
        private final Points points;
        private final int from;
        private final int size;
        private final Term[] a;
        private boolean done;

        Part(SubText kind, Points points, int from, int size, Term[] a) {
            this.kind = kind;
            this.points = points;
            this.from = from;
            this.size = size;
            this.a = a;
        }

        @Override
        protected boolean attempt(Machine m) {
            done = true;
            return unifyPlace(m, points, from, size, a)
                    && m.unify(a[4], kind.make(points.sub(from, from + size)));
        }

        @Override
        protected boolean hasMore() {
            return !done;
        }

        @Override
        protected boolean isLast() {
            return true;
        }
    }

    /** The places where a known part occurs. */
    private static final class Occurrences extends Redo {
        private final Points points;
        private final String part;
        private final int size;
        private final Term[] a;
        private int next;

        Occurrences(Points points, String part, int size, int first, Term[] a) {
            this.points = points;
            this.part = part;
            this.size = size;
            this.next = first;
            this.a = a;
        }

        @Override
        protected boolean attempt(Machine m) {
            int from = next;
            next = from < points.length() ? points.indexOf(part, from + 1) : -1;
            return unifyPlace(m, points, from, size, a);
        }

        @Override
        protected boolean hasMore() {
            return next >= 0;
        }
    }

    /** All parts, of which at most one of the three numbers is known. */
    private static final class Parts extends Redo {
        private final SubText kind;
        private final Points points;
        private final int fixedBefore;
        private final int fixedLength;
        private final int fixedAfter;
        private final Term[] a;
        private int from;
        private int to;

        Parts(SubText kind, Points points, int before, int length, int after, Term[] a) {
            this.kind = kind;
            this.points = points;
            this.fixedBefore = before;
            this.fixedLength = length;
            this.fixedAfter = after;
            this.a = a;
            this.from = Math.max(before, 0);
            this.to = after >= 0 ? points.length() - after : from + Math.max(length, 0);
        }

        @Override
        protected boolean attempt(Machine m) {
            int start = from;
            int end = to;
            advance();
            return unifyPlace(m, points, start, end - start, a)
                    && m.unify(a[4], kind.make(points.sub(start, end)));
        }

        private void advance() {
            if (fixedAfter >= 0) {
                from++;
            } else if (fixedLength >= 0) {
                from++;
                to++;
            } else if (to < points.length()) {
                to++;
            } else if (fixedBefore >= 0) {
                from = points.length() + 1;
            } else {
                from++;
                to = from;
            }
        }

        @Override
        protected boolean hasMore() {
            return from <= to && to <= points.length();
        }
    }
}
