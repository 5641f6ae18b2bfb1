package dev.clew.rules.terms;

/**
 * A name with an arity. There is one object for each pair while it is in use, so functors are
 * compared with {@code ==}.
 */
public final class Functor {
    /** List cells. The name is {@code '.'} as in ISO. */
    public static final Functor CONS = of(Atom.of("."), 2);

    /** {@code :-/2}. */
    public static final Functor RULE = of(Atom.of(":-"), 2);

    /** {@code ','/2}. */
    public static final Functor COMMA = of(Atom.of(","), 2);

    /** {@code :/2}. */
    public static final Functor COLON = of(Atom.of(":"), 2);

    /** {@code (//)/2}, a predicate indicator. */
    public static final Functor SLASH = of(Atom.of("/"), 2);

    /** {@code -/2}, a pair. */
    public static final Functor PAIR = of(Atom.of("-"), 2);

    /** {@code =/2}. */
    public static final Functor EQUALS = of(Atom.of("="), 2);

    /** {@code {}/1}. */
    public static final Functor CURLY = of(Atom.of("{}"), 1);

    private final Atom name;
    private final int arity;
    private final int key;

    Functor(Atom name, int arity) {
        this.name = name;
        this.arity = arity;
        int h = name.key() * 31 + arity * 0x85EBCA6B;
        this.key = h == 0 ? 1 : h;
    }

    /** The functor {@code name/arity}. */
    public static Functor of(Atom name, int arity) {
        return name.functor(arity);
    }

    /** The functor {@code name/arity}. */
    public static Functor of(String name, int arity) {
        return Atom.of(name).functor(arity);
    }

    /** The name. */
    public Atom name() {
        return name;
    }

    /** The number of arguments. */
    public int arity() {
        return arity;
    }

    /** A non-zero hash used to choose clauses. */
    public int key() {
        return key;
    }

    /** The predicate indicator {@code name/arity} as a term. */
    public Term indicator() {
        return Struct.of(SLASH, name, Int.of(arity));
    }

    @Override
    public String toString() {
        return DebugText.of(indicator());
    }
}
