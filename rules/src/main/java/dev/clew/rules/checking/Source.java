package dev.clew.rules.checking;

/**
 * A text of a program.
 *
 * @param file what the steps of proofs call it
 * @param text the program text
 */
public record Source(String file, String text) {}
