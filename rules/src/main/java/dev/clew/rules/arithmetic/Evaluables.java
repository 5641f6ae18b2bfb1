package dev.clew.rules.arithmetic;

import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.PrologError;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The functions that expressions may use, found by functor. */
public final class Evaluables {
    private static final int MASK = 255;
    private static final Evaluable[] TABLE = table();

    private Evaluables() {}

    /** The function with this functor, or null if there is none. */
    public static @Nullable Evaluable find(Functor functor) {
        for (int i = slot(functor); ; i = (i + 1) & MASK) {
            Evaluable e = TABLE[i];
            if (e == null || e.functor() == functor) {
                return e;
            }
        }
    }

    /**
     * The function with this functor.
     *
     * @throws PrologError {@code type_error(evaluable, Name/Arity)} if there is none
     */
    public static Evaluable get(Functor functor) {
        Evaluable e = find(functor);
        if (e == null) {
            throw unknown(functor);
        }
        return e;
    }

    /** All functions, in no particular order. */
    public static List<Evaluable> all() {
        List<Evaluable> all = new ArrayList<>();
        for (Evaluable e : TABLE) {
            if (e != null) {
                all.add(e);
            }
        }
        return all;
    }

    static PrologError unknown(Functor functor) {
        return Errors.type("evaluable", functor.indicator());
    }

    private static int slot(Functor functor) {
        int h = functor.key();
        return (h ^ (h >>> 15)) & MASK;
    }

    private static Evaluable[] table() {
        Evaluable[] table = new Evaluable[MASK + 1];
        enter(table, 0, Constants.NAMES);
        enter(table, 1, Functions.NAMES);
        enter(table, 2, Operations.NAMES);
        return table;
    }

    private static void enter(Evaluable[] table, int arity, String[] names) {
        for (int code = 0; code < names.length; code++) {
            Functor functor = Functor.of(names[code], arity);
            int i = slot(functor);
            while (table[i] != null) {
                i = (i + 1) & MASK;
            }
            table[i] = new Evaluable(functor, code);
        }
    }
}
