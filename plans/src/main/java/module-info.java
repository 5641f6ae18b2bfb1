/** Reaching a state: planning. */
module dev.clew.plans {
    requires static org.jspecify;
    requires transitive dev.clew.goals;

    exports dev.clew.plans.pddl;
    exports dev.clew.plans.pddl.model;
    exports dev.clew.plans.pddl.validation;
}
