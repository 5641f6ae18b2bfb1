/** {@code clew run}: programs that are run for what they do. */
@NullMarked
package dev.clew.cli.run;

import org.jspecify.annotations.NullMarked;
