package dev.clew.plans.tools.running;

import dev.clew.plans.tools.Planned;
import dev.clew.plans.tools.ToolPlanner;
import dev.clew.plans.tools.Want;
import dev.clew.plans.tools.catalogue.Catalogue;
import dev.clew.plans.tools.catalogue.Effects;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Plans, runs, and plans anew around a tool that failed, as long as there is another way. What was
 * called is not called again. After a call that must not be made twice has failed there is no other
 * way: it may have done what it should.
 *
 * @param planned how the last search for a plan ended
 * @param reports what became of each plan that was run
 */
public record Chain(Planned planned, List<Report> reports) {
    public Chain {
        reports = List.copyOf(reports);
    }

    /** Runs until what is wanted is there, or no other way is left. */
    public static Chain run(
            ToolPlanner planner, Catalogue catalogue, Want want, Runner runner, Journal journal) {
        Runner remembering = runner.with(journal);
        List<Report> reports = new ArrayList<>();
        Catalogue left = catalogue;
        while (true) {
            Planned planned = planner.with(left).plan(want);
            if (!(planned instanceof Planned.Found found)) {
                return new Chain(planned, reports);
            }
            Report report = remembering.run(found.plan());
            reports.add(report);
            Catalogue before = left;
            for (Made.Failed failed : report.failures()) {
                if (failed.call().tool().effects() == Effects.ONCE) {
                    return new Chain(planned, reports);
                }
                left = left.without(failed.call().tool().name());
            }
            if (report.isDone() || left == before) {
                return new Chain(planned, reports);
            }
        }
    }

    /** What became of the last plan that was run; null if there was none. */
    public @Nullable Report last() {
        return reports.isEmpty() ? null : reports.getLast();
    }
}
