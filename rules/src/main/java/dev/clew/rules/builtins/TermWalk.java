package dev.clew.rules.builtins;

import dev.clew.rules.limits.Watch;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Trees;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The leaves of a term from left to right, without Java recursion. After many steps the walk
 * remembers which compounds it has seen and visits them no more, so that it ends on cyclic terms
 * and on terms that share most of their parts.
 */
final class TermWalk {
    private static final int SUSPICION = 1 << 21;

    private final ArrayDeque<Term> todo = new ArrayDeque<>();
    private int steps;
    private @Nullable Set<Compound> seen;

    TermWalk(Term term) {
        todo.push(term);
    }

    /** The next variable or atomic part, dereferenced; null at the end. */
    @Nullable Term next() {
        while (!todo.isEmpty()) {
            Term t = todo.pop().deref();
            if (!(t instanceof Compound c)) {
                return t;
            }
            Watch.check(++steps);
            if (steps < SUSPICION || isNew(c)) {
                for (int i = c.arity() - 1; i >= 0; i--) {
                    todo.push(c.arg(i));
                }
            }
        }
        return null;
    }

    /** The next variable; null at the end. */
    @Nullable Var nextVar() {
        Term t = next();
        while (t != null && !(t instanceof Var)) {
            t = next();
        }
        return (Var) t;
    }

    private boolean isNew(Compound c) {
        if (seen == null) {
            seen = Collections.newSetFromMap(new IdentityHashMap<>());
        }
        return seen.add(c);
    }

    /** Whether nothing of the term is a variable. */
    static boolean isGround(Term term) {
        return new TermWalk(term).nextVar() == null;
    }

    /** The variables in the order of their first occurrence. */
    static Set<Var> variables(Term term) {
        Set<Var> variables = new LinkedHashSet<>();
        TermWalk walk = new TermWalk(term);
        for (Var v = walk.nextVar(); v != null; v = walk.nextVar()) {
            variables.add(v);
        }
        return variables;
    }

    /** The variables that occur exactly once. */
    static Set<Var> singletons(Term term) {
        Map<Var, Boolean> once = new HashMap<>();
        TermWalk walk = new TermWalk(term);
        for (Var v = walk.nextVar(); v != null; v = walk.nextVar()) {
            once.put(v, !once.containsKey(v));
        }
        Set<Var> singletons = new HashSet<>();
        for (Map.Entry<Var, Boolean> e : once.entrySet()) {
            if (e.getValue()) {
                singletons.add(e.getKey());
            }
        }
        return singletons;
    }

    /** Whether the term is a finite tree. */
    static boolean isAcyclic(Term term) {
        TermWalk walk = new TermWalk(term);
        while (walk.steps < SUSPICION) {
            if (walk.next() == null) {
                return walk.seen == null || Trees.isFinite(term);
            }
        }
        return Trees.isFinite(term);
    }
}
