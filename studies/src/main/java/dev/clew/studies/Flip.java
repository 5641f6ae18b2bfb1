package dev.clew.studies;

import dev.clew.plans.flip.FlipStudy;

/** Ren, Ichter and Majumdar, "Thinking forward and backward" (arXiv 2411.01790). */
final class Flip implements Study {
    @Override
    public String name() {
        return "flip";
    }

    @Override
    public String claim() {
        return "planning forward in the flipped problem gains where the bottleneck is near the"
                + " goal";
    }

    @Override
    public String run(long seed) {
        return FlipStudy.table(seed);
    }
}
