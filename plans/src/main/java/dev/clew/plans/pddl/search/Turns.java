package dev.clew.plans.pddl.search;

import dev.clew.plans.pddl.budget.Stopped;
import dev.clew.plans.pddl.budget.Watch;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Searches that take turns, each turn longer than the last, until one of them ends. A search that
 * needs more memory than there is leaves the others what it has used.
 */
public final class Turns implements Search {
    private static final long FIRST = 16_000_000;

    private final List<Supplier<Search>> makers;
    private final List<@Nullable Search> searches = new ArrayList<>();
    private int turn;
    private int out;
    private long length = FIRST;
    private @Nullable Search found;
    private String name = "portfolio";

    /** These searches, each made when its first turn comes. */
    public Turns(List<Supplier<Search>> makers) {
        this.makers = makers;
    }

    @Override
    public boolean advance(long work) {
        for (long left = work; left > 0; ) {
            if (turn == makers.size()) {
                turn = 0;
                length *= 2;
            }
            int now = turn++;
            if (now < searches.size() && searches.get(now) == null) {
                continue;
            }
            left -= length;
            if (take(now)) {
                return true;
            }
        }
        return false;
    }

    private boolean take(int now) {
        try {
            if (now == searches.size()) {
                searches.add(makers.get(now).get());
            }
            Search search = searches.get(now);
            if (search == null) {
                return false;
            }
            name = search.name();
            if (search.advance(length)) {
                found = search;
                return true;
            }
        } catch (Stopped e) {
            if (e.reason() != Stopped.Reason.MEMORY) {
                throw e;
            }
            drop(now, e);
        } catch (OutOfMemoryError e) {
            drop(now, new Stopped(Stopped.Reason.MEMORY));
        }
        return false;
    }

    private void drop(int now, Stopped why) {
        if (now == searches.size()) {
            searches.add(null);
        }
        searches.set(now, null);
        if (++out == makers.size()) {
            throw why;
        }
        Watch.reserve(0);
    }

    @Override
    public int @Nullable [] plan() {
        return found == null ? null : found.plan();
    }

    @Override
    public String name() {
        return name;
    }
}
