package dev.clew.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/** Small classic programs: calls, clause selection, arithmetic, backtracking, changing clauses. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Programs {
    private final Rules reverse =
            new Rules(
                    """
                    reversed([], []).
                    reversed([X|Xs], R) :- reversed(Xs, F), joined(F, [X], R).
                    joined([], Ys, Ys).
                    joined([X|Xs], Ys, [X|Zs]) :- joined(Xs, Ys, Zs).
                    reverse :- numlist(1, 30, L), reversed(L, _).
                    """);

    private final Rules queens =
            new Rules(
                    """
                    placed([], Qs, Qs).
                    placed([C|Cs], Done, Qs) :- select(Q, [C|Cs], Rest), safe(Done, Q, 1), placed(Rest, [Q|Done], Qs).
                    safe([], _, _).
                    safe([P|Ps], Q, D) :- P =\\= Q + D, P =\\= Q - D, E is D + 1, safe(Ps, Q, E).
                    queens(Qs) :- placed([1, 2, 3, 4, 5, 6], [], Qs).
                    """);

    private final Rules counter =
            new Rules(
                    """
                    :- dynamic(counter/1).
                    counter(0).
                    counted :- between(1, 100, _), retract(counter(N)), M is N + 1, assertz(counter(M)), fail.
                    counted.
                    """);

    /** Naive reverse of 30 elements: 496 calls. */
    @Benchmark
    public int reversesNaively() {
        return reverse.ask("reverse");
    }

    /** All 4 ways to place 6 queens. */
    @Benchmark
    public int placesQueens() {
        return queens.ask("queens(Qs)");
    }

    /** A counter kept by retract/1 and assertz/1, a hundred steps. */
    @Benchmark
    public int replacesClauses() {
        return counter.ask("counted");
    }
}
