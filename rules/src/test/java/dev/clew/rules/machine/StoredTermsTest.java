package dev.clew.rules.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.syntax.ReadFlags;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.syntax.TermReader;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rows in the form in which tables keep them: equal if and only if they are variants. */
class StoredTermsTest {
    private static final long SEED = Long.getLong("clew.seed", 20_271);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Database db =
            new Database(StreamTable.of(new ByteArrayInputStream(new byte[0]), out, out));
    private final Machine m = new Machine(db);

    private Term[] row(String text) {
        ReadFlags flags = ReadFlags.standard().withVariables(m::newVar);
        Term t =
                new TermReader(
                                new StringSource("row(" + text + ") ."),
                                db.user().operators(),
                                flags)
                        .read()
                        .term();
        return ((Struct) t).args;
    }

    private Term[] stored(Term[] row) {
        List<Var> variables = StoredTerms.list();
        return StoredTerms.store(m, row, row.length, variables);
    }

    private void check(String one, String other, boolean areVariants) {
        Term[] a = stored(row(one));
        Term[] b = stored(row(other));
        assertThat(StoredTerms.equal(a, b)).as("%s and %s", one, other).isEqualTo(areVariants);
        if (areVariants) {
            assertThat(StoredTerms.hash(a))
                    .as("%s and %s", one, other)
                    .isEqualTo(StoredTerms.hash(b));
        }
    }

    @Test
    void variantsAreEqual() {
        check("X, Y", "A, B", true);
        check("X, X", "A, A", true);
        check("f(X, Y, X), Y", "f(B, A, B), A", true);
        check("[X, Y|Z], \"s\"", "[P, Q|R], \"s\"", true);
        check("100000000000000000000", "100000000000000000000", true);
        check("1.5, -0.0, a, 'A'", "1.5, -0.0, a, 'A'", true);
    }

    @Test
    void othersDiffer() {
        check("X, Y", "A, A", false);
        check("X, X", "A, B", false);
        check("f(X, Y, X), Y", "f(A, B, A), A", false);
        check("1", "1.0", false);
        check("0.0", "-0.0", false);
        check("a", "\"a\"", false);
        check("f(a)", "f(b)", false);
        check("f(a)", "g(a)", false);
        check("f(a)", "f(a, a)", false);
        check("f(a)", "a", false);
        check("X", "a", false);
        check("f(g(X), X)", "f(g(X), Y)", false);
        check("100000000000000000000", "100000000000000000001", false);
    }

    @Test
    void variablesAreListedInTheOrderOfTheirFirstOccurrence() {
        Term[] row = row("a, f(Y, X), Z, X");
        List<Var> variables = new ArrayList<>();
        StoredTerms.store(m, row, row.length, variables);
        Struct f = (Struct) row[1];
        assertThat(variables)
                .containsExactly((Var) f.args[0], (Var) f.args[1], (Var) row[2].deref());
        assertThat(StoredTerms.array(variables)).hasSize(3);
    }

    @Test
    void onlyTheFirstTermsCount() {
        Term[] row = row("f(X), Y, Z");
        assertThat(StoredTerms.store(m, row, 2, StoredTerms.list())).hasSize(2);
        assertThat(
                        StoredTerms.equal(
                                StoredTerms.store(m, row, 2, StoredTerms.list()),
                                stored(row("f(A), B"))))
                .isTrue();
    }

    @Test
    void deepTermsAreComparedWithoutRecursion() {
        Term one = m.newVar();
        Term other = m.newVar();
        for (int i = 0; i < 1_000_000; i++) {
            one = Struct.of("s", one, Atom.of("a"));
            other = Struct.of("s", other, Atom.of("a"));
        }
        Term[] a = stored(new Term[] {one});
        Term[] b = stored(new Term[] {other});
        assertThat(StoredTerms.equal(a, b)).isTrue();
        assertThat(StoredTerms.hash(a)).isEqualTo(StoredTerms.hash(b));
        Term[] c = stored(new Term[] {Struct.of("s", one, Atom.of("b"))});
        assertThat(StoredTerms.equal(a, c)).isFalse();
    }

    /** Calls that get tables of their own do not get in each other's way. */
    @Test
    void tablesAreFoundByTheirCalls() {
        System.out.println("Maps of tables: -Dclew.seed=" + SEED);
        Random random = new Random(SEED);
        ClauseProcedure p =
                db.clausesForChange(
                        db.user().predicate(dev.clew.rules.terms.Functor.of("p", 1)), "modify");
        TableMap map = new TableMap();
        List<Table> present = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            if (random.nextInt(3) > 0 || present.isEmpty()) {
                Term[] call = {dev.clew.rules.terms.Int.of(i)};
                // Few hashes, so that there are long runs with gaps.
                Table t = new Table(p, call, 0, random.nextInt(40));
                map.put(t);
                present.add(t);
            } else {
                Table t = present.remove(random.nextInt(present.size()));
                map.remove(t);
                map.remove(t);
                assertThat(map.get(p, t.call, t.hash)).as("seed %s", SEED).isNull();
            }
            assertThat(map.size()).isEqualTo(present.size());
        }
        for (Table t : present) {
            assertThat(map.get(p, t.call, t.hash)).as("seed %s", SEED).isSameAs(t);
        }
        Table again = new Table(p, present.get(0).call, 0, present.get(0).hash);
        map.put(again);
        assertThat(map.size()).isEqualTo(present.size());
        assertThat(map.get(p, again.call, again.hash)).isSameAs(again);
        map.removeIf(t -> t != again);
        assertThat(map.all()).containsExactly(again);
    }
}
