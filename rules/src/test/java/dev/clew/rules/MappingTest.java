package dev.clew.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Order;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

class MappingTest {
    record Person(String name, int age) {}

    record OrderLine(Person buyer, List<String> items, Optional<Double> discount) {}

    record Nothing() {}

    @TermName("+")
    record Sum(Expression left, Expression right) implements Expression {}

    record Num(long value) implements Expression {}

    enum Unit implements Expression {
        ZERO,
        @TermName("1")
        ONE
    }

    sealed interface Expression permits Sum, Num, Unit {}

    record Pair<A, B>(A first, B second) {}

    record Holder(Pair<String, Integer> pair) {}

    record Even(int n) {
        Even {
            if (n % 2 != 0) {
                throw new IllegalArgumentException("odd: " + n);
            }
        }
    }

    private static String text(Object value) {
        return Mapping.term(value).toString();
    }

    @Test
    void writesPlainValues() {
        assertThat(text("bob")).isEqualTo("bob");
        assertThat(text("Bob's")).isEqualTo("'Bob''s'");
        assertThat(text('x')).isEqualTo("x");
        assertThat(text(42)).isEqualTo("42");
        assertThat(text((byte) -1)).isEqualTo("-1");
        assertThat(text(new BigInteger("123456789012345678901")))
                .isEqualTo("123456789012345678901");
        assertThat(text(2.5)).isEqualTo("2.5");
        assertThat(text(true)).isEqualTo("true");
        assertThat(text(Unit.ZERO)).isEqualTo("zero");
        assertThat(text(Unit.ONE)).isEqualTo("'1'");
    }

    @Test
    void writesRecordsByTheNamesOfTheirClasses() {
        assertThat(text(new Person("bob", 42))).isEqualTo("person(bob,42)");
        assertThat(text(new Nothing())).isEqualTo("nothing");
        assertThat(
                        text(
                                new OrderLine(
                                        new Person("bob", 42),
                                        List.of("pen", "ink"),
                                        Optional.of(0.5))))
                .isEqualTo("order_line(person(bob,42),[pen,ink],some(0.5))");
        assertThat(text(new Sum(new Num(1), Unit.ZERO))).isEqualTo("num(1)+zero");
    }

    @Test
    void writesCollections() {
        Map<String, Integer> ages = new LinkedHashMap<>();
        ages.put("bob", 42);
        ages.put("ann", 7);
        assertThat(text(ages)).isEqualTo("[bob-42,ann-7]");
        assertThat(text(List.of())).isEqualTo("[]");
        assertThat(text(new int[] {1, 2})).isEqualTo("[1,2]");
        assertThat(text(List.of(List.of(1), List.of()))).isEqualTo("[[1],[]]");
        assertThat(text(Optional.empty())).isEqualTo("none");
    }

    @Test
    void refusesWhatHasNoTerm() {
        assertThatThrownBy(() -> Mapping.term(null))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("Maybe use an Optional");
        assertThatThrownBy(() ->
                        Mapping.term(
                                new Object() {
                                    @Override
                                    public String toString() {
                                        return "thing";
                                    }
                                }))
                .hasMessageContaining("(thing)")
                .hasMessageContaining("Maybe make its class a record");
        assertThatThrownBy(() -> Mapping.term(BigDecimal.ONE))
                .hasMessageContaining("doubleValue()");
    }

    @Test
    void readsBackWhatItWrote() {
        OrderLine line =
                new OrderLine(new Person("bob", 42), List.of("pen", "ink"), Optional.empty());
        assertThat(Mapping.java(Mapping.term(line), OrderLine.class)).isEqualTo(line);
        Sum sum = new Sum(new Sum(new Num(1), Unit.ONE), new Num(-2));
        assertThat(Mapping.java(Mapping.term(sum), Expression.class)).isEqualTo(sum);
        Holder holder = new Holder(new Pair<>("a", 1));
        assertThat(Mapping.java(Mapping.term(holder), Holder.class)).isEqualTo(holder);
        int[] ints = {3, 1};
        assertThat(Mapping.java(Mapping.term(ints), int[].class)).isEqualTo(ints);
    }

