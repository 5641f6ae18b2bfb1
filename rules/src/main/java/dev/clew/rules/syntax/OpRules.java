package dev.clew.rules.syntax;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.ArrayList;
import java.util.List;

/** What {@code op/3} may define (ISO 8.14.3.3 with Cor.2), and the errors for what it may not. */
public final class OpRules {
    private static final Atom COMMA = Atom.of(",");
    private static final Atom BAR = Atom.of("|");

    private OpRules() {}

    /**
     * Does {@code op(Priority, Type, Names)}: checks everything, then defines the operators in
     * {@code table}.
     *
     * @throws PrologError the error that ISO demands, if any argument is wrong; the table is then
     *     unchanged
     */
    public static void define(Operators table, Term priority, Term type, Term names) {
        List<Atom> atoms = names(names, priority.deref(), type.deref());
        int number = priority(priority);
        OpType opType = type(type);
        for (Atom atom : atoms) {
            check(table, number, opType, atom);
        }
        for (Atom atom : atoms) {
            table.add(number, opType, atom);
        }
    }

    /** The priority that a term gives: an integer between 0 and 1200. */
    public static int priority(Term priority) {
        Term p = priority.deref();
        if (p instanceof Var) {
            throw Errors.instantiation();
        }
        if (!(p instanceof Numeric) || p instanceof Flt) {
            throw Errors.type("integer", p);
        }
        if (!(p instanceof Int i) || i.value() < 0 || i.value() > 1200) {
            throw Errors.domain("operator_priority", p);
        }
        return (int) i.value();
    }

    /** The type that a term gives: an operator specifier. */
    public static OpType type(Term specifier) {
        Term s = specifier.deref();
        if (s instanceof Var) {
            throw Errors.instantiation();
        }
        if (!(s instanceof Atom atom)) {
            throw Errors.type("atom", s);
        }
        OpType type = OpType.of(atom);
        if (type == null) {
            throw Errors.domain("operator_specifier", s);
        }
        return type;
    }

    /**
     * The names that a term gives: an atom or a list of atoms. Variables anywhere come first among
     * the errors.
     */
    private static List<Atom> names(Term names, Term priority, Term type) {
        Term t = names.deref();
        if (priority instanceof Var || type instanceof Var || t instanceof Var) {
            throw Errors.instantiation();
        }
        List<Atom> atoms = new ArrayList<>(1);
        if (t instanceof Atom atom) {
            atoms.add(atom);
            return atoms;
        }
        while (t instanceof Cons cell) {
            Term name = cell.head.deref();
            if (name instanceof Var) {
                throw Errors.instantiation();
            }
            if (!(name instanceof Atom atom)) {
                throw Errors.type("atom", name);
            }
            atoms.add(atom);
            t = cell.tail.deref();
        }
        if (t instanceof Var) {
            throw Errors.instantiation();
        }
        if (t != Atom.NIL) {
            throw Errors.type("list", names.deref());
        }
        return atoms;
    }

    /**
     * Checks that {@code name} may become an operator of this priority and type.
     *
     * @throws PrologError a permission error if it may not
     */
    public static void check(Operators table, int priority, OpType type, Atom name) {
        if (name == COMMA) {
            throw Errors.permission("modify", "operator", name);
        }
        boolean badBar = name == BAR && (!type.isInfix() || (priority > 0 && priority < 1001));
        if (badBar || name == Atom.NIL || name == Atom.CURLY) {
            throw Errors.permission("create", "operator", name);
        }
        boolean clash =
                type.isPostfix() && table.infix(name) != null
                        || type.isInfix() && table.postfix(name) != null;
        if (priority > 0 && clash) {
            throw Errors.permission("create", "operator", name);
        }
    }
}
