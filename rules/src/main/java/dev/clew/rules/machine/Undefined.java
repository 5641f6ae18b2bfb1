package dev.clew.rules.machine;

import org.jspecify.annotations.Nullable;

/**
 * The procedure of a predicate that has none yet: looks it up where its module inherits from, or in
 * the libraries.
 */
final class Undefined extends Procedure {
    static final Undefined INSTANCE = new Undefined();

    private Undefined() {
        special = true;
    }

    @Override
    @Nullable Code enter(Machine m, Predicate p) {
        Module caller = m.module;
        Procedure found = m.db().resolve(m, p);
        if (found == null) {
            return p.module.unknownProcedure(m, p);
        }
        m.module = caller;
        return m.callResolved(found, p);
    }

    @Override
    boolean isDefined() {
        return false;
    }
}
