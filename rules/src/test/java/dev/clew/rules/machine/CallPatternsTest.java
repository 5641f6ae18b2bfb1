package dev.clew.rules.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Whether a changed clause concerns a call: told by first-level unification of arguments. */
class CallPatternsTest {
    private static final long SEED = Long.getLong("clew.seed", 20_272);
    private static final int ARITY = 3;

    private final Random random = new Random(SEED);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Database db =
            new Database(StreamTable.of(new ByteArrayInputStream(new byte[0]), out, out));
    private final ClauseProcedure p =
            db.clausesForChange(db.user().predicate(Functor.of("p", ARITY)), "modify");

    private Term argument(Term variable) {
        return switch (random.nextInt(4)) {
            case 0 -> variable;
            case 1 -> Int.of(random.nextInt(3));
            case 2 -> Atom.of("a" + random.nextInt(3));
            default -> Struct.of("f", Int.of(random.nextInt(2)));
        };
    }

    private Term[] row(java.util.function.Supplier<Term> variable) {
        Term[] row = new Term[ARITY];
        for (int i = 0; i < ARITY; i++) {
            row[i] = argument(variable.get());
        }
        return row;
    }

    private Clause fact() {
        Term head = new Struct(p.predicate.functor, row(() -> new dev.clew.rules.terms.Slot(0)));
        return new Clause(p, db.user(), head, Atom.TRUE, 1, null, 0);
    }

    private static boolean mayMatch(Term[] call, Clause fact) {
        for (int i = 0; i < ARITY; i++) {
            int a = Clause.key(call[i]);
            int b = fact.keyOfArgument(i);
            if (a != 0 && b != 0 && a != b) {
                return false;
            }
        }
        return true;
    }

    @Test
    void changesAreComparedWithAllCalls() {
        System.out.println("Calls and changes: -Dclew.seed=" + SEED);
        int concerned = 0;
        for (int n = 0; n < 3_000; n++) {
            List<Term[]> calls = new ArrayList<>();
            CallPatterns first = new CallPatterns();
            CallPatterns second = new CallPatterns();
            for (int i = random.nextInt(4); i >= 0; i--) {
                Term[] call = row(Var::new);
                calls.add(call);
                (random.nextBoolean() ? first : second).add(call, ARITY);
            }
            first.add(second);
            ChangeLog log = new ChangeLog(10);
            boolean expected = false;
            long since = 11L + random.nextInt(4);
            for (int i = 0; i < 5; i++) {
                Clause fact = fact();
                log.add(11 + i, fact);
                for (Term[] call : calls) {
                    expected |= 11 + i > since && mayMatch(call, fact);
                }
            }
            assertThat(log.concerns(first, since)).as("seed %s, %s", SEED, n).isEqualTo(expected);
            assertThat(log.concerns(first, 9)).isTrue();
            assertThat(log.concerns(first, 15)).isFalse();
            concerned += expected ? 1 : 0;
        }
        assertThat(concerned).isBetween(500, 2_900);
    }

    @Test
    void whatIsForgottenCounts() {
        CallPatterns calls = new CallPatterns();
        Term[] never = {Atom.of("never"), Atom.of("never"), Atom.of("never")};
        calls.add(never, ARITY);
        ChangeLog log = new ChangeLog(0);
        Term[] args = {Int.of(1), Int.of(2), Int.of(3)};
        Clause fact =
                new Clause(
                        p, db.user(), new Struct(p.predicate.functor, args), Atom.TRUE, 0, null, 0);
        for (int i = 1; i <= 10_000; i++) {
            log.add(i, fact);
        }
        assertThat(log.concerns(calls, 1)).isTrue();
        assertThat(log.concerns(calls, 9_000)).isFalse();
        log.addAll(10_001);
        assertThat(log.concerns(calls, 10_000)).isTrue();
        assertThat(log.concerns(calls, 10_001)).isFalse();
    }

    @Test
    void veryManyCallsCountAsAll() {
        CallPatterns calls = new CallPatterns();
        for (int i = 0; i < 150_000; i++) {
            calls.add(new Term[] {Int.of(i), new Var(), new Var()}, ARITY);
        }
        assertThat(calls.mayMeet(new int[] {Clause.key(Atom.of("x")), 1, 1})).isTrue();
        assertThat(calls.size()).isZero();
    }
}
