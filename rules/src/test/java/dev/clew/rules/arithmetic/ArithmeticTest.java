package dev.clew.rules.arithmetic;

import static dev.clew.rules.arithmetic.Expressions.a;
import static dev.clew.rules.arithmetic.Expressions.d;
import static dev.clew.rules.arithmetic.Expressions.i;
import static dev.clew.rules.arithmetic.Expressions.t;
import static dev.clew.rules.arithmetic.Expressions.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.junit.jupiter.api.Test;

class ArithmeticTest {
    private static final String MAX = "9223372036854775807";
    private static final String MIN = "-9223372036854775808";

    @Test
    void reportsWhatIsNotEvaluable() {
        assertThat(value("foo")).isEqualTo("type_error(evaluable,foo/0)");
        assertThat(value("foo", t("/", i(1), i(0)))).isEqualTo("type_error(evaluable,foo/1)");
        assertThat(value("foo", new Var())).isEqualTo("type_error(evaluable,foo/1)");
        assertThat(value("+", i(1), a("foo"))).isEqualTo("type_error(evaluable,foo/0)");
        assertThat(value(a("[]"))).isEqualTo("type_error(evaluable,[]/0)");
        assertThat(value(Lists.of(i(1), i(2)))).isEqualTo("type_error(evaluable,'.'/2)");
    }

    @Test
    void reportsVariablesFromTheLeft() {
        assertThat(value(new Var())).isEqualTo("instantiation_error");
        assertThat(value("+", new Var(), a("foo"))).isEqualTo("instantiation_error");
        assertThat(value("+", a("foo"), new Var())).isEqualTo("type_error(evaluable,foo/0)");
    }

    @Test
    void evaluatesOneCharacterTextToItsCode() {
        assertThat(value(Str.of("a"))).isEqualTo("97");
        assertThat(value(Str.of("\uD83D\uDE00"))).isEqualTo("128512");
        assertThat(value(Str.of("ab"))).isEqualTo("type_error(character,\"ab\")");
        assertThat(value(Lists.of(a("a")))).isEqualTo("97");
        assertThat(value(Lists.of(t("+", i(1), i(2))))).isEqualTo("3");
    }

    @Test
    void overflowsIntoBigIntegers() {
        assertThat(value("+", i(MAX), i(1))).isEqualTo("9223372036854775808");
        assertThat(value("-", i(MIN), i(1))).isEqualTo("-9223372036854775809");
        assertThat(value("-", i(MIN))).isEqualTo("9223372036854775808");
        assertThat(value("abs", i(MIN))).isEqualTo("9223372036854775808");
        assertThat(value("*", i(MAX), i(2))).isEqualTo("18446744073709551614");
        assertThat(value("//", i(MIN), i(-1))).isEqualTo("9223372036854775808");
        assertThat(value("div", i(MIN), i(-1))).isEqualTo("9223372036854775808");
        assertThat(value("/", i(MIN), i(-1))).isEqualTo("9223372036854775808");
        assertThat(value("mod", i(MIN), i(-1))).isEqualTo("0");
        assertThat(value("rem", i(MIN), i(-1))).isEqualTo("0");
        assertThat(value("gcd", i(MIN), i(0))).isEqualTo("9223372036854775808");
    }

    @Test
    void roundsIntegerDivisionsEachInItsWay() {
        assertThat(value("//", i(-7), i(2))).isEqualTo("-3");
        assertThat(value("div", i(-7), i(2))).isEqualTo("-4");
        assertThat(value("mod", i(-7), i(2))).isEqualTo("1");
        assertThat(value("mod", i(7), i(-2))).isEqualTo("-1");
        assertThat(value("rem", i(-7), i(2))).isEqualTo("-1");
        assertThat(value("/", i(7), i(2))).isEqualTo("3.5");
        assertThat(value("/", i(4), i(2))).isEqualTo("2");
    }

