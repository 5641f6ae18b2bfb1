/** Goal graphs: one backward search for everything that is reached by steps. */
module dev.clew.goals {
    requires static org.jspecify;

    exports dev.clew.goals;
    exports dev.clew.goals.graph;
    exports dev.clew.goals.proofs;
    exports dev.clew.goals.weights;
}
