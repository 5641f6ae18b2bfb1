package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A predicate defined by clauses. A call picks the clauses that may match by the keys of its
 * arguments, looks ahead for a further one, and makes a choice point only if there is one and the
 * head and the leading tests of the first have succeeded.
 */
public final class ClauseProcedure extends Procedure {
    /** The numbers of the clauses of the text, where some are left out for a question. */
    private volatile @Nullable Map<Clause, Integer> numbers;

    final Predicate predicate;

    /** The module that defines it. */
    final Module home;

    volatile ClauseList clauses = new ClauseList();

    boolean isDynamic;
    boolean isMultifile;
    boolean isDiscontiguous;

    /** Whether it exists although it may have no clauses. */
    boolean isDeclared;

    /** Whether its answers are tabled. */
    boolean isTabled;

    /** The modes of {@code table/1}, such as {@code path(_, _, min)}, or null. */
    @Nullable Term tableModes;

    /** The generation of the newest change to the clauses, and who made it. */
    private volatile long lastChange;

    private volatile long lastAuthor;

    /** The generation of the newest change by anybody but the last author. */
    private volatile long lastForeign;

    /**
     * The latest changes, if tables are to follow them one by one: {@code incremental}; or null.
     */
    volatile @Nullable ChangeLog changeLog;

    /** The facts and the program that set-at-a-time evaluation has made of the clauses. */
    volatile @Nullable SetFacts setFacts;

    volatile @Nullable SetProgram setProgram;

    /** The file that defines it, where clauses of another file would replace it. */
    @Nullable String file;

    /** How its calls are tabled, or null. */
    volatile @Nullable TableDeclaration tabling;

    private final Database db;

    ClauseProcedure(Predicate predicate, Database db) {
        this.predicate = predicate;
        this.home = predicate.module;
        this.isLibrary = home.isLibrary;
        this.db = db;
    }

    /** Whether clauses may be added and removed while the program runs. */
    public boolean isDynamic() {
        return isDynamic;
    }

    /** Whether several files may hold its clauses. */
    public boolean isMultifile() {
        return isMultifile;
    }

    /** Whether its clauses may be scattered over a file. */
    public boolean isDiscontiguous() {
        return isDiscontiguous;
    }

    /** The file that defines it, or null. */
    public @Nullable String file() {
        return file;
    }

    /** The clauses that a machine sees now, in order. */
    public List<Clause> visibleClauses(Machine m) {
        List<Clause> visible = new ArrayList<>();
        long now = db.generation;
        long since = m.view.since(now);
        ClauseList.Window w = clauses.window;
        for (int i = w.start; i < w.end; i++) {
            if (w.array[i].visible(now, since, m.view)) {
                visible.add(w.array[i]);
            }
        }
        return visible;
    }

    /** The place of each clause among all, from 1. */
    Map<Clause, Integer> numbers(Machine m) {
        Map<Clause, Integer> kept = numbers;
        if (kept != null) {
            return kept;
        }
        Map<Clause, Integer> all = new IdentityHashMap<>();
        for (Clause c : visibleClauses(m)) {
            all.put(c, all.size() + 1);
        }
        return all;
    }

    /** Lets clauses keep their numbers although a question does without some of them. */
    void keepNumbers(Machine m) {
        numbers = numbers(m);
    }

    /** Notes a change to the clauses; the caller holds the database's lock. */
    void changed(long generation, long author) {
        if (author != lastAuthor) {
            lastForeign = lastChange;
            lastAuthor = author;
        }
        lastChange = generation;
    }

    /** A number that differs after each change to the clauses. */
    long lastChange() {
        return lastChange;
    }

    /** Whether anybody but {@code author} has changed the clauses since. */
    boolean hasForeignChange(long since, long author) {
        return lastChange > since && (lastAuthor != author || lastForeign > since);
    }

    /** Whether a machine sees all changes that were made to the clauses. */
    boolean showsNewest(Machine m) {
        long since = m.view.since(Long.MAX_VALUE);
        return lastChange <= since || lastAuthor == m.view.id && lastForeign <= since;
    }

    /** The clauses that a machine sees whose heads may match a goal with these arguments. */
    List<Clause> candidates(Machine m, Term[] args) {
        Selection s = new Selection(m.view);
        select(s, m.view, args, args.length);
        List<Clause> found = new ArrayList<>();
        for (int i = s.next(s.start); i >= 0; i = s.next(i + 1)) {
            found.add(s.array[i]);
        }
        return found;
    }

    /**
     * Which clauses a call has to try. Each machine has one of its own, so that a deterministic
     * call allocates nothing.
     */
    static final class Selection {
        Clause[] array = {};
        int start;
        int end;
        long now;
        long since;
        View view;
        int key0;
        int key1;
        int key2;
        int key3;

        Selection(View view) {
            this.view = view;
        }

        private Selection(Selection s) {
            array = s.array;
            end = s.end;
            now = s.now;
            since = s.since;
            view = s.view;
            key0 = s.key0;
            key1 = s.key1;
            key2 = s.key2;
            key3 = s.key3;
        }

        Selection copy() {
            return new Selection(this);
        }

        /** The first clause at or after {@code i} that may match, or -1. */
        int next(int i) {
            Clause[] clauses = array;
            for (int n = end; i < n; i++) {
                Clause c = clauses[i];
                if ((key0 == 0 || c.key0 == 0 || c.key0 == key0)
                        && (key1 == 0 || c.key1 == 0 || c.key1 == key1)
                        && (key2 == 0 || c.key2 == 0 || c.key2 == key2)
                        && (key3 == 0 || c.key3 == 0 || c.key3 == key3)
                        && c.visible(now, since, view)) {
                    return i;
                }
            }
            return -1;
        }
    }

