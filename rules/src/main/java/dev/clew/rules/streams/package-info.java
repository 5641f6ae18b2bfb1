/**
 * Streams: the text and bytes that programs read and write (ISO/IEC 13211-1, 7.10). A {@link
 * dev.clew.rules.streams.PrologStream} decodes or encodes characters, counts positions and knows
 * its properties; a {@link dev.clew.rules.streams.Device} is the file, Java stream or text behind
 * it; a {@link dev.clew.rules.streams.StreamTable} holds the open streams of a database and their
 * aliases.
 */
@NullMarked
package dev.clew.rules.streams;

import org.jspecify.annotations.NullMarked;
