/** {@code clew puzzle}: solves puzzles. */
@NullMarked
package dev.clew.cli.puzzle;

import org.jspecify.annotations.NullMarked;
