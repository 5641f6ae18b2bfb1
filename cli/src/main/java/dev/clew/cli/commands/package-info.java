/**
 * The words of a command line: {@link dev.clew.cli.commands.Usage} says which a command takes,
 * {@link dev.clew.cli.commands.CommandLine} reads them.
 */
@NullMarked
package dev.clew.cli.commands;

import org.jspecify.annotations.NullMarked;
