/**
 * Studies of chaining tools: published claims, reproduced on generated catalogues with a chooser
 * that errs at a given rate.
 */
@NullMarked
package dev.clew.studies.tools;

import org.jspecify.annotations.NullMarked;
