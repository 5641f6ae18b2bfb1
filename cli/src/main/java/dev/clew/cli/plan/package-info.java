/** {@code clew plan}: finds what to do in a planning problem. */
@NullMarked
package dev.clew.cli.plan;

import org.jspecify.annotations.NullMarked;
