/** {@code clew tools}: chains tools backward from what is wanted, and runs the chain. */
@NullMarked
package dev.clew.cli.tools;

import org.jspecify.annotations.NullMarked;
