package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Slot;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;

/**
 * Makes instances of stored terms: copies in which slots are replaced by variables. No Java stack
 * beyond a fixed depth.
 */
final class Renaming {
    private static final int SHALLOW = 64;

    private Renaming() {}

    /**
     * An instance of {@code stored}; slot k becomes {@code v[k]}, which is made where it is null.
     */
    static Term fresh(Machine m, Term stored, Term[] v) {
        return copy(m, stored, v, null, 0);
    }

    /** An instance of {@code stored}; slot k becomes {@code v[registers[k]]}, which must be set. */
    static Term instance(Machine m, Term stored, Term[] v, int[] registers) {
        return copy(m, stored, v, registers, 0);
    }

    private static Term copy(Machine m, Term t, Term[] v, int @Nullable [] registers, int depth) {
        if (!(t instanceof Compound c)) {
            return leaf(m, t, v, registers);
        }
        if (depth > SHALLOW) {
            return deep(m, c, v, registers);
        }
        if (c instanceof Struct s) {
            Term[] args = new Term[s.args.length];
            for (int i = 0; i < args.length; i++) {
                args[i] = copy(m, s.args[i], v, registers, depth + 1);
            }
            return new Struct(s.functor(), args);
        }
        Cons cell = (Cons) c;
        Cons first = new Cons(copy(m, cell.head, v, registers, depth + 1), Atom.NIL);
        Cons last = first;
        Term rest = cell.tail;
        while (rest instanceof Cons more) {
            Cons added = new Cons(copy(m, more.head, v, registers, depth + 1), Atom.NIL);
            last.tail = added;
            last = added;
            rest = more.tail;
        }
        last.tail = copy(m, rest, v, registers, depth + 1);
        return first;
    }

    private static Term leaf(Machine m, Term t, Term[] v, int @Nullable [] registers) {
        if (!(t instanceof Slot s)) {
            return t;
        }
        int place = registers == null ? s.index() : registers[s.index()];
        Term value = v[place];
        if (value == null) {
            value = v[place] = m.newVar();
        }
        return value;
    }

    private static Compound blank(Compound c) {
        return c instanceof Struct s
                ? new Struct(s.functor(), s.args.clone())
                : new Cons(((Cons) c).head, ((Cons) c).tail);
    }

    /**
     * Copies top-down with an explicit agenda of copies whose arguments are still the originals.
     */
    private static Term deep(Machine m, Compound root, Term[] v, int @Nullable [] registers) {
        Compound copy = blank(root);
        ArrayDeque<Compound> agenda = new ArrayDeque<>();
        agenda.push(copy);
        while (!agenda.isEmpty()) {
            Compound c = agenda.pop();
            for (int i = 0; i < c.arity(); i++) {
                Term arg = c.arg(i);
                if (arg instanceof Compound inner) {
                    Compound replaced = blank(inner);
                    c.setArg(i, replaced);
                    agenda.push(replaced);
                } else {
                    c.setArg(i, leaf(m, arg, v, registers));
                }
            }
        }
        return copy;
    }
}
