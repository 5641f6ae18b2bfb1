/** Why an answer holds: proofs in the forms that people and programs read. */
@NullMarked
package dev.clew.cli.why;

import org.jspecify.annotations.NullMarked;
