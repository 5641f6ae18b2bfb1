/**
 * Proofs: why an answer holds, in one format for all that make, show or check them. This package
 * knows terms only; it runs nothing.
 */
@NullMarked
package dev.clew.rules.proofs;

import org.jspecify.annotations.NullMarked;
