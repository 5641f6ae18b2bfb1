/** {@code clew tell}: stories that are told from their end. */
@NullMarked
package dev.clew.cli.tell;

import org.jspecify.annotations.NullMarked;
