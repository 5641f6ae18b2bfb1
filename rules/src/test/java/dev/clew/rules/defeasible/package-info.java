/** Tests of library(defeasible). */
@NullMarked
package dev.clew.rules.defeasible;

import org.jspecify.annotations.NullMarked;