    @Test
    void givesFloatsFromDivisionsAndPowersUnderFlagIso() {
        ArithmeticContext iso =
                new ArithmeticContext() {
                    @Override
                    public boolean iso() {
                        return true;
                    }
                };
        assertThat(value(t("/", i(4), i(2)), iso)).isEqualTo("2.0");
        assertThat(value(t("**", i(2), i(3)), iso)).isEqualTo("8.0");
        assertThat(value(t("^", i(2), i(3)), iso)).isEqualTo("8");
    }

    @Test
    void dividesByZeroWithAnError() {
        for (String name : new String[] {"/", "//", "div", "mod", "rem"}) {
            assertThat(value(name, i(7), i(0))).isEqualTo("evaluation_error(zero_divisor)");
        }
        assertThat(value("/", d(7), i(0))).isEqualTo("evaluation_error(zero_divisor)");
        assertThat(value("/", d(0), d(0))).isEqualTo("evaluation_error(undefined)");
    }

    @Test
    void givesInfinitiesWhereTheFlagsAllowThem() {
        ArithmeticContext lenient =
                new ArithmeticContext() {
                    @Override
                    public boolean overflowIsInfinity() {
                        return true;
                    }

                    @Override
                    public boolean zeroDivisionIsInfinity() {
                        return true;
                    }

                    @Override
                    public boolean undefinedIsNan() {
                        return true;
                    }
                };
        assertThat(value(t("/", i(-1), d(0)), lenient)).isEqualTo("-1.0Inf");
        assertThat(value(t("/", i(1), d(-0.0)), lenient)).isEqualTo("-1.0Inf");
        assertThat(value(t("/", i(0), i(0)), lenient)).isEqualTo("1.5NaN");
        assertThat(value(t("exp", i(1000)), lenient)).isEqualTo("1.0Inf");
        assertThat(value(t("log", i(0)), lenient)).isEqualTo("-1.0Inf");
        assertThat(value(t("sqrt", i(-1)), lenient)).isEqualTo("1.5NaN");
    }

    @Test
    void acceptsIntegersOnlyWhereIntegersAreMeant() {
        for (String name :
                new String[] {"//", "mod", "rem", "div", ">>", "<<", "/\\", "\\/", "xor", "gcd"}) {
            assertThat(value(name, i(1), d(1.5))).isEqualTo("type_error(integer,1.5)");
            assertThat(value(name, d(1.5), i(1))).isEqualTo("type_error(integer,1.5)");
        }
        assertThat(value("\\", d(1.5))).isEqualTo("type_error(integer,1.5)");
        assertThat(value("//", d(1.5), i(0))).isEqualTo("type_error(integer,1.5)");
        assertThat(value("msb", d(1.5))).isEqualTo("type_error(integer,1.5)");
    }

    @Test
    void raisesToPowers() {
        assertThat(value("**", i(2), i(3))).isEqualTo("8");
        assertThat(value("**", i(2), i(-1))).isEqualTo("0.5");
        assertThat(value("**", i(2), d(3))).isEqualTo("8.0");
        assertThat(value("**", i(-1), i(-1))).isEqualTo("-1");
        assertThat(value("**", i(0), i(0))).isEqualTo("1");
        assertThat(value("**", i(0), i(-1))).isEqualTo("evaluation_error(zero_divisor)");
        assertThat(value("**", d(-8), d(0.5))).isEqualTo("evaluation_error(undefined)");
        assertThat(value("^", i(2), i(-1))).isEqualTo("type_error(float,2)");
        assertThat(value("^", i(0), i(-1))).isEqualTo("type_error(float,0)");
        assertThat(value("^", i(1), i(-1))).isEqualTo("1");
        assertThat(value("^", i(-1), i(-3))).isEqualTo("-1");
        assertThat(value("^", i(3), i(40))).isEqualTo("12157665459056928801");
        assertThat(value("^", i(-2), i(63))).isEqualTo(MIN);
        assertThat(value("^", i(2), d(0.5))).isEqualTo("1.4142135623730951");
    }

