package dev.clew.rules.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Order;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Laws that hold for all terms. */
class PropertiesTest {
    private static final int ROUNDS = 3000;

    private Random random = new Random();
    private Machine m = new Machine(Texts.quietDatabase());
    private List<Term> variables = new ArrayList<>();

    @BeforeEach
    void chooseSeed(TestInfo test) {
        long seed = Long.getLong("clew.seed", 20_264);
        System.out.println(test.getDisplayName() + ": -Dclew.seed=" + seed);
        random = new Random(seed);
        m = new Machine(Texts.quietDatabase());
    }

    // ---- unification

    @Test
    void unificationIsSymmetric() {
        for (int n = 0; n < ROUNDS; n++) {
            Term x = fresh(4);
            Term y = term(4);
            Term copy = m.copy(Struct.of("-", x, y));
            boolean forth = holds("unify_with_occurs_check", x, y);
            boolean back = holds("unify_with_occurs_check", arg(copy, 1), arg(copy, 0));
            assertThat(forth).as("%s and %s", x, y).isEqualTo(back);
            if (forth) {
                assertThat(isVariant(Struct.of("-", x, y), copy)).as("%s and %s", x, y).isTrue();
            }
        }
    }

    @Test
    void unifiedTermsAreIdenticalAndUnifyAgainWithoutBindings() {
        for (int n = 0; n < ROUNDS; n++) {
            Term x = fresh(4);
            Term y = term(4);
            if (holds("unify_with_occurs_check", x, y)) {
                assertThat(Order.identical(x, y)).as("%s and %s", x, y).isTrue();
                Term before = m.copy(x);
                assertThat(holds("=", x, y)).isTrue();
                assertThat(isVariant(x, before)).isTrue();
            }
        }
    }

    /**
     * The unifier is most general: the result is an instance of both terms, and no unifier is more
     * general.
     */
    @Test
    void unificationGivesTheMostGeneralInstance() {
        for (int n = 0; n < ROUNDS; n++) {
            Term x = fresh(3);
            Term y = m.copy(term(3));
            Term x0 = m.copy(x);
            Term y0 = m.copy(y);
            Term instance = m.copy(x0);
            boolean common =
                    holds("=", instance, groundInstance(x0))
                            && holds("subsumes_term", y0, instance);
            if (holds("unify_with_occurs_check", x, y)) {
                assertThat(holds("subsumes_term", x0, x)).as("%s of %s", x, x0).isTrue();
                assertThat(holds("subsumes_term", y0, x)).as("%s of %s", x, y0).isTrue();
                if (common) {
                    assertThat(holds("subsumes_term", x, instance))
                            .as("%s of %s", instance, x)
                            .isTrue();
                }
            } else {
                assertThat(common)
                        .as("%s is an instance of %s and of %s", instance, x0, y0)
                        .isFalse();
            }
        }
    }

    /** Where the occurs check lets unification pass, leaving it out makes no difference. */
    @Test
    void theOccursCheckChangesNothingWhereItPasses() {
        for (int n = 0; n < ROUNDS; n++) {
            Term x = fresh(4);
            Term y = term(4);
            Term plain = m.copy(Struct.of("-", x, y));
            boolean checked = holds("unify_with_occurs_check", x, y);
            boolean unchecked = holds("=", arg(plain, 0), arg(plain, 1));
            if (checked) {
                assertThat(unchecked).as("%s and %s", x, y).isTrue();
                assertThat(isVariant(Struct.of("-", x, y), plain)).as("%s, %s", x, plain).isTrue();
            } else if (unchecked) {
                assertThat(holds("cyclic_term", plain)).as("%s", plain).isTrue();
            }
        }
    }

    @Test
    void failedUnificationBindsNothing() {
        for (int n = 0; n < ROUNDS; n++) {
            Term pair = Struct.of("-", fresh(4), term(4));
            Term before = m.copy(pair);
            if (holds("\\=", arg(pair, 0), arg(pair, 1))
                    || !holds("\\+", Struct.of("=", arg(pair, 0), arg(pair, 1)))) {
                assertThat(isVariant(pair, before)).as("%s was %s", pair, before).isTrue();
            }
        }
    }

    // ---- standard order

    @Test
    void standardOrderIsATotalOrder() {
        for (int n = 0; n < ROUNDS; n++) {
            Term x = fresh(3);
            Term y = term(3);
            Term z = term(3);
            int xy = Integer.signum(Order.compare(x, y));
            assertThat(xy).isEqualTo(-Integer.signum(Order.compare(y, x)));
            assertThat(Order.compare(x, x)).isZero();
            assertThat(xy == 0).isEqualTo(Order.identical(x, y));
            if (xy <= 0 && Order.compare(y, z) <= 0) {
                assertThat(Order.compare(x, z)).as("%s, %s, %s", x, y, z).isNotPositive();
            }
        }
    }

