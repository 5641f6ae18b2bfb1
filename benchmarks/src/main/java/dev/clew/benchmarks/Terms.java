package dev.clew.benchmarks;

import dev.clew.rules.Engine;
import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Work on terms and text: loading a source text, writing, unifying. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Terms {
    private final String source = source(500);
    private final Rules rules =
            new Rules(
                    """
                    deep(0, leaf) :- !.
                    deep(N, node(T, N, T)) :- M is N - 1, deep(M, T).
                    written :- deep(8, T), with_output_to(string(_), writeq(T)).
                    """);

    private final Machine machine = new Machine(new Database(StreamTable.ofProcess()));
    private final Term left = list(1000);
    private final Term right = list(1000);

    private static String source(int clauses) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < clauses; i++) {
            text.append("rule(").append(i).append(", X, [a, 'B c', \"text\"|T]) :- X > ").append(i);
            text.append(" -> true ; \\+ member(X, T), foo(X, bar).\n");
        }
        return text.toString();
    }

    /** Reads, compiles and stores 500 clauses in an engine of their own. */
    @Benchmark
    public Object loadsSource() {
        return Engine.create().loadText(source);
    }

    /** Makes a term whose text has 256 leaves, and writes it. */
    @Benchmark
    public int writesQuoted() {
        return rules.ask("written");
    }

    /** Unifies two equal lists of 1,000 terms f(I, text). */
    @Benchmark
    public boolean unifiesEqualLists() {
        return machine.unify(left, right);
    }

    private static Term list(int length) {
        List<Term> items = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            items.add(Struct.of("f", Int.of(i), Atom.of("text")));
        }
        return Lists.of(items);
    }
}