    @Test
    void refusesIntegersThatWouldFillTheMemory() {
        Numeric huge = i("1180591620717411303424");
        assertThat(value("**", i(2), i(1L << 40))).isEqualTo("resource_error(memory)");
        assertThat(value("^", i(3), huge)).isEqualTo("resource_error(memory)");
        assertThat(value("^", i(7), i(1L << 34))).isEqualTo("resource_error(memory)");
        assertThat(value("<<", i(1), i(1L << 60))).isEqualTo("resource_error(memory)");
        assertThat(value(">>", i(1), t("-", huge))).isEqualTo("resource_error(memory)");
        assertThat(value("^", i(1), huge)).isEqualTo("1");
        assertThat(value("^", i(0), huge)).isEqualTo("0");
        assertThat(value("<<", i(0), huge)).isEqualTo("0");
        assertThat(value(">>", i(-1), huge)).isEqualTo("-1");
    }

    @Test
    void convertsFloatsExactly() {
        assertThat(value("integer", d(2.5))).isEqualTo("3");
        assertThat(value("integer", d(-2.5))).isEqualTo("-3");
        assertThat(value("round", d(0.49999999999999994))).isEqualTo("0");
        assertThat(value("truncate", d(-2.5))).isEqualTo("-2");
        assertThat(value("floor", d(-2.1))).isEqualTo("-3");
        assertThat(value("ceiling", d(2.1))).isEqualTo("3");
        assertThat(value("truncate", d(1e22))).isEqualTo("10000000000000000000000");
        assertThat(value("truncate", d(0x1p63))).isEqualTo("9223372036854775808");
        assertThat(value("truncate", d(-0x1p63))).isEqualTo(MIN);
        assertThat(value("floor", a("inf"))).isEqualTo("evaluation_error(undefined)");
        assertThat(value("float", t("**", i(2), i(2000))))
                .isEqualTo("evaluation_error(float_overflow)");
    }

    @Test
    void comparesIntegersWithFloatsExactly() {
        Numeric odd = i((1L << 53) + 1);
        assertThat(Arithmetic.equal(odd, d(0x1p53))).isFalse();
        assertThat(Arithmetic.less(d(0x1p53), odd)).isTrue();
        assertThat(Arithmetic.equal(i(1), d(1))).isTrue();
        assertThat(Arithmetic.equal(d(0.0), d(-0.0))).isTrue();
        assertThat(Arithmetic.equal(i(0), d(-0.0))).isTrue();
        assertThat(Arithmetic.less(i("1180591620717411303424"), d(Double.POSITIVE_INFINITY)))
                .isTrue();
    }

    @Test
    void findsNoOrderForNotANumber() {
        Numeric nan = d(Double.NaN);
        assertThat(Arithmetic.equal(nan, nan)).isFalse();
        assertThat(Arithmetic.less(nan, i(1))).isFalse();
        assertThat(Arithmetic.lessOrEqual(i(1), nan)).isFalse();
    }

    @Test
    void takesTheFloatOfEqualNumbersAsMaximumAndMinimum() {
        assertThat(value("max", i(1), d(1))).isEqualTo("1.0");
        assertThat(value("max", d(1), i(1))).isEqualTo("1.0");
        assertThat(value("max", i(2), d(3))).isEqualTo("3.0");
        assertThat(value("min", i(2), d(3))).isEqualTo("2");
    }

