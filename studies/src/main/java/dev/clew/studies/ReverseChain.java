package dev.clew.studies;

import dev.clew.studies.tools.ReverseChainStudy;

/** Zhang et al., "Reverse Chain" (arXiv 2310.04474). */
final class ReverseChain implements Study {
    @Override
    public String name() {
        return "reverse-chain";
    }

    @Override
    public String claim() {
        return "chaining tools backward from the last call finds more of deep chains than calling"
                + " forward";
    }

    @Override
    public String run(long seed) {
        return ReverseChainStudy.table(seed);
    }
}
