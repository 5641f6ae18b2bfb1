/**
 * The clew command. {@link dev.clew.cli.Main} is the door, {@link dev.clew.cli.Commands} the table
 * of what it can do.
 */
@NullMarked
package dev.clew.cli;

import org.jspecify.annotations.NullMarked;
