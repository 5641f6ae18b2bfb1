/**
 * The text of rules: reading terms and writing them (ISO/IEC 13211-1, clauses 6, 7.10.3 to 7.10.5).
 *
 * <p>{@link dev.clew.rules.syntax.TermReader} reads, {@link dev.clew.rules.syntax.TermWriter}
 * writes, both by the {@link dev.clew.rules.syntax.Operators} in force; {@link
 * dev.clew.rules.syntax.NumberText} knows how numbers alone look.
 */
@NullMarked
package dev.clew.rules.syntax;

import org.jspecify.annotations.NullMarked;
