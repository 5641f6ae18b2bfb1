package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Atomic;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

/** {@code findall/3,4}: all solutions of a goal in a list. */
final class Findall {
    /** How many answers are taken in one go, so that the JVM compiles whole methods. */
    private static final int CHUNK = 64;

    private Findall() {}

    static @Nullable Code enter(Machine m, Term tail) {
        Term end = Lists.end(m.a[2]);
        if (!(end instanceof Var) && end != Atom.NIL) {
            throw Errors.type("list", m.a[2].deref());
        }
        Bottom bottom = new Bottom(m, m.a[2], tail);
        Collection frame = new Collection(m, m.a[0], bottom);
        Term goal = m.a[1];
        m.push(bottom);
        m.contFrame = frame;
        m.contCode = Collect.INSTANCE;
        return CallGoal.call(m, goal, 0);
    }

    /** The bottom of the search: when it is exhausted, the solutions are the answer. */
    private static final class Bottom extends Choice {
        private final Term result;
        private final Term tail;

        /** A cell before that of the first solution, and the cell of the last. */
        private final Cons start = new Cons(Atom.NIL, Atom.NIL);

        private Cons last = start;

        Bottom(Machine m, Term result, Term tail) {
            super(m);
            this.result = result;
            this.tail = tail;
        }

        void add(Term solution) {
            Cons cell = new Cons(solution, Atom.NIL);
            last.tail = cell;
            last = cell;
        }

        @Override
        boolean forbidsWaiting() {
            return true;
        }

        @Override
        @Nullable Code retry(Machine m) {
            m.pop();
            last.tail = tail;
            if (!m.unify(result, start.tail)) {
                return m.fail();
            }
            return m.wakeup == null ? m.proceed() : m.wakeThen(Proceed.INSTANCE);
        }
    }

    private static final class Collection extends Frame {
        final Term template;
        final Bottom bottom;

        Collection(Machine m, Term template, Bottom bottom) {
            super(m.contFrame, m.contCode, NO_VARS, bottom);
            this.template = template;
            this.bottom = bottom;
        }
    }

    private static final class Collect extends Code {
        static final Collect INSTANCE = new Collect();

        @Override
        @Nullable Code exec(Machine m) {
            Collection f = (Collection) m.frame();
            f.bottom.add(m.copy(f.template));
            return m.fail();
        }
    }

    // ---- Answers that are known as a set ----

    /** Whether the solutions of the goal that was called last are collected, and nothing else. */
    static boolean isNext(Machine m) {
        return m.contCode == Collect.INSTANCE;
    }

    /**
     * Collects a solution for each answer to the goal that was called last, as the machine would by
     * backtracking into it.
     *
     * @param variables the distinct variables of the goal, none of which has attributes
     */
    static @Nullable Code collect(Machine m, AnswerList answers, Var[] variables) {
        if (!(m.contFrame instanceof Collection f)) {
            throw new IllegalStateException();
        }
        Term template = f.template.deref();
        int column = column(template, variables);
        int n = answers.size();
        for (int from = 0; from < n; from += CHUNK) {
            int to = Math.min(n, from + CHUNK);
            if (column >= 0) {
                addValues(f.bottom, answers, column, from, to);
            } else if (template instanceof Atomic) {
                addSame(f.bottom, template, from, to);
            } else {
                addCopies(m, f.bottom, template, answers, variables, from, to);
            }
            m.backtracked(to - from);
        }
        return m.fail();
    }

    /** Which of the variables the template is, or -1. */
    private static int column(Term template, Var[] variables) {
        for (int i = 0; i < variables.length; i++) {
            if (variables[i] == template) {
                return i;
            }
        }
        return -1;
    }

    private static void addValues(Bottom to, AnswerList answers, int column, int start, int end) {
        for (int i = start; i < end; i++) {
            to.add(answers.value(i, column));
        }
    }

    private static void addSame(Bottom to, Term solution, int start, int end) {
        for (int i = start; i < end; i++) {
            to.add(solution);
        }
    }

    /** Binds the variables behind the machine's back: nobody else sees them meanwhile. */
    private static void addCopies(
            Machine m,
            Bottom to,
            Term template,
            AnswerList answers,
            Var[] variables,
            int start,
            int end) {
        try {
            for (int i = start; i < end; i++) {
                for (int v = 0; v < variables.length; v++) {
                    variables[v].ref = answers.value(i, v);
                }
                to.add(m.copy(template));
            }
        } finally {
            for (Var x : variables) {
                x.ref = null;
            }
        }
    }
}
