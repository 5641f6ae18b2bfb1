package dev.clew.rules.machine;

import dev.clew.rules.terms.Functor;

/** Functors that the machine itself speaks of. */
final class Names {
    static final Functor WAKE = Functor.of("wake", 2);
    static final Functor WAKEUP = Functor.of("$wakeup", 1);
    static final Functor ARROW = Functor.of("->", 2);
    static final Functor SOFT_ARROW = Functor.of("*->", 2);
    static final Functor OR = Functor.of(";", 2);
    static final Functor BAR = Functor.of("|", 2);
    static final Functor NOT = Functor.of("\\+", 1);
    static final Functor CALL = Functor.of("call", 1);
    static final Functor DIRECTIVE = Functor.of(":-", 1);
    static final Functor QUERY = Functor.of("?-", 1);
    static final Functor ERROR = Functor.of("error", 2);
    static final Functor CONTEXT = Functor.of("context", 2);

    private Names() {}
}
