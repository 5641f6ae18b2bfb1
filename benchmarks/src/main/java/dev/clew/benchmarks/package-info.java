/** How fast the rule language is, measured by JMH. */
@NullMarked
package dev.clew.benchmarks;

import org.jspecify.annotations.NullMarked;
