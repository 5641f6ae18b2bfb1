package dev.clew.rules;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the functor that stands for a record, or the atom that stands for an enum constant, where
 * the convention ({@code OrderLine} is {@code order_line}, {@code DARK_RED} is {@code dark_red})
 * does not fit.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface TermName {
    /** The name. */
    String value();
}
