/** {@code clew game}: solves games from their ends. */
@NullMarked
package dev.clew.cli.game;

import org.jspecify.annotations.NullMarked;
