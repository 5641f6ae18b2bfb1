package dev.clew.rules.datalog;

import java.util.ArrayList;
import java.util.List;

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

    /** The steps whose rows may be conditions of what is derived. */
    final Step[] conditional;

    Version(Step[] steps, int[] registers, Feed[] flags) {
        this.steps = steps;
        this.conditional = conditional(steps);
        this.registers = registers;
        this.flags = flags;
    }

    private static Step[] conditional(Step[] steps) {
        List<Step> found = new ArrayList<>();
        for (Step s : steps) {
            if (s.kind == Step.ASSUME_NONE
                    || s.kind == Step.NONE
                    || s.kind == Step.SCAN && s.relation.isSet) {
                found.add(s);
            }
        }
        return found.toArray(new Step[0]);
    }
}
