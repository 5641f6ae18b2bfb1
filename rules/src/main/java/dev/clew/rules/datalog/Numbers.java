package dev.clew.rules.datalog;

/**
 * Which integers codes stand for. A code from 0 on is an integer itself; the others are entries of
 * a dictionary of constants.
 */
public interface Numbers {
    /**
     * The integer that a code stands for.
     *
     * @throws Unsuited if it stands for anything else
     */
    long valueOf(int code);

    /** The code of an integer. */
    int codeOf(long value);
}
