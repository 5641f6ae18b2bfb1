package dev.clew.rules.machine;

import dev.clew.rules.arithmetic.Arithmetic;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Order;
import dev.clew.rules.terms.Slot;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Mode-directed tabling: of the answers that agree in the other arguments, the moded ones keep the
 * least, the greatest, the first, ... value (answer subsumption; T. Swift and D. S. Warren,
 * "Tabling with Answer Subsumption", 2010). The names are those of SWI-Prolog.
 */
final class TableModes {
    /** What becomes of two values of an argument. */
    sealed interface Aggregate {
        /** The named aggregates. */
        enum Named implements Aggregate {
            MIN,
            MAX,
            FIRST,
            LAST,
            SUM
        }

        /** {@code lattice(PI)}: {@code PI(Old, New, Joined)} is called. */
        record Lattice(Module module, Atom name) implements Aggregate {}

        /** {@code po(PI)}: the new value is taken if {@code PI(Old, New)} holds. */
        record PartialOrder(Module module, Atom name) implements Aggregate {}
    }

    /** For each argument its aggregate; null for those that tell answers apart. */
    private final @Nullable Aggregate[] modes;

    TableModes(@Nullable Aggregate[] modes) {
        this.modes = modes;
    }

    @Nullable Aggregate mode(int argument) {
        return modes[argument];
    }

    // ---- Calls ----

    /**
     * Gives the call fresh variables for its moded arguments, so that their values are aggregated
     * first and compared afterwards.
     */
    void freeArguments(Machine m) {
        for (int i = 0; i < modes.length; i++) {
            if (modes[i] != null && !(m.a[i].deref() instanceof Var x && isAlone(m, x, i))) {
                Var fresh = m.newVar();
                Term[] both = {m.a[i], fresh};
                m.contFrame = new Frame(m.contFrame, m.contCode, both, m.choice);
                m.contCode = Compare.INSTANCE;
                m.a[i] = fresh;
            }
        }
    }

    private boolean isAlone(Machine m, Var x, int at) {
        for (int i = 0; i < modes.length; i++) {
            if (i != at && m.a[i].deref() == x) {
                return false;
            }
        }
        return x.attributes == null;
    }

    private static final class Compare extends Code {
        static final Compare INSTANCE = new Compare();

        @Override
        @Nullable Code exec(Machine m) {
            Frame e = m.frame();
            if (!m.unify(e.vars[0], e.vars[1])) {
                return m.fail();
            }
            return m.wakeup == null ? m.proceed() : m.wakeThen(Proceed.INSTANCE);
        }
    }

    // ---- Answers ----

    /**
     * Enters an answer into a table, together with the one that agrees with it, if there is one.
     */
    void enter(Machine m, Table t, Term[] row) {
        int moded = 0;
        for (Aggregate a : modes) {
            moded += a == null ? 0 : 1;
        }
        int[] slots = new int[moded];
        Aggregate[] how = new Aggregate[moded];
        boolean[] isModed = new boolean[row.length];
        int n = 0;
        for (int i = 0; i < modes.length; i++) {
            Aggregate a = modes[i];
            if (a != null) {
                slots[n] = ((Slot) t.call[i]).index();
                how[n++] = a;
                isModed[((Slot) t.call[i]).index()] = true;
            }
        }
        Term[] rest = new Term[row.length - moded];
        int k = 0;
        for (int i = 0; i < row.length; i++) {
            if (!isModed[i]) {
                rest[k++] = row[i];
            }
        }
        List<Var> variables = StoredTerms.list();
        Term[] key = StoredTerms.store(m, rest, rest.length, variables);
        Table.Best best = t.best();
        TableAnswer old = best.get(key);
        Term[] values = row.clone();
        if (old != null && !improve(m, old, slots, how, values)) {
            return;
        }
        variables.clear();
        Term[] bindings = StoredTerms.store(m, values, values.length, variables);
        if (old != null) {
            old.isDropped = true;
        }
        best.put(
                key,
                m.tabling()
                        .enter(
                                t,
                                bindings,
                                variables.size(),
                                StoredTerms.hash(bindings),
                                m.delays));
    }

