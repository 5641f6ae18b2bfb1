package dev.clew.plans.tools.reading;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what type a value has in a catalogue of tools: {@code @OfType("distance[km]") double}. On a
 * method it says so of the result. A type that is not declared elsewhere is a kind of what its
 * values are in JSON.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface OfType {
    /** The type. */
    String value();

    /** What the value is called; the name of the parameter if it is empty. */
    String name() default "";

    /** Whether it may be left out. */
    boolean isOptional() default false;
}
