package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

/**
 * Calls the goal in the first argument register: {@code call/1}. Cuts within the goal are local to
 * it.
 */
final class CallGoal extends Code {
    private final Module module;

    CallGoal(Module module) {
        this.module = module;
    }

    @Override
    @Nullable Code exec(Machine m) {
        m.module = module;
        return call(m, m.a[0], 0);
    }

    /**
     * Calls a goal with further arguments, which stand in the argument registers from 1 on.
     *
     * @param extra how many there are
     */
    static @Nullable Code call(Machine m, Term goal, int extra) {
        Term t = goal.deref();
        Module module = m.module;
        while (t instanceof Struct s && s.functor() == Functor.COLON) {
            Term name = s.args[0].deref();
            if (!(name instanceof Atom a)) {
                throw name instanceof Var ? Errors.instantiation() : Errors.type("module", name);
            }
            module = m.db().module(a);
            t = s.args[1].deref();
        }
        if (t instanceof Var) {
            throw Errors.instantiation();
        }
        m.module = module;
        if (extra > 0) {
            return callWith(m, t, extra);
        }
        if (t instanceof Atom a) {
            return callPredicate(m, Functor.of(a, 0));
        } else if (t instanceof Struct s) {
            if (isControl(s.functor())) {
                return callBody(m, s);
            }
            Term[] args = s.args;
            m.needArguments(args.length);
            System.arraycopy(args, 0, m.a, 0, args.length);
            return callPredicate(m, s.functor());
        } else if (t instanceof Cons c) {
            m.a[0] = c.head;
            m.a[1] = c.tail;
            return callPredicate(m, Functor.CONS);
        }
        throw Errors.type("callable", t);
    }

    private static @Nullable Code callWith(Machine m, Term t, int extra) {
        if (t instanceof Atom a) {
            System.arraycopy(m.a, 1, m.a, 0, extra);
            Functor f = Functor.of(a, extra);
            return isControl(f)
                    ? callBody(m, Struct.of(f, java.util.Arrays.copyOf(m.a, extra)))
                    : callPredicate(m, f);
        } else if (!(t instanceof Compound c)) {
            throw Errors.type("callable", t);
        } else {
            int n = c.arity();
            m.needArguments(n + extra);
            System.arraycopy(m.a, 1, m.a, n, extra);
            for (int i = 0; i < n; i++) {
                m.a[i] = c.arg(i);
            }
            Functor f = Functor.of(c.name(), n + extra);
            return isControl(f)
                    ? callBody(m, Struct.of(f, java.util.Arrays.copyOf(m.a, n + extra)))
                    : callPredicate(m, f);
        }
    }

    private static @Nullable Code callPredicate(Machine m, Functor f) {
        Predicate p = m.module.predicate(f);
        if (--m.fuel < 0) {
            m.poll(f.arity());
        }
        m.env = null;
        return m.callResolved(p.procedure, p);
    }

    static boolean isControl(Functor f) {
        return f == Functor.COMMA
                || f == Names.OR
                || f == Names.ARROW
                || f == Names.SOFT_ARROW
                || f == Names.NOT
                || f == Names.BAR
                || f == Functor.COLON;
    }

    /** Runs a goal made of control constructs as the body of a clause without a name. */
    private static @Nullable Code callBody(Machine m, Term body) {
        Clause.Prepared prepared = Compiler.prepareGoal(body, m.module);
        m.needScratch(prepared.size);
        m.env = null;
        m.v = m.scratch;
        m.cutBarrier = m.choice;
        return prepared.body;
    }
}
