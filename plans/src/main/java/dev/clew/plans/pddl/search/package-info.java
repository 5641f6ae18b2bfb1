/** Searches through states, from the initial one or from the goal. */
@NullMarked
package dev.clew.plans.pddl.search;

import org.jspecify.annotations.NullMarked;
