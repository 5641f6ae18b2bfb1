package dev.clew.rules.sources;

import java.util.List;

/**
 * What a program declares of a predicate whose facts come from outside, such as {@code customer(Id,
 * Name, City)}.
 *
 * @param name the name of the predicate
 * @param columns the name of each argument; empty for one that the program does not name
 */
public record Head(String name, List<String> columns) {
    public Head {
        columns = List.copyOf(columns);
    }

    /** The number of arguments. */
    public int arity() {
        return columns.size();
    }

    /** {@code customer/3}. */
    public String indicator() {
        return name + "/" + columns.size();
    }

    /**
     * Whether two names mean the same column: case, underscores, hyphens and blanks do not count,
     * so that the variable {@code FirstName} fits the column {@code first_name}.
     */
    public static boolean isSameName(String a, String b) {
        return plain(a).equals(plain(b));
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_' && c != '-' && c != ' ') {
                plain.append(Character.toLowerCase(c));
            }
        }
        return plain.toString();
    }
}
