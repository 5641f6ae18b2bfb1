/**
 * Reads catalogues of tools: from files made for it, from OpenAPI documents, from lists of MCP
 * tools and from annotated methods of Java.
 *
 * <p>{@link dev.clew.plans.tools.reading.CatalogueReader} reads any of them.
 */
@NullMarked
package dev.clew.plans.tools.reading;

import org.jspecify.annotations.NullMarked;
