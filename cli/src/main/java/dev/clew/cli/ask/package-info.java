/** {@code clew ask}: questions to a program. */
@NullMarked
package dev.clew.cli.ask;

import org.jspecify.annotations.NullMarked;
