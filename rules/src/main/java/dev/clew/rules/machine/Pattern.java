package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Atomic;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

/**
 * A term of a clause, prepared for use: a head argument is unified with an actual argument, a body
 * argument is built. Variables are numbered; {@code v} holds their values. Whether an occurrence is
 * the first is known when the clause is prepared, so {@code v} need not be cleared.
 */
abstract class Pattern {
    /** Unifies with {@code t}, setting variables that occur here first. */
    abstract boolean unify(Machine m, Term t, Term[] v);

    /** The instance of this pattern. */
    abstract Term build(Machine m, Term[] v);

    /** {@code p.build(m, v)}, with the commonest case in line. */
    static Term build(Pattern p, Machine m, Term[] v) {
        if (p instanceof Next n) {
            Term t = v[n.index];
            return t instanceof Var ? t.deref() : t;
        }
        return p.build(m, v);
    }

    /** {@code p.unify(m, t, v)}, with the commonest case in line. */
    static boolean unify(Pattern p, Machine m, Term t, Term[] v) {
        if (p instanceof First f) {
            v[f.index] = t instanceof Var ? t.deref() : t;
            return true;
        }
        return p.unify(m, t, v);
    }

    /** A variable that occurs only here. */
    static final class Anonymous extends Pattern {
        static final Anonymous INSTANCE = new Anonymous();

        @Override
        boolean unify(Machine m, Term t, Term[] v) {
            return true;
        }

        @Override
        Term build(Machine m, Term[] v) {
            return m.newVar();
        }
    }

    /** The first occurrence of a variable. */
    static final class First extends Pattern {
        final int index;

        First(int index) {
            this.index = index;
        }

        @Override
        boolean unify(Machine m, Term t, Term[] v) {
            v[index] = t.deref();
            return true;
        }

        @Override
        Term build(Machine m, Term[] v) {
            return v[index] = m.newVar();
        }
    }

    /** A further occurrence of a variable. */
    static final class Next extends Pattern {
        final int index;

        Next(int index) {
            this.index = index;
        }

        @Override
        boolean unify(Machine m, Term t, Term[] v) {
            return m.unify(v[index], t);
        }

        @Override
        Term build(Machine m, Term[] v) {
            return v[index].deref();
        }
    }

    /** An atom. */
    static final class OfAtom extends Pattern {
        final Atom atom;

        OfAtom(Atom atom) {
            this.atom = atom;
        }

        @Override
        boolean unify(Machine m, Term t, Term[] v) {
            t = t.deref();
            if (t == atom) {
                return true;
            }
            if (t instanceof Var x) {
                m.bind(x, atom);
                return true;
            }
            return false;
        }

        @Override
        Term build(Machine m, Term[] v) {
            return atom;
        }
    }

    /** A small integer. */
    static final class OfInt extends Pattern {
        final Int number;

        OfInt(Int number) {
            this.number = number;
        }

        @Override
        boolean unify(Machine m, Term t, Term[] v) {
            t = t.deref();
            if (t instanceof Int i) {
                return i.value() == number.value();
            }
            if (t instanceof Var x) {
                m.bind(x, number);
                return true;
            }
            return false;
        }

        @Override
        Term build(Machine m, Term[] v) {
            return number;
        }
    }

    /** Any other constant, or a term that exists already when the pattern is made. */
    static final class Literal extends Pattern {
        final Term term;

        Literal(Term term) {
            this.term = term;
        }

        @Override
        boolean unify(Machine m, Term t, Term[] v) {
            return m.unify(term, t);
        }

        @Override
        Term build(Machine m, Term[] v) {
            return term;
        }
    }

    /** A list cell; long lists are walked in a loop. */
    static final class OfCons extends Pattern {
        final Pattern head;
        final Pattern tail;

        OfCons(Pattern head, Pattern tail) {
            this.head = head;
            this.tail = tail;
        }

        @Override
        boolean unify(Machine m, Term t, Term[] v) {
            OfCons p = this;
            while (true) {
                t = t.deref();
                if (t instanceof Cons c) {
                    if (!unify(p.head, m, c.head, v)) {
                        return false;
                    }
                    t = c.tail;
                    if (!(p.tail instanceof OfCons more)) {
                        return unify(p.tail, m, t, v);
                    }
                    p = more;
                } else if (t instanceof Var x) {
                    m.bind(x, p.build(m, v));
                    return true;
                } else {
                    return false;
                }
            }
        }

        @Override
        Term build(Machine m, Term[] v) {
            Cons first = new Cons(build(head, m, v), Atom.NIL);
            Cons last = first;
            Pattern p = tail;
            while (p instanceof OfCons c) {
                Cons cell = new Cons(build(c.head, m, v), Atom.NIL);
                last.tail = cell;
                last = cell;
                p = c.tail;
            }
            last.tail = build(p, m, v);
            return first;
        }
    }

    /** A compound. */
    static final class OfStruct extends Pattern {
        final Functor functor;
        final Pattern[] args;

        OfStruct(Functor functor, Pattern[] args) {
            this.functor = functor;
            this.args = args;
        }

        @Override
        boolean unify(Machine m, Term t, Term[] v) {
            t = t.deref();
            if (t instanceof Struct s) {
                if (s.functor() != functor) {
                    return false;
                }
                Term[] actual = s.args;
                Pattern[] formal = args;
                for (int i = 0; i < formal.length; i++) {
                    if (!unify(formal[i], m, actual[i], v)) {
                        return false;
                    }
                }
                return true;
            }
            if (t instanceof Var x) {
                m.bind(x, build(m, v));
                return true;
            }
            return false;
        }

        @Override
        Term build(Machine m, Term[] v) {
            Pattern[] formal = args;
            Term[] actual = new Term[formal.length];
            for (int i = 0; i < actual.length; i++) {
                actual[i] = build(formal[i], m, v);
            }
            return new Struct(functor, actual);
        }
    }

    /** A big or deep term, kept as it is stored and instantiated without recursion. */
    static final class OfStored extends Pattern {
        private final Term stored;
        private final int[] registers;
        private final int[] firsts;

        /**
         * @param registers the place in {@code v} of each slot
         * @param firsts the places that are set here first
         */
        OfStored(Term stored, int[] registers, int[] firsts) {
            this.stored = stored;
            this.registers = registers;
            this.firsts = firsts;
        }

        @Override
        boolean unify(Machine m, Term t, Term[] v) {
            t = t.deref();
            if (!(t instanceof Var) && !sameShape(t)) {
                return false;
            }
            return m.unify(build(m, v), t);
        }

        private boolean sameShape(Term t) {
            return stored instanceof Compound c
                            && t instanceof Compound d
                            && c.functor() == d.functor()
                    || stored instanceof Atomic && t instanceof Atomic;
        }

        @Override
        Term build(Machine m, Term[] v) {
            for (int place : firsts) {
                v[place] = m.newVar();
            }
            return Renaming.instance(m, stored, v, registers);
        }
    }
}
