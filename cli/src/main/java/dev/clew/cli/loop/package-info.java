/** The read-eval-print loop, at a terminal and on a pipe. */
@NullMarked
package dev.clew.cli.loop;

import org.jspecify.annotations.NullMarked;
