package dev.clew.rules.syntax;

/** The mapping of {@code char_conversion/2}, applied to unquoted characters as they are read. */
public interface CharConversion {
    /** The character to read in place of {@code codePoint}. */
    int convert(int codePoint);
}
