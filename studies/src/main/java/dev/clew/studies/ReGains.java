package dev.clew.studies;

import dev.clew.studies.tools.RegainsStudy;

/** RE-GAINS and EnChAnT (arXiv 2401.15724). */
final class ReGains implements Study {
    @Override
    public String name() {
        return "re-gains";
    }

    @Override
    public String claim() {
        return "tools chained on expected results, unseen, give valid plans if a checker enforces"
                + " their types";
    }

    @Override
    public String run(long seed) {
        return RegainsStudy.table(seed);
    }
}
