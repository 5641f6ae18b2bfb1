package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Flags (ISO 8.17). */
final class FlagBuiltins {
    private FlagBuiltins() {}

    static void register(Registry r) {
        r.det("set_prolog_flag", 2, FlagBuiltins::set);
        r.nondet("current_prolog_flag", 2, FlagBuiltins::current);
        r.det("create_prolog_flag", 3, FlagBuiltins::create);
    }

    private static boolean set(Machine m, Term[] a) {
        Term name = a[0].deref();
        Term value = a[1].deref();
        if (name instanceof Atom n && n.name().equals("unknown") && value instanceof Atom v) {
            m.db().flags().set(name, value);
            Module context = m.context() == m.db().system() ? m.db().user() : m.context();
            context.unknown = v;
            return true;
        }
        m.db().flags().set(name, value);
        return true;
    }

    private static boolean create(Machine m, Term[] a) {
        Term name = a[0].deref();
        if (!(name instanceof Atom n)) {
            throw name instanceof Var ? Errors.instantiation() : Errors.type("atom", name);
        }
        Term value = m.copy(a[1]);
        if (value instanceof Var) {
            throw Errors.instantiation();
        }
        boolean keep = false;
        boolean readOnly = false;
        FlagType type = null;
        for (Term option : Lists.items(a[2])) {
            if (option.deref() instanceof Struct s
                    && s.arity() == 1
                    && s.args[0].deref() instanceof Atom chosen) {
                switch (s.name().name()) {
                    case "keep" -> keep = chosen == Atom.TRUE;
                    case "access" -> readOnly = isReadOnly(chosen);
                    case "type" -> type = type(chosen);
                    default -> {}
                }
            }
        }
        if (!keep || m.db().flag(n) == null) {
            m.db().flags().create(n, value, type, readOnly);
        }
        return true;
    }

    private static boolean isReadOnly(Atom access) {
        if (!access.name().equals("read_only") && !access.name().equals("read_write")) {
            throw Errors.domain("prolog_flag_access", access);
        }
        return access.name().equals("read_only");
    }

    private static FlagType type(Atom name) {
        FlagType type = FlagType.named(name);
        if (type == null) {
            throw Errors.domain("prolog_flag_type", name);
        }
        return type;
    }

    private static @Nullable Redo current(Machine m, Term[] a) {
        Term name = a[0].deref();
        if (name instanceof Atom n) {
            Term value = m.db().flag(n);
            if (value != null) {
                return Redo.unifying(a[1], List.of(value).iterator());
            }
            throw Errors.domain("prolog_flag", n);
        } else if (!(name instanceof Var)) {
            throw Errors.type("atom", name);
        }
        List<Term> pairs = new ArrayList<>();
        for (String flag : m.db().flags().names()) {
            Term value = m.db().flag(Atom.of(flag));
            if (value != null) {
                pairs.add(Struct.of(Functor.PAIR, Atom.of(flag), value));
            }
        }
        return Redo.unifying(Struct.of(Functor.PAIR, name, a[1]), pairs.iterator());
    }
}
