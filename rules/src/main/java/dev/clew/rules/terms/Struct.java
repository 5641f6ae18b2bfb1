package dev.clew.rules.terms;

/**
 * A compound that is not a list cell. Build with {@link #of}, which makes {@link Cons} where the
 * functor asks for it.
 */
public final class Struct extends Compound {
    private final Functor functor;

    /** The arguments themselves, not a copy. */
    public final Term[] args;

    /**
     * A compound of the given functor, which is not {@code '.'/2}; {@code args} is kept, not
     * copied.
     */
    public Struct(Functor functor, Term[] args) {
        assert functor != Functor.CONS && functor.arity() == args.length;
        this.functor = functor;
        this.args = args;
    }

    /** The compound {@code name(args...)}. */
    public static Compound of(Atom name, Term... args) {
        return of(Functor.of(name, args.length), args);
    }

    /** The compound {@code name(args...)}. */
    public static Compound of(String name, Term... args) {
        return of(Functor.of(Atom.of(name), args.length), args);
    }

    /** The compound of the given functor and arguments. */
    public static Compound of(Functor functor, Term... args) {
        return functor == Functor.CONS ? new Cons(args[0], args[1]) : new Struct(functor, args);
    }

    @Override
    public Functor functor() {
        return functor;
    }

    @Override
    public Atom name() {
        return functor.name();
    }

    @Override
    public int arity() {
        return args.length;
    }

    @Override
    public Term arg(int index) {
        return args[index];
    }

    @Override
    public void setArg(int index, Term value) {
        args[index] = value;
    }
}
