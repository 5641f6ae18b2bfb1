/** x */
@NullMarked
package dev.clew.rules;

import org.jspecify.annotations.NullMarked;
