/** Exact numbers. */
@NullMarked
package dev.clew.plans.numbers;

import org.jspecify.annotations.NullMarked;