    /** Joins the values with those of the old answer; returns whether any is new. */
    private static boolean improve(
            Machine m, TableAnswer old, int[] slots, Aggregate[] how, Term[] values) {
        boolean improved = false;
        Term[] fresh = new Term[old.slots];
        for (int i = 0; i < slots.length; i++) {
            Term before = Renaming.fresh(m, old.bindings[slots[i]], fresh);
            Term joined = join(m, how[i], before, values[slots[i]]);
            improved |= joined != before;
            values[slots[i]] = joined;
        }
        return improved;
    }

    /** The joined value; the old one itself if nothing is gained. */
    private static Term join(Machine m, Aggregate how, Term before, Term now) {
        if (how instanceof Aggregate.Lattice l) {
            Var joined = m.newVar();
            if (!m.once(Struct.of(Functor.of(l.name(), 3), before, now, joined), l.module())) {
                return before;
            }
            Term result = joined.deref();
            return Order.compare(before, result) == 0 ? before : result;
        } else if (how instanceof Aggregate.PartialOrder p) {
            boolean better = m.once(Struct.of(Functor.of(p.name(), 2), before, now), p.module());
            return better ? now : before;
        } else if (how == Aggregate.Named.MIN) {
            return Order.compare(now, before) < 0 ? now : before;
        } else if (how == Aggregate.Named.MAX) {
            return Order.compare(now, before) > 0 ? now : before;
        } else if (how == Aggregate.Named.LAST) {
            return Order.compare(now, before) == 0 ? before : now;
        } else if (how == Aggregate.Named.SUM) {
            return Arithmetic.eval(Struct.of(Functor.of("+", 2), before, now), m.arithmetic());
        }
        return before;
    }

    // ---- Declarations ----

    /**
     * The modes of a declaration such as {@code path(_, _, min)}, or null if it has none.
     *
     * @throws dev.clew.rules.terms.PrologError domain_error(tabled_mode, Mode)
     */
    static @Nullable TableModes of(Term[] declared, Module module) {
        @Nullable Aggregate[] modes = new Aggregate[declared.length];
        boolean any = false;
        for (int i = 0; i < declared.length; i++) {
            modes[i] = aggregate(declared[i].deref(), module);
            any |= modes[i] != null;
        }
        return any ? new TableModes(modes) : null;
    }

    private static @Nullable Aggregate aggregate(Term t, Module module) {
        if (t instanceof Var || t instanceof Atom a && a.name().equals("index")) {
            return null;
        } else if (t instanceof Atom a) {
            String name = a.name();
            if (name.equals("min")) {
                return Aggregate.Named.MIN;
            } else if (name.equals("max")) {
                return Aggregate.Named.MAX;
            } else if (name.equals("first") || name.equals("-")) {
                return Aggregate.Named.FIRST;
            } else if (name.equals("last")) {
                return Aggregate.Named.LAST;
            } else if (name.equals("sum")) {
                return Aggregate.Named.SUM;
            }
        } else if (t instanceof Struct s && s.args.length == 1) {
            if (s.name().name().equals("lattice")) {
                Indicators.Qualified q = named(s.args[0], module);
                return new Aggregate.Lattice(q.module(), (Atom) q.term());
            } else if (s.name().name().equals("po")) {
                Indicators.Qualified q = named(s.args[0], module);
                return new Aggregate.PartialOrder(q.module(), (Atom) q.term());
            }
        }
        throw Errors.domain("tabled_mode", t);
    }

    /** The name in {@code PI}, {@code PI/3} or {@code PI(_, _, _)}. */
    private static Indicators.Qualified named(Term t, Module where) {
        Indicators.Qualified q = Indicators.Qualified.of(t, where);
        Term name = q.term();
        if (name instanceof Struct s && s.functor() == Functor.SLASH) {
            name = s.args[0].deref();
        } else if (name instanceof Struct s) {
            name = s.name();
        }
        if (!(name instanceof Atom)) {
            throw name instanceof Var ? Errors.instantiation() : Errors.type("callable", name);
        }
        return new Indicators.Qualified(q.module(), name);
    }
}
