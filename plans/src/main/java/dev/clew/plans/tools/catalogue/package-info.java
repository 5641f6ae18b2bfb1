/**
 * Catalogues of typed operations: what tools there are, what they need, what they return, and what
 * they cost.
 *
 * <p>A {@link dev.clew.plans.tools.catalogue.Catalogue} has {@link
 * dev.clew.plans.tools.catalogue.Tool}s, whose parameters and results have {@link
 * dev.clew.plans.tools.catalogue.Type}s; {@link dev.clew.plans.tools.catalogue.Types} says which
 * type is a kind of which, and what fields its values have.
 */
@NullMarked
package dev.clew.plans.tools.catalogue;

import org.jspecify.annotations.NullMarked;
