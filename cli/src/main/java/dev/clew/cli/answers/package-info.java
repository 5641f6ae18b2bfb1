/** Queries and their answers, as text and as JSON. */
@NullMarked
package dev.clew.cli.answers;

import org.jspecify.annotations.NullMarked;
