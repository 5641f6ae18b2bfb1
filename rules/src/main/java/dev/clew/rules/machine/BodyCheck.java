package dev.clew.rules.machine;

import dev.clew.rules.limits.Watch;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Trees;
import dev.clew.rules.terms.Var;

import java.util.ArrayDeque;

/**
 * Conversion of terms to bodies (ISO 7.6.2): control constructs are looked into, numbers are
 * refused, variables become calls.
 */
final class BodyCheck {
    private static final int CYCLE_SUSPICION = 1_000_000;

    private BodyCheck() {}

    private static boolean isTransparent(Functor f) {
        return f == Functor.COMMA || f == Names.OR || f == Names.ARROW || f == Names.SOFT_ARROW;
    }

    /**
     * Checks that all goals of a body are callable.
     *
     * @throws dev.clew.rules.terms.PrologError {@code type_error(callable, Body)}; {@code
     *     representation_error(cyclic_term)}
     */
    static void check(Term body) {
        ArrayDeque<Term> agenda = new ArrayDeque<>();
        int steps = 0;
        agenda.push(body);
        while (!agenda.isEmpty()) {
            Term t = agenda.pop().deref();
            if (t instanceof Struct s && isTransparent(s.functor())) {
                if (++steps == CYCLE_SUSPICION && !Trees.isFinite(body)) {
                    throw Errors.representation("cyclic_term");
                }
                Watch.check(steps);
                agenda.push(s.args[1]);
                agenda.push(s.args[0]);
            } else if (!(t instanceof Var || t instanceof Atom || t instanceof Compound)) {
                throw Errors.type("callable", body);
            }
        }
    }

    /** The body with {@code call(X)} for each variable goal X; shares what needs no change. */
    static Term wrapVariables(Term body) {
        if (!(body instanceof Struct s && isTransparent(s.functor()))) {
            return body instanceof Var ? Struct.of(Names.CALL, body) : body;
        }
        Struct root = new Struct(s.functor(), s.args.clone());
        ArrayDeque<Struct> agenda = new ArrayDeque<>();
        int steps = 0;
        agenda.push(root);
        while (!agenda.isEmpty()) {
            Struct c = agenda.pop();
            Watch.check(++steps);
            for (int i = 0; i < 2; i++) {
                Term arg = c.args[i].deref();
                if (arg instanceof Var) {
                    c.args[i] = Struct.of(Names.CALL, arg);
                } else if (arg instanceof Struct inner && isTransparent(inner.functor())) {
                    Struct copy = new Struct(inner.functor(), inner.args.clone());
                    c.args[i] = copy;
                    agenda.push(copy);
                }
            }
        }
        return root;
    }
}
