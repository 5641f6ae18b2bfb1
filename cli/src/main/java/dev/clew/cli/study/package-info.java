/** {@code clew study}: runs studies of published claims. */
@NullMarked
package dev.clew.cli.study;

import org.jspecify.annotations.NullMarked;
