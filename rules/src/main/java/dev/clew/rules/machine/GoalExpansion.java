package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Order;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites the goals of a body by {@code goal_expansion/2} of the module that is loaded, of {@code
 * user} and of {@code system}. Goals within control constructs and the goals that meta-predicates
 * take without further arguments are rewritten too.
 */
final class GoalExpansion {
    private static final Functor HOOK = Functor.of("goal_expansion", 2);
    private static final Functor CARET = Functor.of("^", 2);

    private final Machine m;
    private final Module module;

    private GoalExpansion(Machine m, Module module) {
        this.m = m;
        this.module = module;
    }

    /** The expansion of goals in a module, or null if nobody has defined any. */
    static @Nullable GoalExpansion of(Machine m, Module module) {
        Database db = m.db();
        return Loader.hasClauses(module, HOOK)
                        || Loader.hasClauses(db.user(), HOOK)
                        || Loader.hasClauses(db.system(), HOOK)
                ? new GoalExpansion(m, module)
                : null;
    }

    /** A goal whose arguments are being rewritten; the letters say which of them are goals. */
    private static final class Open {
        final Functor functor;
        final Term[] args;
        final char[] modes;
        final Module module;
        int next;

        Open(Compound goal, char[] modes, Module module) {
            this.functor = goal.functor();
            this.args = new Term[goal.arity()];
            this.modes = modes;
            this.module = module;
            for (int i = 0; i < args.length; i++) {
                args[i] = goal.arg(i).deref();
            }
        }

        /** Goes on to the next argument that is a goal; whether there is one. */
        boolean advance() {
            while (next < args.length && modes[next] != '0' && modes[next] != '^') {
                next++;
            }
            return next < args.length;
        }
    }

    /** The rewritten goal. */
    Term expand(Term goal) {
        ArrayDeque<Open> open = new ArrayDeque<>();
        Term result = enter(goal, module, open);
        while (!open.isEmpty()) {
            Open top = open.peek();
            if (result != null) {
                top.args[top.next++] = result;
            }
            if (top.advance()) {
                result = enter(top.args[top.next], top.module, open);
            } else {
                open.pop();
                result = Struct.of(top.functor, top.args);
            }
        }
        return result == null ? goal : result;
    }

    /** The rewritten goal if it is a simple one; null if its parts have to be rewritten first. */
    private @Nullable Term enter(Term goal, Module at, ArrayDeque<Open> open) {
        Term t = rewritten(goal.deref(), at);
        char[] modes = t instanceof Compound c ? modes(c, at) : null;
        if (modes == null) {
            return t;
        }
        Compound c = (Compound) t;
        Module inner = c.functor() == Functor.COLON ? m.db().module((Atom) c.arg(0).deref()) : at;
        open.push(new Open(c, modes, inner));
        return null;
    }

    private char @Nullable [] modes(Compound goal, Module at) {
        Functor f = goal.functor();
        if (f == Functor.COLON) {
            return goal.arg(0).deref() instanceof Atom ? new char[] {'-', '0'} : null;
        } else if (f == CARET) {
            return new char[] {'-', '0'};
        } else if (f == Names.NOT) {
            return new char[] {'0'};
        } else if (CallGoal.isControl(f)) {
            return new char[] {'0', '0'};
        }
        Predicate p = at.visible(f);
        if (p == null && m.db().library().home(f) != null) {
            p = at.predicate(f);
            m.db().resolveQuietly(m, p);
        }
        char[] meta = p == null ? null : p.procedure.meta;
        return meta != null && hasGoals(meta) ? meta : null;
    }

    private static boolean hasGoals(char[] meta) {
        for (char mode : meta) {
            if (mode == '0' || mode == '^') {
                return true;
            }
        }
        return false;
    }

    /** Applies the hooks until none applies or a goal comes back that was there before. */
    private Term rewritten(Term goal, Module at) {
        List<Term> before = new ArrayList<>(2);
        Term t = goal;
        while (!(t instanceof Var) && !contains(before, t) && !isControl(t)) {
            Term further = once(t, at);
            if (further == null) {
                return t;
            }
            before.add(t);
            t = further;
        }
        return t;
    }

    private static boolean isControl(Term t) {
        return t instanceof Struct s && (CallGoal.isControl(s.functor()) || s.functor() == CARET);
    }

    private static boolean contains(List<Term> terms, Term t) {
        for (Term other : terms) {
            if (Order.identical(other, t)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Term once(Term goal, Module at) {
        Database db = m.db();
        Module before = null;
        for (Module place : List.of(at, db.user(), db.system())) {
            Var out = m.newVar();
            if (place == before) {
                continue;
            }
            before = place;
            if (Loader.hasClauses(place, HOOK) && m.once(Struct.of(HOOK, goal, out), place)) {
                return out.deref();
            }
        }
        return null;
    }
}
