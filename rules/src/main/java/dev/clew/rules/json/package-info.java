/**
 * JSON (RFC 8259): writing it, reading it, and terms as JSON in the form that
 * docs/reference/json.md describes. Nothing here uses the Java stack for nesting, so values may be
 * as deep as memory allows.
 */
@NullMarked
package dev.clew.rules.json;

import org.jspecify.annotations.NullMarked;
