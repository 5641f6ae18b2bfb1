package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.IdentityHashMap;
import java.util.Map;

/** What the clauses of a program call the variables that a proof has left unbound. */
final class VariableHints {
    private final ClauseNames clauses;
    private final Map<Var, String> names = new IdentityHashMap<>();

    VariableHints(ClauseNames clauses) {
        this.clauses = clauses;
    }

    /** The names found, by variable; several variables may have the same. */
    Map<Var, String> names() {
        return names;
    }

    /** Notes the names of the variables that an instance of a clause has left unbound. */
    void note(Clause c, @Nullable Term[] values) {
        @Nullable String @Nullable [] known = null;
        for (int i = 0; i < values.length; i++) {
            Term value = values[i];
            if (value != null && value.deref() instanceof Var v && !names.containsKey(v)) {
                if (known == null) {
                    known = clauses.of(c);
                }
                String name = known[i];
                if (name != null) {
                    names.put(v, name);
                }
            }
        }
    }
}
