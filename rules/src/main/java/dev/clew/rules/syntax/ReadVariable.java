package dev.clew.rules.syntax;

import dev.clew.rules.terms.Var;

/** A variable of a term that was read. */
public final class ReadVariable {
    private final String name;
    private final Var variable;
    private final long offset;
    private final int line;
    private final int column;
    private int occurrences = 1;

    ReadVariable(String name, Var variable, long offset, int line, int column) {
        this.name = name;
        this.variable = variable;
        this.offset = offset;
        this.line = line;
        this.column = column;
    }

    void occursAgain() {
        occurrences++;
    }

    /**
     * The name; {@code _} for an anonymous variable, of which each occurrence is a variable of its
     * own.
     */
    public String name() {
        return name;
    }

    /** Whether the variable has no name of its own. */
    public boolean isAnonymous() {
        return name.length() == 1 && name.charAt(0) == '_';
    }

    /** The variable. */
    public Var variable() {
        return variable;
    }

    /** How often it occurs. */
    public int occurrences() {
        return occurrences;
    }

    /** The number of characters before its first occurrence. */
    public long offset() {
        return offset;
    }

    /** The line of its first occurrence, from 1. */
    public int line() {
        return line;
    }

    /** The column of its first occurrence, from 0. */
    public int column() {
        return column;
    }

    /**
     * Whether a reader of the program should be told that it occurs only once: its name does not
     * say that this is meant, by starting with {@code __} or with {@code _} and a capital letter.
     */
    public boolean isSuspiciousSingleton() {
        return occurrences == 1 && !isMarkedSingleton() && !isAnonymous();
    }

    /** Whether its name says that it occurs only once, and yet it occurs more often. */
    public boolean isSuspiciousRepetition() {
        return occurrences > 1 && isMarkedSingleton() && !name.startsWith("__");
    }

    private boolean isMarkedSingleton() {
        if (name.length() < 2 || name.charAt(0) != '_') {
            return false;
        }
        int second = name.codePointAt(1);
        return second == '_' || Character.isUpperCase(second) || Character.isTitleCase(second);
    }
}
