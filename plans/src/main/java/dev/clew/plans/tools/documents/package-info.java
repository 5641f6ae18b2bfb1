/**
 * Texts in JSON and YAML as trees whose parts know where they stand, so that whoever reads them can
 * say where something is wrong.
 *
 * <p>{@link dev.clew.plans.tools.documents.Documents} reads a text, {@link
 * dev.clew.plans.tools.documents.Part} is a part of it.
 */
@NullMarked
package dev.clew.plans.tools.documents;

import org.jspecify.annotations.NullMarked;
