package dev.clew.rules.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * The settling of answers with conditions against the well-founded model of the conditions by the
 * definition, on random propositional components; each table has one answer at most.
 */
class WellFoundedTest {
    private static final long SEED = Long.getLong("clew.seed", 20_273);

    /** A conjunction: of atoms, and of negated ones. */
    private record Body(List<Integer> positive, List<Integer> negative) {}

    private final Random random = new Random(SEED);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Database db =
            new Database(StreamTable.of(new ByteArrayInputStream(new byte[0]), out, out));

    private Table table(int i) {
        Functor f = Functor.of("p" + i, 0);
        return new Table(db.clausesForChange(db.user().predicate(f), "modify"), new Term[0], 0, i);
    }

    @Test
    void answersGetTheirTruthInTheWellFoundedModel() {
        System.out.println("Conditions: -Dclew.seed=" + SEED);
        int[] found = new int[3];
        for (int n = 0; n < 5_000; n++) {
            int atoms = 1 + random.nextInt(8);
            List<List<Body>> bodies = new ArrayList<>();
            List<Table> tables = new ArrayList<>();
            for (int i = 0; i < atoms; i++) {
                tables.add(table(i));
                List<Body> all = new ArrayList<>();
                for (int k = random.nextInt(4); k > 0; k--) {
                    all.add(new Body(some(atoms, 2), some(atoms, 2)));
                }
                bodies.add(all);
            }
            // An atom without a condition is true, one without a body has no answer.
            List<@Nullable TableAnswer> answers = new ArrayList<>();
            for (int i = 0; i < atoms; i++) {
                answers.add(bodies.get(i).isEmpty() ? null : answer(tables.get(i)));
            }
            for (int i = 0; i < atoms; i++) {
                List<Delay> conditions = new ArrayList<>();
                boolean isTrue = false;
                for (Body b : bodies.get(i)) {
                    Delay d = delay(b, tables, answers);
                    isTrue |= b.positive.isEmpty() && b.negative.isEmpty();
                    if (d != null) {
                        conditions.add(d);
                    }
                }
                TableAnswer a = answers.get(i);
                if (a != null) {
                    a.conditions = isTrue ? null : conditions;
                    tables.get(i).hasConditions = !isTrue;
                }
            }
            WellFounded.settle(tables);
            BitSet under = new BitSet();
            BitSet over = leastModel(bodies, under);
            for (BitSet before = new BitSet(); ; before = under) {
                under = leastModel(bodies, over);
                over = leastModel(bodies, under);
                if (before.equals(under)) {
                    break;
                }
            }
            for (int i = 0; i < atoms; i++) {
                TableAnswer a = answers.get(i);
                int truth = a == null || a.isDropped ? 0 : a.conditions == null ? 2 : 1;
                int expected = under.get(i) ? 2 : over.get(i) ? 1 : 0;
                assertThat(truth)
                        .as("seed %s, %s: p%s of %s", SEED, n, i, bodies)
                        .isEqualTo(expected);
                found[truth]++;
                if (a != null && truth == 1) {
                    assertThat(a.conditions).as("seed %s, %s", SEED, n).isNotEmpty();
                }
            }
        }
        assertThat(found[0]).isPositive();
        assertThat(found[1]).isGreaterThan(500);
        assertThat(found[2]).isPositive();
    }

    private List<Integer> some(int atoms, int most) {
        List<Integer> list = new ArrayList<>();
        for (int k = random.nextInt(most + 1); k > 0; k--) {
            list.add(random.nextInt(atoms));
        }
        return list;
    }

    private static TableAnswer answer(Table t) {
        TableAnswer a = new TableAnswer(new Term[0], 0, 0, 0, null);
        t.add(a);
        return a;
    }

    /** The literals of a body; a positive one without an answer is never reached by SLG. */
    private static @Nullable Delay delay(
            Body b, List<Table> tables, List<@Nullable TableAnswer> answers) {
        Delay d = null;
        for (int k : b.positive) {
            TableAnswer a = answers.get(k);
            if (a == null) {
                return null;
            }
            d = Delay.onAnswer(tables.get(k), a, d);
        }
        for (int k : b.negative) {
            d = Delay.onNegation(tables.get(k), d);
        }
        return d;
    }

    private static BitSet leastModel(List<List<Body>> bodies, BitSet assumed) {
        BitSet model = new BitSet();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < bodies.size(); i++) {
                for (Body b : bodies.get(i)) {
                    boolean holds =
                            b.positive.stream().allMatch(model::get)
                                    && b.negative.stream().noneMatch(assumed::get);
                    if (holds && !model.get(i)) {
                        model.set(i);
                        changed = true;
                    }
                }
            }
        }
        return model;
    }
}
