package dev.clew.data;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Term;

import java.util.List;

/**
 * How a file of rows is read.
 *
 * @param header whether the first line of a CSV file names its columns; else the arguments of the
 *     predicate are its columns from left to right
 * @param separator what separates the fields of a CSV file
 * @param types how the fields of each argument are read; empty for {@link ValueType#AUTO} all over
 * @param strings whether text becomes strings rather than atoms
 * @param nullTerm what an empty field of a CSV file, or a null of a JSON file, becomes
 */
public record FileOptions(
        boolean header, char separator, List<ValueType> types, boolean strings, Term nullTerm) {
    public FileOptions {
        types = List.copyOf(types);
    }

    /** Commas, a header, numbers as numbers, other text as atoms, and {@code ''} for nothing. */
    public static FileOptions csv() {
        return new FileOptions(true, ',', List.of(), false, Atom.EMPTY);
    }

    /** Text as atoms, and {@code null} for null. */
    public static FileOptions jsonLines() {
        return new FileOptions(true, ',', List.of(), false, Atom.of("null"));
    }

    /** These options with or without a header. */
    public FileOptions withHeader(boolean header) {
        return new FileOptions(header, separator, types, strings, nullTerm);
    }

    /** These options with another separator. */
    public FileOptions withSeparator(char separator) {
        return new FileOptions(header, separator, types, strings, nullTerm);
    }

    /** These options with a type for each argument of the predicate. */
    public FileOptions withTypes(List<ValueType> types) {
        return new FileOptions(header, separator, types, strings, nullTerm);
    }

    /** These options with text as strings, or as atoms. */
    public FileOptions withStrings(boolean strings) {
        return new FileOptions(header, separator, types, strings, nullTerm);
    }

    /** These options with another term for what is not there. */
    public FileOptions withNull(Term nullTerm) {
        return new FileOptions(header, separator, types, strings, nullTerm);
    }

    /** How the fields of an argument are read. */
    public ValueType type(int argument) {
        ValueType type = argument < types.size() ? types.get(argument) : ValueType.AUTO;
        return type == ValueType.AUTO && strings ? ValueType.AUTO_STRING : type;
    }
}
