/** {@code clew verify}: checks proofs against the text of the program. */
@NullMarked
package dev.clew.cli.verify;

import org.jspecify.annotations.NullMarked;
