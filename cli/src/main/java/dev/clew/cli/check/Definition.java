package dev.clew.cli.check;

import dev.clew.rules.machine.Module;
import dev.clew.rules.terms.Functor;

/**
 * A predicate that a program defines.
 *
 * @param file where its first clause stands
 * @param row the line of that clause, from 1
 * @param column its column, from 0
 * @param module the module it belongs to
 * @param functor name and arity
 */
record Definition(SourceFile file, int row, int column, Module module, Functor functor) {}
