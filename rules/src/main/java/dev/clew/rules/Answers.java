package dev.clew.rules;

import dev.clew.rules.machine.Explaining;
import dev.clew.rules.machine.Interruption;
import dev.clew.rules.machine.Limits;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.streams.Devices;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.io.Reader;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The answers to a goal, searched for one at a time as they are asked for. Nothing happens before
 * the first one is asked for.
 *
 * <p>The search belongs to one thread at a time; only {@link #cancel} may be called from another
 * one. Close it to run the cleanup goals of a search that is left early; {@link #first}, {@link
 * #exists} and {@link #all} close it themselves.
 *
 * <p>If the search is stopped (a limit, {@link #cancel}, {@code halt/0}) or an error is raised, the
 * methods that ask for answers throw, and keep throwing: a search that ended early never looks like
 * one that found nothing.
 */
public final class Answers implements Iterable<Answer>, Iterator<Answer>, AutoCloseable {
    private final Engine engine;
    private final Machine m;
    private final Goal goal;
    private final Term packed;
    private @Nullable Var node;
    private Budget budget;
    private long nanosLeft;
    private boolean started;
    private boolean live;
    private boolean viewing;
    private @Nullable Answer ready;
    private @Nullable ClewException end;
    private volatile Outcome outcome = Outcome.OPEN;
    private volatile boolean cancelled;

    Answers(Engine engine, Machine m, Goal goal) {
        this.engine = engine;
        this.m = m;
        this.goal = goal;
        this.packed = Answer.pack(goal);
        this.budget = engine.budget();
    }

    // ---- Before the search ----

    /** Limits the search. Must be called before the first answer is asked for. */
    public Answers within(Budget limits) {
        requireFresh("budget");
        budget = limits;
        return this;
    }

    /**
     * Limits the time that is spent searching. Must be called before the first answer is asked for.
     */
    public Answers within(Duration time) {
        return within(budget.withTime(time));
    }

    /**
     * Gives the goal a current output of its own. Must be called before the first answer is asked
     * for.
     */
    public Answers output(Writer to) {
        requireFresh("output");
        m.output = PrologStream.output(Devices.of(to));
        return this;
    }

    /**
     * Gives the goal a current input of its own. Must be called before the first answer is asked
     * for.
     */
    public Answers input(Reader from) {
        requireFresh("input");
        m.input = PrologStream.input(Devices.of(from));
        return this;
    }

    /**
     * Has each answer carry its proof: {@link Answer#why}. The search takes longer then, and keeps
     * what it has gone through as long as the goal that it belongs to is not given up. Must be
     * called before the first answer is asked for.
     */
    public Answers explained() {
        requireFresh("explanation");
        node = m.newVar();
        return this;
    }

    /**
     * Lets each call of the search see the newest clauses. Without this, all of the search sees the
     * clauses that existed when it began and its own changes; a search that waits for what others
     * add would wait for ever. Must be called before the first answer is asked for.
     */
    public Answers live() {
        requireFresh("view");
        live = true;
        m.useLiveView();
        return this;
    }

    private void requireFresh(String what) {
        if (started) {
            throw new IllegalStateException(
                    "The "
                            + what
                            + " of a search must be set before the first answer is asked for.");
        }
    }

    // ---- Asking ----

    /**
     * Whether there is a further answer; searches for it.
     *
     * @throws RuleException if an error is raised
     * @throws StoppedException if the search is stopped
     */
    @Override
    public boolean hasNext() {
        if (ready == null && outcome == Outcome.OPEN) {
            ready = search();
        }
        ClewException ended = end;
        if (ready == null && ended != null) {
            throw ended;
        }
        return ready != null;
    }

    /**
     * The next answer; searches for it.
     *
     * @throws NoSuchElementException if there are no more
     * @throws RuleException if an error is raised
     * @throws StoppedException if the search is stopped
     */
    @Override
    public Answer next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are no more answers.");
        }
        Answer answer = ready;
        ready = null;
        return Objects.requireNonNull(answer);
    }

    /** This: the answers that have not been taken yet. */
    @Override
    public Iterator<Answer> iterator() {
        return this;
    }

    /** The first answer, if there is one. Closes the search. */
    public Optional<Answer> first() {
        try (this) {
            return hasNext() ? Optional.of(next()) : Optional.empty();
        }
    }

    /** Whether there is an answer. Closes the search. */
    public boolean exists() {
        try (this) {
            return hasNext();
        }
    }

    /** All answers. */
    public List<Answer> all() {
        try (this) {
            List<Answer> all = new ArrayList<>();
            forEachRemaining(all::add);
            return all;
        }
    }

    /** The answers as a stream, searched for on demand. Closing the stream closes the search. */
    public Stream<Answer> stream() {
        int properties = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, properties), false)
                .onClose(this::close);
    }

    /** The answers as Java values, searched for on demand; see {@link Answer#as(Class)}. */
    public <T> Stream<T> as(Class<T> type) {
        return stream().map(answer -> answer.as(type));
    }

    /** Where the search stands. */
    public Outcome outcome() {
        return ready != null ? Outcome.OPEN : outcome;
    }

    /** The number of calls of predicates that the search has made so far. */
    public long inferences() {
        return m.inferences();
    }

    // ---- Ending ----

    /** Stops the search soon, with a {@link StoppedException}. May be called from any thread. */
    public void cancel() {
        cancelled = true;
        m.limits().cancel();
    }

    /** Ends the search and runs its cleanup goals. Does nothing if it has ended already. */
    @Override
    public void close() {
        if (outcome != Outcome.OPEN) {
            return;
        }
        outcome = Outcome.CLOSED;
        ready = null;
        try {
            if (started) {
                m.inView(this::closed);
            }
        } catch (PrologError e) {
            throw failed(e);
        } catch (Interruption e) {
            throw stopped(e.reason(), e.status());
        } finally {
            endView();
            flush();
        }
    }

    private boolean closed() {
        m.close();
        return true;
    }

    private void endView() {
        if (viewing) {
            viewing = false;
            m.endView();
        }
    }

    // ---- The search ----

    private @Nullable Answer search() {
        if (cancelled) {
            end = stopped(Interruption.Reason.CANCELLED, 0);
            return null;
        }
        long start = System.nanoTime();
        try {
            if (!started && !live) {
                m.beginView();
                viewing = true;
            }
            return m.inView(() -> step(start) ? answer() : finished());
        } catch (PrologError e) {
            end = failed(e);
        } catch (Interruption e) {
            end = stopped(e.reason(), e.status());
        } finally {
            if (nanosLeft != Long.MAX_VALUE) {
                nanosLeft -= System.nanoTime() - start;
            }
            if (outcome != Outcome.OPEN) {
                endView();
            }
            flush();
        }
        return null;
    }

    private boolean step(long now) {
        Limits limits = m.limits();
        if (!started) {
            started = true;
            nanosLeft = budget.nanos();
            limits.setInferences(budget.inferences());
            limits.setGrowth(budget.bytes());
            limits.setDepth(budget.depth());
            setDeadline(limits, now);
            Var proof = node;
            Term asked = proof == null ? goal.term() : Explaining.proving(goal.term(), proof);
            return m.solve(asked, m.context());
        } else if (!m.hasMore()) {
            m.close();
            return false;
        }
        setDeadline(limits, now);
        return m.redo();
    }

    private void setDeadline(Limits limits, long now) {
        limits.setDeadline(nanosLeft == Long.MAX_VALUE ? Long.MAX_VALUE : now + nanosLeft);
    }

    private @Nullable Answer finished() {
        outcome = Outcome.COMPLETE;
        return null;
    }

    private Answer answer() {
        Var proof = node;
        Term conditional = Struct.of("if", packed, m.condition());
        Term found = proof == null ? conditional : Struct.of("-", conditional, proof);
        List<Term> residual = List.of();
        Term copy;
        if (goal.variables().isEmpty() || !hasAttributes()) {
            copy = m.copyPlain(found);
        } else {
            Var plain = m.newVar();
            Var goals = m.newVar();
            m.once(Struct.of("copy_term", found, plain, goals), m.db().system());
            Struct both = (Struct) m.copyPlain(Struct.of("-", plain, goals));
            residual = List.copyOf(Lists.items(both.args[1]));
            copy = both.args[0].deref();
        }
        if (proof == null) {
            return Answer.of(goal.names(), (Struct) copy, residual, m.operators());
        }
        Struct pair = (Struct) copy;
        Answer answer =
                Answer.of(goal.names(), (Struct) pair.args[0].deref(), residual, m.operators());
        return answer.because(Explaining.of(m, answer.goal(), pair.args[1]));
    }

    private boolean hasAttributes() {
        Var none = m.newVar();
        return m.once(Struct.of("term_attvars", packed, none), m.db().system())
                && none.deref() != Atom.NIL;
    }

    private void flush() {
        try {
            m.output.flush();
            m.db().streams().userOutput().flush();
        } catch (PrologError e) {
            // The device of the host is broken; the answer is not.
        }
    }

    private RuleException failed(PrologError e) {
        outcome = Outcome.FAILED;
        return engine.failure(m, e, goal.variableNames());
    }

    private StoppedException stopped(Interruption.Reason reason, int status) {
        outcome = Outcome.STOPPED;
        return Stops.exception(reason, status, budget);
    }
}
