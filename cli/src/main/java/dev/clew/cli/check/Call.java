package dev.clew.cli.check;

import dev.clew.rules.machine.Module;
import dev.clew.rules.terms.Functor;

import org.jspecify.annotations.Nullable;

/**
 * A call that stands in a program.
 *
 * @param file where it stands
 * @param offset the number of characters before it
 * @param module where the called predicate is looked for
 * @param functor what is called
 * @param caller the predicate that calls, or null for directives
 */
record Call(
        SourceFile file, long offset, Module module, Functor functor, @Nullable Functor caller) {}
