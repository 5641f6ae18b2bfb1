package dev.clew.rules.machine;

import dev.clew.rules.sources.Rows;
import dev.clew.rules.sources.SourceException;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

/**
 * The solutions of a call of a predicate whose facts lie outside. Looks one row ahead, so that the
 * last one leaves no choice point; what goes wrong then is raised when that row is wanted.
 */
final class SourceRows extends Redo {
    /** What a row costs, in steps of {@link Machine#worked}. */
    private static final int WORK = 50;

    private final SourceProcedure procedure;
    private final Rows rows;
    private final Term[] args;
    private boolean isAhead;
    private boolean ended;
    private @Nullable SourceException failure;

    SourceRows(SourceProcedure procedure, Rows rows, Term[] args) {
        this.procedure = procedure;
        this.rows = rows;
        this.args = args;
    }

    @Override
    protected boolean hasMore() {
        if (isAhead || failure != null) {
            return true;
        } else if (ended) {
            return false;
        }
        try {
            isAhead = rows.next();
        } catch (SourceException e) {
            failure = e;
        } finally {
            if (!isAhead) {
                close();
            }
        }
        return isAhead || failure != null;
    }

    @Override
    protected boolean attempt(Machine m) {
        SourceException pending = failure;
        if (pending != null) {
            failure = null;
            m.limits.check();
            throw procedure.error(m, pending);
        }
        m.worked(WORK);
        isAhead = false;
        try {
            for (int i = 0; i < args.length; i++) {
                if (!m.unify(args[i], rows.value(i))) {
                    return false;
                }
            }
            return true;
        } catch (SourceException e) {
            throw procedure.error(m, e);
        }
    }

    @Override
    protected boolean needsClosing() {
        return true;
    }

    @Override
    protected void close() {
        if (!ended) {
            ended = true;
            rows.close();
        }
    }
}