    void select(Selection s, View view, Term[] a, int arity) {
        s.view = view;
        do {
            s.now = db.generation;
            s.since = view.since(s.now);
            ClauseList list = clauses;
            ClauseList.Window w = list.window;
            int size = w.end - w.start;
            int mask = size > 1 ? list.mask : 0;
            s.key0 = (mask & 1) != 0 ? Clause.key(a[0]) : 0;
            s.key1 = (mask & 2) != 0 ? Clause.key(a[1]) : 0;
            s.key2 = (mask & 4) != 0 ? Clause.key(a[2]) : 0;
            s.key3 = (mask & 8) != 0 ? Clause.key(a[3]) : 0;
            if (size > ClauseList.SMALL) {
                w = narrow(list, s, a, arity).window;
            }
            s.array = w.array;
            s.start = w.start;
            s.end = w.end;
        } while (s.now != db.generation);
    }

    private ClauseList narrow(ClauseList list, Selection s, Term[] a, int arity) {
        for (int i = 0; i < arity && list.size() > ClauseList.SMALL; i++) {
            int key =
                    i == 0
                            ? s.key0
                            : i == 1
                                    ? s.key1
                                    : i == 2 ? s.key2 : i == 3 ? s.key3 : Clause.key(a[i]);
            if (key != 0) {
                ClauseList bucket = list.bucket(i, key, db);
                if (bucket != null) {
                    list = bucket;
                }
            }
        }
        return list;
    }

    @Override
    @Nullable Code enter(Machine m, Predicate p) {
        if (tabling != null) {
            return m.tabling().call(this);
        }
        return enterClauses(m, p);
    }

    /** Calls the clauses, whether or not the predicate is tabled. */
    @Nullable Code enterClauses(Machine m, Predicate p) {
        if (isDynamic && m.tabling != null) {
            m.tabling.noteRead(this, m.a);
        }
        m.env = null;
        m.v = m.scratch;
        Selection s = m.selection;
        select(s, m.view, m.a, p.functor.arity());
        int i = s.next(s.start);
        return i < 0 ? noClause(m, p) : first(m, s, i);
    }

    @Nullable Code noClause(Machine m, Predicate p) {
        if (!isDeclared && clauses.size() == 0) {
            m.at = null;
            return p.module.unknownProcedure(m, p);
        }
        return m.fail();
    }

    /** Tries clauses from {@code i} on; there is no choice point of this call yet. */
    private static @Nullable Code first(Machine m, Selection s, int i) {
        while (true) {
            Clause.Prepared c = s.array[i].prepared();
            int j = s.next(i + 1);
            m.cutBarrier = m.choice;
            if (j < 0) {
                return last(m, c);
            }
            int mark = m.trailTop;
            long saved = m.barrier;
            m.barrier = m.serial;
            if (c.unifyHead(m)) {
                if (m.wakeup != null) {
                    m.choice = new ClauseChoice(m, mark, s, j);
                    return m.wakeThen(c.body);
                }
                if (c.testGuards(m)) {
                    if (c.neckCut) {
                        m.barrier = saved;
                        if (m.trailTop > mark) {
                            m.tidyTrail(mark);
                        }
                    } else {
                        m.choice = new ClauseChoice(m, mark, s, j);
                    }
                    return c.afterGuards;
                }
            }
            m.undoTo(mark);
            m.wakeup = null;
            m.barrier = saved;
            i = j;
        }
    }

    /** Tries the only clause that is left: if it does not apply, the call fails. */
    private static @Nullable Code last(Machine m, Clause.Prepared c) {
        if (!c.unifyHead(m)) {
            return m.fail();
        } else if (m.wakeup != null) {
            return m.wakeThen(c.body);
        }
        return c.testGuards(m) ? c.afterGuards : m.fail();
    }

    /** The remaining clauses of a call. */
    private static final class ClauseChoice extends Choice {
        private final Term[] args;
        private final Selection selection;
        private int next;

        ClauseChoice(Machine m, int mark, Selection selection, int next) {
            super(m, mark, m.barrier);
            this.selection = selection.copy();
            this.next = next;
            int arity = selection.array[next].procedure.predicate.functor.arity();
            this.args = Arrays.copyOf(m.a, arity);
        }

        @Override
        @Nullable Code retry(Machine m) {
            System.arraycopy(args, 0, m.a, 0, args.length);
            m.v = m.scratch;
            Selection s = selection;
            int i = next;
            while (true) {
                Clause.Prepared c = s.array[i].prepared();
                int j = s.next(i + 1);
                if (j < 0) {
                    m.pop();
                    m.cutBarrier = m.choice;
                    if (!c.unifyHead(m)) {
                        return Backtrack.INSTANCE; // not m.fail(): rows of choice points may end
                    } else if (m.wakeup != null) {
                        return m.wakeThen(c.body);
                    }
                    return c.testGuards(m) ? c.afterGuards : Backtrack.INSTANCE;
                }
                m.cutBarrier = previous;
                next = j;
                if (c.unifyHead(m)) {
                    if (m.wakeup != null) {
                        return m.wakeThen(c.body);
                    }
                    if (c.testGuards(m)) {
                        if (c.neckCut) {
                            m.cutTo(previous);
                        }
                        return c.afterGuards;
                    }
                }
                m.undoTo(trailTop);
                m.wakeup = null;
                i = j;
            }
        }
    }
}
