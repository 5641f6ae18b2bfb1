package dev.clew.rules;

import dev.clew.rules.machine.Clause;
import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Det;
import dev.clew.rules.machine.ErrorOrigin;
import dev.clew.rules.machine.JavaCauses;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.NonDet;
import dev.clew.rules.machine.SourceHead;
import dev.clew.rules.sources.Head;
import dev.clew.rules.sources.Source;
import dev.clew.rules.streams.Buffering;
import dev.clew.rules.streams.Devices;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Rules, and whatever they need to be asked: the main entry point of Clew.
 *
 * <p>An engine may be used by any number of threads at once, virtual ones included: each {@link
 * #ask} searches on its own, while others ask and {@link #update} changes clauses. A search sees
 * the clauses that existed when it started and its own changes. Two engines share nothing that can
 * be seen.
 */
public final class Engine {
    private final Database db;
    private final Budget budget;

    private Engine(Builder b) {
        db = new Database(b.streams());
        db.setPolicy(b.sandbox.policy());
        budget = b.budget != null ? b.budget : b.sandbox.budget();
        b.flags.forEach((name, value) -> db.flags().set(Atom.of(name), Mapping.term(value)));
    }

    /** An engine with the standard streams of the process and no restrictions. */
    public static Engine create() {
        return builder().build();
    }

    /** Makes an engine with streams, flags or restrictions of your own. */
    public static Builder builder() {
        return new Builder();
    }

    // ---- Rules ----

    /**
     * Loads a file of rules. Loading a file again replaces its clauses. Goals of {@code
     * initialization/1} are run; a main program ({@code initialization(main, main)}) is not.
     *
     * @return warnings
     * @throws LoadException if the file does not exist or a part of it cannot be loaded
     */
    public List<Problem> load(Path file) {
        return Loading.file(this, file);
    }

    /**
     * Loads a file of rules that lies beside a class, as {@link Class#getResource} finds it.
     *
     * @return warnings
     * @throws LoadException if there is no such resource or a part of it cannot be loaded
     */
    public List<Problem> loadResource(Class<?> beside, String name) {
        return Loading.resource(this, beside, name);
    }

    /**
     * Loads rules from text.
     *
     * @return warnings
     * @throws LoadException if a part of the text cannot be loaded
     */
    public List<Problem> loadText(String text) {
        return Loading.text(this, text, "text");
    }

    /**
     * Adds a clause after those that there are. {@code ?} and {@code :name} stand for parameters,
     * as in {@link #ask(String, Object...)}.
     *
     * @throws RuleException if it cannot be read, or its predicate was loaded and is not declared
     *     dynamic
     */
    public void add(String clause, Object... params) {
        update(to -> to.add(clause, params));
    }

    /** Adds a clause after those that there are. */
    public void add(Term clause) {
        update(to -> to.add(clause));
    }

    /** Adds a fact: the term that the record stands for. */
    public void add(Record fact) {
        update(to -> to.add(fact));
    }

    /**
     * Removes all clauses of a dynamic predicate that match {@code Head}, or {@code Head :- Body}.
     *
     * @return how many there were
     */
    public int remove(String pattern, Object... params) {
        int[] count = new int[1];
        update(from -> count[0] = from.remove(pattern, params));
        return count[0];
    }

    /**
     * Changes clauses so that others see all the changes at once, or none of them if {@code
     * changes} throws. Goals that {@code changes} asks see the clauses from before the update; one
     * update runs at a time, and rules that change clauses wait for it, so it should be short and
     * wait for nobody.
     */
    public void update(Consumer<? super Update> changes) {
        Machine m = new Machine(db);
        m.useLiveView();
        try {
            m.inView(() -> {
                db.atomically(() -> changes.accept(new Changes(db, m)));
                return m;
            });
        } catch (PrologError e) {
            throw failure(m, e, Map.of());
        }
    }

    // ---- Goals ----

    /**
     * Asks a goal. In its text, {@code ?} stands for the next parameter, or {@code :name} for one
     * of a single {@code Map} of parameters; values are converted as {@link Mapping} says, never
     * pasted as text.
     *
     * <p>The search starts when the first answer is asked for.
     *
     * @throws RuleException if the text cannot be read
     * @throws IllegalArgumentException if the parameters do not fit the text
     */
    public Answers ask(String goal, Object... params) {
        Machine m = new Machine(db);
        return new Answers(this, m, Goal.read(m, goal, params));
    }

    /** Asks a goal given as a term, whose variables stay as they are; see {@link Answer#goal}. */
    public Answers ask(Term goal) {
        Machine m = new Machine(db);
        return new Answers(this, m, Goal.of(m, goal));
    }

    // ---- Predicates written in Java ----

    /**
     * Defines a predicate with at most one solution.
     *
     * @param indicator name and arity, as in {@code "age/2"}
     */
    public void define(String indicator, JavaPredicate code) {
        Det det = (m, args) -> run(m, () -> code.call(new Arguments(m, args)));
        install(indicator, f -> db.define(f, det));
    }

    /**
     * Defines a predicate whose last argument is unified with each of the values in turn.
     *
     * @param indicator name and arity, as in {@code "child/2"}
     */
    public void defineValues(String indicator, JavaSolutions code) {
        NonDet nondet =
                (m, args) -> {
                    Stream<?> s = run(m, () -> code.call(new Arguments(m, args)));
                    Term last = args[args.length - 1];
                    return new Solutions(m, s.iterator(), s, Solutions.with(last));
                };
        install(indicator, f -> db.defineMany(f, nondet));
    }

    /**
     * Defines a predicate whose arguments are unified with the items of each row in turn. A row is
     * a list, an array or a record.
     *
     * @param indicator name and arity, as in {@code "employee/3"}
     */
    public void defineRows(String indicator, JavaSolutions code) {
        NonDet nondet =
                (m, args) -> {
                    Stream<?> s = run(m, () -> code.call(new Arguments(m, args)));
                    return new Solutions(
                            m, s.iterator(), s, (x, row) -> Methods.unifyRow(x, args, row));
                };
        install(indicator, f -> db.defineMany(f, nondet));
    }

    /**
     * Defines a predicate for each method of an object that is annotated with {@link Predicate}.
     */
    public void register(Object object) {
        try {
            Methods.register(db, object);
        } catch (PrologError e) {
            throw failure(new Machine(db), e, Map.of());
        }
    }

    /**
     * Defines a predicate whose facts lie outside: each call asks the source for the rows that may
     * match. A sandbox does not forbid it, since the host says so itself.
     *
     * @param head the predicate with the names of its columns, as in {@code "customer(Id, Name)"}
     */
    public void source(String head, Source source) {
        try {
            Goal read = Goal.read(new Machine(db), head, new Object[0]);
            Head named = SourceHead.of(read.term(), read.names(), read.variables());
            db.defineSource(Functor.of(named.name(), named.arity()), source.relation(named));
        } catch (PrologError e) {
            throw failure(new Machine(db), e, Map.of());
        }
    }

    private void install(String indicator, Consumer<Functor> definition) {
        try {
            definition.accept(indicator(indicator));
        } catch (PrologError e) {
            throw failure(new Machine(db), e, Map.of());
        }
    }

    /** Code of the host. */
    private interface HostCode<T> {
        T run() throws Exception;
    }

    private static <T> T run(Machine m, HostCode<T> code) {
        try {
            return code.run();
        } catch (PrologError e) {
            throw e;
        } catch (Exception e) {
            throw JavaFailures.error(m, e);
        }
    }

    /** Reads {@code name/arity}. */
    static Functor indicator(String text) {
        int slash = text.lastIndexOf('/');
        if (slash > 0) {
            try {
                int arity = Integer.parseInt(text.substring(slash + 1));
                if (arity >= 0) {
                    return Functor.of(text.substring(0, slash), arity);
                }
            } catch (NumberFormatException e) {
                throw badIndicator(text);
            }
        }
        throw badIndicator(text);
    }

    private static IllegalArgumentException badIndicator(String text) {
        return new IllegalArgumentException(
                "The text (" + text + ") must be a name and an arity, such as age/2.");
    }

    // ---- The rest ----

    /** Closes the files that rules have left open, and deletes their temporary files. */
    public void closeStreams() {
        db.streams().closeAll();
    }

    Database database() {
        return db;
    }

    Budget budget() {
        return budget;
    }

    /** The exception for an error that no rule has caught. */
    RuleException failure(Machine m, PrologError e, Map<Var, String> names) {
        ErrorOrigin origin = m.errorOrigin();
        Term told = origin == null ? e.term() : origin.told(e.term());
        String text = Words.message(db, Struct.of("unhandled_exception", told));
        Clause clause = origin == null ? null : origin.clause();
        String location = clause == null ? null : clause.location();
        String goal = origin == null ? null : origin.goalText(db.user().operators(), names);
        String message =
                (location == null ? "" : location + ": ")
                        + text
                        + (goal == null ? "" : "\nGoal: " + goal);
        return new RuleException(message, e.term(), location, goal, JavaCauses.of(m, e));
    }

    /** Makes an engine. */
    public static final class Builder {
        private @Nullable PrologStream input;
        private @Nullable PrologStream output;
        private @Nullable PrologStream error;
        private Sandbox sandbox = Sandbox.open();
        private @Nullable Budget budget;
        private final Map<String, Object> flags = new LinkedHashMap<>();

        private Builder() {}

        /** What {@code user_input} reads: text in UTF-8. The default is {@link System#in}. */
        public Builder input(InputStream from) {
            input = PrologStream.input(Devices.of(from));
            return this;
        }

        /** What {@code user_input} reads. The default is {@link System#in}. */
        public Builder input(Reader from) {
            input = PrologStream.input(Devices.of(from));
            return this;
        }

        /** Where {@code user_output} goes, as text in UTF-8. The default is {@link System#out}. */
        public Builder output(OutputStream to) {
            output = PrologStream.output(Devices.of(to));
            return this;
        }

        /** Where {@code user_output} goes. The default is {@link System#out}. */
        public Builder output(Writer to) {
            output = PrologStream.output(Devices.of(to));
            return this;
        }

        /** Where {@code user_error} goes. The default is {@link System#err}. */
        public Builder error(Writer to) {
            error = PrologStream.output(Devices.of(to));
            return this;
        }

        /** What rules may do to the world outside. The default is {@link Sandbox#open}. */
        public Builder sandbox(Sandbox restrictions) {
            sandbox = restrictions;
            return this;
        }

        /**
         * The budget of searches that do not have one of their own, and of loading. The default is
         * that of the sandbox.
         */
        public Builder budget(Budget limits) {
            budget = limits;
            return this;
        }

        /** Sets a flag, such as {@code double_quotes} to {@code "codes"}. */
        public Builder flag(String name, Object value) {
            flags.put(name, value);
            return this;
        }

        /** The engine. */
        public Engine build() {
            return new Engine(this);
        }

        private StreamTable streams() {
            PrologStream in = input;
            PrologStream out = output;
            PrologStream err = error;
            if (in == null) {
                in =
                        sandbox == Sandbox.open()
                                ? PrologStream.input(Devices.of(System.in))
                                : PrologStream.input("");
            }
            if (out == null) {
                out = PrologStream.output(Devices.of(new StandardWriter(() -> System.out)));
            }
            if (err == null) {
                err = PrologStream.output(Devices.of(new StandardWriter(() -> System.err)));
            }
            return StreamTable.of(in, out, err.buffering(Buffering.LINE));
        }
    }

    /** Writes to what {@link System#out} or {@link System#err} is at the moment. */
    private static final class StandardWriter extends Writer {
        private final Supplier<PrintStream> to;

        StandardWriter(Supplier<PrintStream> to) {
            this.to = to;
        }

        @Override
        public void write(char[] text, int from, int length) {
            to.get().append(new String(text, from, length));
        }

        @Override
        public void flush() {
            to.get().flush();
        }

        @Override
        public void close() {
            flush();
        }
    }
}
