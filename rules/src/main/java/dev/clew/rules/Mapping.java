package dev.clew.rules;

import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Type;

/**
 * How Java values and terms stand for each other.
 *
 * <table>
 * <caption>Values and terms</caption>
 * <tr><th>Java</th><th>term</th></tr>
 * <tr><td>{@code String}, {@code char}</td><td>an atom; read from an atom or a string. For a string
 *     use {@link dev.clew.rules.terms.Str#of}</td></tr>
 * <tr><td>{@code int}, {@code long}, {@code BigInteger}, ...</td><td>an integer</td></tr>
 * <tr><td>{@code double}, {@code float}</td><td>a float; read from any number</td></tr>
 * <tr><td>{@code boolean}</td><td>{@code true}, {@code false}</td></tr>
 * <tr><td>an enum constant {@code DARK_RED}</td><td>{@code dark_red}</td></tr>
 * <tr><td>a record {@code OrderLine(item, 2)}</td><td>{@code order_line(item, 2)}; without
 *     components {@code order_line}</td></tr>
 * <tr><td>a sealed interface of such</td><td>what its records stand for; read by functor</td></tr>
 * <tr><td>{@code List}, another collection, an array</td><td>a list</td></tr>
 * <tr><td>{@code Map}</td><td>a list of pairs {@code Key-Value}, in the order of the map</td></tr>
 * <tr><td>{@code Optional}</td><td>{@code some(Value)}, {@code none}</td></tr>
 * <tr><td>a {@link Term}</td><td>itself</td></tr>
 * </table>
 *
 * <p>{@link TermName} overrides the names of records and enum constants. Read as {@code Object}, an
 * atom or a string is a {@code String}, a number a {@code Long}, {@code BigInteger} or {@code
 * Double}, a list a {@code List}, and anything else stays a {@code Term}. Any other Java object
 * travels through rules untouched in a {@link dev.clew.rules.terms.Opaque}, and is read back as its
 * class.
 */
public final class Mapping {
    private Mapping() {}

    /**
     * The term that a Java value stands for.
     *
     * @throws ConversionException if there is none
     */
    public static Term term(@Nullable Object value) {
        return ToTerm.convert(value);
    }

    /**
     * The Java value of class {@code type} that a term stands for.
     *
     * @throws ConversionException if there is none
     */
    public static <T> T java(Term term, Class<T> type) {
        @SuppressWarnings("unchecked")
        T value = (T) FromTerm.convert(term, type);
        return value;
    }

    /**
     * The Java value of a generic type, such as that of a record component {@code List<Person>},
     * that a term stands for.
     *
     * @throws ConversionException if there is none
     */
    public static Object java(Term term, Type type) {
        return FromTerm.convert(term, type);
    }
}
