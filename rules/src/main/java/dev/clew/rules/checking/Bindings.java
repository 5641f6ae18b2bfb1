package dev.clew.rules.checking;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Atomic;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What variables stand for, kept in a table, so that no term is ever changed. Only
 * <em>flexible</em> variables, those made by {@link #fresh}, can be bound. The variables of a proof
 * are rigid: they stand for anything, and so may not be given a value by a step that claims to hold
 * for all of them.
 */
final class Bindings {
    /** So many parts of terms are visited before the checker gives up: terms may be cyclic. */
    private static final long MAX_VISITS = 200_000_000;

    private final Map<Var, Term> values = new IdentityHashMap<>();
    private final List<Var> trail = new ArrayList<>();
    private long serial = -1;
    private long visits;

    /** A new flexible variable. */
    Var fresh() {
        return new Var(serial--);
    }

    static boolean isFlexible(Var v) {
        return v.serial < 0;
    }

    /** What a term is at its top: a variable only if that is unbound. */
    Term walk(Term term) {
        Term t = term.deref();
        while (t instanceof Var v) {
            Term value = values.get(v);
            if (value == null) {
                return t;
            }
            t = value.deref();
        }
        return t;
    }

    /** A point to come back to. */
    int mark() {
        return trail.size();
    }

    /** Forgets all bindings made since {@code mark}. */
    void undo(int mark) {
        while (trail.size() > mark) {
            values.remove(trail.removeLast());
        }
    }

    private void bind(Var v, Term value) {
        values.put(v, value);
        trail.add(v);
    }

    private void visit() {
        if (++visits > MAX_VISITS) {
            throw new Undecided("its terms are too large");
        }
    }

    /** Makes two terms equal if binding flexible variables can; else binds nothing. */
    boolean unify(Term left, Term right) {
        int mark = mark();
        ArrayDeque<Term> agenda = new ArrayDeque<>();
        agenda.push(right);
        agenda.push(left);
        while (!agenda.isEmpty()) {
            Term a = walk(agenda.pop());
            Term b = walk(agenda.pop());
            if (a != b && !unifyTops(a, b, agenda)) {
                undo(mark);
                return false;
            }
        }
        return true;
    }

    private boolean unifyTops(Term a, Term b, ArrayDeque<Term> agenda) {
        visit();
        if (a instanceof Var v && isFlexible(v)) {
            bind(v, b);
            return true;
        } else if (b instanceof Var v && isFlexible(v)) {
            bind(v, a);
            return true;
        } else if (a instanceof Compound x
                && b instanceof Compound y
                && x.functor() == y.functor()) {
            for (int i = x.arity() - 1; i >= 0; i--) {
                agenda.push(y.arg(i));
                agenda.push(x.arg(i));
            }
            return true;
        }
        return a instanceof Atomic && a.equals(b);
    }

    /** Whether two terms can be made equal; binds nothing. */
    boolean unifiable(Term left, Term right) {
        int mark = mark();
        boolean can = unify(left, right);
        undo(mark);
        return can;
    }

    /** The term with all bindings put in. */
    Term resolve(Term term) {
        return copy(term, null);
    }

    /** As {@link #resolve}, with other variables put in for the unbound ones. */
    Term copy(Term term, @Nullable Map<Var, Term> renaming) {
        Cons root = new Cons(term, Atom.NIL);
        ArrayDeque<Compound> agenda = new ArrayDeque<>();
        agenda.push(root);
        while (!agenda.isEmpty()) {
            Compound c = agenda.pop();
            for (int i = 0; i < c.arity(); i++) {
                Term t = walk(c.arg(i));
                if (t instanceof Compound part) {
                    visit();
                    Compound shell = shell(part);
                    c.setArg(i, shell);
                    agenda.push(shell);
                } else {
                    c.setArg(i, t instanceof Var v && renaming != null ? renamed(v, renaming) : t);
                }
            }
        }
        return root.head;
    }

    private static Compound shell(Compound c) {
        return c instanceof Cons cell
                ? new Cons(cell.head, cell.tail)
                : new Struct(c.functor(), ((Struct) c).args.clone());
    }

    private Term renamed(Var v, Map<Var, Term> renaming) {
        return renaming.computeIfAbsent(v, unbound -> fresh());
    }

    /**
     * The term with flexible variables in place of rigid ones: as a goal whose solutions are
     * wanted, not one that must hold whatever its variables are.
     */
    Term opened(Term term) {
        Map<Var, Term> renaming = new IdentityHashMap<>();
        for (Var v : variables(term)) {
            renaming.put(v, isFlexible(v) ? v : fresh());
        }
        return copy(term, renaming);
    }

    /** Whether a term has rigid variables. */
    boolean hasRigid(Term term) {
        for (Var v : variables(term)) {
            if (!isFlexible(v)) {
                return true;
            }
        }
        return false;
    }

    /** The unbound variables of a term in the order of their first occurrences. */
    Set<Var> variables(Term term) {
        Set<Var> found = new LinkedHashSet<>();
        ArrayDeque<Term> agenda = new ArrayDeque<>();
        agenda.push(term);
        while (!agenda.isEmpty()) {
            Term t = walk(agenda.pop());
            if (t instanceof Var v) {
                found.add(v);
            } else if (t instanceof Compound c) {
                visit();
                for (int i = c.arity(); i > 0; i--) {
                    agenda.push(c.arg(i - 1));
                }
            }
        }
        return found;
    }
}
