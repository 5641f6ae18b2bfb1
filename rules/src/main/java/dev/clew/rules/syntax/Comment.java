package dev.clew.rules.syntax;

/**
 * A comment.
 *
 * @param text the comment with its marks
 * @param offset the number of characters before it
 * @param line the line where it starts, from 1
 * @param column the column where it starts, from 0
 */
public record Comment(String text, long offset, int line, int column) {}
