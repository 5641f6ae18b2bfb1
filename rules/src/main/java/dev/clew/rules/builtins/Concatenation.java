package dev.clew.rules.builtins;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.Redo;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

/** {@code atom_concat/3} and its like: joins two texts, or splits one in all ways. */
abstract class Concatenation {
    /** Makes a result into a term. */
    abstract Term make(String text);

    /** The text of a bound argument; throws what the predicate throws if it is none. */
    abstract String text(Machine m, Term bound);

    /** The solutions of {@code concat(First, Second, Whole)}, or null. */
    @Nullable Redo start(Machine m, Term[] a) {
        String first = textOrNull(m, a[0]);
        String second = textOrNull(m, a[1]);
        String whole = textOrNull(m, a[2]);
        if (first != null && second != null) {
            String joined = first.concat(second);
            if (whole != null) {
                return whole.equals(joined) ? Arguments.success() : null;
            }
            return Arguments.single(a[2], make(joined));
        }
        if (whole == null) {
            throw Errors.instantiation();
        }
        if (first != null) {
            return whole.startsWith(first)
                    ? Arguments.single(a[1], make(whole.substring(first.length())))
                    : null;
        }
        if (second != null) {
            String rest = whole.substring(0, Math.max(0, whole.length() - second.length()));
            return whole.endsWith(second) ? Arguments.single(a[0], make(rest)) : null;
        }
        return new Splits(this, whole, a);
    }

    private @Nullable String textOrNull(Machine m, Term term) {
        Term t = term.deref();
        return t instanceof Var ? null : text(m, t);
    }

    private static final class Splits extends Redo {
        private final Concatenation kind;
        private final String whole;
        private final Term[] a;
        private int at;

        Splits(Concatenation kind, String whole, Term[] a) {
            this.kind = kind;
            this.whole = whole;
            this.a = a;
        }

        @Override
        protected boolean attempt(Machine m) {
            int split = at;
            at = split < whole.length() ? whole.offsetByCodePoints(split, 1) : whole.length() + 1;
            return m.unify(a[0], kind.make(whole.substring(0, split)))
                    && m.unify(a[1], kind.make(whole.substring(split)));
        }

        @Override
        protected boolean hasMore() {
            return at <= whole.length();
        }
    }
}
