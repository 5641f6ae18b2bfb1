/** {@code clew check}: mistakes that can be seen without running a program. */
@NullMarked
package dev.clew.cli.check;

import org.jspecify.annotations.NullMarked;
