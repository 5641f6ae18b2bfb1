package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The flags of {@code set_prolog_flag/2} (ISO 7.11). */
public final class Flags {
    private final Database db;
    private final Map<String, Flag> flags = new ConcurrentHashMap<>();
    private final Map<Atom, Term> values = new ConcurrentHashMap<>();

    /**
     * A flag: whether programs may change it, which values it may have (empty: any), and of which
     * type they must be.
     */
    private record Flag(boolean changeable, Set<String> allowed, FlagType type) {
        Flag(boolean changeable, Set<String> allowed) {
            this(changeable, allowed, FlagType.TERM);
        }
    }

    Flags(Database db) {
        this.db = db;
        constant("bounded", Atom.FALSE);
        constant("max_arity", Atom.of("unbounded"));
        constant("integer_rounding_function", Atom.of("toward_zero"));
        constant("max_tagged_integer", Int.of((1L << 60) - 1));
        constant("min_tagged_integer", Int.of(-(1L << 60)));
        constant("max_integer", Int.of(Long.MAX_VALUE));
        constant("min_integer", Int.of(Long.MIN_VALUE));
        constant("float_max", Flt.of(Double.MAX_VALUE));
        constant("float_min", Flt.of(Double.MIN_NORMAL));
        constant("version", Int.of(100));
        constant("dialect", Atom.of("clew"));
        constant("arch", Atom.of("jvm"));
        constant("version_data", Struct.of("clew", Int.of(0), Int.of(1), Int.of(0), Atom.NIL));
        changeable("char_conversion", "off", "on", "off");
        changeable("debug", "off", "on", "off", "true", "false");
        changeable("unknown", "error", "error", "fail", "warning");
        changeable("double_quotes", "string", "codes", "chars", "atom", "string");
        changeable("back_quotes", "codes", "codes", "symbol_char", "string", "chars", "atom");
        changeable("occurs_check", "false", "false", "true", "error");
        changeable("iso", "false", "true", "false");
        changeable("autoload", "true", "true", "false", "explicit", "user", "user_or_explicit");
        changeable("gc", "true", "true", "false");
        changeable("last_call_optimisation", "true", "true", "false");
        changeable("optimise", "false", "true", "false");
        changeable("verbose", "normal", "silent", "normal");
        changeable("verbose_load", "silent", "silent", "normal", "full");
        changeable("verbose_autoload", "false", "true", "false");
        changeable("warn_override_implicit_import", "true", "true", "false");
        changeable("report_error", "true", "true", "false");
        changeable("traditional", "false", "true", "false");
        changeable("prefer_rationals", "false", "false");
        changeable("float_overflow", "error", "error", "infinity");
        changeable("float_zero_div", "error", "error", "infinity");
        changeable("float_undefined", "error", "error", "nan");
        changeable("color_term", "true", "true", "false");
        changeable("protect_static_code", "true", "true", "false");
        changeable("character_escapes", "true", "true", "false");
        changeable("generate_debug_info", "true", "true", "false");
        changeable("stream_type_check", "loose", "false", "loose", "true");
        changeable("answer_write_options", null);
        changeable("print_write_options", null);
        changeable("encoding", null);
        changeable("argv", null);
        changeable("toplevel_prompt", null);
        values.put(Atom.of("encoding"), Atom.of("utf8"));
        values.put(Atom.of("argv"), Atom.NIL);
        values.put(Atom.of("answer_write_options"), Atom.NIL);
        values.put(Atom.of("print_write_options"), Atom.NIL);
        values.put(Atom.of("toplevel_prompt"), Atom.of("?- "));
    }

    private void constant(String name, Term value) {
        flags.put(name, new Flag(false, Set.of()));
        values.put(Atom.of(name), value);
    }

    private void changeable(String name, @Nullable String initial, String... allowed) {
        flags.put(name, new Flag(true, Set.of(allowed)));
        if (initial != null) {
            values.put(Atom.of(name), Atom.of(initial));
        }
    }

    /** The names of all flags, sorted. */
    public Iterable<String> names() {
        return new TreeSet<>(flags.keySet());
    }

    /** The value of a flag, or null. */
    public @Nullable Term get(Atom name) {
        return values.get(name);
    }

    /** Whether a flag has this atom as its value. */
    public boolean is(String name, String value) {
        return values.get(Atom.of(name)) instanceof Atom a && a.name().equals(value);
    }

    /** Whether programs may change a flag. */
    public boolean isChangeable(Atom name) {
        Flag f = flags.get(name.name());
        return f != null && f.changeable;
    }

    /** Makes a flag of the program's own, or gives any flag a value without checks. */
    public void define(Atom name, Term value) {
        flags.putIfAbsent(name.name(), new Flag(true, Set.of()));
        store(name, value);
    }

    /**
     * Makes a flag of the program's own, or gives one that exists another value.
     *
     * @throws dev.clew.rules.terms.PrologError if the value is not of the type, or the flag exists
     *     and cannot change
     */
    void create(Atom name, Term value, @Nullable FlagType type, boolean readOnly) {
        Flag known = flags.get(name.name());
        if (known != null && !known.changeable) {
            throw Errors.permission("modify", "flag", name);
        }
        FlagType wanted = type != null ? type : known != null ? known.type : FlagType.of(value);
        wanted.check(value);
        Set<String> allowed = known == null ? Set.of() : known.allowed;
        flags.put(name.name(), new Flag(!readOnly, allowed, wanted));
        store(name, value);
    }

    /**
     * Sets a flag with ISO's checks (8.17.1).
     *
     * @throws dev.clew.rules.terms.PrologError if there is no such flag, it cannot change, or the
     *     value is not appropriate
     */
    public void set(Term name, Term value) {
        name = name.deref();
        value = value.deref();
        if (name instanceof Var || value instanceof Var) {
            throw Errors.instantiation();
        } else if (!(name instanceof Atom a)) {
            throw Errors.type("atom", name);
        } else {
            set(a, value);
        }
    }

    private void set(Atom name, Term value) {
        Flag f = flags.get(name.name());
        if (f == null) {
            throw Errors.domain("prolog_flag", name);
        }
        boolean appropriate =
                f.allowed.isEmpty()
                        ? f.changeable
                        : value instanceof Atom v && f.allowed.contains(v.name());
        if (!f.changeable) {
            throw Errors.permission("modify", "flag", name);
        }
        f.type.check(value);
        if (!appropriate) {
            throw Errors.domain("flag_value", Struct.of("+", name, value));
        }
        store(name, value);
    }

    private void store(Atom name, Term value) {
        values.put(name, value);
        if (name.name().equals("occurs_check")) {
            db.occursCheck = value != Atom.FALSE;
            db.occursCheckError = value == Names.ERROR.name();
        }
    }
}
