package dev.clew.rules.machine;

/** The end of a clause: continue with its caller. */
final class Proceed extends Code {
    static final Proceed INSTANCE = new Proceed();

    @Override
    Code exec(Machine m) {
        return m.proceed();
    }
}
