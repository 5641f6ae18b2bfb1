package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Atomic;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

/**
 * A stored clause. It is kept as a term with slots for variables, from which {@code clause/2} and
 * {@code retract/1} make copies, and is prepared for execution when first tried.
 *
 * <p>A clause is visible to a call that began at generation g if {@code birth <= g < death}: the
 * logical update view (ISO 7.5.4); changes that others have made since the query began do not count
 * ({@link View}).
 */
public final class Clause {
    static final long ALIVE = Long.MAX_VALUE;

    /** The line of clauses that are there for the sake of a question. */
    static final int ASSUMED = -1;

    /** The birth or death of a clause that a running batch adds or removes: not yet. */
    static final long PENDING = Long.MAX_VALUE - 1;

    private static final int CONS_KEY = Functor.CONS.key();

    final ClauseProcedure procedure;

    /** The module in which the body runs. */
    final Module module;

    final Term head;
    final Term body;
    final int slots;

    /** The file this clause was loaded from, or null. */
    public final @Nullable String file;

    /** The line where it starts, from 1; not positive if it was not loaded from a file. */
    public final int line;

    final int key0;
    final int key1;
    final int key2;
    final int key3;
    long birth;
    volatile long death = ALIVE;

    /** The {@link View#id} of the query that added the clause. */
    long addedBy;

    /** The {@link View#id} of the query that removed the clause. */
    volatile long erasedBy;

    private volatile @Nullable Prepared prepared;
    private volatile @Nullable Prepared proving;
    private volatile @Nullable Opaque reference;

    Clause(
            ClauseProcedure procedure,
            Module module,
            Term head,
            Term body,
            int slots,
            @Nullable String file,
            int line) {
        this.procedure = procedure;
        this.module = module;
        this.head = head;
        this.body = body;
        this.slots = slots;
        this.file = file;
        this.line = line;
        this.key0 = keyOfArgument(0);
        this.key1 = keyOfArgument(1);
        this.key2 = keyOfArgument(2);
        this.key3 = keyOfArgument(3);
    }

    /**
     * The key of an argument of the head: 0 for a variable, else equal for all terms it could unify
     * with.
     */
    int keyOfArgument(int i) {
        return head instanceof Compound c && i < c.arity() ? key(c.arg(i)) : 0;
    }

    /** The key of a term: 0 for a variable, else a hash of its constant or functor. */
    static int key(Term t) {
        t = t.deref();
        if (t instanceof Cons) {
            return CONS_KEY;
        } else if (t instanceof Struct s) {
            return s.functor().key();
        } else if (t instanceof Atom a) {
            return a.key();
        } else if (t instanceof Int i) {
            return Int.keyOf(i.value());
        }
        return t instanceof Atomic x ? x.key() : 0;
    }

    /**
     * Whether a call sees the clause.
     *
     * @param now the generation in which the call began
     * @param since the generation up to which the query sees the changes of others
     */
    boolean visible(long now, long since, View view) {
        return (birth <= since || birth <= now && addedBy == view.id)
                && (now < death || since < death && !view.hides(this));
    }

    /** Whether the clause has been removed. */
    public boolean isErased() {
        return death < PENDING;
    }

    /** Whether the clause has been removed, or will be when the running batch ends. */
    boolean isDoomed() {
        return death != ALIVE;
    }

    Prepared prepared() {
        Prepared p = prepared;
        return p != null
                ? p
                : (prepared = body == Atom.TRUE ? new StoredFact(this) : Compiler.prepare(this));
    }

    /** Prepares a fact that is used often. */
    void prepareFully() {
        prepared = Compiler.prepare(this);
    }

    /** The form that also notes how it proves its head; made when a proof is first asked for. */
    Prepared proving() {
        Prepared p = proving;
        return p != null ? p : (proving = Proving.prepare(this));
    }

    /** The clause as a term to refer to it by. */
    public Opaque reference() {
        Opaque r = reference;
        if (r == null) {
            synchronized (this) {
                r = reference;
                if (r == null) {
                    r = new Opaque("clause", this);
                    reference = r;
                }
            }
        }
        return r;
    }

    /** The predicate it belongs to. */
    public Predicate predicate() {
        return procedure.predicate;
    }

    /** Where it stands, {@code file:line}, or null. */
    public @Nullable String location() {
        return file == null ? null : file + ":" + line;
    }

    /** The form in which a clause is executed. */
    static class Prepared {
        final Pattern[] head;

        /** How many places its variables take. */
        final int size;

        /** Tests that decide early whether the clause applies. */
        final Guard[] guards;

        /** Whether a cut follows the guards at once. */
        final boolean neckCut;

        /** The whole body. */
        final Code body;

        /** The body without guards and neck cut. */
        final Code afterGuards;

        Prepared(
                Pattern[] head,
                int size,
                Guard[] guards,
                boolean neckCut,
                Code body,
                Code afterGuards) {
            this.head = head;
            this.size = size;
            this.guards = guards;
            this.neckCut = neckCut;
            this.body = body;
            this.afterGuards = afterGuards;
        }

        /** Unifies the head with the argument registers. */
        boolean unifyHead(Machine m) {
            Pattern[] patterns = head;
            if (size > m.scratch.length) {
                m.needScratch(size);
            }
            Term[] v = m.scratch;
            Term[] a = m.a;
            for (int i = 0; i < patterns.length; i++) {
                Pattern p = patterns[i];
                if (p instanceof Pattern.First f) {
                    v[f.index] = a[i];
                } else if (p instanceof Pattern.OfCons c) {
                    if (!c.unify(m, a[i], v)) {
                        return false;
                    }
                } else if (!p.unify(m, a[i], v)) {
                    return false;
                }
            }
            return true;
        }

        boolean testGuards(Machine m) {
            try {
                for (Guard g : guards) {
                    if (!g.test(m, m.scratch)) {
                        return false;
                    }
                }
                return true;
            } catch (PrologError e) {
                // The first step of the body is the first of these tests, and knows this clause.
                m.at = body;
                throw e;
            }
        }
    }
}
