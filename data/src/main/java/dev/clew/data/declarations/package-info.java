/**
 * What the directive {@code source/2} says: kinds of sources and their options, read from terms.
 */
@NullMarked
package dev.clew.data.declarations;

import org.jspecify.annotations.NullMarked;