    @Test
    void readsRandomExpressionsBack() {
        long seed = Long.getLong("clew.seed", 20_266);
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Expression e = expression(random, 8);
            assertThat(Mapping.java(Mapping.term(e), Expression.class))
                    .as("seed %d", seed)
                    .isEqualTo(e);
        }
    }

    private static Expression expression(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return random.nextBoolean()
                    ? new Num(random.nextLong())
                    : Unit.values()[random.nextInt(2)];
        }
        return new Sum(expression(random, depth - 1), expression(random, depth - 1));
    }

    @Test
    void readsNumbersIntoAnyTypeThatHoldsThem() {
        assertThat(Mapping.java(Int.of(7), double.class)).isEqualTo(7.0);
        assertThat(Mapping.java(Int.of(7), BigInteger.class)).isEqualTo(BigInteger.valueOf(7));
        assertThat(Mapping.java(Int.of(7), short.class)).isEqualTo((short) 7);
        assertThat(Mapping.java(Mapping.term(1.25), BigDecimal.class)).isEqualByComparingTo("1.25");
        assertThatThrownBy(() -> Mapping.java(Int.of(300), byte.class))
                .isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> Mapping.java(Mapping.term(1.0), long.class))
                .isInstanceOf(ConversionException.class);
    }

    @ParameterizedTest
    @ValueSource(classes = {byte.class, short.class, int.class, long.class})
    void refusesNumbersThatDoNotFit(Class<?> type) {
        int bits = type == byte.class ? 8 : type == short.class ? 16 : type == int.class ? 32 : 64;
        BigInteger least = BigInteger.ONE.shiftLeft(bits - 1).negate();
        BigInteger most = least.not();
        assertThat(((Number) Mapping.java(Int.of(least), type)).longValue())
                .isEqualTo(least.longValue());
        assertThat(((Number) Mapping.java(Int.of(most), type)).longValue())
                .isEqualTo(most.longValue());
        for (BigInteger wrong : List.of(least.subtract(BigInteger.ONE), most.add(BigInteger.ONE))) {
            assertThatThrownBy(() -> Mapping.java(Int.of(wrong), type))
                    .isInstanceOf(ConversionException.class);
        }
    }

    @Test
    void refusesWhatIsNoDecimalAndNoCharacter() {
        for (double x : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Mapping.java(Mapping.term(x), BigDecimal.class))
                    .isInstanceOf(ConversionException.class);
        }
        for (String text : new String[] {"", "xy"}) {
            assertThatThrownBy(() -> Mapping.java(Atom.of(text), char.class))
                    .isInstanceOf(ConversionException.class);
        }
    }

    @Test
    void readsAtomsAndStringsAsText() {
        assertThat(Mapping.java(Str.of("x y"), String.class)).isEqualTo("x y");
        assertThat(Mapping.java(Atom.of("x y"), String.class)).isEqualTo("x y");
        assertThat(Mapping.java(Atom.of("x"), char.class)).isEqualTo('x');
    }

    @Test
    void readsNaturalValues() {
        Term t = Mapping.term(List.of("a", 1, 2.5, List.of(), new Person("bob", 1)));
        List<?> list = (List<?>) Mapping.java(t, Object.class);
        assertThat(list.subList(0, 4)).isEqualTo(List.of("a", 1L, 2.5, List.of()));
        assertThat(list.get(4)).isInstanceOf(Struct.class);
    }

    @Test
    void readsSetsAndMaps() throws Exception {
        record Both(Set<String> names, Map<String, List<Integer>> groups) {}
        Both both = new Both(Set.of("a"), Map.of("x", List.of(1, 2)));
        assertThat(Mapping.java(Mapping.term(both), Both.class)).isEqualTo(both);
    }

    @Test
    void handsOtherObjectsThrough() {
        Thread thread = Thread.currentThread();
        Term handle = new Opaque("java", thread);
        assertThat(Mapping.java(handle, Thread.class)).isSameAs(thread);
        assertThatThrownBy(() -> Mapping.java(handle, Runtime.class))
                .isInstanceOf(ConversionException.class);
    }

    @Test
    void saysWhereAMismatchIs() {
        Term line =
                Struct.of(
                        "order_line",
                        Struct.of("person", Atom.of("bob"), Atom.of("old")),
                        Atom.NIL,
                        Atom.of("none"));
        assertThatThrownBy(() -> Mapping.java(line, OrderLine.class))
                .hasMessage(
                        "The term (old) is an atom, which cannot be int.\n"
                            + "It is component `age` of Person, component `buyer` of OrderLine.");
        assertThatThrownBy(() -> Mapping.java(new Var(), Person.class))
                .hasMessage("The term is an unbound variable, which cannot be Person (person/2).");
        assertThatThrownBy(() -> Mapping.java(Mapping.term(List.of(1, "x")), int[].class))
                .hasMessageContaining("item 2 of the list");
    }

    @Test
    void letsTheRecordCheckItsComponents() {
        assertThatThrownBy(() -> Mapping.java(Struct.of("even", Int.of(3)), Even.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("odd: 3");
    }

    @Test
    void convertsDeepValuesWithoutTheJavaStack() {
        Expression e = new Num(0);
        for (int i = 0; i < 300_000; i++) {
            e = new Sum(e, Unit.ONE);
        }
        Term t = Mapping.term(e);
        Term again = Mapping.term(Mapping.java(t, Expression.class));
        assertThat(Order.identical(t, again)).isTrue();
    }

    @Test
    void refusesCyclicTerms() {
        Var x = new Var();
        Term cycle = Struct.of("+", x, Int.of(1));
        x.ref = cycle;
        assertThatThrownBy(() -> Mapping.java(cycle, Expression.class))
                .isInstanceOf(ConversionException.class);
        List<Object> own = new java.util.ArrayList<>();
        own.add(own);
        assertThatThrownBy(() -> Mapping.term(own)).hasMessageContaining("contains itself");
    }

    @Test
    void namesClassesInSnakeCase() {
        assertThat(Shapes.snakeCase("Person")).isEqualTo("person");
        assertThat(Shapes.snakeCase("OrderLine")).isEqualTo("order_line");
        assertThat(Shapes.snakeCase("HTTPServer")).isEqualTo("http_server");
        assertThat(Shapes.snakeCase("A2B")).isEqualTo("a2_b");
        assertThat(Shapes.snakeCase("X_Y")).isEqualTo("x_y");
    }
}
