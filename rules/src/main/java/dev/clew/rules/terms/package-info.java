/**
 * Terms: the data of the rule language. {@link dev.clew.rules.terms.Term} is the table of contents;
 * {@link dev.clew.rules.terms.Order} compares, {@link dev.clew.rules.terms.Lists} builds and takes
 * apart lists, {@link dev.clew.rules.terms.Errors} makes the error terms of ISO/IEC 13211-1.
 */
@NullMarked
package dev.clew.rules.terms;

import org.jspecify.annotations.NullMarked;
