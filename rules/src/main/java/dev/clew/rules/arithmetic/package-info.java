/**
 * Arithmetic: the values of expressions (ISO/IEC 13211-1, clause 9, with its corrigenda).
 *
 * <p>{@link dev.clew.rules.arithmetic.Arithmetic} evaluates and compares; its operations on two
 * numbers are what compiled clauses call. {@link dev.clew.rules.arithmetic.Evaluable} is one
 * function that may stand in an expression, {@link dev.clew.rules.arithmetic.Evaluables} the table
 * of them, and {@link dev.clew.rules.arithmetic.ArithmeticContext} what an expression can ask of
 * its surroundings: flags, clocks and random numbers. Integers are unbounded, floats are IEEE 754
 * binary64.
 */
@NullMarked
package dev.clew.rules.arithmetic;

import org.jspecify.annotations.NullMarked;
