/** Estimates of what is left to do, all from the delete relaxation. */
@NullMarked
package dev.clew.plans.pddl.heuristics;

import org.jspecify.annotations.NullMarked;
