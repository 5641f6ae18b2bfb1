/** Programs that are loaded, and what is said when something is wrong with them. */
@NullMarked
package dev.clew.cli.programs;

import org.jspecify.annotations.NullMarked;
