package dev.clew.rules;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a Java method a predicate; see {@link Engine#register}. The parameters of the method are
 * the first arguments of the predicate, and are converted from terms.
 *
 * <ul>
 *   <li>A method that returns {@code boolean}, with as many parameters as the predicate has
 *       arguments, is a test. One that returns {@code void} always succeeds.
 *   <li>Otherwise the predicate has one argument more, which is unified with the value that the
 *       method returns. An empty {@link java.util.Optional} means that there is no solution.
 *   <li>A {@link java.util.stream.Stream}, an {@link java.util.Iterator} or an {@link Iterable} (if
 *       that is the declared type) gives one solution for each element, on demand. A {@link
 *       java.util.List} or any other collection is a single value: a list.
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Predicate {
    /** Name and arity, as in {@code "age/2"}. */
    String value();
}
