/** {@code clew validate}: checks plans against the texts of domain and problem. */
@NullMarked
package dev.clew.cli.validate;

import org.jspecify.annotations.NullMarked;
