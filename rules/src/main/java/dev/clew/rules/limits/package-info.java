/**
 * How a search is stopped in the middle of a long step: {@link dev.clew.rules.limits.Watch}. The
 * machine looks at its limits between two calls; a single built-in that may take long, whatever
 * package it is in, asks the watch of its thread now and then.
 */
@NullMarked
package dev.clew.rules.limits;

import org.jspecify.annotations.NullMarked;