    @Test
    void sortingGivesTheItemsInOrderWithoutDuplicates() {
        for (int n = 0; n < ROUNDS; n++) {
            fresh(0);
            Term list = Atom.NIL;
            int length = random.nextInt(12);
            for (int i = 0; i < length; i++) {
                list = new Cons(term(2), list);
            }
            Term sorted = m.newVar();
            assertThat(holds("sort", list, sorted)).isTrue();
            Term again = m.newVar();
            assertThat(holds("sort", sorted, again)).isTrue();
            assertThat(Order.identical(sorted, again)).isTrue();
            for (Term t = sorted.deref();
                    t instanceof Cons c && c.tail.deref() instanceof Cons d;
                    t = d) {
                assertThat(Order.compare(c.head, d.head)).isNegative();
            }
        }
    }

    // ---- copies and the database

    @Test
    void copiesAreVariantsThatShareNoVariables() {
        for (int n = 0; n < ROUNDS; n++) {
            Term x = fresh(5);
            Term copy = m.newVar();
            assertThat(holds("copy_term", x, copy)).isTrue();
            assertThat(isVariant(x, copy)).as(x.toString()).isTrue();
            Term mine = m.newVar();
            Term its = m.newVar();
            assertThat(holds("term_variables", x, mine) && holds("term_variables", copy, its))
                    .isTrue();
            for (Term t = mine.deref(); t instanceof Cons c; t = c.tail.deref()) {
                for (Term u = its.deref(); u instanceof Cons d; u = d.tail.deref()) {
                    assertThat(c.head.deref()).isNotSameAs(d.head.deref());
                }
            }
        }
    }

    @Test
    void clausesComeBackAsTheyWereAdded() {
        for (int n = 0; n < ROUNDS; n++) {
            Term head = Struct.of("stored", fresh(4), term(2));
            Term body = body(3);
            Term clause = Struct.of(":-", head, body);
            assertThat(holds("assertz", clause)).isTrue();
            Term found = Struct.of(":-", Struct.of("stored", m.newVar(), m.newVar()), m.newVar());
            assertThat(holds("clause", arg(found, 0), arg(found, 1))).isTrue();
            assertThat(isVariant(clause, found)).as("%s gives %s", clause, found).isTrue();
            Term retracted =
                    Struct.of(":-", Struct.of("stored", m.newVar(), m.newVar()), m.newVar());
            assertThat(holds("retract", retracted)).isTrue();
            assertThat(isVariant(clause, retracted)).as("%s gives %s", clause, retracted).isTrue();
        }
    }

    @Test
    void solutionsAreCopiesInOrder() {
        for (int n = 0; n < ROUNDS / 10; n++) {
            fresh(0);
            Term list = Atom.NIL;
            for (int i = random.nextInt(6); i >= 0; i--) {
                list = new Cons(term(3), list);
            }
            Term x = m.newVar();
            Term found = m.newVar();
            assertThat(holds("findall", x, Struct.of("member", x, list), found)).isTrue();
            Term one = list;
            Term other = found.deref();
            while (one instanceof Cons c && other instanceof Cons d) {
                assertThat(isVariant(c.head, d.head)).isTrue();
                one = c.tail.deref();
                other = d.tail.deref();
            }
            assertThat(one).isSameAs(other);
        }
    }

    // ---- terms

    private boolean holds(String name, Term... args) {
        return m.once(Struct.of(name, args));
    }

    private boolean isVariant(Term x, Term y) {
        return holds("=@=", x, y);
    }

    private static Term arg(Term t, int i) {
        return ((Struct) t.deref()).arg(i).deref();
    }

    private Term groundInstance(Term t) {
        Term copy = m.copy(t);
        Term vars = m.newVar();
        assertThat(holds("term_variables", copy, vars)).isTrue();
        for (Term v = vars.deref(); v instanceof Cons c; v = c.tail.deref()) {
            assertThat(m.unify(c.head, random.nextBoolean() ? Atom.of("a") : Int.of(1))).isTrue();
        }
        return copy;
    }

    /** A term with variables of its own, which {@link #term} goes on to use. */
    private Term fresh(int depth) {
        variables = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            variables.add(m.newVar());
        }
        return term(depth);
    }

    private Term term(int depth) {
        int kind = random.nextInt(depth > 0 ? 9 : 5);
        return switch (kind) {
            case 0 -> Int.of(random.nextInt(3));
            case 1 ->
                    random.nextInt(3) == 0
                            ? Flt.of(random.nextInt(3))
                            : Str.of("s" + random.nextInt(2));
            case 2 -> Atom.of("abc".substring(random.nextInt(3)));
            case 3, 4 -> variables.get(random.nextInt(variables.size()));
            case 5 -> new Cons(term(depth - 1), term(depth - 1));
            case 6 -> Struct.of("f", term(depth - 1));
            default -> Struct.of("g", term(depth - 1), term(depth - 1));
        };
    }

    private Term body(int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 3)) {
            case 0 -> Atom.of("!");
            case 1 -> Struct.of("q", term(2));
            case 2 -> Struct.of("=", term(1), term(1));
            case 3 -> Struct.of("\\+", body(depth - 1));
            case 4 ->
                    Struct.of(
                            ";",
                            Struct.of("->", body(depth - 1), body(depth - 1)),
                            body(depth - 1));
            case 5 -> Struct.of(";", body(depth - 1), body(depth - 1));
            default -> Struct.of(",", body(depth - 1), body(depth - 1));
        };
    }
}