    @Test
    void knowsTheDomainsOfFunctions() {
        assertThat(value("sqrt", i(-1))).isEqualTo("evaluation_error(undefined)");
        assertThat(value("log", i(0))).isEqualTo("evaluation_error(undefined)");
        assertThat(value("log", i(-1))).isEqualTo("evaluation_error(undefined)");
        assertThat(value("acos", i(2))).isEqualTo("evaluation_error(undefined)");
        assertThat(value("asin", i(-2))).isEqualTo("evaluation_error(undefined)");
        assertThat(value("acosh", d(0.5))).isEqualTo("evaluation_error(undefined)");
        assertThat(value("atanh", i(1))).isEqualTo("evaluation_error(undefined)");
        assertThat(value("atan2", i(0), d(0))).isEqualTo("evaluation_error(undefined)");
        assertThat(value("exp", i(1000))).isEqualTo("evaluation_error(float_overflow)");
        assertThat(value("log", t("**", i(2), i(2000)))).startsWith("1386.29436111989");
        assertThat(value("log2", t("**", i(2), i(2000)))).isEqualTo("2000.0");
    }

    @Test
    void countsBits() {
        assertThat(value("msb", i(1000))).isEqualTo("9");
        assertThat(value("lsb", i(8))).isEqualTo("3");
        assertThat(value("popcount", i(255))).isEqualTo("8");
        assertThat(value("getbit", i(5), i(2))).isEqualTo("1");
        assertThat(value("getbit", i(5), i(1L << 40))).isEqualTo("0");
        assertThat(value("msb", i(0))).isEqualTo("domain_error(not_less_than_one,0)");
    }

    @Test
    void evaluatesExpressionsOfAMillionLevels() {
        Term left = i(1);
        Term right = i(1);
        Term signs = i(1);
        for (int n = 0; n < 1_000_000; n++) {
            left = t("+", left, i(1));
            right = t("+", i(1), right);
            signs = t("-", signs);
        }
        assertThat(value(left)).isEqualTo("1000001");
        assertThat(value(right)).isEqualTo("1000001");
        assertThat(value(signs)).isEqualTo("1");
    }

    @Test
    void reportsExpressionsThatContainThemselves() {
        Compound cycle = (Compound) t("+", i(1), i(1));
        cycle.setArg(1, cycle);
        assertThatThrownBy(() -> Arithmetic.eval(cycle))
                .isInstanceOf(PrologError.class)
                .extracting(e -> ((Compound) ((Compound) ((PrologError) e).term()).arg(0)).name())
                .hasToString("type_error");
    }

    @Test
    void findsEachFunctionByItsFunctor() {
        for (Evaluable e : Evaluables.all()) {
            assertThat(Evaluables.find(e.functor())).isSameAs(e);
        }
        assertThat(Evaluables.find(Functor.of("+", 3))).isNull();
        assertThat(Evaluables.get(Functor.of("+", 2)).isPure()).isTrue();
        assertThat(Evaluables.get(Functor.of("random", 1)).isPure()).isFalse();
        assertThat(Evaluables.get(Functor.of("cputime", 0)).isPure()).isFalse();
    }

    @Test
    void drawsRandomNumbersWithinTheirBounds() {
        Numeric bound = i("100000000000000000000000");
        for (int n = 0; n < 1000; n++) {
            Numeric big = Arithmetic.eval(t("random", bound));
            assertThat(Arithmetic.less(big, bound) && Arithmetic.lessOrEqual(i(0), big)).isTrue();
            Numeric small = Arithmetic.eval(t("random", i(6)));
            assertThat(Arithmetic.less(small, i(6)) && Arithmetic.lessOrEqual(i(0), small))
                    .isTrue();
        }
        assertThat(value("random", i(0))).isEqualTo("domain_error(not_less_than_one,0)");
    }

    @Test
    void extractsIntegerRoots() {
        assertThat(Roots.integerRoot(i(2), i(10))).isEqualTo(i(3));
        assertThat(Roots.integerRoot(i(3), i(-10))).isEqualTo(i(-2));
        assertThat(Roots.integerRoot(i(100), i(5))).isEqualTo(i(1));
        assertThat(Roots.integerRoot(i(5), i("100000000000000000000000000000000000")))
                .isEqualTo(i(10_000_000));
        assertThatThrownBy(() -> Roots.integerRoot(i(2), i(-10))).isInstanceOf(PrologError.class);
    }
}
