package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

/**
 * All registers of a machine between two steps, so that another goal can run in between. It is the
 * frame that goal returns to.
 */
final class SavedState extends Frame {
    static final Code RESUME = new Resume();

    private final Code code;
    private final @Nullable Frame env;
    private final Term[] values;
    private final Term[] scratch;
    private final Module module;

    SavedState(Machine m, Code code) {
        super(m.env != null ? m.env : m.contFrame, m.contCode, NO_VARS, m.cutBarrier);
        this.code = code;
        this.env = m.env;
        this.module = m.module;
        this.scratch = m.scratch;
        this.values = m.env == null ? m.scratch.clone() : NO_VARS;
        this.continuation = m.contFrame;
    }

    private SavedState(SavedState s, @Nullable Frame cont, Choice cut) {
        super(cont, s.contCode, NO_VARS, cut);
        this.code = s.code;
        this.env = s.env == null ? null : cont;
        this.module = s.module;
        this.scratch = s.scratch;
        this.values = s.values;
        this.continuation = cont;
    }

    @Override
    Frame copy(@Nullable Frame cont, Choice cut) {
        return new SavedState(this, cont, cut);
    }

    private final @Nullable Frame continuation;

    Term[] scratchOr(Term[] other) {
        return scratch.length >= other.length ? scratch : other;
    }

    void restore(Machine m) {
        m.env = env;
        m.contFrame = continuation;
        m.contCode = contCode;
        m.cutBarrier = cutBarrier;
        m.module = module;
        if (env == null) {
            m.needScratch(values.length);
            System.arraycopy(values, 0, m.scratch, 0, values.length);
            m.v = m.scratch;
        } else {
            m.v = env.vars;
        }
    }

    private static final class Resume extends Code {
        @Override
        Code exec(Machine m) {
            SavedState saved = (SavedState) m.frame();
            saved.restore(m);
            return saved.code;
        }
    }
}
