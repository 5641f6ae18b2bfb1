/**
 * Checks plans against the texts of domain and problem: {@link
 * dev.clew.plans.pddl.validation.Validator} carries a plan out, action by action, on sets of atoms,
 * with the conditions as they are written. It uses nothing of grounding and search.
 */
@NullMarked
package dev.clew.plans.pddl.validation;

import org.jspecify.annotations.NullMarked;
