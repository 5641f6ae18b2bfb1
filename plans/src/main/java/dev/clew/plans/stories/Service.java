package dev.clew.plans.stories;

/** Whether the steps of a partial plan serve the goals that their actors are said to have. */
final class Service {
    private final PartialPlan plan;
    private final Grounding ground;
    private final Intentions intentions;

    Service(PartialPlan plan, Grounding ground, Intentions intentions) {
        this.plan = plan;
        this.ground = ground;
        this.intentions = intentions;
    }

    /** How many goals are not served by the step that should. */
    int unserved() {
        int count = 0;
        for (int s = 2; s < plan.size(); s++) {
            for (int goal : plan.serves[s]) {
                count += goal >= 0 && !doesServe(s, goal) ? 1 : 0;
            }
        }
        return count;
    }

    /** What it takes for a step to serve a goal: 0 if it does. */
    double lacks(int step, int goal, Costs costs) {
        if (doesServe(step, goal)) {
            return 0;
        }
        int wanted = intentions.goals.get(goal).literal();
        for (int s = 2; s < plan.size(); s++) {
            if (serves(s, goal) && makes(s, wanted)) {
                return 2;
            }
        }
        return 2 + costs.of(wanted);
    }

    private boolean doesServe(int step, int goal) {
        int wanted = intentions.goals.get(goal).literal();
        if (makes(step, wanted)) {
            return true;
        }
        for (long link : plan.links) {
            if (PartialPlan.from(link) == step) {
                int to = PartialPlan.to(link);
                int literal = PartialPlan.literal(link);
                int given = Literals.holds(literal) ? intentions.ofMotive(literal) : -1;
                if (serves(to, goal)
                        || given >= 0 && serves(to, given) && isServedBy(given, goal, wanted)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean makes(int step, int literal) {
        return plan.does[step] >= 0 && ground.occurrences.get(plan.does[step]).doesMake(literal);
    }

    private boolean serves(int step, int goal) {
        for (int served : plan.serves[step]) {
            if (served == goal) {
                return true;
            }
        }
        return false;
    }

    /** Whether what one character achieves is what another wants, or what he needs for it. */
    private boolean isServedBy(int given, int goal, int wanted) {
        int achieved = intentions.goals.get(given).literal();
        if (achieved == wanted) {
            return true;
        }
        for (long link : plan.links) {
            int from = PartialPlan.from(link);
            if (PartialPlan.literal(link) == achieved
                    && from != 0
                    && serves(from, given)
                    && serves(PartialPlan.to(link), goal)) {
                return true;
            }
        }
        return false;
    }
}
