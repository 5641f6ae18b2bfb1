package dev.clew.plans.tools.reading;

import dev.clew.plans.tools.catalogue.Effects;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a public method as a tool. Its parameters are what it needs. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ToolMethod {
    /** What it does. */
    String value() default "";

    /** Its name; that of the method if it is empty. */
    String name() default "";

    /** What a call costs; negative for more the more it changes. */
    double cost() default -1;

    /** What a call changes. */
    Effects effects() default Effects.NONE;
}
