package dev.clew.rules.terms;

/**
 * Makes the errors of ISO 7.12.2. Each method returns the exception, to be thrown by the caller.
 */
public final class Errors {
    private Errors() {}

    /** {@code error(Formal, _)}. */
    public static PrologError of(Term formal) {
        return new PrologError(Struct.of("error", formal, new Var()));
    }

    /** {@code error(Formal, context(_, Message))}. */
    public static PrologError of(Term formal, String message) {
        return new PrologError(
                Struct.of("error", formal, Struct.of("context", new Var(), Atom.of(message))));
    }

    /** (a) An argument is not instantiated enough. */
    public static PrologError instantiation() {
        return of(Atom.of("instantiation_error"));
    }

    /** An argument is instantiated but must not be (Cor.2). */
    public static PrologError uninstantiation(Term culprit) {
        return of(Struct.of("uninstantiation_error", culprit));
    }

    /** (b) {@code culprit} is not of type {@code type}. */
    public static PrologError type(String type, Term culprit) {
        return of(Struct.of("type_error", Atom.of(type), culprit));
    }

    /** (c) {@code culprit} is of the right type but outside of the domain. */
    public static PrologError domain(String domain, Term culprit) {
        return of(Struct.of("domain_error", Atom.of(domain), culprit));
    }

    /** (d) The object {@code culprit} does not exist. */
    public static PrologError existence(String kind, Term culprit) {
        return of(Struct.of("existence_error", Atom.of(kind), culprit));
    }

    /** (e) The operation on an object of this type is not allowed. */
    public static PrologError permission(String operation, String type, Term culprit) {
        return of(Struct.of("permission_error", Atom.of(operation), Atom.of(type), culprit));
    }

    /** (f) A limit of the implementation was reached: {@code character}, {@code max_arity}, ... */
    public static PrologError representation(String flag) {
        return of(Struct.of("representation_error", Atom.of(flag)));
    }

    /**
     * (g) Arithmetic has no value: {@code zero_divisor}, {@code undefined}, {@code float_overflow}.
     */
    public static PrologError evaluation(String kind) {
        return of(Struct.of("evaluation_error", Atom.of(kind)));
    }

    /** (h) A resource is used up. */
    public static PrologError resource(String resource) {
        return of(Struct.of("resource_error", Atom.of(resource)));
    }

    /** (i) Text that is to be read is not a term. */
    public static PrologError syntax(String message) {
        return of(Struct.of("syntax_error", Atom.of(message)));
    }
}
