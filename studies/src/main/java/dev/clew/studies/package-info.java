/**
 * Studies: one short program for each published claim, which reproduces it, and shows a setting in
 * which there is no gain.
 *
 * <p>To read in this order: {@link dev.clew.studies.Study}, {@link dev.clew.studies.Studies}, and
 * any of the studies. The same seed gives the same table to the byte.
 */
@NullMarked
package dev.clew.studies;

import org.jspecify.annotations.NullMarked;
