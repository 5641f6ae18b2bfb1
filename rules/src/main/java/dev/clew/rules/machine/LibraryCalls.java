package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Which library predicates call goals that the program gives them. */
final class LibraryCalls {
    private final Set<ClauseProcedure> met = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ArrayDeque<ClauseProcedure> agenda = new ArrayDeque<>();

    private LibraryCalls() {}

    /**
     * Whether a library predicate calls goals: by its declaration, or since its clauses, or those
     * that they use, do so.
     */
    static boolean reachGoals(ClauseProcedure p) {
        LibraryCalls search = new LibraryCalls();
        search.add(p);
        while (!search.agenda.isEmpty()) {
            ClauseProcedure next = search.agenda.pop();
            if (isMeta(next) || search.bodiesCall(next)) {
                return true;
            }
        }
        return false;
    }

    private void add(ClauseProcedure p) {
        if (met.add(p)) {
            agenda.push(p);
        }
    }

    private static boolean isMeta(ClauseProcedure p) {
        char[] meta = p.meta;
        for (int i = 0; meta != null && i < meta.length; i++) {
            if (meta[i] != ':' && Machine.isMeta(meta[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean bodiesCall(ClauseProcedure p) {
        ClauseList.Window w = p.clauses.window;
        for (int i = w.start; i < w.end; i++) {
            if (calls(w.array[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean calls(Clause c) {
        ArrayDeque<Term> goals = new ArrayDeque<>();
        goals.push(c.body);
        while (!goals.isEmpty()) {
            Term goal = goals.pop();
            Functor f = functor(goal);
            if (f == null) {
                continue;
            } else if (goal instanceof Struct s && CallGoal.isControl(f)) {
                for (Term t : s.args) {
                    goals.push(t);
                }
            } else if (f.name() == Names.CALL.name()) {
                return true;
            } else if (c.module.visible(f) instanceof Predicate q
                    && q.procedure instanceof ClauseProcedure used
                    && used.home.isLibrary) {
                add(used);
            }
        }
        return false;
    }

    private static @Nullable Functor functor(Term t) {
        return t instanceof Compound c
                ? c.functor()
                : t instanceof Atom a ? Functor.of(a, 0) : null;
    }
}
