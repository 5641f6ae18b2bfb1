/**
 * What tools do when they are called: requests over HTTP, commands of the system, conversions of
 * units.
 */
@NullMarked
package dev.clew.plans.tools.operations;

import org.jspecify.annotations.NullMarked;
