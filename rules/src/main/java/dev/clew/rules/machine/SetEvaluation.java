package dev.clew.rules.machine;

import dev.clew.rules.datalog.Plan;
import dev.clew.rules.terms.Atomic;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Slot;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Evaluates tabled goals a set at a time where all that they depend on is Datalog: see {@link
 * dev.clew.rules.datalog}. What a predicate depends on is read once, and again when clauses have
 * changed; derived tuples serve later goals until tables are abolished.
 */
final class SetEvaluation {
    private static final int MAX_ARITY = 30;

    private SetEvaluation() {}

    /** The answers to a goal of a tabled predicate; null if this evaluation is not for it. */
    static @Nullable AnswerList evaluate(Machine m, Predicate p, Term[] args) {
        return p.procedure instanceof ClauseProcedure c ? evaluate(m, c, args) : null;
    }

    /** As above; there may be more in {@code args} than the predicate has arguments. */
    static @Nullable AnswerList evaluate(Machine m, ClauseProcedure procedure, Term[] args) {
        int arity = procedure.predicate.functor.arity();
        if (arity > MAX_ARITY) {
            return null;
        }
        SetSpace space = m.db().sets;
        space.tidy();
        SetProgram program = program(m, procedure, space);
        if (!program.isSuited()) {
            return null;
        }
        int[] values = new int[arity];
        int[] variables = new int[arity];
        return code(args, program.dictionary(), values, variables)
                ? program.answer(m, procedure, values, variables)
                : null;
    }

    /**
     * Whether a goal in the argument registers is true, if it is ground and there is a plan for it
     * already: what {@link #evaluate} would find, without a list of answers.
     *
     * @return one of the values of {@link dev.clew.rules.datalog.Plan#settled}
     */
    static int settle(Machine m, ClauseProcedure procedure) {
        m.db().sets.tidy();
        SetProgram program = procedure.setProgram;
        if (program == null || !program.isSuited() || !program.isValid(m)) {
            return Plan.UNSETTLED;
        }
        int arity = procedure.predicate.functor.arity();
        if (arity > MAX_ARITY) {
            return Plan.UNSETTLED;
        }
        int[] values = m.tabling().codes(arity);
        SetDictionary dictionary = program.dictionary();
        for (int i = 0; i < arity; i++) {
            if (!(m.a[i].deref() instanceof Atomic a) || a instanceof Opaque || a instanceof Slot) {
                return Plan.UNSETTLED;
            }
            values[i] = dictionary.codeOf(a);
        }
        return program.settle(m, procedure, values);
    }

    /**
     * Forgets what was derived, so that the next goals are evaluated anew; what was read of clauses
     * is kept. Answers that were given stay as they are.
     */
    static void abolish(Database db) {
        db.sets.abolish();
    }

    /**
     * The procedures whose clauses the answers to goals of a predicate depend on, if {@link
     * #evaluate} has answered one.
     */
    static List<ClauseProcedure> sources(ClauseProcedure procedure) {
        SetProgram program = procedure.setProgram;
        return program == null ? List.of() : program.procedures();
    }

    private static boolean code(
            Term[] args, SetDictionary dictionary, int[] values, int[] variables) {
        Term[] seen = new Term[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            Term t = args[i].deref();
            if (t instanceof Var x) {
                if (x.attributes != null) {
                    return false;
                }
                int v = 0;
                while (v < count && seen[v] != x) {
                    v++;
                }
                if (v == count) {
                    seen[count++] = x;
                }
                variables[i] = v;
            } else if (t instanceof Atomic a && !(a instanceof Opaque || a instanceof Slot)) {
                values[i] = dictionary.codeOf(a);
                variables[i] = -1;
            } else {
                return false;
            }
        }
        return true;
    }

    private static SetProgram program(Machine m, ClauseProcedure procedure, SetSpace space) {
        SetProgram known = procedure.setProgram;
        return known != null && known.isValid(m) ? known : read(m, procedure, space);
    }

    private static SetProgram read(Machine m, ClauseProcedure procedure, SetSpace space) {
        SetReader reader = new SetReader(m, space);
        SetProgram fresh = reader.read(procedure.predicate);
        if (reader.seesNewest()) {
            procedure.setProgram = fresh;
            if (reader.isSuited()) {
                share(m, fresh);
            }
        }
        return fresh;
    }

    /** Lets the other tabled predicates of a program use it too. */
    private static void share(Machine m, SetProgram program) {
        for (SetProgram.Source s : program.sources()) {
            SetProgram before = s.procedure().setProgram;
            if (s.isTabled() && (before == null || !before.isValid(m))) {
                s.procedure().setProgram = program;
            }
        }
    }
}
