package dev.clew.rules.datalog;

/**
 * A rule, or part of one, as a join that starts from the news of one of its literals (semi-naive
 * evaluation).
 */
final class Version {
    /** The first step is the walk over the news. */
    final Step[] steps;

    /** The variables of the rule, and behind them its constants. */
    final int[] registers;

    /** Relations without columns that must have their row. */
    final Feed[] flags;

    Version(Step[] steps, int[] registers, Feed[] flags) {
        this.steps = steps;
        this.registers = registers;
        this.flags = flags;
    }
}
